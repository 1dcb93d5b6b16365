"""Every operation of Messaging with all members set: what PHP understood of it."""

from __future__ import annotations

from services86.messaging import (
    EFieldRight,
    ETableRight,
    FieldProperty,
    FieldRight,
    IncomingMessage,
    OutgoingMessage,
    TableRight,
)
from tests.interop.php.server import PhpServer

ACTION = "http://www.superoffice.net/ws/crm/NetServer/Services86/Messaging"

RIGHT = TableRight(
    mask=frozenset({ETableRight.DELETE, ETableRight.SELECT, ETableRight.UPDATE}),
    reason="the owner's",
)
RIGHT_IN_PHP = {"Mask": "Select Update Delete", "Reason": "the owner's"}
PROPERTIES: dict[str, FieldProperty | None] = {
    "Content": FieldProperty(
        field_right=FieldRight(
            mask=frozenset({EFieldRight.UNDEFINED_VALUE256, EFieldRight.READ}),
            reason="read only",
        ),
        field_type="string",
        field_length=1600,
    ),
    "To": None,
}
PROPERTIES_IN_PHP = {
    "FieldPropertyDictionaryKeyValuePair": [
        {
            "Key": "Content",
            "Value": {
                "FieldRight": {"Mask": "Read UndefinedValue256", "Reason": "read only"},
                "FieldType": "string",
                "FieldLength": 1600,
            },
        },
        {"Key": "To", "Value": None},
    ]
}
OUTGOING = OutgoingMessage(
    table_right=RIGHT,
    field_properties=PROPERTIES,
    from_="Shop",
    to="+4790000000",
    content="Ready at 5 & later",
    format="sms/160",
    parent_messaging_id=41,
    suggested_session_key="key",
)
OUTGOING_IN_PHP = {
    "TableRight": RIGHT_IN_PHP,
    "FieldProperties": PROPERTIES_IN_PHP,
    "From": "Shop",
    "To": "+4790000000",
    "Content": "Ready at 5 & later",
    "Format": "sms/160",
    "ParentMessagingId": 41,
    "SuggestedSessionKey": "key",
}


def test_create_message(server: PhpServer) -> None:
    message = IncomingMessage(
        table_right=RIGHT,
        field_properties=PROPERTIES,
        to="2000",
        from_="+4790000000",
        content="STOP",
        format="sms/160",
        session_key="key",
        plugin="sms",
    )
    with server.messaging() as client:
        client.create_message(incoming_message=message)
    call = server.understood_once()
    assert call.operation == "CreateMessage"
    assert call.action == f'"{ACTION}/CreateMessage"'
    assert call.headers == {}
    assert call.arguments == {
        "IncomingMessage": {
            "TableRight": RIGHT_IN_PHP,
            "FieldProperties": PROPERTIES_IN_PHP,
            "To": "2000",
            "From": "+4790000000",
            "Content": "STOP",
            "Format": "sms/160",
            "SessionKey": "key",
            "Plugin": "sms",
        }
    }


def test_get_delivery_status(server: PhpServer) -> None:
    ids = [7, 0, -1, 2147483647, -2147483648]
    with server.messaging() as client:
        client.get_delivery_status(messaging_ids=ids)
    call = server.understood_once()
    assert call.operation == "GetDeliveryStatus"
    assert call.action == f'"{ACTION}/GetDeliveryStatus"'
    assert call.arguments == {
        "MessagingIds": {"int": [7, 0, -1, 2147483647, -2147483648]}
    }


def test_set_delivery_status(server: PhpServer) -> None:
    with server.messaging() as client:
        client.set_delivery_status(
            plugin="sms",
            external_message_id="0042",
            status=3,
            status_description="received",
        )
    call = server.understood_once()
    assert call.operation == "SetDeliveryStatus"
    assert call.action == f'"{ACTION}/SetDeliveryStatus"'
    assert call.arguments == {
        "Plugin": "sms",
        "ExternalMessageId": "0042",
        "Status": 3,
        "StatusDescription": "received",
    }


def test_send_messages(server: PhpServer) -> None:
    with server.messaging() as client:
        client.send_messages(
            plugin="sms", outgoing_messages=[OUTGOING, OutgoingMessage(to="1")]
        )
    call = server.understood_once()
    assert call.operation == "SendMessages"
    assert call.action == f'"{ACTION}/SendMessages"'
    assert call.arguments == {
        "Plugin": "sms",
        "OutgoingMessages": {"OutgoingMessage": [OUTGOING_IN_PHP, {"To": "1"}]},
    }


def test_send_messages_with_config(server: PhpServer) -> None:
    with server.messaging() as client:
        client.send_messages_with_config(
            plugin="twilio",
            outgoing_messages=[OUTGOING],
            config={"twilio_auth_token": "s3cret<", "": "", "region": None},
        )
    call = server.understood_once()
    assert call.operation == "SendMessagesWithConfig"
    assert call.action == f'"{ACTION}/SendMessagesWithConfig"'
    assert call.arguments == {
        "Plugin": "twilio",
        "OutgoingMessages": {"OutgoingMessage": [OUTGOING_IN_PHP]},
        "Config": {
            "StringKeyValuePair": [
                {"Key": "twilio_auth_token", "Value": "s3cret<"},
                {"Key": "", "Value": ""},
                {"Key": "region", "Value": None},
            ]
        },
    }


def test_get_plugins(server: PhpServer) -> None:
    with server.messaging() as client:
        client.get_plugins()
    call = server.understood_once()
    assert call.operation == "GetPlugins"
    assert call.action == f'"{ACTION}/GetPlugins"'
    assert call.arguments == {}


def test_ten_thousand_messages(server: PhpServer) -> None:
    """More than one read of a socket: the order and the number are what was sent."""
    messages = [OutgoingMessage(parent_messaging_id=n) for n in range(10_000)]
    with server.messaging() as client:
        client.send_messages(outgoing_messages=messages)
    items = server.understood_once().arguments["OutgoingMessages"]["OutgoingMessage"]
    assert [item["ParentMessagingId"] for item in items] == list(range(10_000))
