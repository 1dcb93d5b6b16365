"""Every operation of SoPrincipal: what PHP understood of it."""

from __future__ import annotations

from services86 import NIL
from tests.interop.php.server import PhpServer

ACTION = "http://www.superoffice.net/ws/crm/NetServer/Services86/SoPrincipal"


def test_get_system_info(server: PhpServer) -> None:
    with server.principal("system-info") as client:
        client.get_system_info()
    call = server.understood_once()
    assert call.operation == "GetSystemInfo"
    assert call.action == f'"{ACTION}/GetSystemInfo"'
    assert call.headers == {}
    assert call.arguments == {}


def test_authenticate_implicit(server: PhpServer) -> None:
    with server.principal() as client:
        client.authenticate_implicit()
    call = server.understood_once()
    assert call.operation == "AuthenticateImplicit"
    assert call.action == f'"{ACTION}/AuthenticateImplicit"'
    assert call.arguments == {}


def test_authenticate_username_password(server: PhpServer) -> None:
    with server.principal() as client:
        client.authenticate_username_password(
            user_name="ann", password=" p\u00e5ss&<>\"'\U0001f600]]> "
        )
    call = server.understood_once()
    assert call.operation == "AuthenticateUsernamePassword"
    assert call.action == f'"{ACTION}/AuthenticateUsernamePassword"'
    assert call.arguments == {
        "UserName": "ann",
        "Password": " p\u00e5ss&<>\"'\U0001f600]]> ",
    }


def test_authenticate_username_password_with_nil_and_empty(server: PhpServer) -> None:
    with server.principal() as client:
        client.authenticate_username_password(user_name="", password=NIL)
    assert server.understood_once().arguments == {"UserName": "", "Password": None}


def test_authenticate_generic(server: PhpServer) -> None:
    with server.principal() as client:
        client.authenticate_generic(
            authentication_data={"type": "saml", "empty": "", "nothing": None}
        )
    call = server.understood_once()
    assert call.operation == "AuthenticateGeneric"
    assert call.action == f'"{ACTION}/AuthenticateGeneric"'
    assert call.arguments == {
        "AuthenticationData": {
            "AuthenticationGenericDataKeyValuePair": [
                {"Key": "type", "Value": "saml"},
                {"Key": "empty", "Value": ""},
                {"Key": "nothing", "Value": None},
            ]
        }
    }


def test_authenticate_with_access_token(server: PhpServer) -> None:
    with server.principal() as client:
        client.authenticate_with_access_token(access_token="8A:Cust12345.token+/==")
    call = server.understood_once()
    assert call.operation == "AuthenticateWithAccessToken"
    assert call.action == f'"{ACTION}/AuthenticateWithAccessToken"'
    assert call.arguments == {"AccessToken": "8A:Cust12345.token+/=="}


def test_the_application_token_is_the_only_header_block(server: PhpServer) -> None:
    with server.principal(application_token="1234-9876") as client:
        client.authenticate_implicit()
    assert server.understood_once().headers == {"ApplicationToken": "1234-9876"}
