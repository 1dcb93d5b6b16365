using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Interop
{
    [DataContract(Namespace = Names.Contract)]
    public class SoCredentials : Record
    {
        [DataMember(Order = 1)]
        public string Ticket { get { return Get<string>(); } set { Set(value); } }
    }

    [DataContract(Namespace = Names.Contract)]
    public class SoTimeZone : Record
    {
        [DataMember(Order = 1)]
        public int SoTimeZoneId { get { return Get<int>(); } set { Set(value); } }

        [DataMember(Order = 2)]
        public string SoTimeZoneLocationCode { get { return Get<string>(); } set { Set(value); } }
    }

    [DataContract(Namespace = Names.Contract)]
    public class SoExceptionInfo
    {
        [DataMember(Order = 1)] public string Message { get; set; }
        [DataMember(Order = 2)] public string StackTrace { get; set; }
        [DataMember(Order = 3)] public string FriendlyText { get; set; }
        [DataMember(Order = 4)] public string ExceptionType { get; set; }
        [DataMember(Order = 5)] public string Source { get; set; }
        [DataMember(Order = 6)] public SoExceptionInfo InnerException { get; set; }
        [DataMember(Order = 7)] public SoExceptionInfoParameters Parameters { get; set; }
    }

    [CollectionDataContract(
        Namespace = Names.Contract, ItemName = "SoExceptionInfoParametersKeyValuePair",
        KeyName = "Key", ValueName = "Value")]
    public class SoExceptionInfoParameters : Dictionary<string, string> { }

    [CollectionDataContract(
        Namespace = Names.Contract, ItemName = "ExtraInfoNameValuePair",
        KeyName = "Key", ValueName = "Value")]
    public class SoExtraInfo : Dictionary<string, string> { }
}
