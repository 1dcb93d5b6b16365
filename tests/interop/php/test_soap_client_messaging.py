"""PHP's SoapClient calls the generated application of Messaging."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from services86 import NIL
from services86.messaging import (
    EFieldRight,
    ETableRight,
    FieldProperty,
    FieldRight,
    IncomingMessage,
    MessageDeliveryStatus,
    OutgoingMessage,
    ProviderInfo,
    RequestHeaders,
    SoTimeZone,
    TableRight,
)
from services86.messaging.server import (
    MessagingApplication,
    MessagingHandler,
    current_call,
)
from tests.interop.php.php_client import Read, call_from_php, handler


def call(
    method: str,
    operation: str,
    arguments: object,
    answer: Callable[[], object] = lambda: None,
    headers: Mapping[str, object] | None = None,
) -> tuple[list[dict[str, Any]], Read]:
    """The arguments of every call of a handler's method, and what PHP read."""
    made = handler(MessagingHandler, method, answer)
    application = MessagingApplication(made, strict=True)
    read = call_from_php(application, "messaging.wsdl", operation, arguments, headers)
    return [each.kwargs for each in getattr(made, method).call_args_list], read


def test_send_messages_with_config() -> None:
    blocks: list[RequestHeaders] = []

    def answer() -> list[MessageDeliveryStatus]:
        current = current_call()
        blocks.append(current.request_headers)
        current.reply_headers.extra_info = {"a": "1", "": None}
        current.reply_headers.time_zone = SoTimeZone(so_time_zone_id=261)
        return [
            MessageDeliveryStatus(
                table_right=TableRight(
                    mask=frozenset({ETableRight.UPDATE, ETableRight.SELECT}), reason=""
                ),
                field_properties={
                    "x": FieldProperty(
                        field_right=FieldRight(mask=frozenset(), reason=NIL),
                        field_length=-1,
                    )
                },
                status=0,
                status_description="sent\r\n\U0001f600",
                messaging_id=2147483647,
            ),
            MessageDeliveryStatus(
                field_properties={}, status=-2147483648, messaging_id=0
            ),
        ]

    message = {
        "TableRight": {"Mask": "Insert Filtering", "Reason": "r"},
        "FieldProperties": {
            "FieldPropertyDictionaryKeyValuePair": [
                {
                    "Key": "To",
                    "Value": {
                        "FieldRight": {"Mask": "Write UIHintMandatory", "Reason": ""},
                        "FieldType": "string",
                        "FieldLength": 40,
                    },
                },
                {"Key": "", "Value": None},
            ]
        },
        "From": "Shop",
        "To": "+47",
        "Content": "a\rb\r\nc\td ]]>&<>\"' \U0001f600",
        "Format": "",
        "ParentMessagingId": -1,
        "SuggestedSessionKey": None,
    }
    received, read = call(
        "send_messages_with_config",
        "SendMessagesWithConfig",
        {
            "Plugin": "twilio",
            "OutgoingMessages": {"OutgoingMessage": [message, {}]},
            "Config": {"StringKeyValuePair": [{"Key": "k", "Value": None}]},
        },
        answer,
        {
            "ApplicationToken": "1234",
            "Credentials": {"Ticket": "7T:x"},
            "TimeZone": {"SoTimeZoneId": 261, "SoTimeZoneLocationCode": None},
        },
    )
    assert blocks == [
        RequestHeaders(
            application_token="1234",
            ticket="7T:x",
            time_zone=SoTimeZone(so_time_zone_id=261),
        )
    ]
    assert received == [
        {
            "plugin": "twilio",
            "outgoing_messages": [
                OutgoingMessage(
                    table_right=TableRight(
                        mask=frozenset({ETableRight.INSERT, ETableRight.FILTERING}),
                        reason="r",
                    ),
                    field_properties={
                        "To": FieldProperty(
                            field_right=FieldRight(
                                mask=frozenset(
                                    {EFieldRight.WRITE, EFieldRight.UI_HINT_MANDATORY}
                                ),
                                reason="",
                            ),
                            field_type="string",
                            field_length=40,
                        ),
                        "": None,
                    },
                    from_="Shop",
                    to="+47",
                    content="a\rb\r\nc\td ]]>&<>\"' \U0001f600",
                    format="",
                    parent_messaging_id=-1,
                ),
                OutgoingMessage(),
            ],
            "config": {"k": None},
        }
    ]
    assert read.status == "HTTP/1.0 200 OK"
    assert read.fault is None
    assert read.headers == {
        "ExtraInfo": {
            "ExtraInfoNameValuePair": [
                {"Key": "a", "Value": "1"},
                {"Key": "", "Value": None},
            ]
        },
        "Succeeded": True,
        "TimeZone": {"SoTimeZoneId": 261},
    }
    assert read.result == {
        "Response": {
            "MessageDeliveryStatus": [
                {
                    "TableRight": {"Mask": "Select Update", "Reason": ""},
                    "FieldProperties": {
                        "FieldPropertyDictionaryKeyValuePair": [
                            {
                                "Key": "x",
                                "Value": {
                                    "FieldRight": {"Mask": "", "Reason": None},
                                    "FieldLength": -1,
                                },
                            }
                        ]
                    },
                    "Status": 0,
                    "StatusDescription": "sent\r\n\U0001f600",
                    "MessagingId": 2147483647,
                },
                {"FieldProperties": {}, "Status": -2147483648, "MessagingId": 0},
            ]
        }
    }


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ({}, IncomingMessage()),
        ({"To": None, "From": ""}, IncomingMessage(from_="")),
        ({"TableRight": {}}, IncomingMessage(table_right=TableRight())),
        ({"Content": " \t "}, IncomingMessage(content=" \t ")),
        ({"Content": "\r\n"}, IncomingMessage(content="\r\n")),
    ],
)
def test_create_message(sent: object, received: IncomingMessage) -> None:
    calls, read = call("create_message", "CreateMessage", {"IncomingMessage": sent})
    assert calls == [{"incoming_message": received}]
    assert (read.result, read.fault) == ({}, None)
    assert read.headers == {"Succeeded": True}


@pytest.mark.parametrize("ids", [[], [0], [1, -2, 2147483647]])
def test_lists_both_ways(ids: list[int]) -> None:
    def answer() -> list[MessageDeliveryStatus]:
        return [MessageDeliveryStatus(status=1, messaging_id=n) for n in ids]

    calls, read = call(
        "get_delivery_status",
        "GetDeliveryStatus",
        {"MessagingIds": {"int": ids}},
        answer,
    )
    assert calls == [{"messaging_ids": ids}]
    statuses = [{"Status": 1, "MessagingId": n} for n in ids]
    expected = {"MessageDeliveryStatus": statuses} if ids else {}
    assert read.result == {"Response": expected}


def test_get_plugins() -> None:
    def answer() -> list[ProviderInfo]:
        return [
            ProviderInfo(
                name="sms",
                supported_messaging_formats=["sms/160", ""],
                supports_config=True,
            ),
            ProviderInfo(supported_messaging_formats=[], supports_config=False),
        ]

    calls, read = call("get_plugins", "GetPlugins", {}, answer)
    assert calls == [{}]
    assert read.result == {
        "Response": {
            "ProviderInfo": [
                {
                    "Name": "sms",
                    "SupportedMessagingFormats": {"string": ["sms/160", ""]},
                    "SupportsConfig": True,
                },
                {"SupportedMessagingFormats": {}, "SupportsConfig": False},
            ]
        }
    }
