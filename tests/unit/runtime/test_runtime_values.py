"""Simple values: what is written, what is read, what is refused."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.runtime.orders._runtime import values
from tests.unit.runtime.orders._runtime.errors import EncodeError, ProtocolError
from tests.unit.runtime.orders._runtime.nil import NIL
from tests.unit.runtime.orders._runtime.reading import Element, Reader
from tests.unit.runtime.orders.types import Access, State
from tests.unit.runtime.wire import element, nil

Write = Callable[[Any, str], str]
Read = Callable[[Element, Reader], object]


def _untyped(write: Callable[..., str]) -> Callable[..., str]:
    """A writer as a caller sees it who does not check types."""
    return write


PAIRS: list[tuple[Write, Read]] = [
    (values.write_string, values.read_string),
    (values.write_boolean, values.read_boolean),
    (values.write_int, values.read_int),
    (values.write_double, values.read_double),
    (values.write_date_time, values.read_date_time),
    (values.write_base64_binary, values.read_base64_binary),
]

INTEGERS: list[tuple[Write, Read, int | None, int | None]] = [
    (values.write_byte, values.read_byte, -(2**7), 2**7 - 1),
    (values.write_short, values.read_short, -(2**15), 2**15 - 1),
    (values.write_int, values.read_int, -(2**31), 2**31 - 1),
    (values.write_long, values.read_long, -(2**63), 2**63 - 1),
    (values.write_unsigned_byte, values.read_unsigned_byte, 0, 2**8 - 1),
    (values.write_unsigned_short, values.read_unsigned_short, 0, 2**16 - 1),
    (values.write_unsigned_int, values.read_unsigned_int, 0, 2**32 - 1),
    (values.write_unsigned_long, values.read_unsigned_long, 0, 2**64 - 1),
    (values.write_integer, values.read_integer, None, None),
    (values.write_non_negative_integer, values.read_non_negative_integer, 0, None),
    (values.write_positive_integer, values.read_positive_integer, 1, None),
    (values.write_non_positive_integer, values.read_non_positive_integer, None, 0),
    (values.write_negative_integer, values.read_negative_integer, None, -1),
]


@pytest.mark.parametrize(("write", "read"), PAIRS)
def test_nil_is_none_and_none_or_nil_is_refused(write: Write, read: Read) -> None:
    assert read(nil(), Reader()) is None
    assert read(element(" \n ", 'xsi:nil=" 1 "'), Reader()) is None
    refused: list[object] = [None, NIL, object(), [], {}]
    for value in refused:
        with pytest.raises(EncodeError) as caught:
            write(value, "amount")
        assert caught.value.path == ("amount",)
        assert str(caught.value).startswith("amount: ")


@pytest.mark.parametrize(("write", "read", "least", "greatest"), INTEGERS)
def test_integers_keep_their_bounds(
    write: Write, read: Read, least: int | None, greatest: int | None
) -> None:
    for bound, step in ((least, -1), (greatest, 1)):
        value = 10**30 * step if bound is None else bound
        assert write(value, "n") == str(value)
        assert read(element(str(value)), Reader()) == value
        if bound is not None:
            with pytest.raises(EncodeError, match="n: out of range"):
                write(bound + step, "n")
            with pytest.raises(ProtocolError, match="out of range"):
                read(element(str(bound + step)), Reader())


@pytest.mark.parametrize(
    ("text", "value"),
    [("7", 7), ("+5", 5), ("-0", 0), ("007", 7), (" \t\r\n12\n", 12), ("-1", -1)],
)
def test_an_integer_is_read(text: str, value: int) -> None:
    assert values.read_int(element(text), Reader()) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1_000",
        "\u0661\u0662",
        "\u00b2",
        "1 2",
        "1.0",
        "1e3",
        "0x1",
        "--1",
        "+",
        "\xa05",
        "9" * 5000,
        "5<x/>",
        "<x/>5",
        "12<![CDATA[a]]>",
    ],
)
def test_no_integer_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ProtocolError) as caught:
        values.read_integer(element(text), Reader())
    assert (caught.value.path or "").startswith("v")
    assert caught.value.outcome == "unknown"


@pytest.mark.parametrize("value", [True, "1", 1.0, b"1"])
def test_what_is_like_an_int_is_refused(value: object) -> None:
    write = _untyped(values.write_int)
    with pytest.raises(EncodeError, match=f"expected int, got {type(value).__name__}"):
        write(value, "n")


def test_a_string_keeps_its_white_space_and_is_escaped() -> None:
    text = " a<b>&c\r\n\t]]> \U0001f600\"'"
    written = values.write_string(text, "text")
    assert written == " a&lt;b&gt;&amp;c&#13;\n\t]]&gt; \U0001f600\"'"
    assert values.read_string(element(written), Reader()) == text
    assert values.read_string(element(), Reader()) == ""
    assert values.read_string(element("  "), Reader()) == "  "
    assert (
        values.read_string(element("a<!-- no -->b<![CDATA[<c]]>"), Reader()) == "ab<c"
    )


def test_an_element_inside_a_text_is_refused() -> None:
    with pytest.raises(ProtocolError, match="v/x: an element inside a text"):
        values.read_string(element("a<x/>"), Reader())


def test_nil_without_truth_is_not_nil() -> None:
    assert values.read_string(element(attributes='xsi:nil="false"'), Reader()) == ""


def test_white_space_of_tokens_is_collapsed() -> None:
    assert values.read_token(element(" a\n b\t\tc "), Reader()) == "a b c"
    assert values.read_token(nil(), Reader()) is None
    assert values.read_normalized_string(element(" a\n\tb "), Reader()) == " a  b "
    assert values.read_normalized_string(nil(), Reader()) is None


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("1", True), (" false ", False), ("0", False)]
)
def test_a_boolean_is_read(text: str, value: bool) -> None:
    assert values.read_boolean(element(text), Reader()) is value


@pytest.mark.parametrize("text", ["", "True", "yes", "2"])
def test_no_boolean_is_refused(text: str) -> None:
    with pytest.raises(ProtocolError, match="xs:boolean"):
        values.read_boolean(element(text), Reader())


def test_a_boolean_is_written_in_lower_case_and_an_int_refused() -> None:
    assert values.write_boolean(True, "b") == "true"
    assert values.write_boolean(False, "b") == "false"
    write = _untyped(values.write_boolean)
    with pytest.raises(EncodeError, match="b: expected bool, got int"):
        write(1, "b")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5", 1.5),
        ("-.5e1", -5.0),
        ("1.", 1.0),
        ("INF", math.inf),
        ("-INF", -math.inf),
    ],
)
def test_a_float_is_read(text: str, value: float) -> None:
    assert values.read_double(element(text), Reader()) == value


def test_not_a_number_is_read_and_written() -> None:
    assert math.isnan(values.read_double(element("NaN"), Reader()) or 0)
    assert values.write_double(math.nan, "f") == "NaN"


@pytest.mark.parametrize(
    "text", ["", "inf", "nan", "1_0.0", "0x1p3", "1,5", "1e999", "e5"]
)
def test_no_float_is_refused(text: str) -> None:
    with pytest.raises(ProtocolError):
        values.read_double(element(text), Reader())


def test_floats_are_written() -> None:
    assert values.write_double(0.1, "f") == "0.1"
    assert values.write_double(3, "f") == "3.0"
    assert values.write_double(1e300, "f") == "1e+300"
    assert values.write_double(math.inf, "f") == "INF"
    assert values.write_float(-math.inf, "f") == "-INF"
    with pytest.raises(EncodeError, match="f: out of range for xs:float"):
        values.write_float(1e300, "f")
    with pytest.raises(EncodeError, match="f: out of range for xs:double"):
        values.write_double(10**400, "f")
    with pytest.raises(EncodeError, match="f: expected float, got bool"):
        values.write_double(True, "f")


def test_binary_is_base64() -> None:
    data = bytes(range(256))
    text = values.write_base64_binary(data, "data")
    assert "\n" not in text
    assert values.read_base64_binary(element(text), Reader()) == data
    broken = "\r\n ".join(text[i : i + 60] for i in range(0, len(text), 60))
    assert values.read_base64_binary(element(broken), Reader()) == data
    assert values.read_base64_binary(element(), Reader()) == b""
    for bad in (
        "a",
        "====",
        "AA=A",
        "AA*=",
        "AAA\u00e9",
        "QUJD=",
        "QQ==QQ==",
        "QUJD\u00a0",
    ):
        with pytest.raises(ProtocolError, match="xs:base64Binary"):
            values.read_base64_binary(element(bad), Reader())


def test_an_enumeration_is_written_and_read() -> None:
    assert values.write_enumeration(State.SENT, State, "state") == "Sent"
    assert values.write_enumeration(State("A&B"), State, "state") == "A&amp;B"
    assert values.read_enumeration(element(" Sent\n"), Reader(), State) is State.SENT
    assert values.read_enumeration(nil(), Reader(), State) is None
    unknown = values.read_enumeration(element("Lost"), Reader(), State)
    assert unknown == "Lost"
    assert unknown is not None
    assert not unknown.is_known
    with pytest.raises(ProtocolError, match="State does not know"):
        values.read_enumeration(element("Lost"), Reader(strict=True), State)


def test_a_text_or_another_enumeration_is_refused() -> None:
    write = _untyped(values.write_enumeration)
    for value in ("Sent", Access.READ, None, NIL):
        with pytest.raises(EncodeError, match="state: "):
            write(value, State, "state")


def test_flags_are_written_in_the_order_of_the_schema() -> None:
    chosen = {Access.DELETE, Access.READ, Access("Zap"), Access("Burn")}
    assert values.write_flags(chosen, Access, "access") == "Read Delete Burn Zap"
    assert values.write_flags(frozenset(Access), Access, "a") == "Read Write Delete"
    assert values.write_flags(frozenset(), Access, "a") == ""
    write = _untyped(values.write_flags)
    for value in ([Access.READ], "Read", None, NIL, {"Read"}, Access.READ):
        with pytest.raises(EncodeError, match="access: "):
            write(value, Access, "access")


@pytest.mark.parametrize("text", ["", " ", "Read Write", "Read\n"])
def test_a_flag_that_would_not_be_read_as_one_is_refused(text: str) -> None:
    with pytest.raises(EncodeError, match="access: a flag is one word"):
        values.write_flags({Access.READ, Access(text)}, Access, "access")


def test_flags_are_read() -> None:
    read = values.read_flags(element(" Write\n Read  Zap "), Reader(), Access)
    assert read == frozenset({Access.READ, Access.WRITE, Access("Zap")})
    assert values.read_flags(element(), Reader(), Access) == frozenset()
    blank = values.read_flags(element("Read\u00a0Write"), Reader(), Access)
    assert blank == frozenset({"Read\u00a0Write"})
    assert values.read_flags(nil(), Reader(), Access) is None
    with pytest.raises(ProtocolError):
        values.read_flags(element("Zap"), Reader(strict=True), Access)
