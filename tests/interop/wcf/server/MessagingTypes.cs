using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Interop
{
    [DataContract(Namespace = Names.Contract)]
    public class IncomingMessage : Carrier
    {
        [DataMember(Order = 1)]
        public string To { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 2)]
        public string From { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 3)]
        public string Content { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 4)]
        public string Format { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 5)]
        public string SessionKey { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 6)]
        public string Plugin { get { return Get<string>(); } set { Set(value); } }
    }

    [DataContract(Namespace = Names.Contract)]
    public class OutgoingMessage : Carrier
    {
        [DataMember(Order = 1)]
        public string From { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 2)]
        public string To { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 3)]
        public string Content { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 4)]
        public string Format { get { return Get<string>(); } set { Set(value); } }

        [DataMember(Order = 5)]
        public int ParentMessagingId { get { return Get<int>(); } set { Set(value); } }

        [DataMember(Order = 6)]
        public string SuggestedSessionKey { get { return Get<string>(); } set { Set(value); } }
    }

    [DataContract(Namespace = Names.Contract)]
    public class MessageDeliveryStatus : Carrier
    {
        [DataMember(Order = 1)] public int Status { get; set; }
        [DataMember(Order = 2)] public string StatusDescription { get; set; }
        [DataMember(Order = 3)] public int MessagingId { get; set; }
    }

    [DataContract(Namespace = Names.Contract)]
    public class ProviderInfo : Carrier
    {
        [DataMember(Order = 1)] public string Name { get; set; }
        [DataMember(Order = 2)] public string[] SupportedMessagingFormats { get; set; }
        [DataMember(Order = 3)] public bool SupportsConfig { get; set; }
    }

    [CollectionDataContract(
        Namespace = Names.Contract, ItemName = "StringKeyValuePair",
        KeyName = "Key", ValueName = "Value")]
    public class StringDictionary : Dictionary<string, string> { }
}
