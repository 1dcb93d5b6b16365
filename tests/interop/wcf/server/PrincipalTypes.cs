using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Interop
{
    [CollectionDataContract(
        Namespace = Names.Contract, ItemName = "AuthenticationGenericDataKeyValuePair",
        KeyName = "Key", ValueName = "Value")]
    public class AuthenticationGenericData : Dictionary<string, string> { }

    [DataContract(Namespace = Names.Contract)]
    public class SoPrincipalCarrier
    {
        [DataMember(Order = 1)] public UserType UserType { get; set; }
        [DataMember(Order = 2)] public string Associate { get; set; }
        [DataMember(Order = 3)] public int AssociateId { get; set; }
        [DataMember(Order = 4)] public bool IsPerson { get; set; }
        [DataMember(Order = 5)] public int PersonId { get; set; }
        [DataMember(Order = 6)] public int CountryId { get; set; }
        [DataMember(Order = 7)] public int HomeCountryId { get; set; }
        [DataMember(Order = 8)] public int ContactId { get; set; }
        [DataMember(Order = 9)] public int GroupId { get; set; }
        [DataMember(Order = 10)] public int BusinessId { get; set; }
        [DataMember(Order = 11)] public int CategoryId { get; set; }
        [DataMember(Order = 12)] public int ContactOwner { get; set; }
        [DataMember(Order = 13)] public int RoleId { get; set; }
        [DataMember(Order = 14)] public string RoleName { get; set; }
        [DataMember(Order = 15)] public string RoleDescription { get; set; }
        [DataMember(Order = 16)] public RoleType RoleType { get; set; }
        [DataMember(Order = 17)] public GrantedModuleLicense[] Licenses { get; set; }
        [DataMember(Order = 18)] public string FullName { get; set; }
        [DataMember(Order = 19)] public string EMailAddress { get; set; }
        [DataMember(Order = 20)] public string[] FunctionRights { get; set; }
        [DataMember(Order = 21)] public int EjUserId { get; set; }
        [DataMember(Order = 22)] public int EjAccessLevel { get; set; }
        [DataMember(Order = 23)] public EjUserStatus EjUserStatus { get; set; }
        [DataMember(Order = 24)] public ProvidedCredential[] ProvidedCredentials { get; set; }
        [DataMember(Order = 25)] public int[] SecondaryGroups { get; set; }
        [DataMember(Order = 26)] public string DatabaseContextIdentifier { get; set; }
    }

    [DataContract(Namespace = Names.Contract)]
    public class GrantedModuleLicense : Carrier
    {
        [DataMember(Order = 1)] public int OwnerId { get; set; }
        [DataMember(Order = 2)] public string OwnerName { get; set; }
        [DataMember(Order = 3)] public string OwnerDescription { get; set; }
        [DataMember(Order = 4)] public int ModuleId { get; set; }
        [DataMember(Order = 5)] public string Name { get; set; }
        [DataMember(Order = 6)] public string Description { get; set; }
        [DataMember(Order = 7)] public string Version { get; set; }
        [DataMember(Order = 8)] public LicenseType LicenseType { get; set; }
        [DataMember(Order = 9)] public int ExtraFlags { get; set; }
        [DataMember(Order = 10)] public int SortOrder { get; set; }
        [DataMember(Order = 11)] public int LicenseNumber { get; set; }
        [DataMember(Order = 12)] public bool IsHidden { get; set; }
        [DataMember(Order = 13)] public bool IsUnrestricted { get; set; }
        [DataMember(Order = 14)] public DateTime ExpiryDate { get; set; }
    }

    [DataContract(Namespace = Names.Contract)]
    public class ProvidedCredential
    {
        [DataMember(Order = 1)] public string Type { get; set; }
        [DataMember(Order = 2)] public string SearchName { get; set; }
        [DataMember(Order = 3)] public string DisplayName { get; set; }
        [DataMember(Order = 4)] public int CredentialId { get; set; }
    }

    [DataContract(Namespace = Names.Contract)]
    public enum UserType
    {
        [EnumMember] Unknown,
        [EnumMember] InternalAssociate,
        [EnumMember] ResourceAssociate,
        [EnumMember] ExternalAssociate,
        [EnumMember] AnonymousAssociate,
        [EnumMember] SystemAssociate,
    }

    [DataContract(Namespace = Names.Contract)]
    public enum RoleType : short
    {
        [EnumMember] Employee,
        [EnumMember] ExternalUser,
        [EnumMember] Anonymous,
        [EnumMember] System,
    }

    [DataContract(Namespace = Names.Contract)]
    public enum EjUserStatus
    {
        [EnumMember] StatusNone,
        [EnumMember] StatusNormal,
        [EnumMember] StatusNotAvailable,
        [EnumMember] StatusDeleted,
        [EnumMember] StatusReadOnly,
        [EnumMember] StatusSpm,
        [EnumMember] StatusSystem = 127,
    }
}
