using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;

namespace Interop
{
    /// <summary>
    /// What was set on an object, by name and in the order in which it was set. A serializer
    /// sets only what it has read, so that a member that was absent has no entry while one
    /// that was nil has null.
    /// </summary>
    sealed class Members
    {
        readonly List<KeyValuePair<string, object>> entries =
            new List<KeyValuePair<string, object>>();

        public IEnumerable<KeyValuePair<string, object>> Entries { get { return entries; } }

        public T Get<T>(string name)
        {
            foreach (var entry in entries)
                if (entry.Key == name)
                    return (T)entry.Value;
            return default(T);
        }

        public void Set(string name, object value)
        {
            entries.Add(new KeyValuePair<string, object>(name, value));
        }
    }

    /// <summary>Something that knows which of its members were set.</summary>
    interface IRecord
    {
        Members Members { get; }
    }

    /// <summary>Base of the data contracts that requests hold.</summary>
    [DataContract(Namespace = Names.Contract)]
    public abstract class Record : IRecord
    {
        Members members;

        // Not made by a constructor: the serializer calls none.
        Members IRecord.Members { get { return members ?? (members = new Members()); } }

        protected T Get<T>([CallerMemberName] string name = null)
        {
            return ((IRecord)this).Members.Get<T>(name);
        }

        protected void Set(object value, [CallerMemberName] string name = null)
        {
            ((IRecord)this).Members.Set(name, value);
        }
    }
}
