"""What the replies of WCF's SoPrincipal with all members mean, written by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import partial

from services86.messaging import ETableRight, TableRight
from services86.principal import (
    DSAParameters,
    EjUserStatus,
    GrantedModuleLicense,
    LicenseInfo,
    LicenseType,
    ModuleLicense,
    NetServerBuildType,
    ProvidedCredential,
    RoleType,
    SignedPublicKey,
    SoPrincipalCarrier,
    SoSystemInfoCarrier,
    UserType,
)

# .NET's default of a date that was never set.
NEVER = datetime(1, 1, 1)
UNSET_LICENSE = GrantedModuleLicense(
    table_right=None,
    field_properties=None,
    owner_id=0,
    owner_name=None,
    owner_description=None,
    module_id=0,
    name=None,
    description=None,
    version=None,
    license_type=LicenseType.UNKNOWN,
    extra_flags=0,
    sort_order=0,
    license_number=0,
    is_hidden=False,
    is_unrestricted=False,
    expiry_date=NEVER,
)
UNSET_PRINCIPAL = partial(
    SoPrincipalCarrier,
    user_type=UserType.UNKNOWN,
    associate_id=0,
    is_person=False,
    person_id=0,
    country_id=0,
    home_country_id=0,
    contact_id=0,
    group_id=0,
    business_id=0,
    category_id=0,
    contact_owner=0,
    role_id=0,
    role_type=RoleType.EMPLOYEE,
    ej_user_id=0,
    ej_access_level=0,
    ej_user_status=EjUserStatus.STATUS_NONE,
)
PRINCIPAL = SoPrincipalCarrier(
    user_type=UserType.SYSTEM_ASSOCIATE,
    associate="ann",
    associate_id=3,
    is_person=True,
    person_id=5,
    country_id=578,
    home_country_id=826,
    contact_id=8,
    group_id=9,
    business_id=10,
    category_id=11,
    contact_owner=12,
    role_id=2147483647,
    role_name="Seller",
    # Written with CR LF, which XML reads as LF.
    role_description="Sells\nand\tbuys",
    role_type=RoleType.SYSTEM,
    licenses=[
        GrantedModuleLicense(
            table_right=TableRight(mask=frozenset({ETableRight.SELECT}), reason="r"),
            field_properties={"Name": None},
            owner_id=1,
            owner_name="Owner",
            owner_description="The owner",
            module_id=4,
            name="web",
            description="The web client",
            version="8.5",
            license_type=LicenseType.USER_LICENSE,
            extra_flags=-1,
            sort_order=10,
            license_number=-2147483648,
            is_hidden=True,
            is_unrestricted=True,
            expiry_date=datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC),
        ),
        UNSET_LICENSE,
    ],
    full_name="Ann \u00c5s",
    e_mail_address="ann@example.com",
    function_rights=["admin", "a & b"],
    ej_user_id=21,
    ej_access_level=22,
    ej_user_status=EjUserStatus.STATUS_SYSTEM,
    provided_credentials=[
        ProvidedCredential(
            type="mail", search_name="ANN", display_name="Ann", credential_id=31
        )
    ],
    secondary_groups=[-2147483648, 0, 2147483647],
    database_context_identifier="Cust12345",
)

UNSPECIFIED = datetime(2026, 7, 8, 9, 10, 11)
INSTANT = UNSPECIFIED.replace(tzinfo=UTC)
# The server's own zone is Asia/Kolkata.
LOCAL = UNSPECIFIED.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))
SYSTEM_INFO = SoSystemInfoCarrier(
    table_right=TableRight(mask=frozenset({ETableRight.UPDATE}), reason="reason"),
    field_properties={},
    license=LicenseInfo(
        company_name="Caf\u00e9",
        serial_nr="1234567890",
        owner_name="Owner",
        owner_description="The owner",
        next_check_date=INSTANT,
        maintenance_date=LOCAL,
        admin_warning_date=UNSPECIFIED,
        # Sent with the ticks .1234567; Python has microseconds.
        expiry_date=INSTANT.replace(microsecond=123456),
        grace_date=datetime.max,
        extra_flags=1,
        license_url="https://example.com/?a=1&b=2",
        license_version="2",
        deployment_type=3,
        product_type="type",
        product_description="product",
        module_licenses=[
            ModuleLicense(
                owner_name="Owner",
                module_name="web",
                module_description="The web client",
                module_tooltip="Web",
                module_version="8.5",
                license_type=LicenseType.SATELLITE_LICENSE,
                unrestricted=True,
                allowed_user_type=UserType.EXTERNAL_ASSOCIATE,
                number_of_licenses=25,
                extra_flags=4,
                extra_info="extra",
                sort_order=5,
                is_hidden=True,
                prerequisite_module_name="base",
                signature="bW9k",
            )
        ],
        public_key=SignedPublicKey(
            owner_name="Signer",
            sign_date=LOCAL.replace(microsecond=1),
            expiry_date=UNSPECIFIED.replace(microsecond=500_000),
            key=DSAParameters(
                counter=105,
                g=b"\x00\xff",
                j=b"\x01",
                p=b"\xfb\xef\xbe",
                q=b"",
                seed=None,
                y=b"\x07\x07\x07\x07",
            ),
            signature="c2ln",
        ),
        signature="c2lnbmF0dXJl",
    ),
    warning_english="Ends soon",
    warning_resource="SR_ENDS_SOON",
    branch_name="main",
    build_label="label",
    assembly_version="8.5.1.2",
    accumulated_next_check_date=NEVER,
    file_version="8.5.1.3",
    description="An installation",
    days_until_net_server_expiry=-7,
    build_type=NetServerBuildType.RELEASE_CANDIDATE,
    database_version=476,
    is_unicode=True,
    company_name="Caf\u00e9 & Co",
    company_id=2,
    database_type="MSSQL",
    database_minor="2019",
    database_name="CRM7",
    is_on_travel=True,
    is_satellite=True,
)
