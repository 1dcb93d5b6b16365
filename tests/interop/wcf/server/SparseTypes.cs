using System;
using System.Runtime.Serialization;

namespace Interop.Sparse
{
    [DataContract(Namespace = Names.Contract)]
    public class MessageDeliveryStatus
    {
        [DataMember(Order = 1, EmitDefaultValue = false)] public int Status;
        [DataMember(Order = 2, EmitDefaultValue = false)] public string StatusDescription;
        [DataMember(Order = 3, EmitDefaultValue = false)] public int MessagingId;
    }

    [DataContract(Namespace = Names.Contract)]
    public class ProviderInfo
    {
        [DataMember(Order = 1, EmitDefaultValue = false)] public string Name;
        [DataMember(Order = 2, EmitDefaultValue = false)] public string[] SupportedMessagingFormats;
        [DataMember(Order = 3, EmitDefaultValue = false)] public bool SupportsConfig;
    }

    [DataContract(Namespace = Names.Contract)]
    public class SoPrincipalCarrier
    {
        [DataMember(Order = 1, EmitDefaultValue = false)] public UserType UserType;
        [DataMember(Order = 2, EmitDefaultValue = false)] public string Associate;
        [DataMember(Order = 3, EmitDefaultValue = false)] public int AssociateId;
        [DataMember(Order = 20, EmitDefaultValue = false)] public string[] FunctionRights;
    }

    [DataContract(Namespace = Names.Contract)]
    public class SoSystemInfoCarrier
    {
        [DataMember(Order = 1, EmitDefaultValue = false)] public LicenseInfo License;
        [DataMember(Order = 2, EmitDefaultValue = false)] public string WarningEnglish;
    }

    [DataContract(Namespace = Names.Contract)]
    public class LicenseInfo
    {
        [DataMember(Order = 5, EmitDefaultValue = false)] public DateTime NextCheckDate;
        [DataMember(Order = 17, EmitDefaultValue = false)] public SignedPublicKey PublicKey;
    }
}
