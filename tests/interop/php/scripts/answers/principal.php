<?php

/* What the operations of SoPrincipal return. */

declare(strict_types=1);

return [
    'system-info' => fn () => ['SystemInfo' => (object) [
        'TableRight' => (object) ['Mask' => 'Select', 'Reason' => 'all may'],
        'FieldProperties' => null,
        'License' => (object) [
            'CompanyName' => 'Blåbær AS',
            'SerialNr' => '0042',
            'OwnerName' => null,
            'NextCheckDate' => '2026-01-02T03:04:05',
            'MaintenanceDate' => '2026-01-02T03:04:05Z',
            'AdminWarningDate' => '2026-01-02T03:04:05.1234567+02:00',
            // A number is a time stamp to PHP; it writes the time of its own zone.
            'ExpiryDate' => 1767225599,
            'GraceDate' => 1782820800,
            'ExtraFlags' => -1,
            'DeploymentType' => 0,
            'ModuleLicenses' => (object) ['ModuleLicense' => [
                (object) [
                    'ModuleName' => 'sales',
                    'LicenseType' => 'SiteLicense',
                    'Unrestricted' => true,
                    'AllowedUserType' => 'InternalAssociate',
                    'NumberOfLicenses' => 25,
                    'IsHidden' => false,
                ],
                new stdClass(),
            ]],
            'PublicKey' => (object) [
                'OwnerName' => 'signer',
                'SignDate' => '2024-02-29T23:59:59.999999Z',
                'Key' => (object) [
                    'Counter' => 105,
                    'G' => "\x00\x01\xFE\xFF",
                    'J' => '',
                    'P' => null,
                    'Q' => str_repeat('q', 100),
                    'Seed' => "\n",
                    'Y' => 'text',
                ],
                'Signature' => 'AA==',
            ],
        ],
        'AssemblyVersion' => '8.6.1.0',
        'AccumulatedNextCheckDate' => '0001-01-01T00:00:00',
        'DaysUntilNetServerExpiry' => 30,
        'BuildType' => 'Release',
        'DatabaseVersion' => 860,
        'IsUnicode' => true,
        'CompanyId' => 2,
        'IsOnTravel' => false,
        'IsSatellite' => 0,
    ]],
    'system-info-absent' => fn () => new stdClass(),
    'system-info-null' => fn () => ['SystemInfo' => null],
    'system-info-unknown-build' => fn () => ['SystemInfo' => ['BuildType' => 'Nightly']],
    'system-info-bad-date' => fn () => ['SystemInfo' => [
        'AccumulatedNextCheckDate' => 'yesterday',
    ]],

    'signed-in' => fn () => [
        'Response' => (object) [
            'UserType' => 'InternalAssociate',
            'Associate' => 'ANN',
            'AssociateId' => 7,
            'IsPerson' => true,
            'RoleType' => 'System',
            'Licenses' => (object) ['GrantedModuleLicense' => (object) [
                'TableRight' => (object) ['Mask' => 'Select RestrictedUpdate'],
                'FieldProperties' => (object) ['FieldPropertyDictionaryKeyValuePair' => [
                    (object) ['Key' => '', 'Value' => (object) ['FieldLength' => 1]],
                ]],
                'OwnerId' => 1,
                'Name' => 'module',
                'LicenseType' => 'UserLicense',
                'IsUnrestricted' => true,
                'ExpiryDate' => '2030-06-30T12:00:00.5+02:00',
            ]],
            'FullName' => "Ann \u{C5}s",
            'FunctionRights' => (object) ['string' => ['read', 'write']],
            'EjUserStatus' => 'StatusSystem',
            'ProvidedCredentials' => (object) ['ProvidedCredential' => [
                (object) ['Type' => 'directory', 'CredentialId' => 11],
            ]],
            'SecondaryGroups' => (object) ['int' => [3, -4]],
            'DatabaseContextIdentifier' => 'Cust12345',
        ],
        'Credentials' => (object) ['Ticket' => '7T:php+/=='],
        'AuthenticationSucceeded' => true,
    ],
    'sign-in-refused' => fn () => [
        'Response' => null,
        'Credentials' => (object) ['Ticket' => null],
        'AuthenticationSucceeded' => false,
    ],
    'sign-in-refused-bare' => fn () => ['AuthenticationSucceeded' => false],
    'sign-in-without-ticket' => fn () => [
        'Credentials' => new stdClass(),
        'AuthenticationSucceeded' => true,
    ],
];
