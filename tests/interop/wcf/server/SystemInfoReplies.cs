using System;
using System.Security.Cryptography;

namespace Interop
{
    /// <summary>The installation that GetSystemInfo tells about, by the call's scenario.</summary>
    static class SystemInfoReplies
    {
        public static SoSystemInfoCarrier Of()
        {
            switch (Scenario.Current)
            {
                case "all-members": return AllMembers();
                case "nil-members":
                    return new SoSystemInfoCarrier
                    {
                        License = new LicenseInfo
                        {
                            ModuleLicenses = new[] { new ModuleLicense() },
                            PublicKey = new SignedPublicKey(),
                        },
                    };
                default: return new SoSystemInfoCarrier();
            }
        }

        static DateTime At(DateTimeKind kind)
        {
            return new DateTime(2026, 7, 8, 9, 10, 11, kind);
        }

        static SoSystemInfoCarrier AllMembers()
        {
            return new SoSystemInfoCarrier
            {
                TableRight = new TableRight { Mask = ETableRight.Update, Reason = "reason" },
                FieldProperties = new FieldPropertyDictionary(),
                License = License(),
                WarningEnglish = "Ends soon",
                WarningResource = "SR_ENDS_SOON",
                BranchName = "main",
                BuildLabel = "label",
                AssemblyVersion = "8.5.1.2",
                AccumulatedNextCheckDate = DateTime.MinValue,
                FileVersion = "8.5.1.3",
                Description = "An installation",
                DaysUntilNetServerExpiry = -7,
                BuildType = NetServerBuildType.ReleaseCandidate,
                DatabaseVersion = 476,
                IsUnicode = true,
                CompanyName = "Caf\u00e9 & Co",
                CompanyId = 2,
                DatabaseType = "MSSQL",
                DatabaseMinor = "2019",
                DatabaseName = "CRM7",
                IsOnTravel = true,
                IsSatellite = true,
            };
        }

        static LicenseInfo License()
        {
            return new LicenseInfo
            {
                CompanyName = "Caf\u00e9",
                SerialNr = "1234567890",
                OwnerName = "Owner",
                OwnerDescription = "The owner",
                NextCheckDate = At(DateTimeKind.Utc),
                MaintenanceDate = At(DateTimeKind.Local),
                AdminWarningDate = At(DateTimeKind.Unspecified),
                ExpiryDate = At(DateTimeKind.Utc).AddTicks(1234567),
                GraceDate = DateTime.MaxValue,
                ExtraFlags = 1,
                LicenseUrl = "https://example.com/?a=1&b=2",
                LicenseVersion = "2",
                DeploymentType = 3,
                ProductType = "type",
                ProductDescription = "product",
                ModuleLicenses = new[] { Module() },
                PublicKey = new SignedPublicKey
                {
                    OwnerName = "Signer",
                    SignDate = At(DateTimeKind.Local).AddTicks(10),
                    ExpiryDate = At(DateTimeKind.Unspecified).AddTicks(5000000),
                    Key = new DSAParameters
                    {
                        Counter = 105,
                        G = new byte[] { 0, 255 },
                        J = new byte[] { 1 },
                        P = new byte[] { 251, 239, 190 },
                        Q = new byte[0],
                        Seed = null,
                        Y = new byte[] { 7, 7, 7, 7 },
                    },
                    Signature = "c2ln",
                },
                Signature = "c2lnbmF0dXJl",
            };
        }

        static ModuleLicense Module()
        {
            return new ModuleLicense
            {
                OwnerName = "Owner",
                ModuleName = "web",
                ModuleDescription = "The web client",
                ModuleTooltip = "Web",
                ModuleVersion = "8.5",
                LicenseType = LicenseType.SatelliteLicense,
                Unrestricted = true,
                AllowedUserType = UserType.ExternalAssociate,
                NumberOfLicenses = 25,
                ExtraFlags = 4,
                ExtraInfo = "extra",
                SortOrder = 5,
                IsHidden = true,
                PrerequisiteModuleName = "base",
                Signature = "bW9k",
            };
        }
    }
}
