"""Texts, numbers and amounts at their limits, to WCF and back."""

from __future__ import annotations

import pytest

from services86.messaging import (
    FieldProperty,
    MessageDeliveryStatus,
    OutgoingMessage,
    SoTimeZone,
    TableRight,
)
from tests.interop.wcf.wcf_server import Call, WcfServer

TEXTS = {
    "carriage return": "a\rb",
    "line feed": "a\nb",
    "both": "a\r\nb\n\rc",
    "line breaks at the ends": "\r\n a \n\r",
    "only line breaks": "\r\n\r",
    "tab": "\ta\tb\t",
    "only blanks": "   ",
    "only white space": " \t\n\r ",
    "blanks at the ends": "  a  b  ",
    "other spaces": "\u00a0\u2003a\u3000\u2028\u2029\u0085",
    "emoji": "\U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "beyond the basic plane": "\U00010000\U0010fffd",
    "the basic plane's end": "\ud7ff\ue000\ufffd",
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "combining": "e\u0301\u00e9",
    "the end of a CDATA section": "]]>",
    "markup": "<a b=\"c\" d='e'>&amp;&#13;</a>",
    "special characters": "&<>\"'",
    "a comment and an instruction": "<!-- a --><?b c?><![CDATA[d]]>",
    "controls": "\x7f\x80\x9f",
    "braces": "{0} %s {{a}}",
}


def as_read(text: str) -> str:
    """What XML reads where a server writes line breaks as they are, as mono does."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def in_a_block(text: str) -> str:
    """What mono makes of a text in a header block: it drops one of white space alone."""
    return text if text.strip(" \t\n\r") else ""


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text(wcf: WcfServer, text: str) -> None:
    message = OutgoingMessage(
        table_right=TableRight(reason=text),
        field_properties={text: FieldProperty(field_type=text)},
        content=text,
        format="after",
    )
    client = wcf.messaging().with_headers(
        application_token=text,
        ticket=text,
        time_zone=SoTimeZone(so_time_zone_location_code=text),
    )
    (status,) = client.send_messages_with_config(
        plugin=text, outgoing_messages=[message], config={text: text, "after": "all"}
    )
    assert wcf.call() == Call(
        "SendMessagesWithConfig",
        {
            "ApplicationToken": in_a_block(text),
            "Credentials": {"Ticket": in_a_block(text)},
            "TimeZone": {"SoTimeZoneLocationCode": in_a_block(text)},
        },
        {
            "Plugin": text,
            "OutgoingMessages": [
                {
                    "TableRight": {"Reason": text},
                    "FieldProperties": {text: {"FieldType": text}},
                    "Content": text,
                    "Format": "after",
                }
            ],
            "Config": {text: text, "after": "all"},
        },
    )
    assert status == MessageDeliveryStatus(
        status=1, status_description=as_read(text), messaging_id=1
    )


def test_sign_in_texts(wcf: WcfServer) -> None:
    data: dict[str, str | None] = {text: text for text in TEXTS.values()}
    wcf.principal().authenticate_generic(authentication_data=data)
    assert wcf.call().body == {"AuthenticationData": data}
    for text in TEXTS.values():
        signed_in = wcf.principal().authenticate_username_password(
            user_name=text, password=text
        )
        assert wcf.call().body == {"UserName": text, "Password": text}
        assert signed_in.response is not None
        assert signed_in.response.full_name == as_read(text)
        assert signed_in.credentials.ticket == "7T:" + as_read(text)


@pytest.mark.parametrize("number", [-2147483648, -1, 0, 1, 2147483647])
def test_number(wcf: WcfServer, number: int) -> None:
    wcf.messaging().set_delivery_status(
        plugin="sms", external_message_id="1", status=number
    )
    statuses = wcf.messaging().get_delivery_status(messaging_ids=[number])
    first, second = wcf.calls()
    assert first.body["Status"] == number
    assert second.body == {"MessagingIds": [number]}
    assert statuses == [MessageDeliveryStatus(status=number, messaging_id=number)]


def test_long_text(wcf: WcfServer) -> None:
    text = "0123456789\U0001f600&\r" * 100_000
    wcf.messaging("no-list").send_messages(
        plugin="sms", outgoing_messages=[OutgoingMessage(content=text)]
    )
    assert wcf.call().body == {
        "Plugin": "sms",
        "OutgoingMessages": [{"Content": text}],
    }


def test_many_messages(wcf: WcfServer) -> None:
    statuses = wcf.messaging().send_messages(
        plugin="sms",
        outgoing_messages=[
            OutgoingMessage(
                table_right=TableRight(reason=f"right {number}"),
                field_properties={},
                from_="Shop",
                to=f"+47{number:08}",
                content=f"Message {number} & more",
                format="sms/160",
                parent_messaging_id=-number,
                suggested_session_key=f"key {number}",
            )
            for number in range(10_000)
        ],
    )
    assert wcf.call().body == {
        "Plugin": "sms",
        "OutgoingMessages": [
            {
                "TableRight": {"Reason": f"right {number}"},
                "FieldProperties": {},
                "From": "Shop",
                "To": f"+47{number:08}",
                "Content": f"Message {number} & more",
                "Format": "sms/160",
                "ParentMessagingId": -number,
                "SuggestedSessionKey": f"key {number}",
            }
            for number in range(10_000)
        ],
    }
    assert statuses == [
        MessageDeliveryStatus(
            status=1,
            status_description=f"Message {number} & more",
            messaging_id=number + 1,
        )
        for number in range(10_000)
    ]


def test_many_ids(wcf: WcfServer) -> None:
    ids = list(range(-5_000, 5_000))
    statuses = wcf.messaging().get_delivery_status(messaging_ids=ids)
    assert wcf.call().body == {"MessagingIds": ids}
    assert [status.messaging_id for status in statuses] == ids


def test_many_keys(wcf: WcfServer) -> None:
    config = {f"key {number}": f"value {number}" for number in range(1_000)}
    wcf.messaging().send_messages_with_config(
        plugin="sms", outgoing_messages=[], config=config
    )
    body = wcf.call().body
    assert body == {"Plugin": "sms", "OutgoingMessages": [], "Config": config}
