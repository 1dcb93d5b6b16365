using System;

namespace Interop
{
    /// <summary>Who has signed in, by the call's scenario.</summary>
    static class PrincipalReplies
    {
        public static SoPrincipalCarrier Of(string name)
        {
            switch (Scenario.Current)
            {
                case "all-members": return AllMembers();
                case "empty-members":
                    return new SoPrincipalCarrier
                    {
                        Associate = "",
                        Licenses = new GrantedModuleLicense[0],
                        FunctionRights = new string[0],
                        ProvidedCredentials = new ProvidedCredential[0],
                        SecondaryGroups = new int[0],
                    };
                default: return new SoPrincipalCarrier { FullName = name };
            }
        }

        static SoPrincipalCarrier AllMembers()
        {
            return new SoPrincipalCarrier
            {
                UserType = UserType.SystemAssociate,
                Associate = "ann",
                AssociateId = 3,
                IsPerson = true,
                PersonId = 5,
                CountryId = 578,
                HomeCountryId = 826,
                ContactId = 8,
                GroupId = 9,
                BusinessId = 10,
                CategoryId = 11,
                ContactOwner = 12,
                RoleId = int.MaxValue,
                RoleName = "Seller",
                RoleDescription = "Sells\r\nand\tbuys",
                RoleType = RoleType.System,
                Licenses = new[]
                {
                    new GrantedModuleLicense
                    {
                        TableRight = new TableRight { Mask = ETableRight.Select, Reason = "r" },
                        FieldProperties = new FieldPropertyDictionary { { "Name", null } },
                        OwnerId = 1,
                        OwnerName = "Owner",
                        OwnerDescription = "The owner",
                        ModuleId = 4,
                        Name = "web",
                        Description = "The web client",
                        Version = "8.5",
                        LicenseType = LicenseType.UserLicense,
                        ExtraFlags = -1,
                        SortOrder = 10,
                        LicenseNumber = int.MinValue,
                        IsHidden = true,
                        IsUnrestricted = true,
                        ExpiryDate = new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc),
                    },
                    new GrantedModuleLicense(),
                },
                FullName = "Ann \u00c5s",
                EMailAddress = "ann@example.com",
                FunctionRights = new[] { "admin", "a & b" },
                EjUserId = 21,
                EjAccessLevel = 22,
                EjUserStatus = EjUserStatus.StatusSystem,
                ProvidedCredentials = new[]
                {
                    new ProvidedCredential
                    {
                        Type = "mail",
                        SearchName = "ANN",
                        DisplayName = "Ann",
                        CredentialId = 31,
                    },
                },
                SecondaryGroups = new[] { int.MinValue, 0, int.MaxValue },
                DatabaseContextIdentifier = "Cust12345",
            };
        }
    }
}
