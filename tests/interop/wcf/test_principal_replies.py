"""Replies of WCF's SoPrincipal: what the client returns equals what the server said."""

from __future__ import annotations

from services86.principal import (
    DSAParameters,
    LicenseInfo,
    LicenseType,
    ModuleLicense,
    NetServerBuildType,
    SignedPublicKey,
    SoPrincipalCarrier,
    SoSystemInfoCarrier,
    UserType,
)
from tests.interop.wcf.expected_messaging import HEADERS
from tests.interop.wcf.expected_principal import (
    NEVER,
    PRINCIPAL,
    SYSTEM_INFO,
    UNSET_PRINCIPAL,
)
from tests.interop.wcf.wcf_server import WcfServer

UNSET_KEY = DSAParameters(counter=0, g=None, j=None, p=None, q=None, seed=None, y=None)


def test_all_members_of_principal(wcf: WcfServer) -> None:
    reply = wcf.principal("all-members").with_response.authenticate_username_password(
        user_name="ann", password="secret"
    )
    assert reply.value.response == PRINCIPAL
    assert reply.value.credentials.ticket == "7T:ann"
    assert reply.value.authentication_succeeded is True
    assert reply.headers.extra_info == HEADERS.extra_info
    assert reply.headers.succeeded is True
    assert reply.headers.time_zone == HEADERS.time_zone


def test_every_sign_in_reads_the_same_wrapper(wcf: WcfServer) -> None:
    client = wcf.principal()
    for name, reply in {
        "implicit": client.authenticate_implicit(),
        "ann": client.authenticate_username_password(user_name="ann", password=""),
        "generic": client.authenticate_generic(authentication_data={"a": "b"}),
        "8A:a": client.authenticate_with_access_token(access_token="8A:a"),
    }.items():
        assert reply.response == UNSET_PRINCIPAL(full_name=name)
        assert reply.credentials.ticket == f"7T:{name}"


def test_empty_members_of_principal(wcf: WcfServer) -> None:
    reply = wcf.principal("empty-members").authenticate_implicit()
    assert reply.response == UNSET_PRINCIPAL(
        associate="",
        licenses=[],
        function_rights=[],
        provided_credentials=[],
        secondary_groups=[],
    )


def test_all_members_of_system_info(wcf: WcfServer) -> None:
    reply = wcf.principal("all-members").with_response.get_system_info()
    assert reply.value == SYSTEM_INFO
    # Equal instants may be in unequal zones.
    assert str(reply.value) == str(SYSTEM_INFO)


def test_nil_members_of_system_info(wcf: WcfServer) -> None:
    info = wcf.principal("nil-members").get_system_info()
    assert info == SoSystemInfoCarrier(
        license=LicenseInfo(
            next_check_date=NEVER,
            maintenance_date=NEVER,
            admin_warning_date=NEVER,
            expiry_date=NEVER,
            grace_date=NEVER,
            extra_flags=0,
            deployment_type=0,
            module_licenses=[
                ModuleLicense(
                    license_type=LicenseType.UNKNOWN,
                    unrestricted=False,
                    allowed_user_type=UserType.UNKNOWN,
                    number_of_licenses=0,
                    extra_flags=0,
                    sort_order=0,
                    is_hidden=False,
                )
            ],
            public_key=SignedPublicKey(
                sign_date=NEVER, expiry_date=NEVER, key=UNSET_KEY
            ),
        ),
        accumulated_next_check_date=NEVER,
        days_until_net_server_expiry=0,
        build_type=NetServerBuildType.FEATURE,
        database_version=0,
        is_unicode=False,
        company_id=0,
        is_on_travel=False,
        is_satellite=False,
    )


def test_omitted_members_of_principal(wcf: WcfServer) -> None:
    signed_in = wcf.principal(at="sparse").authenticate_implicit()
    assert signed_in.response == SoPrincipalCarrier(
        user_type=UserType.UNKNOWN, function_rights=[]
    )
    assert signed_in.credentials.ticket == "7T:sparse"
    assert signed_in.authentication_succeeded is None
    assert wcf.principal(at="sparse").get_system_info() == SoSystemInfoCarrier(
        license=LicenseInfo(
            public_key=SignedPublicKey(
                sign_date=NEVER, expiry_date=NEVER, key=UNSET_KEY
            )
        )
    )
