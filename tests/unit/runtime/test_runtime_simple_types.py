"""Decimals, hexadecimal, names, lists and .NET's own types: XML Schema Part 2."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.xsd_values import is_valid
from tests.unit.runtime.orders._runtime.characters import read_char, write_char
from tests.unit.runtime.orders._runtime.dates import read_date, write_date
from tests.unit.runtime.orders._runtime.decimals import read_decimal, write_decimal
from tests.unit.runtime.orders._runtime.errors import EncodeError, ProtocolError
from tests.unit.runtime.orders._runtime.hexadecimal import (
    read_hex_binary,
    write_hex_binary,
)
from tests.unit.runtime.orders._runtime.integers import read_int, write_int
from tests.unit.runtime.orders._runtime.lists import (
    read_list,
    read_tokens,
    write_list,
    write_tokens,
)
from tests.unit.runtime.orders._runtime.nil import NIL
from tests.unit.runtime.orders._runtime.qnames import QName, read_q_name, write_q_name
from tests.unit.runtime.orders._runtime.reading import Element, Reader
from tests.unit.runtime.orders._runtime.strings import read_string, write_string
from tests.unit.runtime.orders._runtime.uuids import read_guid, write_guid
from tests.unit.runtime.wire import element, nil

Write = Callable[[Any, str], str]
Read = Callable[[Element, Reader], object]

SOME = UUID("12345678-1234-5678-1234-56789abcdef0")
PAIRS: dict[str, tuple[Write, Read]] = {
    "decimal": (write_decimal, read_decimal),
    "hexBinary": (write_hex_binary, read_hex_binary),
    "guid": (write_guid, read_guid),
    "char": (write_char, read_char),
    "NMTOKENS": (write_tokens, read_tokens),
}


@pytest.mark.parametrize("type_name", PAIRS)
def test_nil_is_none_and_other_kinds_are_refused(type_name: str) -> None:
    write, read = PAIRS[type_name]
    assert read(nil(), Reader()) is None
    others: list[object] = [None, NIL, True, 1.5, object(), {}, bytearray(b"a")]
    for value in others:
        with pytest.raises(EncodeError) as caught:
            write(value, "v")
        assert caught.value.path == ("v",)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1.50", "1.50"),
        ("-0.00", "-0.00"),
        ("1E+3", "1000"),
        ("1E-7", "0.0000001"),
        ("1234567890123456789012345678901.2", "1234567890123456789012345678901.2"),
        (f"0.{'1' * 4000}", f"0.{'1' * 4000}"),
    ],
)
def test_a_decimal_has_no_exponent_and_all_digits(value: str, text: str) -> None:
    # Digits of the caller's context are for arithmetic alone.
    with localcontext(prec=3):
        assert write_decimal(Decimal(value), "v") == text
        found = read_decimal(element(text), Reader())
    assert is_valid("decimal", text)
    assert found == Decimal(value)
    assert found is not None
    assert format(found, "f") == text


def test_an_int_is_a_decimal() -> None:
    assert write_decimal(-7, "v") == "-7"
    assert write_decimal(10**40, "v") == f"1{'0' * 40}"


@pytest.mark.parametrize("value", ["NaN", "-sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(EncodeError, match="v: not a finite number"):
        write_decimal(Decimal(value), "v")


@pytest.mark.parametrize("value", ["1E+4300", "1E-4301", "1E+999999", "0E-999999"])
def test_more_digits_than_can_be_sent(value: str) -> None:
    with pytest.raises(EncodeError, match="v: more digits"):
        write_decimal(Decimal(value), "v")


@pytest.mark.parametrize(
    ("text", "value"),
    [("+1", "1"), ("007.10", "7.10"), (".5", "0.5"), ("5.", "5"), (" -0 ", "-0")],
)
def test_a_decimal_is_read(text: str, value: str) -> None:
    assert is_valid("decimal", text)
    assert str(read_decimal(element(text), Reader())) == value


@pytest.mark.parametrize(
    "text",
    ["", ".", "+", "1e3", "1E3", "INF", "NaN", "1,5", "1_0", "0x1", "1 2", "\u0661"],
)
def test_what_is_no_decimal_is_refused(text: str) -> None:
    assert not is_valid("decimal", text)
    with pytest.raises(ProtocolError):
        read_decimal(element(text), Reader())


def test_a_decimal_of_very_many_digits_is_refused() -> None:
    with pytest.raises(ProtocolError, match="more digits than can be read"):
        read_decimal(element("9" * 4301), Reader())
    assert read_decimal(element("9" * 4300), Reader()) == 10**4300 - 1


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_decimal(value: Decimal) -> None:
    if abs(value.adjusted()) > 2000:
        return
    text = write_decimal(value, "v")
    assert is_valid("decimal", text)
    assert read_decimal(element(text), Reader()) == value


@given(st.binary())
def test_any_bytes(value: bytes) -> None:
    text = write_hex_binary(value, "v")
    assert is_valid("hexBinary", text)
    assert read_hex_binary(element(text), Reader()) == value


@pytest.mark.parametrize(
    ("text", "value"), [("0fb7", b"\x0f\xb7"), (" 0FB7\n", b"\x0f\xb7")]
)
def test_hexadecimal_is_read(text: str, value: bytes) -> None:
    assert is_valid("hexBinary", text)
    assert read_hex_binary(element(text), Reader()) == value


@pytest.mark.parametrize("text", ["0", "0g", "0F B7", "0x0F", "\u0661\u0661", "0F<x/>"])
def test_what_is_not_hexadecimal_is_refused(text: str) -> None:
    with pytest.raises(ProtocolError):
        read_hex_binary(element(text), Reader())


def test_a_guid() -> None:
    assert write_guid(SOME, "v") == "12345678-1234-5678-1234-56789abcdef0"
    for text in (str(SOME), str(SOME).upper(), f" {SOME}\n"):
        assert read_guid(element(text), Reader()) == SOME


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{{{SOME}}}",
        f"urn:uuid:{SOME}",
        SOME.hex,
        f"{SOME}0",
        "1234567-81234-5678-1234-56789abcdef0",
        "g2345678-1234-5678-1234-56789abcdef0",
    ],
)
def test_what_is_no_guid_is_refused(text: str) -> None:
    with pytest.raises(ProtocolError):
        read_guid(element(text), Reader())


@pytest.mark.parametrize(
    ("text", "value"), [("120", "x"), ("0", "\0"), ("65535", "\uffff"), ("32", " ")]
)
def test_a_character_is_its_number(text: str, value: str) -> None:
    assert write_char(value, "v") == text
    assert read_char(element(f" {text} "), Reader()) == value


@pytest.mark.parametrize("text", ["x", "", "-1", "65536", "55296", "57343"])
def test_what_is_no_number_of_a_character_is_refused(text: str) -> None:
    with pytest.raises(ProtocolError):
        read_char(element(text), Reader())


@pytest.mark.parametrize("value", ["", "ab", "\U0001f600", "\ud800"])
def test_what_is_no_character_is_refused(value: str) -> None:
    with pytest.raises(EncodeError, match="v: expected one character"):
        write_char(value, "v")


def _q_name(value: QName) -> str:
    out = ["<v>"]
    write_q_name(value, out)
    return "".join([*out, "</v>"])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (QName("urn:a", "b"), '<v xmlns:q="urn:a">q:b</v>'),
        (QName("", "b.c-d_1"), "<v>b.c-d_1</v>"),
        (QName('urn:"<&', "\u00e5"), '<v xmlns:q="urn:&quot;&lt;&amp;">q:\u00e5</v>'),
        (QName("http://www.w3.org/XML/1998/namespace", "lang"), "<v>xml:lang</v>"),
    ],
)
def test_a_qualified_name_declares_its_prefix(value: QName, text: str) -> None:
    assert _q_name(value) == text


@pytest.mark.parametrize("name", ["", "a:b", "1a", "a b", "a\n", "<", "-a", "a&b"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(EncodeError, match="not an XML name"):
        _q_name(QName("urn:a", name))


@pytest.mark.parametrize("value", [None, NIL, "q:b", ("urn:a", "b")])
def test_what_is_no_qualified_name_is_refused(value: Any) -> None:
    with pytest.raises(EncodeError, match="QName"):
        _q_name(value)


@pytest.mark.parametrize(
    ("text", "attributes", "value"),
    [
        ("o:b", "", QName("urn:orders", "b")),
        (" p:b\n", 'xmlns:p="urn:p"', QName("urn:p", "b")),
        ("b", "", QName("", "b")),
        ("b", 'xmlns="urn:d"', QName("urn:d", "b")),
        ("xml:lang", "", QName("http://www.w3.org/XML/1998/namespace", "lang")),
    ],
)
def test_a_qualified_name_is_read(text: str, attributes: str, value: QName) -> None:
    assert read_q_name(element(text, attributes), Reader()) == value


@pytest.mark.parametrize("text", ["", "z:b", "o:", ":b", "o:b:c", "o: b", "o b", "1"])
def test_what_is_no_qualified_name_is_an_error(text: str) -> None:
    with pytest.raises(ProtocolError) as caught:
        read_q_name(element(text), Reader())
    assert caught.value.path == "v"


def test_a_qualified_name_as_a_text() -> None:
    assert str(QName("urn:a", "b")) == "{urn:a}b"
    assert str(QName("", "b")) == "b"


def test_a_list_is_one_text() -> None:
    assert write_list([1, -2], write_int, "v") == "1 -2"
    assert write_list((), write_int, "v") == ""
    assert write_list([date(2024, 1, 1)], write_date, "v") == "2024-01-01"
    assert write_tokens(["a", "&b"], "v") == "a &amp;b"


def test_a_list_is_read() -> None:
    found = element("\n 1\t-2  +3 ")
    assert read_list(found, Reader(), read_int) == [1, -2, 3]
    # It is as it was for who looks at it again.
    assert found.text == "\n 1\t-2  +3 "
    assert read_list(element(""), Reader(), read_int) == []
    assert read_list(nil(), Reader(), read_int) is None
    assert read_list(element("2024-01-01"), Reader(), read_date) == [date(2024, 1, 1)]
    # No white space of XML.
    assert read_list(element("a\xa0b"), Reader(), read_string) == ["a\xa0b"]


@pytest.mark.parametrize("text", ["1 x", "1,2", "1 <x/>", "1 2147483648"])
def test_an_item_that_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(ProtocolError) as caught:
        read_list(element(text), Reader(), read_int)
    assert (caught.value.path or "").startswith("v")


@pytest.mark.parametrize("item", ["", "a b", "a\n", "\t", "a\rb", None, 1])
def test_an_item_that_is_no_word_is_refused(item: Any) -> None:
    with pytest.raises(EncodeError) as caught:
        write_list(["a", item], write_string, "names")
    assert caught.value.path == ("names", 1)


@pytest.mark.parametrize("value", ["a b", b"a", {"a"}, None, NIL, 1])
def test_what_is_no_list_is_refused(value: Any) -> None:
    with pytest.raises(EncodeError) as caught:
        write_tokens(value, "names")
    assert caught.value.path == ("names",)


@given(st.lists(st.integers(-(2**31), 2**31 - 1)))
def test_any_list(value: list[int]) -> None:
    text = write_list(value, write_int, "v")
    assert read_list(element(text), Reader(), read_int) == value
