"""Failures that WCF reports, in each of its ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from services86.errors import (
    AuthenticationFailed,
    OperationFailed,
    ProtocolError,
    SoapFault,
)
from services86.messaging import IncomingMessage, MessagingClient, OutgoingMessage
from services86.principal import SoPrincipalClient
from tests.interop.wcf.expected_messaging import EXPIRED
from tests.interop.wcf.wcf_server import WcfServer

NAMESPACE = "{http://www.superoffice.net/ws/crm/NetServer/Services86}"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WCF_FAULTS = "http://schemas.microsoft.com/ws/2005/05/addressing/none"
DETAIL = "{http://schemas.datacontract.org/2004/07/System.ServiceModel}ExceptionDetail"


def fault(client: MessagingClient) -> SoapFault:
    """What a call raises that the server answers with a fault."""
    with pytest.raises(SoapFault) as raised:
        client.set_delivery_status(plugin="sms", external_message_id="1", status=1)
    error = raised.value
    assert (error.http_status, error.outcome) == (500, "refused")
    assert error.operation == "SetDeliveryStatus"
    return error


def test_typed_fault(wcf: WcfServer) -> None:
    error = fault(wcf.messaging("typed-fault"))
    assert error.code == "Sender"
    assert error.reason == "Refused: <ticket> & more"
    (detail,) = error.detail
    assert detail.name == f"{NAMESPACE}SoExceptionInfo"
    assert b"<Message>The ticket is expired &amp; gone.</Message>" in detail.data


def test_untyped_fault(wcf: WcfServer) -> None:
    error = fault(wcf.messaging("untyped-fault"))
    assert (error.code_namespace, error.code) == (SOAP, "Client")
    assert error.reason == "There is no such plugin."
    assert error.detail == ()


def test_expired_ticket_as_a_fault(wcf: WcfServer) -> None:
    error = fault(wcf.messaging("coded-fault"))
    assert (error.code_namespace, error.code) == (NAMESPACE[1:-1], "TicketExpired")
    assert error.reason == "Sign in again."


def test_unhandled_exception(wcf: WcfServer) -> None:
    error = fault(wcf.messaging("unhandled-exception"))
    assert (error.code_namespace, error.code) == (WCF_FAULTS, "InternalServiceFault")
    assert error.reason.startswith("The server was unable to process the request")
    assert "queue" not in str(error)
    assert error.detail == ()


def test_exception_detail(wcf: WcfServer) -> None:
    error = fault(wcf.messaging("unhandled-exception", at="detailed"))
    assert (error.code_namespace, error.code) == (WCF_FAULTS, "InternalServiceFault")
    assert error.reason == "The queue is broken."
    (detail,) = error.detail
    assert detail.name == DETAIL
    assert b"<Type>System.InvalidOperationException</Type>" in detail.data
    assert b"<Message>No answer.</Message>" in detail.data


def test_a_fault_in_a_principal_call(wcf: WcfServer) -> None:
    with pytest.raises(SoapFault, match=r"There is no such plugin\."):
        wcf.principal("untyped-fault").authenticate_implicit()


def test_secrets_do_not_come_back_in_a_fault(wcf: WcfServer) -> None:
    client = wcf.messaging("coded-fault").with_headers(ticket="Sign in")
    assert fault(client).reason == "*** again."


MESSAGING_CALLS: dict[str, Callable[[MessagingClient], object]] = {
    "CreateMessage": lambda client: client.create_message(
        incoming_message=IncomingMessage()
    ),
    "GetDeliveryStatus": lambda client: client.get_delivery_status(messaging_ids=[1]),
    "SetDeliveryStatus": lambda client: client.set_delivery_status(
        plugin="sms", external_message_id="1", status=1
    ),
    "SendMessages": lambda client: client.send_messages(outgoing_messages=[]),
    "SendMessagesWithConfig": lambda client: client.send_messages_with_config(
        outgoing_messages=[]
    ),
    "GetPlugins": lambda client: client.get_plugins(),
}
PRINCIPAL_CALLS: dict[str, Callable[[SoPrincipalClient], object]] = {
    "GetSystemInfo": lambda client: client.get_system_info(),
    "AuthenticateImplicit": lambda client: client.authenticate_implicit(),
    "AuthenticateUsernamePassword": lambda client: (
        client.authenticate_username_password(user_name="ann", password="secret")
    ),
    "AuthenticateGeneric": lambda client: client.authenticate_generic(
        authentication_data={}
    ),
    "AuthenticateWithAccessToken": lambda client: client.authenticate_with_access_token(
        access_token="8A:a"
    ),
}


def assert_expired(error: OperationFailed, operation: str) -> None:
    assert error.info == EXPIRED
    assert (error.operation, error.http_status) == (operation, 200)
    assert error.outcome == "refused"
    assert not isinstance(error, AuthenticationFailed)


@pytest.mark.parametrize("operation", MESSAGING_CALLS)
def test_expired_ticket(wcf: WcfServer, operation: str) -> None:
    """A failure in a header block beside a result that looks well."""
    with pytest.raises(OperationFailed) as raised:
        MESSAGING_CALLS[operation](wcf.messaging("expired-ticket"))
    assert_expired(raised.value, operation)
    assert wcf.call().operation == operation


@pytest.mark.parametrize("operation", PRINCIPAL_CALLS)
def test_expired_ticket_of_principal(wcf: WcfServer, operation: str) -> None:
    with pytest.raises(OperationFailed) as raised:
        PRINCIPAL_CALLS[operation](wcf.principal("expired-ticket"))
    assert_expired(raised.value, operation)
    assert wcf.call().operation == operation


def test_failure_without_a_word(wcf: WcfServer) -> None:
    with pytest.raises(OperationFailed) as raised:
        wcf.messaging("failed-without-a-word").get_plugins()
    assert raised.value.info is None
    assert raised.value.outcome == "refused"


def test_refused_sign_in(wcf: WcfServer) -> None:
    """The header block says that all is well; the result knows better."""
    with pytest.raises(AuthenticationFailed) as raised:
        wcf.principal("refused").authenticate_username_password(
            user_name="ann", password="wrong"
        )
    result = raised.value.result
    assert result.authentication_succeeded is False
    assert result.response is None
    assert (raised.value.http_status, raised.value.outcome) == (200, "refused")


def test_sign_in_without_a_ticket(wcf: WcfServer) -> None:
    with pytest.raises(ProtocolError) as raised:
        wcf.principal("nil-result").authenticate_implicit()
    assert raised.value.path == "Body/AuthenticateResponse/Credentials"


def test_too_many_messages_for_the_defaults(wcf: WcfServer) -> None:
    message = OutgoingMessage(content="Ready")
    client = wcf.messaging(at="defaults")
    with pytest.raises(SoapFault) as raised:
        client.send_messages(outgoing_messages=[message] * 10_000)
    assert (raised.value.http_status, raised.value.outcome) == (500, "refused")
    assert "Maximum number of items" in raised.value.reason
    assert wcf.calls() == []
    # Neither the connection nor the server has suffered.
    assert len(client.send_messages(outgoing_messages=[message] * 10)) == 10
