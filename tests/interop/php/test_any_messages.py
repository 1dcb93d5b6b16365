"""Messages of any content through PHP, both ways."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from services86.messaging import MessageDeliveryStatus, OutgoingMessage
from services86.messaging.server import MessagingApplication, MessagingHandler
from tests.interop.php.any_messages import MESSAGES, TEXTS, as_read, message_in_php
from tests.interop.php.php_client import call_from_php, handler
from tests.interop.php.server import PhpServer


@settings(max_examples=60, deadline=None)
@given(messages=st.lists(MESSAGES, min_size=1, max_size=20), plugin=TEXTS)
def test_messages_to_php_and_back(
    running_server: PhpServer, messages: list[OutgoingMessage], plugin: str
) -> None:
    with running_server.messaging("echo", strict=True) as client:
        statuses = client.send_messages(plugin=plugin, outgoing_messages=messages)
    assert running_server.understood_once().arguments == {
        "Plugin": plugin,
        "OutgoingMessages": {"OutgoingMessage": [*map(message_in_php, messages)]},
    }
    assert statuses == [
        MessageDeliveryStatus(
            table_right=as_read(message.table_right),
            field_properties=as_read(message.field_properties),
            status=0,
            status_description=as_read(message.content),
            messaging_id=message.parent_messaging_id or 0,
        )
        for message in messages
    ]


@settings(max_examples=10, deadline=None)
@given(messages=st.lists(MESSAGES, min_size=5, max_size=20), plugin=TEXTS)
def test_messages_from_php(messages: list[OutgoingMessage], plugin: str) -> None:
    desk = handler(MessagingHandler, "send_messages", list)
    read = call_from_php(
        MessagingApplication(desk, strict=True),
        "messaging.wsdl",
        "SendMessages",
        {
            "Plugin": plugin,
            "OutgoingMessages": {"OutgoingMessage": [*map(message_in_php, messages)]},
        },
    )
    desk.send_messages.assert_called_once_with(
        plugin=plugin, outgoing_messages=[*map(as_read, messages)]
    )
    assert read.result == {"Response": {}}
