"""Faults and failures of PHP's own making, as errors of the client."""

from __future__ import annotations

import pytest
from lxml import etree

from services86.errors import HttpError, ProtocolError, SoapFault
from services86.messaging import MessagingClient
from tests.interop.php.server import PhpServer

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP_12 = "http://www.w3.org/2003/05/soap-envelope"
XSD = "http://www.w3.org/2001/XMLSchema"


def fault_of(client: MessagingClient) -> SoapFault:
    """The fault that a call ends with."""
    with client, pytest.raises(SoapFault) as caught:
        client.get_delivery_status(messaging_ids=[7])
    error = caught.value
    assert error.outcome == "refused"
    assert error.http_status == 500
    assert error.operation == "GetDeliveryStatus"
    return error


@pytest.mark.parametrize(
    ("scenario", "code", "namespace", "reason"),
    [
        ("fault", "Server", SOAP, "The database is away."),
        ("fault-returned", "Client", SOAP, "Not like this."),
        ("fault-called", "Server", SOAP, "Called."),
        ("fault-namespace", "Busy", "urn:codes", "Try later."),
        ("fault-custom-code", "Messaging.Busy", None, "Try later."),
        ("fault-undeclared-prefix", "Busy", None, "Try later."),
        ("fault-code-of-soap-1.2", "Receiver", None, "Try later."),
        ("fault-text", "Server", SOAP, "\U0001f600 <&> ]]>\r\nsecond"),
        ("fault-text-empty", "Server", SOAP, ""),
        # PHP tells what it died of, as long as a script has not turned that off.
        ("error", "Server", SOAP, "Division by zero"),
    ],
)
def test_code_and_reason(
    server: PhpServer, scenario: str, code: str, namespace: str | None, reason: str
) -> None:
    error = fault_of(server.messaging(scenario))
    assert (error.code, error.code_namespace, error.reason) == (code, namespace, reason)
    assert error.actor is None
    assert error.detail == ()


def test_a_fatal_error(server: PhpServer) -> None:
    error = fault_of(server.messaging("fatal-error"))
    assert error.code == "Server"
    assert error.reason.startswith("Allowed memory size of")


def test_a_denial_of_what_went_wrong(server: PhpServer) -> None:
    error = fault_of(server.messaging("error-hidden"))
    assert (error.code, error.reason) == ("Server", "Internal Error")


def test_an_actor(server: PhpServer) -> None:
    error = fault_of(server.messaging("fault-actor"))
    assert error.actor == "urn:gateway"
    assert error.reason == "Passed on."


@pytest.mark.parametrize("scenario", ["fault-detail-object", "fault-detail-named"])
def test_detail(server: PhpServer, scenario: str) -> None:
    error = fault_of(server.messaging(scenario))
    reason, left, numbers = (etree.fromstring(item.data) for item in error.detail)
    assert [item.name for item in error.detail] == ["reason", "left", "list"]
    assert (reason.text, left.text) == ("full", "0")
    assert [(child.tag, child.text) for child in numbers] == [
        (f"{{{XSD}}}int", "1"),
        (f"{{{XSD}}}int", "2"),
    ]


def test_a_detail_of_text_alone(server: PhpServer) -> None:
    """What most scripts give as a detail is a text: no element, so not in `detail`."""
    error = fault_of(server.messaging("fault-detail-text"))
    assert error.reason == "Full."
    assert error.detail == ()
    assert error.detail_text == "more <b>"


def test_a_detail_written_by_hand(server: PhpServer) -> None:
    """PHP writes a detail of raw XML beside the fault's parts, not into `detail`."""
    error = fault_of(server.messaging("fault-detail-any-xml"))
    assert error.reason == "Full."
    assert error.detail == ()
    assert error.excerpt is not None
    assert "no &amp; room" in error.excerpt


def test_a_fault_shaped_like_soap_1_2(server: PhpServer) -> None:
    error = fault_of(server.messaging("fault-of-soap-1.2"))
    assert (error.code, error.code_namespace) == ("Receiver", SOAP_12)
    assert error.reason == "Try later."
    (item,) = error.detail
    assert item.name == "{urn:e}Full"


@pytest.mark.parametrize("scenario", ["exception", "exit-500"])
def test_status_500_without_content(server: PhpServer, scenario: str) -> None:
    """An exception that is no SoapFault ends the script; PHP says nothing of it."""
    with server.messaging(scenario) as client, pytest.raises(HttpError) as caught:
        client.get_delivery_status(messaging_ids=[7])
    error = caught.value
    assert error.http_status == 500
    assert error.outcome == "unknown"
    assert error.excerpt == ""
    # It was done all the same, as far as PHP understood it.
    assert server.understood_once().operation == "GetDeliveryStatus"


def test_an_end_without_a_reply(server: PhpServer) -> None:
    with server.messaging("exit") as client, pytest.raises(ProtocolError) as caught:
        client.get_delivery_status(messaging_ids=[7])
    error = caught.value
    assert type(error) is ProtocolError
    assert error.http_status == 200
    assert error.outcome == "unknown"
    assert server.understood_once().operation == "GetDeliveryStatus"


def test_an_end_with_a_text(server: PhpServer) -> None:
    scenario = "exit-with-text"
    with server.messaging(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_delivery_status(messaging_ids=[7])
    assert caught.value.outcome == "unknown"
    assert caught.value.excerpt == "Maintenance, back soon."


def test_what_a_script_prints_inside_a_call_is_not_sent(server: PhpServer) -> None:
    with server.messaging("warning-inside", strict=True) as client:
        assert client.get_delivery_status(messaging_ids=[7]) == []
