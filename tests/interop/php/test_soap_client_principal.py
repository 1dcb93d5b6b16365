"""PHP's SoapClient calls the generated application of SoPrincipal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from services86.errors import AuthenticationFailed
from services86.principal import (
    AuthenticateResponse,
    DSAParameters,
    LicenseInfo,
    NetServerBuildType,
    RoleType,
    SignedPublicKey,
    SoCredentials,
    SoPrincipalCarrier,
    SoSystemInfoCarrier,
)
from services86.principal.server import SoPrincipalApplication, SoPrincipalHandler
from tests.interop.php.php_client import Read, call_from_php, handler

WSDL = "so_principal.wsdl"
ASCII = bytes(range(128))


def signed_in() -> AuthenticateResponse:
    """A sign-in that succeeds."""
    return AuthenticateResponse(
        response=SoPrincipalCarrier(
            associate="ANN",
            is_person=True,
            role_type=RoleType.EXTERNAL_USER,
            licenses=[],
            function_rights=["read"],
            secondary_groups=[3],
        ),
        credentials=SoCredentials(ticket="7T:x+/=="),
        authentication_succeeded=True,
    )


def refused() -> AuthenticateResponse:
    """A sign-in that does not."""
    raise AuthenticationFailed(
        AuthenticateResponse(
            credentials=SoCredentials(ticket=""), authentication_succeeded=False
        )
    )


def sign_in(
    answer: Any, method: str, operation: str, arguments: object
) -> tuple[dict[str, Any], Read]:
    """What the handler was called with, and what PHP read."""
    made = handler(SoPrincipalHandler, method, answer)
    read = call_from_php(SoPrincipalApplication(made), WSDL, operation, arguments)
    (received,) = getattr(made, method).call_args_list
    return received.kwargs, read


def test_system_info() -> None:
    info = SoSystemInfoCarrier(
        license=LicenseInfo(
            next_check_date=datetime(2026, 1, 2, 3, 4, 5, 120000),
            expiry_date=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            grace_date=datetime(2026, 1, 2, tzinfo=timezone(-timedelta(hours=3))),
            extra_flags=-1,
            module_licenses=[],
            public_key=SignedPublicKey(
                key=DSAParameters(
                    counter=105, g=ASCII, j=b"", p=None, q=b"q", seed=b"\n", y=b"y" * 90
                )
            ),
        ),
        build_type=NetServerBuildType.RELEASE_CANDIDATE,
        is_unicode=True,
        is_satellite=False,
    )
    made = handler(SoPrincipalHandler, "get_system_info", lambda: info)
    read = call_from_php(SoPrincipalApplication(made), WSDL, "GetSystemInfo", {})
    assert read.result == {
        "SystemInfo": {
            "License": {
                "NextCheckDate": "2026-01-02T03:04:05.12",
                "ExpiryDate": "2026-01-02T03:04:05Z",
                "GraceDate": "2026-01-02T00:00:00-03:00",
                "ExtraFlags": -1,
                "ModuleLicenses": {},
                "PublicKey": {
                    "Key": {
                        "Counter": 105,
                        "G": ASCII.decode(),
                        "J": "",
                        "P": None,
                        "Q": "q",
                        "Seed": "\n",
                        "Y": "y" * 90,
                    }
                },
            },
            "BuildType": "ReleaseCandidate",
            "IsUnicode": True,
            "IsSatellite": False,
        }
    }


def test_a_sign_in_with_a_password() -> None:
    received, read = sign_in(
        signed_in,
        "authenticate_username_password",
        "AuthenticateUsernamePassword",
        {"UserName": "ann", "Password": " p\u00e5ss]]>\r "},
    )
    assert received == {"user_name": "ann", "password": " p\u00e5ss]]>\r "}
    assert read.headers == {"Succeeded": True}
    assert read.result == {
        "Response": {
            "Associate": "ANN",
            "IsPerson": True,
            "RoleType": "ExternalUser",
            "Licenses": {},
            "FunctionRights": {"string": ["read"]},
            "SecondaryGroups": {"int": [3]},
        },
        "Credentials": {"Ticket": "7T:x+/=="},
        "AuthenticationSucceeded": True,
    }


def test_a_generic_sign_in() -> None:
    pairs = [{"Key": "type", "Value": "saml"}, {"Key": "", "Value": None}]
    received, _ = sign_in(
        signed_in,
        "authenticate_generic",
        "AuthenticateGeneric",
        {"AuthenticationData": {"AuthenticationGenericDataKeyValuePair": pairs}},
    )
    assert received == {"authentication_data": {"type": "saml", "": None}}


def test_a_refused_sign_in() -> None:
    _, read = sign_in(refused, "authenticate_implicit", "AuthenticateImplicit", {})
    assert read.fault is None
    assert read.result == {
        "Credentials": {"Ticket": ""},
        "AuthenticationSucceeded": False,
    }
