"""What PHP serialises from values of PHP, read by the client of Messaging."""

from __future__ import annotations

import pytest

from services86.errors import ProtocolError, SoapFault
from services86.messaging import (
    EFieldRight,
    ETableRight,
    FieldProperty,
    FieldRight,
    IncomingMessage,
    MessageDeliveryStatus,
    MessagingClient,
    ProviderInfo,
    TableRight,
)
from tests.interop.php.server import PhpServer


def status(status: int, messaging_id: int) -> MessageDeliveryStatus:
    """A status with what is required alone."""
    return MessageDeliveryStatus(status=status, messaging_id=messaging_id)


def right(*rights: ETableRight) -> TableRight:
    """A right without a reason."""
    return TableRight(mask=frozenset(rights))


STATUSES = {
    "statuses-all-members": [
        MessageDeliveryStatus(
            table_right=TableRight(
                mask=frozenset({ETableRight.SELECT, ETableRight.UPDATE}), reason="mine"
            ),
            field_properties={
                "Status": FieldProperty(
                    field_right=FieldRight(
                        mask=frozenset(
                            {EFieldRight.READ, EFieldRight.UI_HINT_READ_ONLY}
                        ),
                        reason="",
                    ),
                    field_type="int",
                    field_length=4,
                ),
                "Other": None,
            },
            status=1,
            status_description="sent",
            messaging_id=7,
        ),
        MessageDeliveryStatus(
            table_right=TableRight(mask=frozenset(), reason=None),
            field_properties={},
            status=-2147483648,
            status_description="",
            messaging_id=2147483647,
        ),
    ],
    "statuses-declared-out-of-order": [
        MessageDeliveryStatus(
            table_right=TableRight(mask=frozenset({ETableRight.INSERT}), reason="r"),
            status=2,
            status_description="late",
            messaging_id=9,
        )
    ],
    "statuses-flags-as-array": [
        MessageDeliveryStatus(
            table_right=right(ETableRight.SELECT, ETableRight.DELETE),
            status=0,
            messaging_id=1,
        ),
        MessageDeliveryStatus(table_right=right(), status=0, messaging_id=2),
    ],
    "statuses-omitted-members": [status(0, 0)],
    "statuses-null-members": [status(0, 0)],
    "statuses-one-not-in-a-list": [status(1, 7)],
    "statuses-empty-list": [],
    "statuses-empty-array": [],
    "statuses-empty-object": [],
    "statuses-null": [],
    "nothing-object": [],
    "nothing": [],
    "statuses-text-ids": [status(12, -7)],
    "statuses-boolean-status": [status(1, 0)],
    "statuses-float-status": [status(3, 1_000_000_000)],
    "statuses-one-thousand": [status(n % 5, n) for n in range(1, 1001)],
}


@pytest.mark.parametrize("scenario", STATUSES)
def test_statuses(server: PhpServer, scenario: str) -> None:
    with server.messaging(scenario, strict=True) as client:
        assert client.get_delivery_status(messaging_ids=[7]) == STATUSES[scenario]


@pytest.mark.parametrize("scenario", ["nothing", "nothing-object"])
def test_nothing(server: PhpServer, scenario: str) -> None:
    with server.messaging(scenario, strict=True) as client:
        client.create_message(incoming_message=IncomingMessage())
        client.set_delivery_status(plugin="", external_message_id="", status=0)
        assert client.send_messages(outgoing_messages=[]) == []
        assert client.send_messages_with_config(outgoing_messages=[]) == []
        assert client.get_plugins() == []
    assert [call.operation for call in server.understood()] == [
        "CreateMessage",
        "SetDeliveryStatus",
        "SendMessages",
        "SendMessagesWithConfig",
        "GetPlugins",
    ]


def test_texts(server: PhpServer) -> None:
    with server.messaging("texts", strict=True) as client:
        statuses = client.get_delivery_status(messaging_ids=[])
    assert [status.status_description for status in statuses] == [
        "a\rb\r\nc\nd\te",
        "]]>&<>\"'&amp;",
        "\U0001f600\U0010fffd\u00e9e\u0301\u00a0\u2028",
        " both ends ",
        " \t ",
        "\n",
        "12.5",
        "1",
    ]


def test_plugins(server: PhpServer) -> None:
    with server.messaging("plugins", strict=True) as client:
        assert client.get_plugins() == [
            ProviderInfo(
                name="sms",
                supported_messaging_formats=["sms/160", "", "sms/mms"],
                supports_config=True,
            ),
            ProviderInfo(
                supported_messaging_formats=["smtp/rfc822"], supports_config=False
            ),
            ProviderInfo(supported_messaging_formats=[], supports_config=True),
            ProviderInfo(supports_config=False),
            ProviderInfo(name=""),
        ]


@pytest.mark.parametrize(
    ("scenario", "path"),
    [
        ("statuses-null-item", "Response/MessageDeliveryStatus[2]"),
        ("statuses-without-id", "Response/MessageDeliveryStatus/MessagingId"),
        # Neither nillable nor required: PHP leaves a null out.
        ("statuses-null-id", "Response/MessageDeliveryStatus/MessagingId"),
        ("statuses-id-too-great", "Response/MessageDeliveryStatus/MessagingId"),
    ],
)
def test_statuses_that_no_caller_expects(
    server: PhpServer, scenario: str, path: str
) -> None:
    with server.messaging(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_delivery_status(messaging_ids=[7])
    assert caught.value.path == f"Body/GetDeliveryStatusResponse/{path}"
    assert caught.value.outcome == "unknown"
    assert caught.value.http_status == 200


def test_a_null_format(server: PhpServer) -> None:
    with (
        server.messaging("plugins-null-format") as client,
        pytest.raises(ProtocolError) as caught,
    ):
        client.get_plugins()
    assert caught.value.path == (
        "Body/GetPluginsResponse/Response/ProviderInfo"
        "/SupportedMessagingFormats/string[2]"
    )


def test_a_control_character(server: PhpServer) -> None:
    """PHP writes what XML cannot carry as it is."""
    scenario = "text-with-a-control-character"
    with server.messaging(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_delivery_status(messaging_ids=[7])
    assert caught.value.outcome == "unknown"


def test_a_text_in_another_encoding(server: PhpServer) -> None:
    """PHP's strings are bytes; SoapServer notices late that they are not UTF-8."""
    scenario = "text-in-latin-1"
    with server.messaging(scenario) as client, pytest.raises(SoapFault) as caught:
        client.get_delivery_status(messaging_ids=[7])
    assert caught.value.code == "Server"
    assert caught.value.reason == (
        "SOAP-ERROR: Encoding: string 'caf\\xe9...' is not a valid utf-8 string"
    )


def test_an_operation_of_another_service(server: PhpServer) -> None:
    endpoint = f"{server.address}/SoPrincipal/nothing"
    with MessagingClient(endpoint) as client, pytest.raises(SoapFault) as caught:
        client.get_plugins()
    assert caught.value.code == "Server"
    assert caught.value.reason == "Procedure 'GetPlugins' not present"
    assert caught.value.outcome == "refused"
    assert server.understood() == []
