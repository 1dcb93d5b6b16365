"""The messaging client against hand-written envelopes, both ways."""

from __future__ import annotations

import pytest

from services86.errors import OperationFailed, ProtocolError
from services86.messaging import (
    IncomingMessage,
    MessageDeliveryStatus,
    MessagingClient,
    SoTimeZone,
)
from tests.documented import expected_messaging as expected
from tests.support.capturing import (
    NAMESPACE,
    CapturingTransport,
    answering,
    assert_sent,
)
from tests.support.infoset import snapshot

ENDPOINT = "https://crm.example.com/Remote/Services86/Messaging.svc"


def documented(transport: CapturingTransport) -> MessagingClient:
    """A client with the header blocks that the documented requests have."""
    return MessagingClient(
        ENDPOINT,
        application_token="1234567-1234-9876",
        ticket="7T:1234abcxyzExample==",
        transport=transport,
    )


def test_create_message() -> None:
    transport = answering("messaging/create_message.response")
    documented(transport).create_message(
        incoming_message=IncomingMessage(
            to="", from_="", content="", format="", session_key="", plugin=""
        )
    )
    assert_sent(
        transport, "messaging/create_message.request", "Messaging/CreateMessage"
    )


def test_create_message_returns_nothing() -> None:
    transport = answering("messaging/create_message.response")
    reply = documented(transport).with_response.create_message(
        incoming_message=IncomingMessage()
    )
    assert (reply.value, reply.headers) == (None, expected.NO_HEADERS)


def test_get_delivery_status() -> None:
    transport = answering("messaging/get_delivery_status.response")
    reply = documented(transport).with_response.get_delivery_status(messaging_ids=[0])
    assert_sent(
        transport,
        "messaging/get_delivery_status.request",
        "Messaging/GetDeliveryStatus",
    )
    assert reply.value == expected.SAMPLE_STATUSES
    assert reply.headers == expected.NO_HEADERS


def test_set_delivery_status() -> None:
    transport = answering("messaging/set_delivery_status.response")
    reply = documented(transport).with_response.set_delivery_status(
        plugin="", external_message_id="", status=0, status_description=""
    )
    assert_sent(
        transport,
        "messaging/set_delivery_status.request",
        "Messaging/SetDeliveryStatus",
    )
    assert (reply.value, reply.headers) == (None, expected.NO_HEADERS)


def test_send_messages() -> None:
    transport = answering("messaging/send_messages.response")
    reply = documented(transport).with_response.send_messages(
        plugin="",
        outgoing_messages=expected.SAMPLE_MESSAGES,
    )
    assert_sent(transport, "messaging/send_messages.request", "Messaging/SendMessages")
    assert reply.value == expected.SAMPLE_STATUSES
    assert reply.headers == expected.NO_HEADERS


def test_send_messages_with_config() -> None:
    transport = answering("messaging/send_messages_with_config.response")
    reply = documented(transport).with_response.send_messages_with_config(
        plugin="",
        outgoing_messages=expected.SAMPLE_MESSAGES,
        config={"": ""},
    )
    assert_sent(
        transport,
        "messaging/send_messages_with_config.request",
        "Messaging/SendMessagesWithConfig",
    )
    assert reply.value == expected.SAMPLE_STATUSES
    assert reply.headers == expected.NO_HEADERS


def test_get_plugins() -> None:
    transport = answering("messaging/get_plugins.response")
    reply = documented(transport).with_response.get_plugins()
    assert_sent(transport, "messaging/get_plugins.request", "Messaging/GetPlugins")
    assert reply.value == expected.SAMPLE_PLUGINS
    assert reply.headers == expected.NO_HEADERS


def test_send_messages_with_all_members() -> None:
    transport = answering("messaging/send_messages.all_members.response")
    client = MessagingClient(
        ENDPOINT,
        application_token="token & more",
        ticket="7T:abc==",
        time_zone=SoTimeZone(so_time_zone_id=261, so_time_zone_location_code="NO"),
        transport=transport,
    )
    reply = client.with_response.send_messages(
        plugin="sms",
        outgoing_messages=expected.RICH_MESSAGES,
    )
    assert_sent(
        transport,
        "messaging/send_messages.all_members.request",
        "Messaging/SendMessages",
    )
    assert reply.value == expected.SENT_STATUSES
    assert reply.headers == expected.SENT_HEADERS


def test_get_delivery_status_with_all_members() -> None:
    transport = answering("messaging/get_delivery_status.all_members.response")
    client = MessagingClient(
        ENDPOINT,
        application_token="token",
        ticket="8A:Example.access-token",
        time_zone=SoTimeZone(so_time_zone_id=0, so_time_zone_location_code=""),
        transport=transport,
    )
    reply = client.with_response.get_delivery_status(
        messaging_ids=[41, -42, 2147483647]
    )
    assert_sent(
        transport,
        "messaging/get_delivery_status.all_members.request",
        "Messaging/GetDeliveryStatus",
    )
    assert reply.value == expected.DELIVERED_STATUSES
    assert reply.headers == expected.DELIVERED_HEADERS


def test_send_messages_that_fails() -> None:
    transport = answering("messaging/send_messages.failure.response")
    with pytest.raises(OperationFailed) as failure:
        documented(transport).send_messages(plugin="sms", outgoing_messages=[])
    assert failure.value.info == expected.SENDING_FAILURE
    assert failure.value.outcome == "refused"
    assert failure.value.http_status == 200


def test_get_delivery_status_that_fails() -> None:
    transport = answering("messaging/get_delivery_status.failure.response")
    with pytest.raises(OperationFailed) as failure:
        documented(transport).get_delivery_status(messaging_ids=[1])
    assert failure.value.info == expected.LOOKUP_FAILURE


def test_nil_reads_as_absent() -> None:
    nil = b'xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:nil="true"'
    reply = snapshot("messaging/send_messages.response").replace(
        b"<t:Status>0</t:Status>\n          <t:StatusDescription/>",
        b"<t:TableRight %b/><t:FieldProperties %b/><t:Status>0</t:Status>"
        b"<t:StatusDescription %b/>" % (nil, nil, nil),
    )
    statuses = documented(CapturingTransport(reply)).send_messages(outgoing_messages=[])
    assert statuses == [MessageDeliveryStatus(status=0, messaging_id=0)]


def test_nil_list_is_an_empty_one() -> None:
    text = snapshot("messaging/get_plugins.response").decode()
    nil = '<t:Response xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:nil="1"/>'
    before, _, rest = text.partition("<t:Response>")
    after = rest.partition("</t:Response>")[2]
    reply = f"{before}{nil}{after}".encode()
    assert documented(CapturingTransport(reply)).get_plugins() == []


@pytest.mark.parametrize(
    ("response", "path"),
    [
        ('<Response xsi:type="ArrayOfOutgoingMessage"/>', "Response"),
        (
            "<Response><MessageDeliveryStatus>"
            '<FieldProperties xsi:type="StringDictionary"/>'
            "</MessageDeliveryStatus></Response>",
            "Response/MessageDeliveryStatus/FieldProperties",
        ),
    ],
)
def test_a_list_or_dictionary_of_another_type_is_refused(
    response: str, path: str
) -> None:
    reply = f"""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xmlns="{NAMESPACE}"><s:Body><SendMessagesResponse>{response}
        </SendMessagesResponse></s:Body></s:Envelope>""".encode()
    transport = CapturingTransport(reply, valid=False)
    with pytest.raises(ProtocolError, match="xsi:type says") as caught:
        documented(transport).send_messages(outgoing_messages=[])
    assert caught.value.path == f"Body/SendMessagesResponse/{path}"
