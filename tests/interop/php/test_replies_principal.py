"""What PHP serialises from values of PHP, read by the client of SoPrincipal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from services86.errors import AuthenticationFailed, ProtocolError
from services86.principal import (
    AuthenticateResponse,
    DSAParameters,
    EjUserStatus,
    ETableRight,
    FieldProperty,
    GrantedModuleLicense,
    LicenseInfo,
    LicenseType,
    ModuleLicense,
    NetServerBuildType,
    ProvidedCredential,
    RoleType,
    SignedPublicKey,
    SoCredentials,
    SoPrincipalCarrier,
    SoSystemInfoCarrier,
    TableRight,
    UserType,
)
from tests.interop.php.server import PhpServer

TWO_HOURS = timezone(timedelta(hours=2))
# The zone that the server runs in.
INDIA = timezone(timedelta(hours=5, minutes=30))

SYSTEM_INFO = SoSystemInfoCarrier(
    table_right=TableRight(mask=frozenset({ETableRight.SELECT}), reason="all may"),
    license=LicenseInfo(
        company_name="Bl\u00e5b\u00e6r AS",
        serial_nr="0042",
        next_check_date=datetime(2026, 1, 2, 3, 4, 5),
        maintenance_date=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        admin_warning_date=datetime(2026, 1, 2, 3, 4, 5, 123456, TWO_HOURS),
        expiry_date=datetime(2026, 1, 1, 5, 29, 59, tzinfo=INDIA),
        grace_date=datetime(2026, 6, 30, 17, 30, tzinfo=INDIA),
        extra_flags=-1,
        deployment_type=0,
        module_licenses=[
            ModuleLicense(
                module_name="sales",
                license_type=LicenseType.SITE_LICENSE,
                unrestricted=True,
                allowed_user_type=UserType.INTERNAL_ASSOCIATE,
                number_of_licenses=25,
                is_hidden=False,
            ),
            ModuleLicense(),
        ],
        public_key=SignedPublicKey(
            owner_name="signer",
            sign_date=datetime(2024, 2, 29, 23, 59, 59, 999999, UTC),
            key=DSAParameters(
                counter=105,
                g=b"\x00\x01\xfe\xff",
                j=b"",
                p=None,
                q=b"q" * 100,
                seed=b"\n",
                y=b"text",
            ),
            signature="AA==",
        ),
    ),
    assembly_version="8.6.1.0",
    accumulated_next_check_date=datetime(1, 1, 1),
    days_until_net_server_expiry=30,
    build_type=NetServerBuildType.RELEASE,
    database_version=860,
    is_unicode=True,
    company_id=2,
    is_on_travel=False,
    is_satellite=False,
)

SIGNED_IN = AuthenticateResponse(
    response=SoPrincipalCarrier(
        user_type=UserType.INTERNAL_ASSOCIATE,
        associate="ANN",
        associate_id=7,
        is_person=True,
        role_type=RoleType.SYSTEM,
        licenses=[
            GrantedModuleLicense(
                table_right=TableRight(
                    mask=frozenset({ETableRight.SELECT, ETableRight.RESTRICTED_UPDATE})
                ),
                field_properties={"": FieldProperty(field_length=1)},
                owner_id=1,
                name="module",
                license_type=LicenseType.USER_LICENSE,
                is_unrestricted=True,
                expiry_date=datetime(2030, 6, 30, 12, 0, 0, 500000, TWO_HOURS),
            )
        ],
        full_name="Ann \u00c5s",
        function_rights=["read", "write"],
        ej_user_status=EjUserStatus.STATUS_SYSTEM,
        provided_credentials=[ProvidedCredential(type="directory", credential_id=11)],
        secondary_groups=[3, -4],
        database_context_identifier="Cust12345",
    ),
    credentials=SoCredentials(ticket="7T:php+/=="),
    authentication_succeeded=True,
)


def test_system_info(server: PhpServer) -> None:
    with server.principal("system-info", strict=True) as client:
        info = client.get_system_info()
    assert info == SYSTEM_INFO
    # Datetimes of the same instant are equal whatever their zone is.
    assert info.license is not None
    assert info.license.expiry_date is not None
    assert info.license.expiry_date.utcoffset() == timedelta(hours=5, minutes=30)
    assert info.license.maintenance_date is not None
    assert info.license.maintenance_date.utcoffset() == timedelta(0)


@pytest.mark.parametrize("scenario", ["system-info-absent", "system-info-null"])
def test_no_system_info(server: PhpServer, scenario: str) -> None:
    with server.principal(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_system_info()
    assert caught.value.path == "Body/GetSystemInfoResponse/SystemInfo"
    assert caught.value.message == "a required value is missing"


def test_an_unknown_member_of_an_enumeration(server: PhpServer) -> None:
    scenario = "system-info-unknown-build"
    with server.principal(scenario) as client:
        build = client.get_system_info().build_type
    assert build == NetServerBuildType("Nightly")
    assert build is not None
    assert not build.is_known
    with (
        server.principal(scenario, strict=True) as client,
        pytest.raises(ProtocolError) as caught,
    ):
        client.get_system_info()
    assert caught.value.path == "Body/GetSystemInfoResponse/SystemInfo/BuildType"


def test_a_text_in_place_of_a_date(server: PhpServer) -> None:
    """PHP writes whatever text a script gives it for a date."""
    scenario = "system-info-bad-date"
    with server.principal(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_system_info()
    assert caught.value.path == (
        "Body/GetSystemInfoResponse/SystemInfo/AccumulatedNextCheckDate"
    )
    assert caught.value.message == "not a value of xs:dateTime"


def test_every_sign_in(server: PhpServer) -> None:
    with server.principal("signed-in", strict=True) as client:
        answers = [
            client.authenticate_implicit(),
            client.authenticate_username_password(user_name="ann", password="secret"),
            client.authenticate_generic(authentication_data={}),
            client.authenticate_with_access_token(access_token="8A:x"),
        ]
    assert answers == [SIGNED_IN] * 4


@pytest.mark.parametrize("scenario", ["sign-in-refused", "sign-in-refused-bare"])
def test_a_refused_sign_in(server: PhpServer, scenario: str) -> None:
    with (
        server.principal(scenario) as client,
        pytest.raises(AuthenticationFailed) as caught,
    ):
        client.authenticate_username_password(user_name="ann", password="secret")
    error = caught.value
    assert error.outcome == "refused"
    assert error.info is None
    assert error.result.response is None
    assert error.result.authentication_succeeded is False
    assert "secret" not in str(error)


def test_a_sign_in_without_a_ticket(server: PhpServer) -> None:
    scenario = "sign-in-without-ticket"
    with server.principal(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.authenticate_implicit()
    assert caught.value.path == "Body/AuthenticateResponse/Credentials/Ticket"
    assert caught.value.outcome == "unknown"
