"""What the principal snapshots mean, written by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from services86.principal import (
    AuthenticateResponse,
    EFieldRight,
    EjUserStatus,
    ETableRight,
    FieldProperty,
    FieldRight,
    GrantedModuleLicense,
    LicenseType,
    ProvidedCredential,
    ReplyHeaders,
    RoleType,
    SoCredentials,
    SoExceptionInfo,
    SoPrincipalCarrier,
    SoTimeZone,
    TableRight,
    UserType,
)

NO_HEADERS = ReplyHeaders(
    exception_info=None, extra_info=None, succeeded=None, time_zone=None
)
SUCCEEDED = ReplyHeaders(
    exception_info=None, extra_info=None, succeeded=True, time_zone=None
)
INSTANT = datetime(2023, 2, 15, 13, 14, 11, tzinfo=UTC)

SAMPLE_PRINCIPAL = SoPrincipalCarrier(
    user_type=UserType.UNKNOWN,
    associate="",
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
    role_name="",
    role_description="",
    role_type=RoleType.EMPLOYEE,
    licenses=[
        GrantedModuleLicense(
            table_right=None,
            field_properties=None,
            owner_id=0,
            owner_name="",
            owner_description="",
            module_id=0,
            name="",
            description="",
            version="",
            license_type=LicenseType.UNKNOWN,
            extra_flags=0,
            sort_order=0,
            license_number=0,
            is_hidden=False,
            is_unrestricted=False,
            expiry_date=INSTANT,
        )
    ],
    full_name="",
    e_mail_address="",
    function_rights=[""],
    ej_user_id=0,
    ej_access_level=0,
    ej_user_status=EjUserStatus.STATUS_NONE,
    provided_credentials=[
        ProvidedCredential(type="", search_name="", display_name="", credential_id=0)
    ],
    secondary_groups=[0],
    database_context_identifier="",
)
REFUSED = AuthenticateResponse(
    response=SAMPLE_PRINCIPAL,
    credentials=SoCredentials(ticket=""),
    authentication_succeeded=False,
)

IMPLICIT = AuthenticateResponse(
    response=SoPrincipalCarrier(
        user_type=UserType.SYSTEM_ASSOCIATE, associate="SYS", associate_id=1
    ),
    credentials=SoCredentials(ticket="7T:implicit=="),
    authentication_succeeded=True,
)
PASSWORD = AuthenticateResponse(
    response=SoPrincipalCarrier(
        user_type=UserType.INTERNAL_ASSOCIATE,
        associate="ANN",
        associate_id=7,
        is_person=True,
        person_id=70,
        full_name="Ann \u00c5s",
    ),
    credentials=SoCredentials(ticket="7T:password=="),
    authentication_succeeded=True,
)
GENERIC = AuthenticateResponse(
    response=SoPrincipalCarrier(
        user_type=UserType.EXTERNAL_ASSOCIATE,
        associate="EVA",
        role_type=RoleType.EXTERNAL_USER,
        licenses=[],
        function_rights=["read", "write"],
        secondary_groups=[],
    ),
    credentials=SoCredentials(ticket="7T:generic=="),
    authentication_succeeded=True,
)
ACCESS_TOKEN = AuthenticateResponse(
    response=SoPrincipalCarrier(
        user_type=UserType.RESOURCE_ASSOCIATE,
        associate="ROOM",
        ej_user_status=EjUserStatus.STATUS_SYSTEM,
    ),
    credentials=SoCredentials(ticket="7T:token=="),
    authentication_succeeded=True,
)

ALL_TABLE_RIGHTS = frozenset(
    {
        ETableRight.SELECT,
        ETableRight.UPDATE,
        ETableRight.INSERT,
        ETableRight.DELETE,
        ETableRight.FILTERING,
        ETableRight.RESTRICTED_UPDATE,
    }
)
ALL_FIELD_RIGHTS = frozenset(
    {
        EFieldRight.READ,
        EFieldRight.WRITE,
        EFieldRight.UNUSED1,
        EFieldRight.UNUSED2,
        EFieldRight.UNUSED3,
        EFieldRight.UNUSED4,
        EFieldRight.UI_HINT_MANDATORY,
        EFieldRight.UI_HINT_READ_ONLY,
        EFieldRight.UNDEFINED_VALUE256,
    }
)
ALL_MEMBERS = AuthenticateResponse(
    response=SoPrincipalCarrier(
        user_type=UserType.INTERNAL_ASSOCIATE,
        associate="ANN",
        associate_id=7,
        is_person=True,
        person_id=70,
        country_id=578,
        home_country_id=752,
        contact_id=2,
        group_id=3,
        business_id=4,
        category_id=5,
        contact_owner=6,
        role_id=8,
        role_name="Sales",
        role_description="Sells & helps",
        role_type=RoleType.SYSTEM,
        licenses=[
            GrantedModuleLicense(
                table_right=TableRight(mask=ALL_TABLE_RIGHTS, reason="all"),
                field_properties={
                    "Name": FieldProperty(
                        field_right=FieldRight(mask=ALL_FIELD_RIGHTS, reason="all"),
                        field_type="string",
                        field_length=40,
                    ),
                    "Version": FieldProperty(
                        field_right=FieldRight(
                            mask=frozenset({EFieldRight.UNDEFINED_VALUE256}),
                            reason="one",
                        ),
                        field_type="string",
                        field_length=8,
                    ),
                    "OwnerId": FieldProperty(
                        field_right=FieldRight(mask=frozenset(), reason="none"),
                        field_type="int",
                        field_length=4,
                    ),
                },
                owner_id=100,
                owner_name="Owner",
                owner_description="The owner",
                module_id=101,
                name="module",
                description="A module",
                version="8.1",
                license_type=LicenseType.USER_LICENSE,
                extra_flags=102,
                sort_order=103,
                license_number=104,
                is_hidden=True,
                is_unrestricted=True,
                expiry_date=datetime(2024, 12, 31, 23, 59, 59, 500000),
            ),
            GrantedModuleLicense(
                table_right=TableRight(
                    mask=frozenset({ETableRight.RESTRICTED_UPDATE}), reason="one"
                ),
                license_type=LicenseType.SATELLITE_LICENSE,
                expiry_date=datetime(
                    2024, 6, 30, 12, 0, 0, 123456, timezone(timedelta(hours=2))
                ),
            ),
            GrantedModuleLicense(
                table_right=TableRight(mask=frozenset(), reason="none"),
                license_type=LicenseType.SITE_LICENSE,
            ),
        ],
        full_name="Ann \u00c5s",
        e_mail_address="ann@example.com",
        function_rights=["read-all", "send"],
        ej_user_id=9,
        ej_access_level=10,
        ej_user_status=EjUserStatus.STATUS_READ_ONLY,
        provided_credentials=[
            ProvidedCredential(
                type="directory",
                search_name="ann",
                display_name="Ann in the directory",
                credential_id=11,
            )
        ],
        secondary_groups=[12, 13],
        database_context_identifier="Cust12345",
    ),
    credentials=SoCredentials(ticket="7T:all=="),
    authentication_succeeded=True,
)
ALL_HEADERS = ReplyHeaders(
    exception_info=None,
    extra_info={"licence": "expires soon"},
    succeeded=True,
    time_zone=SoTimeZone(so_time_zone_id=261, so_time_zone_location_code="NO"),
)

FAILURE = SoExceptionInfo(
    message="Directory failed",
    stack_trace="at Directory.Find()",
    friendly_text="Nobody can sign in now.",
    exception_type="Directory.LookupException",
    source="Plugins",
    inner_exception=SoExceptionInfo(
        message="No connection",
        stack_trace="at Gateway.Open()",
        friendly_text="The gateway does not answer.",
        exception_type="Plugins.GatewayException",
        source="Gateway",
        inner_exception=SoExceptionInfo(
            message="Timed out",
            stack_trace="at Socket.Connect()",
            friendly_text="",
            exception_type="System.TimeoutException",
            source="System",
            inner_exception=None,
            parameters={"seconds": "30"},
        ),
        parameters={},
    ),
    parameters={"directory": "main", "route": None},
)
FAILURE_HEADERS = ReplyHeaders(
    exception_info=FAILURE,
    extra_info={"incident": "4711"},
    succeeded=False,
    time_zone=SoTimeZone(so_time_zone_id=261, so_time_zone_location_code="NO"),
)
