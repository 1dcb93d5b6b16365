"""The principal client against hand-written envelopes, both ways."""

from __future__ import annotations

import pytest

from services86.errors import AuthenticationFailed, OperationFailed
from services86.principal import SoPrincipalClient
from tests.documented import expected_principal as expected
from tests.documented.expected_system_info import SYSTEM_INFO
from tests.support.capturing import CapturingTransport, answering, assert_sent

ENDPOINT = "https://crm.example.com/Remote/Services86/SoPrincipal.svc"


def documented(transport: CapturingTransport) -> SoPrincipalClient:
    """A client with the header block that the documented requests have."""
    return SoPrincipalClient(
        ENDPOINT, application_token="1234567-1234-9876", transport=transport
    )


def test_get_system_info() -> None:
    transport = answering("principal/get_system_info.response")
    reply = documented(transport).with_response.get_system_info()
    assert_sent(
        transport, "principal/get_system_info.request", "SoPrincipal/GetSystemInfo"
    )
    assert reply.value == SYSTEM_INFO
    assert reply.headers == expected.NO_HEADERS


def test_authenticate_implicit() -> None:
    transport = answering("principal/authenticate_implicit.response")
    with pytest.raises(AuthenticationFailed) as refusal:
        documented(transport).authenticate_implicit()
    assert_sent(
        transport,
        "principal/authenticate_implicit.request",
        "SoPrincipal/AuthenticateImplicit",
    )
    assert refusal.value.result == expected.REFUSED


def test_authenticate_username_password() -> None:
    transport = answering("principal/authenticate_username_password.response")
    with pytest.raises(AuthenticationFailed) as refusal:
        documented(transport).authenticate_username_password(user_name="", password="")
    assert_sent(
        transport,
        "principal/authenticate_username_password.request",
        "SoPrincipal/AuthenticateUsernamePassword",
    )
    assert refusal.value.result == expected.REFUSED


def test_authenticate_generic() -> None:
    transport = answering("principal/authenticate_generic.response")
    with pytest.raises(AuthenticationFailed) as refusal:
        documented(transport).authenticate_generic(authentication_data={"": ""})
    assert_sent(
        transport,
        "principal/authenticate_generic.request",
        "SoPrincipal/AuthenticateGeneric",
    )
    assert refusal.value.result == expected.REFUSED


def test_authenticate_with_access_token() -> None:
    transport = answering("principal/authenticate_with_access_token.response")
    with pytest.raises(AuthenticationFailed) as refusal:
        documented(transport).authenticate_with_access_token(access_token="")
    assert_sent(
        transport,
        "principal/authenticate_with_access_token.request",
        "SoPrincipal/AuthenticateWithAccessToken",
    )
    assert refusal.value.result == expected.REFUSED


def test_refusal_tells_what_happened() -> None:
    transport = answering("principal/authenticate_implicit.response")
    with pytest.raises(AuthenticationFailed) as refusal:
        documented(transport).authenticate_implicit()
    assert refusal.value.operation == "AuthenticateImplicit"
    assert refusal.value.http_status == 200
    assert refusal.value.outcome == "refused"


def test_signed_in_implicitly() -> None:
    transport = answering("principal/authenticate_implicit.signed_in.response")
    reply = documented(transport).with_response.authenticate_implicit()
    assert reply.value == expected.IMPLICIT
    assert reply.headers == expected.SUCCEEDED


def test_signed_in_with_password() -> None:
    transport = answering("principal/authenticate_username_password.signed_in.response")
    reply = documented(transport).with_response.authenticate_username_password(
        user_name="ann", password="secret"
    )
    assert reply.value == expected.PASSWORD
    assert reply.headers == expected.SUCCEEDED


def test_signed_in_generically() -> None:
    transport = answering("principal/authenticate_generic.signed_in.response")
    reply = documented(transport).with_response.authenticate_generic(
        authentication_data={"code": "1"}
    )
    assert reply.value == expected.GENERIC
    assert reply.headers == expected.NO_HEADERS


def test_signed_in_with_access_token() -> None:
    transport = answering("principal/authenticate_with_access_token.signed_in.response")
    reply = documented(transport).with_response.authenticate_with_access_token(
        access_token="7A:token"
    )
    assert reply.value == expected.ACCESS_TOKEN
    assert reply.headers == expected.SUCCEEDED


def test_sign_in_with_all_members() -> None:
    transport = answering(
        "principal/authenticate_username_password.all_members.response"
    )
    client = SoPrincipalClient(ENDPOINT, application_token="token", transport=transport)
    reply = client.with_response.authenticate_username_password(
        user_name="ann@example.com", password=" p&ss<word> "
    )
    assert_sent(
        transport,
        "principal/authenticate_username_password.all_members.request",
        "SoPrincipal/AuthenticateUsernamePassword",
    )
    assert reply.value == expected.ALL_MEMBERS
    assert reply.headers == expected.ALL_HEADERS


def test_sign_in_that_fails() -> None:
    transport = answering("principal/authenticate_username_password.failure.response")
    with pytest.raises(OperationFailed) as failure:
        documented(transport).authenticate_username_password(
            user_name="ann", password="secret"
        )
    assert not isinstance(failure.value, AuthenticationFailed)
    assert failure.value.info == expected.FAILURE
