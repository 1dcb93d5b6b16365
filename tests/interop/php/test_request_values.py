"""Absent, nil and empty, flags, and awkward texts: what PHP understood of them."""

from __future__ import annotations

from typing import Any

import pytest

from services86 import NIL
from services86.errors import EncodeError
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

TEXTS = [
    "",
    "a\rb",
    "a\nb",
    "a\r\nb",
    "tab\tinside",
    "\tboth ends\t",
    " both ends ",
    "]]>",
    "<![CDATA[x]]>",
    "<!-- no comment -->",
    "&<>\"'",
    "&amp;&#13;&lt;",
    "\U0001f600\U0001f468\u200d\U0001f469",
    "\U0010fffd",
    "\u00e9 e\u0301 \u00a0 \u2028 \u0085 \ufeff \ufffd",
    "\u05d0\u0627 \u202e",
    "\x7f\x80\x9f",
    "\u00a0",
    "null",
    "0",
    "\\u0041\\n",
    "x" * 100_000,
]


def received(server: PhpServer, message: IncomingMessage) -> Any:
    """What PHP understood of a message."""
    with server.messaging() as client:
        client.create_message(incoming_message=message)
    return server.understood_once().arguments["IncomingMessage"]


@pytest.mark.parametrize("text", TEXTS, ids=[ascii(text[:20]) for text in TEXTS])
def test_texts_arrive_as_they_are(server: PhpServer, text: str) -> None:
    assert received(server, IncomingMessage(content=text)) == {"Content": text}


@pytest.mark.parametrize("text", [" ", " \t ", "\n", "\r", "\r\n \r"])
def test_blank_texts_arrive_unless_php_drops_their_white_space(
    server: PhpServer, text: str
) -> None:
    """PHP's reader takes a text of white space alone for the white space around
    elements, even one that is written as character references.
    """
    assert received(server, IncomingMessage(content=text)) == {"Content": ""}


def test_texts_in_keys_of_a_dictionary(server: PhpServer) -> None:
    config = {text: text[::-1] for text in TEXTS}
    with server.messaging() as client:
        client.send_messages_with_config(outgoing_messages=[], config=config)
    pairs = server.understood_once().arguments["Config"]["StringKeyValuePair"]
    assert {pair["Key"]: pair["Value"] for pair in pairs} == config
    assert len(pairs) == len(config)


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x0b", "\ud800", "\uffff"])
def test_what_xml_cannot_carry_never_reaches_the_server(
    server: PhpServer, character: str
) -> None:
    message = IncomingMessage(content=f"a{character}b")
    with server.messaging() as client, pytest.raises(EncodeError):
        client.create_message(incoming_message=message)
    assert server.understood() == []


@pytest.mark.parametrize("number", [0, 1, -1, 2147483647, -2147483648])
def test_integers(server: PhpServer, number: int) -> None:
    message = OutgoingMessage(parent_messaging_id=number)
    with server.messaging() as client:
        client.send_messages(outgoing_messages=[message])
        client.set_delivery_status(plugin="", external_message_id="", status=number)
    sent, report = server.understood()
    assert sent.arguments == {
        "OutgoingMessages": {"OutgoingMessage": [{"ParentMessagingId": number}]}
    }
    assert report.arguments == {
        "Plugin": "",
        "ExternalMessageId": "",
        "Status": number,
    }


@pytest.mark.parametrize("number", [2147483648, -2147483649])
def test_integers_out_of_bounds_never_reach_the_server(
    server: PhpServer, number: int
) -> None:
    with server.messaging() as client, pytest.raises(EncodeError):
        client.get_delivery_status(messaging_ids=[1, number])
    assert server.understood() == []


@pytest.mark.parametrize(
    ("rights", "text"),
    [
        (frozenset[ETableRight](), ""),
        (frozenset({ETableRight.RESTRICTED_UPDATE}), "RestrictedUpdate"),
        (
            frozenset(ETableRight),
            "Select Update Insert Delete Filtering RestrictedUpdate",
        ),
    ],
    ids=["none", "one", "all"],
)
def test_flags(server: PhpServer, rights: frozenset[ETableRight], text: str) -> None:
    message = IncomingMessage(table_right=TableRight(mask=rights))
    assert received(server, message) == {"TableRight": {"Mask": text}}


def test_all_flags_of_a_field(server: PhpServer) -> None:
    right = FieldRight(mask=frozenset(EFieldRight))
    message = IncomingMessage(field_properties={"x": FieldProperty(field_right=right)})
    (pair,) = received(server, message)["FieldProperties"][
        "FieldPropertyDictionaryKeyValuePair"
    ]
    assert pair == {
        "Key": "x",
        "Value": {
            "FieldRight": {
                "Mask": "Read Write Unused1 Unused2 Unused3 Unused4"
                " UIHintMandatory UIHintReadOnly UndefinedValue256"
            }
        },
    }


def test_what_is_absent_stays_absent(server: PhpServer) -> None:
    assert received(server, IncomingMessage()) == {}
    nested = IncomingMessage(table_right=TableRight(), field_properties={})
    assert received(server, nested) == {"TableRight": {}, "FieldProperties": {}}


def test_what_is_nil_is_null(server: PhpServer) -> None:
    message = IncomingMessage(
        table_right=NIL,
        field_properties=NIL,
        to=NIL,
        from_="",
        content=NIL,
        plugin=NIL,
    )
    assert received(server, message) == {
        "TableRight": None,
        "FieldProperties": None,
        "To": None,
        "From": "",
        "Content": None,
        "Plugin": None,
    }


def test_a_nil_parameter_is_null(server: PhpServer) -> None:
    with server.messaging() as client:
        client.create_message(incoming_message=NIL)
        client.get_delivery_status(messaging_ids=NIL)
        client.send_messages_with_config(plugin=NIL, outgoing_messages=NIL, config=NIL)
    assert [call.arguments for call in server.understood()] == [
        {"IncomingMessage": None},
        {"MessagingIds": None},
        {"Plugin": None, "OutgoingMessages": None, "Config": None},
    ]


def test_an_empty_list_is_there_and_empty(server: PhpServer) -> None:
    with server.messaging() as client:
        client.get_delivery_status(messaging_ids=[])
        client.send_messages(outgoing_messages=[])
        client.send_messages_with_config(plugin="", outgoing_messages=[], config={})
    assert [call.arguments for call in server.understood()] == [
        {"MessagingIds": {}},
        {"OutgoingMessages": {}},
        {"Plugin": "", "OutgoingMessages": {}, "Config": {}},
    ]


def test_a_list_of_one_is_a_list(server: PhpServer) -> None:
    with server.messaging() as client:
        client.get_delivery_status(messaging_ids=[0])
        client.send_messages(outgoing_messages=[OutgoingMessage()])
    assert [call.arguments for call in server.understood()] == [
        {"MessagingIds": {"int": [0]}},
        {"OutgoingMessages": {"OutgoingMessage": [{}]}},
    ]
