using System;
using System.Runtime.Serialization;
using System.Security.Cryptography;

namespace Interop
{
    [DataContract(Namespace = Names.Contract)]
    public class SoSystemInfoCarrier : Carrier
    {
        [DataMember(Order = 1)] public LicenseInfo License { get; set; }
        [DataMember(Order = 2)] public string WarningEnglish { get; set; }
        [DataMember(Order = 3)] public string WarningResource { get; set; }
        [DataMember(Order = 4)] public string BranchName { get; set; }
        [DataMember(Order = 5)] public string BuildLabel { get; set; }
        [DataMember(Order = 6)] public string AssemblyVersion { get; set; }
        [DataMember(Order = 7)] public DateTime AccumulatedNextCheckDate { get; set; }
        [DataMember(Order = 8)] public string FileVersion { get; set; }
        [DataMember(Order = 9)] public string Description { get; set; }
        [DataMember(Order = 10)] public int DaysUntilNetServerExpiry { get; set; }
        [DataMember(Order = 11)] public NetServerBuildType BuildType { get; set; }
        [DataMember(Order = 12)] public int DatabaseVersion { get; set; }
        [DataMember(Order = 13)] public bool IsUnicode { get; set; }
        [DataMember(Order = 14)] public string CompanyName { get; set; }
        [DataMember(Order = 15)] public int CompanyId { get; set; }
        [DataMember(Order = 16)] public string DatabaseType { get; set; }
        [DataMember(Order = 17)] public string DatabaseMinor { get; set; }
        [DataMember(Order = 18)] public string DatabaseName { get; set; }
        [DataMember(Order = 19)] public bool IsOnTravel { get; set; }
        [DataMember(Order = 20)] public bool IsSatellite { get; set; }
    }

    [DataContract(Namespace = Names.Contract)]
    public class LicenseInfo
    {
        [DataMember(Order = 1)] public string CompanyName { get; set; }
        [DataMember(Order = 2)] public string SerialNr { get; set; }
        [DataMember(Order = 3)] public string OwnerName { get; set; }
        [DataMember(Order = 4)] public string OwnerDescription { get; set; }
        [DataMember(Order = 5)] public DateTime NextCheckDate { get; set; }
        [DataMember(Order = 6)] public DateTime MaintenanceDate { get; set; }
        [DataMember(Order = 7)] public DateTime AdminWarningDate { get; set; }
        [DataMember(Order = 8)] public DateTime ExpiryDate { get; set; }
        [DataMember(Order = 9)] public DateTime GraceDate { get; set; }
        [DataMember(Order = 10)] public int ExtraFlags { get; set; }
        [DataMember(Order = 11)] public string LicenseUrl { get; set; }
        [DataMember(Order = 12)] public string LicenseVersion { get; set; }
        [DataMember(Order = 13)] public int DeploymentType { get; set; }
        [DataMember(Order = 14)] public string ProductType { get; set; }
        [DataMember(Order = 15)] public string ProductDescription { get; set; }
        [DataMember(Order = 16)] public ModuleLicense[] ModuleLicenses { get; set; }
        [DataMember(Order = 17)] public SignedPublicKey PublicKey { get; set; }
        [DataMember(Order = 18)] public string Signature { get; set; }
    }

    [DataContract(Namespace = Names.Contract)]
    public class ModuleLicense
    {
        [DataMember(Order = 1)] public string OwnerName { get; set; }
        [DataMember(Order = 2)] public string ModuleName { get; set; }
        [DataMember(Order = 3)] public string ModuleDescription { get; set; }
        [DataMember(Order = 4)] public string ModuleTooltip { get; set; }
        [DataMember(Order = 5)] public string ModuleVersion { get; set; }
        [DataMember(Order = 6)] public LicenseType LicenseType { get; set; }
        [DataMember(Order = 7)] public bool Unrestricted { get; set; }
        [DataMember(Order = 8)] public UserType AllowedUserType { get; set; }
        [DataMember(Order = 9)] public int NumberOfLicenses { get; set; }
        [DataMember(Order = 10)] public int ExtraFlags { get; set; }
        [DataMember(Order = 11)] public string ExtraInfo { get; set; }
        [DataMember(Order = 12)] public int SortOrder { get; set; }
        [DataMember(Order = 13)] public bool IsHidden { get; set; }
        [DataMember(Order = 14)] public string PrerequisiteModuleName { get; set; }
        [DataMember(Order = 15)] public string Signature { get; set; }
    }

    [DataContract(Namespace = Names.Contract)]
    public class SignedPublicKey
    {
        [DataMember(Order = 1)] public string OwnerName { get; set; }
        [DataMember(Order = 2)] public DateTime SignDate { get; set; }
        [DataMember(Order = 3)] public DateTime ExpiryDate { get; set; }
        [DataMember(Order = 4)] public DSAParameters Key { get; set; }
        [DataMember(Order = 5)] public string Signature { get; set; }
    }

    [DataContract(Namespace = Names.Contract)]
    public enum LicenseType : short
    {
        [EnumMember] Unknown,
        [EnumMember] SiteLicense,
        [EnumMember] SatelliteLicense,
        [EnumMember] UserLicense,
    }

    [DataContract(Namespace = Names.Contract)]
    public enum NetServerBuildType
    {
        [EnumMember] Feature,
        [EnumMember] Stable,
        [EnumMember] Alpha,
        [EnumMember] Beta,
        [EnumMember] ReleaseCandidate,
        [EnumMember] Release,
    }
}
