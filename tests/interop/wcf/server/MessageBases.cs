using System.Runtime.CompilerServices;
using System.ServiceModel;

namespace Interop
{
    /// <summary>Base of all requests: what was set, and the block that all have.</summary>
    [MessageContract]
    public abstract class Request : IRecord
    {
        readonly Members members = new Members();

        Members IRecord.Members { get { return members; } }

        protected T Get<T>([CallerMemberName] string name = null)
        {
            return members.Get<T>(name);
        }

        protected void Set(object value, [CallerMemberName] string name = null)
        {
            members.Set(name, value);
        }

        [MessageHeader(Namespace = Names.Contract)]
        public string ApplicationToken;
    }

    /// <summary>Base of Messaging's requests.</summary>
    [MessageContract]
    public abstract class TicketRequest : Request
    {
        [MessageHeader(Namespace = Names.Contract)]
        public SoCredentials Credentials;

        [MessageHeader(Namespace = Names.Contract)]
        public SoTimeZone TimeZone;
    }

    /// <summary>Base of all replies.</summary>
    [MessageContract]
    public abstract class Reply
    {
        [MessageHeader(Namespace = Names.Contract)]
        public SoExceptionInfo ExceptionInfo;

        [MessageHeader(Namespace = Names.Contract)]
        public SoExtraInfo ExtraInfo;

        [MessageHeader(Namespace = Names.Contract)]
        public bool Succeeded = true;

        [MessageHeader(Namespace = Names.Contract)]
        public SoTimeZone TimeZone;
    }
}
