"""The principal application against the hand-written envelopes, both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from services86.errors import AuthenticationFailed, OperationFailed
from services86.principal import (
    AuthenticateResponse,
    ReplyHeaders,
    RequestHeaders,
    SoSystemInfoCarrier,
)
from services86.principal.server import SoPrincipalApplication, current_call
from tests.documented import expected_principal as expected
from tests.documented.expected_system_info import SYSTEM_INFO
from tests.support.posting import Posted, assert_replied, post

DOCUMENTED_HEADERS = RequestHeaders(application_token="1234567-1234-9876")


@dataclass
class Desk:
    """A handler that keeps what it was called with and returns what it was told to."""

    result: AuthenticateResponse = field(default_factory=lambda: expected.IMPLICIT)
    headers: ReplyHeaders = field(default_factory=ReplyHeaders)
    failure: OperationFailed | None = None
    received: list[object] = field(default_factory=list)

    def _authenticate(self, *arguments: object) -> AuthenticateResponse:
        call = current_call()
        self.received = [call.operation, call.request_headers, *arguments]
        call.reply_headers.extra_info = self.headers.extra_info
        call.reply_headers.time_zone = self.headers.time_zone
        if self.failure is not None:
            raise self.failure
        return self.result

    def get_system_info(self) -> SoSystemInfoCarrier:
        self._authenticate()
        return SYSTEM_INFO

    def authenticate_implicit(self) -> AuthenticateResponse:
        return self._authenticate()

    def authenticate_username_password(
        self, *, user_name: str, password: str
    ) -> AuthenticateResponse:
        return self._authenticate(user_name, password)

    def authenticate_generic(
        self, *, authentication_data: Mapping[str, str | None]
    ) -> AuthenticateResponse:
        return self._authenticate(authentication_data)

    def authenticate_with_access_token(
        self, *, access_token: str
    ) -> AuthenticateResponse:
        return self._authenticate(access_token)


def refusing() -> Desk:
    """A handler that refuses every sign-in as the documented replies do."""
    return Desk(failure=AuthenticationFailed(expected.REFUSED))


def served(desk: Desk, name: str, operation: str) -> Posted:
    application = SoPrincipalApplication(desk)
    return post(application, f"principal/{name}", f"SoPrincipal/{operation}")


def test_get_system_info() -> None:
    desk = Desk()
    posted = served(desk, "get_system_info.request", "GetSystemInfo")
    assert desk.received == ["GetSystemInfo", DOCUMENTED_HEADERS]
    assert_replied(posted, "principal/get_system_info.response")


def test_authenticate_implicit() -> None:
    desk = refusing()
    posted = served(desk, "authenticate_implicit.request", "AuthenticateImplicit")
    assert desk.received == ["AuthenticateImplicit", DOCUMENTED_HEADERS]
    assert_replied(posted, "principal/authenticate_implicit.response")


def test_authenticate_username_password() -> None:
    desk = refusing()
    name = "authenticate_username_password"
    posted = served(desk, f"{name}.request", "AuthenticateUsernamePassword")
    operation = "AuthenticateUsernamePassword"
    assert desk.received == [operation, DOCUMENTED_HEADERS, "", ""]
    assert_replied(posted, f"principal/{name}.response")


def test_authenticate_generic() -> None:
    desk = refusing()
    posted = served(desk, "authenticate_generic.request", "AuthenticateGeneric")
    assert desk.received == ["AuthenticateGeneric", DOCUMENTED_HEADERS, {"": ""}]
    assert_replied(posted, "principal/authenticate_generic.response")


def test_authenticate_with_access_token() -> None:
    desk = refusing()
    name = "authenticate_with_access_token"
    posted = served(desk, f"{name}.request", "AuthenticateWithAccessToken")
    assert desk.received == ["AuthenticateWithAccessToken", DOCUMENTED_HEADERS, ""]
    assert_replied(posted, f"principal/{name}.response")


def test_signed_in_implicitly() -> None:
    desk = Desk(result=expected.IMPLICIT)
    posted = served(desk, "authenticate_implicit.request", "AuthenticateImplicit")
    reply = "principal/authenticate_implicit.signed_in.response"
    assert_replied(posted, reply, succeeded=False)


def test_signed_in_with_password() -> None:
    desk = Desk(result=expected.PASSWORD)
    name = "authenticate_username_password"
    posted = served(desk, f"{name}.request", "AuthenticateUsernamePassword")
    assert_replied(posted, f"principal/{name}.signed_in.response", succeeded=False)


def test_signed_in_generically() -> None:
    desk = Desk(result=expected.GENERIC)
    posted = served(desk, "authenticate_generic.request", "AuthenticateGeneric")
    assert_replied(posted, "principal/authenticate_generic.signed_in.response")


def test_signed_in_with_access_token() -> None:
    desk = Desk(result=expected.ACCESS_TOKEN)
    name = "authenticate_with_access_token"
    posted = served(desk, f"{name}.request", "AuthenticateWithAccessToken")
    assert_replied(posted, f"principal/{name}.signed_in.response", succeeded=False)


def test_sign_in_with_all_members() -> None:
    desk = Desk(result=expected.ALL_MEMBERS, headers=expected.ALL_HEADERS)
    name = "authenticate_username_password.all_members"
    operation = "AuthenticateUsernamePassword"
    posted = served(desk, f"{name}.request", operation)
    headers = RequestHeaders(application_token="token")
    arguments = ["ann@example.com", " p&ss<word> "]
    assert desk.received == [operation, headers, *arguments]
    assert_replied(posted, f"principal/{name}.response", succeeded=False)


def test_sign_in_that_fails() -> None:
    desk = Desk(
        headers=expected.FAILURE_HEADERS, failure=OperationFailed(info=expected.FAILURE)
    )
    name = "authenticate_username_password"
    posted = served(desk, f"{name}.request", "AuthenticateUsernamePassword")
    assert_replied(posted, f"principal/{name}.failure.response", succeeded=False)
