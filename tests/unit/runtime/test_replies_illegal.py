"""Characters in replies that XML forbids: refused with their place, or replaced."""

from __future__ import annotations

import pytest

from tests.unit.runtime.answered import answered, failure, listed, orders, placed
from tests.unit.runtime.orders._runtime.errors import ProtocolError
from tests.unit.runtime.orders.types import Order

PATH = "Body/PlaceOrdersResponse/Response/Order[2]/From"


@pytest.mark.parametrize(
    ("text", "name", "replaced"),
    [
        ("a&#x1;b", "U+0001", "a\ufffdb"),
        ("a&#1;b", "U+0001", "a\ufffdb"),
        ("a&#x0001;b", "U+0001", "a\ufffdb"),
        ("&#0;", "U+0000", "\ufffd"),
        ("&#x1F;&#x9;&#65;", "U+001F", "\ufffd\tA"),
        ("&#xFFFE;", "U+FFFE", "\ufffd"),
        ("&#xD800;", "U+D800", "\ufffd"),
        ("&#1114112;", "U+110000", "\ufffd"),
        ("a\x01b\x02", "U+0001", "a\ufffdb\ufffd"),
        ("\uffff\U0001f600", "U+FFFF", "\ufffd\U0001f600"),
        ("\x00", "U+0000", "\ufffd"),
        ("\x01#x12;", "U+0001", "\ufffd#x12;"),
        ("<![CDATA[&#x1;\x01]]>", "U+0001", "&#x1;\ufffd"),
        ("<![CDATA[a<b \x01]]>", "U+0001", "a<b \ufffd"),
        ("<!-- \x01 --><![CDATA[&#x1;]]>", "U+0001", "&#x1;"),
    ],
)
def test_a_character_that_xml_forbids(text: str, name: str, replaced: str) -> None:
    body = listed(
        "<Number>1</Number>",
        f"<Number>2</Number><From>{text}</From>",
        "<Number>3</Number>",
    )
    error = failure(answered(body))
    assert type(error) is ProtocolError
    assert error.message == f"XML forbids the character {name}"
    assert error.path == PATH
    assert error.outcome == "unknown"
    assert f"{PATH}: XML forbids the character {name} (HTTP 200" in str(error)
    assert orders(answered(body, illegal_characters="replace")) == [
        Order(number=1),
        Order(number=2, from_=replaced),
        Order(number=3),
    ]


def test_a_reference_in_a_section_is_a_text() -> None:
    body = listed("<Number>1</Number><From><![CDATA[&#x1;]]></From>")
    assert orders(answered(body)) == [Order(number=1, from_="&#x1;")]


def test_in_an_attribute() -> None:
    body = listed("<Number new='&#2;'>1</Number>")
    error = failure(answered(body))
    assert isinstance(error, ProtocolError)
    assert error.message == "XML forbids the character U+0002"
    assert orders(answered(body, illegal_characters="replace")) == [Order(number=1)]


@pytest.mark.parametrize("name", ["Nu\x00mber", "Nu&#1;mber", "Nu\ufffember"])
def test_a_name_is_not_mended(name: str) -> None:
    body = listed(f"<Number>1</Number><{name}/>")
    error = failure(answered(body, illegal_characters="replace"))
    assert isinstance(error, ProtocolError)
    assert error.message.startswith("not well-formed XML")


def test_so_many_are_not_meant() -> None:
    few = listed(f"<Number>1</Number><From>{'&#1;x' * 50_000}</From>")
    (order,) = orders(answered(few, illegal_characters="replace"))
    assert order.from_ == "\ufffdx" * 50_000
    many = listed(f"<Number>1</Number><From>{chr(1) * 10_000_000}</From>")
    error = failure(answered(many, illegal_characters="replace"))
    assert isinstance(error, ProtocolError)
    assert error.message == "more than 100000 characters that XML forbids"


def test_far_from_the_beginning_its_byte_is_told() -> None:
    before = "x" * 1_100_000
    error = failure(answered(placed(f"<!--{before}-->&#x1;")))
    assert isinstance(error, ProtocolError)
    assert error.path is None
    assert error.message.startswith("XML forbids the character U+0001 (byte 11")


def test_replacing_mends_nothing_else() -> None:
    body = listed("<From>&#x1;</From>")[:-20]
    error = failure(answered(body, illegal_characters="replace"))
    assert isinstance(error, ProtocolError)
    assert error.message.startswith("cut off before the end of the envelope")
    number = listed("<Number>1&#x1;</Number>")
    error = failure(answered(number, illegal_characters="replace"))
    assert isinstance(error, ProtocolError)
    assert error.message == "not a value of xs:int"
