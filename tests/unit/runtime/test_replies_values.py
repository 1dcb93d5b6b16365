"""Values in replies: what servers write, and what a type forbids."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.unit.runtime.answered import answered, failure, listed, orders, placed
from tests.unit.runtime.orders._runtime.errors import ProtocolError
from tests.unit.runtime.orders.errors import OperationFailed
from tests.unit.runtime.orders.types import Access, Order, State

PLACE = "Body/PlaceOrdersResponse/Response/Order"
XSD = "xmlns:d='http://www.w3.org/2001/XMLSchema'"


def _order(content: str) -> Order:
    (order,) = orders(answered(listed(content)))
    return order


def _refused(content: str) -> ProtocolError:
    error = failure(answered(listed(content)))
    assert type(error) is ProtocolError
    assert error.outcome == "unknown"
    return error


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("+7", 7),
        ("007", 7),
        (" \t\r\n42 ", 42),
        ("2147483647", 2**31 - 1),
        ("-2147483648", -(2**31)),
        ("1<!-- -->2", 12),
        ("<![CDATA[12]]>", 12),
        ("&#49;2", 12),
    ],
)
def test_an_int(text: str, value: int) -> None:
    assert _order(f"<Number>{text}</Number>").number == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty, expected xs:int"),
        ("  ", "empty, expected xs:int"),
        ("2147483648", "out of range for xs:int"),
        ("-2147483649", "out of range for xs:int"),
        ("9" * 5000, "more digits than can be read"),
        ("1_000", "not a value of xs:int"),
        ("\u0661\u0662", "not a value of xs:int"),
        ("\u00b2", "not a value of xs:int"),
        ("\u00a01", "not a value of xs:int"),
        ("INF", "not a value of xs:int"),
        ("NaN", "not a value of xs:int"),
        ("1.0", "not a value of xs:int"),
        ("1 2", "not a value of xs:int"),
        ("0x1", "not a value of xs:int"),
        ("--1", "not a value of xs:int"),
    ],
)
def test_no_int(text: str, message: str) -> None:
    error = _refused(f"<Number>{text}</Number>")
    assert (error.message, error.path) == (message, f"{PLACE}/Number")


def test_an_element_in_a_text() -> None:
    for content in ("1<x/>", "<x/>1", "1<x>2</x>3"):
        error = _refused(f"<Number>{content}</Number>")
        assert error.message == "an element inside a text"
        assert error.path == f"{PLACE}/Number/x"


DATE = "2024-02-29T23:59:58"
WHEN = datetime(2024, 2, 29, 23, 59, 58)


@pytest.mark.parametrize(
    ("fraction", "microseconds"),
    [
        ("", 0),
        (".1", 100_000),
        (".12", 120_000),
        (".123", 123_000),
        (".1234", 123_400),
        (".12345", 123_450),
        (".123456", 123_456),
        (".1234567", 123_456),
        (".12345678", 123_456),
        (".999999999", 999_999),
        (".000", 0),
    ],
)
@pytest.mark.parametrize(
    ("zone", "tzinfo"),
    [
        ("", None),
        ("Z", UTC),
        ("+00:00", UTC),
        ("-00:00", UTC),
        ("+05:30", timezone(timedelta(hours=5, minutes=30))),
        ("-03:30", timezone(-timedelta(hours=3, minutes=30))),
        ("+14:00", timezone(timedelta(hours=14))),
        ("-14:00", timezone(-timedelta(hours=14))),
    ],
)
def test_a_date(
    fraction: str, microseconds: int, zone: str, tzinfo: timezone | None
) -> None:
    order = _order(f"<Number>1</Number><Placed>\n{DATE}{fraction}{zone} </Placed>")
    assert order.placed is not None
    assert order.placed == WHEN.replace(microsecond=microseconds, tzinfo=tzinfo)
    assert order.placed.tzinfo == tzinfo


@pytest.mark.parametrize(
    "text",
    [
        "10000-01-01T00:00:00",
        "0000-01-01T00:00:00",
        "-0001-01-01T00:00:00",
        "2024-02-29T24:00:00",
        "2023-02-29T00:00:00",
        "2024-13-01T00:00:00",
        "2024-01-01T00:00:60",
        "2024-01-01T00:60:00",
        "2024-01-01T00:00:00+14:01",
        "2024-01-01T00:00:00+00:60",
    ],
)
def test_a_date_that_no_datetime_holds(text: str) -> None:
    error = _refused(f"<Number>1</Number><Placed>{text}</Placed>")
    assert error.path == f"{PLACE}/Placed"
    assert error.message == "a date or time that does not exist or fits no datetime"


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-01",
        "2024-01-01 00:00:00",
        "2024-1-1T00:00:00",
        "2024-01-01T00:00:00.",
        "2024-01-01T00:00:00z",
        "2024-01-01T00:00:00+0000",
        "2024-01-01T00:00:00+1:00",
        "02024-01-01T00:00:00Z0",
        "\u0662\u0660\u0662\u0664-01-01T00:00:00",
        "yesterday",
    ],
)
def test_no_date(text: str) -> None:
    error = _refused(f"<Number>1</Number><Placed>{text}</Placed>")
    assert error.message == "not a value of xs:dateTime"


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("", frozenset[Access]()),
        (" \n ", frozenset[Access]()),
        ("Read", frozenset({Access.READ})),
        ("\n  Write\tRead\r\nRead ", frozenset({Access.READ, Access.WRITE})),
        ("Read New", frozenset({Access.READ, Access("New")})),
        ("Read\u00a0Write", frozenset({Access("Read\u00a0Write")})),
    ],
)
def test_flags(text: str, flags: frozenset[Access]) -> None:
    assert _order(f"<Number>1</Number><Access>{text}</Access>").access == flags


def test_a_member_that_is_not_known() -> None:
    content = "<Number>1</Number><State> Lost </State>"
    order = _order(content)
    assert order.state == "Lost"
    assert isinstance(order.state, State)
    error = failure(answered(listed(content), strict=True))
    assert isinstance(error, ProtocolError)
    assert error.message == "the contract's State does not know this value"


def test_white_space_of_texts_stays() -> None:
    for text in ("", " ", " a\n\tb ", "\u00a0"):
        assert _order(f"<Number>1</Number><From>{text}</From>").from_ == text
    assert _order("<Number>1</Number><From>&#13;&#10;</From>").from_ == "\r\n"


def test_nil_with_content_is_the_content_unless_strict() -> None:
    for content, value in (
        ("<From xsi:nil='true'>a</From>", Order(number=1, from_="a")),
        (
            "<Parts xsi:nil='1'><Order><Number>2</Number></Order></Parts>",
            Order(number=1, parts=[Order(number=2)]),
        ),
    ):
        body = listed(f"<Number>1</Number>{content}")
        assert orders(answered(body)) == [value]
        error = failure(answered(body, strict=True))
        assert isinstance(error, ProtocolError)
        assert error.message == "xsi:nil with content"


@pytest.mark.parametrize("nil", ["true", "1", " true\n"])
def test_nil(nil: str) -> None:
    content = (
        f"<Number>1</Number><From xsi:nil='{nil}'/><Parts xsi:nil='{nil}'> </Parts>"
    )
    assert _order(content) == Order(number=1)


def test_a_nil_that_is_false_is_none() -> None:
    content = "<Number>1</Number><From xsi:nil='false'/><Parts xsi:nil='0'/>"
    assert _order(content) == Order(number=1, from_="", parts=[])


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ("xsi:type='Order'", None),
        ("xsi:type='o:Order' xmlns:o='urn:orders'", None),
        ("xsi:type=' Order\n'", None),
        ("xsi:type='Document'", "xsi:type says {urn:orders}Document, expected"),
        ("xsi:type='Nothing'", "xsi:type says {urn:orders}Nothing, expected"),
        ("xsi:type='o:Order'", "xsi:type has a prefix that is not declared"),
        (f"xsi:type='d:int' {XSD}", "xsi:type says {http://www.w3.org/2001/XML"),
        ("xsi:type=''", "xsi:type says {urn:orders}, expected"),
    ],
)
def test_a_type_that_is_said(attributes: str, message: str | None) -> None:
    body = listed("<Number>1</Number>").replace(
        b"<Order>", f"<Order {attributes}>".encode()
    )
    if message is None:
        assert orders(answered(body)) == [Order(number=1)]
        return
    error = failure(answered(body))
    assert isinstance(error, ProtocolError)
    assert message in error.message
    assert error.path == PLACE


def test_a_type_that_is_said_of_a_text_does_not_matter() -> None:
    # Servers write other names for the same: the text itself is held to the contract.
    for name in ("int", "integer", "string", "nothing"):
        assert _order(f"<Number {XSD} xsi:type='d:{name}'>1</Number>").number == 1
    error = _refused(f"<Number {XSD} xsi:type='d:string'>x</Number>")
    assert error.message == "not a value of xs:int"


def test_a_nil_with_a_text_in_it_does_not_hide_a_failure() -> None:
    body = placed("", "<Problem xsi:nil='true'>no</Problem>")
    assert isinstance(failure(answered(body)), OperationFailed)


def test_only_xml_has_white_space() -> None:
    assert _order("<Number>1</Number><From xsi:nil='1'>\u2028</From>").from_ == "\u2028"
