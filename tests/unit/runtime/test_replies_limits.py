"""Limits of replies: how many bytes, elements, levels and how much memory."""

from __future__ import annotations

import pytest

from tests.unit.runtime.answered import answered, failure, listed, orders, placed
from tests.unit.runtime.orders._runtime.errors import ProtocolError
from tests.unit.runtime.orders._runtime.limits import Limits, longest_text
from tests.unit.runtime.orders._runtime.parsing import parse_xml
from tests.unit.runtime.orders.types import Order

ORDER = "<Number>1</Number>"


def test_elements_are_counted() -> None:
    # The envelope, Header, Body, the wrapper and the array are five.
    body = listed(*[ORDER] * 10)
    assert len(orders(answered(body, element_limit=25))) == 10
    error = failure(answered(body, element_limit=24))
    assert type(error) is ProtocolError
    assert error.message == "a reply of more than element_limit=24 elements"
    assert error.outcome == "unknown"


def test_what_is_quoted_is_not_counted() -> None:
    text = "<![CDATA[" + "<a>" * 50 + "]]><!--" + "<b/>" * 50 + "-->"
    body = listed(f"{ORDER}<From>{text}</From>")
    # The section and the comment count themselves.
    client = answered(body, element_limit=10)
    assert orders(client) == [Order(number=1, from_="<a>" * 50)]
    assert isinstance(failure(client.with_options(element_limit=9)), ProtocolError)


def test_bytes_are_counted() -> None:
    body = listed(ORDER)
    assert orders(answered(body, reply_limit=len(body))) == [Order(number=1)]
    error = failure(answered(body, reply_limit=len(body) - 1))
    assert isinstance(error, ProtocolError)
    assert error.message == f"a reply of more than reply_limit={len(body) - 1} bytes"
    assert error.outcome == "unknown"


@pytest.mark.parametrize(("depth", "refused"), [(125, False), (126, True), (400, True)])
def test_depth_is_limited(depth: int, refused: bool) -> None:
    # Envelope, Body and the wrapper are three, the innermost `n` is one of `depth`.
    client = answered(placed("<n>" * depth + "</n>" * depth))
    if not refused:
        assert orders(client) == []
        return
    error = failure(client)
    assert type(error) is ProtocolError
    assert error.message == "elements nested more than 128 deep"


def test_nested_values_are_limited_alike() -> None:
    body = placed("", "<Problem>" + "<Inner>" * 200 + "</Inner>" * 200 + "</Problem>")
    assert "nested more than 128 deep" in str(failure(answered(body)))


def test_a_text_of_more_than_ten_million_bytes() -> None:
    text = "x" * 11_000_000
    body = listed(f"{ORDER}<From>{text}</From>")
    assert orders(answered(body)) == [Order(number=1, from_=text)]
    big = parse_xml(f"<a>{text}</a>".encode())
    assert len(big.text or "") == len(text)


@pytest.mark.parametrize(
    "content",
    [
        "<a/>12345678" * 490_000,
        "<a b='' c='' d='' e=''/>" * 250_000,
        "<a " + " ".join(f"a{n}=''" for n in range(1_000_000)) + "/>",
        "<a>"
        + "<!-- -->1234" * 490_000
        + "<b c=''/>" * 9_000
        + "</a>"
        + "x" * 9_000_000,
    ],
    ids=["texts", "attributes", "attributes of one", "comments"],
)
def test_memory_is_limited(content: str) -> None:
    assert len(content) > 4_000_000
    allowed = Limits(size=32 * 1024 * 1024, elements=500_000)
    with pytest.raises(ProtocolError, match=r"take more than 96 MiB of memory, which"):
        parse_xml(f"<r>{content}</r>".encode(), limits=allowed)


def test_quoted_markup_takes_no_memory_of_its_own() -> None:
    text = "<a b='' c=''>=</a>" * 300_000
    root = parse_xml(f"<r><![CDATA[{text}]]></r>".encode())
    assert root.text == text


@pytest.mark.parametrize(
    ("text", "bytes_as_str"),
    [
        ("x" * 5_000_000, 5_000_000),
        ("\u00e9" * 2_500_000, 5_000_000),
        ("\u4e2d" * 1_700_000, 10_200_000),
        ("x" * 5_000_000 + "\U0001f600", 20_000_016),
        ("x<a/>" * 1_000_000, 0),
    ],
    ids=["ascii", "latin", "plane", "one beyond", "short"],
)
def test_the_longest_text(text: str, bytes_as_str: int) -> None:
    data = f"<a>{text}</a>".encode()
    found = longest_text(data)
    # The tag's own `a>` counts with the text.
    assert bytes_as_str <= found <= bytes_as_str + 10


def test_what_the_options_allow() -> None:
    assert Limits().memory == 3 * 64 * 1024 * 1024
    assert Limits(elements=2_000_000).memory == 64 * 1024 * 1024 + 256_000_000
    assert Limits(size=1000).memory == 128_001_000
