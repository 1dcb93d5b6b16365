"""What reaches the wire, and what is refused before anything does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.unit.runtime.orders._runtime.errors import EncodeError
from tests.unit.runtime.orders._runtime.nil import NIL
from tests.unit.runtime.orders._runtime.writing import write_element
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.codec import write_document
from tests.unit.runtime.orders.types import Access, Document, Order, Region, State
from tests.unit.runtime.wire import SOAP, XSI, FakeTransport, envelope

EMPTY = envelope("<PlaceOrdersResponse/>")
START = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    f'<soap:Envelope xmlns:soap="{SOAP}" xmlns:xsi="{XSI}" xmlns:n1="urn:orders">'
)


def _sent(headers: Mapping[str, Any], **arguments: Any) -> str:
    transport = FakeTransport(EMPTY)
    client = OrdersClient("http://shop.test/", transport=transport, **headers)
    assert client.place_orders(**arguments) == []
    text = transport.sent
    assert text.startswith(START)
    assert text.endswith("</soap:Envelope>")
    return text.removeprefix(START).removesuffix("</soap:Envelope>")


def _body(**arguments: Any) -> str:
    text = _sent({}, **arguments)
    return text.removeprefix("<soap:Body><n1:PlaceOrders>").removesuffix(
        "</n1:PlaceOrders></soap:Body>"
    )


def test_a_whole_request() -> None:
    order = Order(
        access=frozenset({Access.WRITE, Access.READ}),
        number=7,
        from_="A & B\r\n",
        state=State.SENT,
        placed=datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC),
        labels={"colour": "red", "pin": None},
        parts=[Order(number=8, parts=[])],
    )
    headers = {"token": "t", "session_key": "k", "region": Region(code="NO")}
    assert _sent(headers, customer="Ann", orders=(order,)) == (
        "<soap:Header><n1:Token>t</n1:Token><n1:Session><n1:Key1>k</n1:Key1></n1:Session>"
        "<n1:Region><n1:Code>NO</n1:Code></n1:Region></soap:Header>"
        "<soap:Body><n1:PlaceOrders><n1:Customer>Ann</n1:Customer><n1:Orders><n1:Order>"
        "<n1:Access>Read Write</n1:Access><n1:Number>7</n1:Number>"
        "<n1:From>A &amp; B&#13;\n</n1:From><n1:State>Sent</n1:State>"
        "<n1:Placed>2024-05-06T07:08:09Z</n1:Placed>"
        "<n1:Labels><n1:Label><n1:Key>colour</n1:Key><n1:Value>red</n1:Value></n1:Label>"
        '<n1:Label><n1:Key>pin</n1:Key><n1:Value xsi:nil="true"/></n1:Label></n1:Labels>'
        "<n1:Parts><n1:Order><n1:Number>8</n1:Number><n1:Parts></n1:Parts></n1:Order>"
        "</n1:Parts></n1:Order></n1:Orders></n1:PlaceOrders></soap:Body>"
    )


def test_http_headers_of_a_request() -> None:
    transport = FakeTransport(EMPTY)
    client = OrdersClient(
        "http://shop.test/",
        transport=transport,
        timeout=3,
        http_headers={"user-agent": "mine", "X-Trace": "1"},
    )
    client.place_orders(orders=[])
    assert transport.requests[0].headers == {
        "Content-Type": "text/xml; charset=utf-8",
        "SOAPAction": '"urn:orders/PlaceOrders"',
        "Accept": "text/xml",
        "Accept-Encoding": "identity",
        "User-Agent": "mine",
        "X-Trace": "1",
    }
    assert transport.requests[0].call_timeout == 3
    assert transport.requests[0].url == "http://shop.test/"


def test_absent_empty_and_nil_differ() -> None:
    assert _body(orders=[]) == "<n1:Orders></n1:Orders>"
    assert _body(customer="", orders=[]).startswith("<n1:Customer></n1:Customer>")
    assert _body(customer=NIL, orders=[]).startswith('<n1:Customer xsi:nil="true"/>')
    assert '<n1:Order xsi:nil="true"/>' in _body(orders=[NIL])
    order = Order(number=1, from_=NIL, labels=NIL, parts=NIL)
    assert _body(orders=[order]).count('xsi:nil="true"') == 3
    assert "<n1:Labels></n1:Labels>" in _body(orders=[Order(number=1, labels={})])
    assert _sent({"token": NIL}, orders=[]).startswith(
        '<soap:Header><n1:Token xsi:nil="true"/></soap:Header>'
    )


def test_a_derived_value_says_its_type() -> None:
    out: list[str] = []
    write_element(out, "n1:Document", Order(number=1), write_document, "document")
    write_element(out, "n1:Document", Document(), write_document, "document")
    assert "".join(out) == (
        '<n1:Document xsi:type="n1:Order"><n1:Number>1</n1:Number></n1:Document>'
        "<n1:Document></n1:Document>"
    )


def _order(**fields: Any) -> list[Order]:
    order = Order(number=1)
    for name, value in fields.items():
        setattr(order, name, value)
    return [Order(number=1), order]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"orders": None}, "orders: a value is required, got None"),
        ({"orders": NIL}, r"orders: NIL is not allowed here"),
        ({"orders": "text"}, r"orders: expected a list or tuple, got str"),
        ({"orders": b"text"}, r"orders: expected a list or tuple, got bytes"),
        ({"orders": {1: 2}}, r"orders: expected a list or tuple, got dict"),
        ({"orders": {Order(number=1).number}}, r"orders: expected a list or tuple"),
        ({"orders": iter([])}, r"orders: expected a list or tuple"),
        ({"orders": Order(number=1)}, r"orders: expected a list or tuple, got Order"),
        ({"orders": [None]}, r"orders\[0\]: an item is required, got None"),
        ({"orders": ["text"]}, r"orders\[0\]: expected Order, got str"),
        ({"orders": [Document()]}, r"orders\[0\]: expected Order, got Document"),
        ({"customer": 5, "orders": []}, r"customer: expected str, got int"),
        ({"orders": _order(number=None)}, r"orders\[1\]\.number: int is required"),
        ({"orders": _order(number=NIL)}, r"orders\[1\]\.number: NIL is not allowed"),
        ({"orders": _order(number=2**31)}, r"orders\[1\]\.number: out of range"),
        (
            {"orders": _order(from_=b"a")},
            r"orders\[1\]\.from_: expected str, got bytes",
        ),
        ({"orders": _order(state=NIL)}, r"orders\[1\]\.state: NIL is not allowed"),
        ({"orders": _order(state="Sent")}, r"orders\[1\]\.state: expected State"),
        ({"orders": _order(labels=["a"])}, r"orders\[1\]\.labels: expected a dict"),
        ({"orders": _order(labels={"a": 1})}, r"orders\[1\]\.labels\['a'\]\.value: "),
        ({"orders": _order(labels={1: "a"})}, r"orders\[1\]\.labels\['1'\]\.key: "),
        (
            {"orders": _order(parts=[Order(number=1, parts=_order(from_=1))])},
            r"orders\[1\]\.parts\[0\]\.parts\[1\]\.from_: expected str, got int",
        ),
        # characters that XML cannot carry
        ({"customer": "a\0", "orders": []}, r"customer: .* U\+0000"),
        ({"orders": _order(from_="\x1b[0m")}, r"orders\[1\]\.from_: .* U\+001B"),
        ({"orders": _order(from_="\ufffe")}, r"orders\[1\]\.from_: .* U\+FFFE"),
        ({"orders": _order(from_="\ud800")}, r"orders\[1\]\.from_: .* U\+D800"),
        ({"orders": _order(labels={"k\b": "a"})}, r"orders\[1\]\.labels\['k"),
        ({"orders": _order(labels={"k": "a\b"})}, r"orders\[1\]\.labels\['k'\]: "),
        ({"orders": _order(state=State("\f"))}, r"orders\[1\]\.state: .* U\+000C"),
    ],
)
def test_bad_arguments_are_refused_before_anything_is_sent(
    arguments: dict[str, Any], message: str
) -> None:
    transport = FakeTransport(EMPTY)
    client = OrdersClient("http://shop.test/", transport=transport)
    with pytest.raises(EncodeError, match=f"^PlaceOrders: {message}") as caught:
        client.place_orders(**arguments)
    assert caught.value.outcome == "not_sent"
    assert caught.value.operation == "PlaceOrders"
    assert caught.value.endpoint == "http://shop.test/"
    assert not transport.requests


@pytest.mark.parametrize(
    ("headers", "message"),
    [
        ({"token": 5}, "token: expected str, got int"),
        ({"token": "\x02"}, r"token: .* U\+0002"),
        ({"region": "NO"}, "region: expected Region, got str"),
        ({"region": Region(code="\x02")}, r"region\.code: .* U\+0002"),
        ({"session_key": NIL}, "session_key: NIL is not allowed"),
    ],
)
def test_bad_header_values_are_refused(headers: dict[str, Any], message: str) -> None:
    with pytest.raises(EncodeError, match=message):
        _sent(headers, orders=[])


def test_a_value_that_contains_itself_is_refused() -> None:
    order = Order(number=1)
    order.parts = [order]
    with pytest.raises(EncodeError, match="does a value contain itself"):
        _body(orders=[order])


def test_every_sequence_will_do() -> None:
    class Numbers(Sequence[Order]):
        def __getitem__(self, index: Any) -> Any:
            if index:
                raise IndexError
            return Order(number=4)

        def __len__(self) -> int:
            return 1

    assert "<n1:Number>4</n1:Number>" in _body(orders=Numbers())


def test_no_error_shows_a_secret(caplog: pytest.LogCaptureFixture) -> None:
    call: Callable[..., object] = OrdersClient(
        "http://shop.test/", transport=FakeTransport(EMPTY), token="s3cret\x01"
    ).place_orders
    with pytest.raises(EncodeError) as caught:
        call(orders=[])
    assert "s3cret" not in str(caught.value) + repr(caught.value) + caplog.text
