"""What a reply becomes: a value, or which error with which outcome."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.unit.runtime.answered import FAULT
from tests.unit.runtime.orders._runtime.errors import (
    HttpError,
    Outcome,
    ProtocolError,
    SoapError,
    SoapFault,
)
from tests.unit.runtime.orders._runtime.reading import Reader
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.codec import read_document
from tests.unit.runtime.orders.errors import OperationFailed
from tests.unit.runtime.orders.types import (
    Access,
    Document,
    Order,
    State,
)
from tests.unit.runtime.wire import FakeTransport, element, envelope


def _client(
    body: bytes,
    status: int = 200,
    content_type: str = "text/xml; charset=utf-8",
    strict: bool = False,
) -> OrdersClient:
    headers = {"Content-Type": content_type} if content_type else {}
    transport = FakeTransport(body, status, headers)
    return OrdersClient("http://shop.test/?key=q", transport=transport, strict=strict)


def _orders(content: str, headers: str = "", strict: bool = False) -> list[Order]:
    body = f"<PlaceOrdersResponse>{content}</PlaceOrdersResponse>"
    return _client(envelope(body, headers), strict=strict).place_orders(orders=[])


def test_a_whole_reply() -> None:
    found = _orders(
        "<Response><Order><Labels><Label><Key>a</Key><Value>b</Value></Label>"
        "<Label><Value xsi:nil='true'/><Key/></Label></Labels><Access>Write Read</Access>"
        "<State>Sent</State><From/><Number>0</Number><Placed>2024-01-02T03:04:05Z</Placed>"
        "<Parts><Order><Number>2</Number></Order></Parts></Order></Response>"
    )
    assert found == [
        Order(
            access=frozenset({Access.READ, Access.WRITE}),
            number=0,
            from_="",
            state=State.SENT,
            placed=datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
            labels={"a": "b", "": None},
            parts=[Order(number=2)],
        )
    ]


def test_nil_and_absent_are_none_and_a_list_result_is_a_list() -> None:
    order = (
        "<Order><Number>1</Number><From xsi:nil='true'/><Parts xsi:nil='1'/></Order>"
    )
    assert _orders(f"<Response>{order}</Response>") == [Order(number=1)]
    assert _orders("") == _orders("<Response/>") == _orders("<Response xsi:nil='1'/>")


def test_what_is_not_known_is_skipped_unless_strict() -> None:
    content = (
        "<New/><Response><New/><Order new='1'><New><a/></New><Number>1</Number>"
        "<Labels><New/></Labels></Order></Response>"
    )
    assert _orders(content, "<New/><Done>true</Done>") == [Order(number=1, labels={})]
    for strict_content, headers, path in (
        ("<New/>", "", "Body/PlaceOrdersResponse/New"),
        ("", "<New/>", "Header/New"),
        (
            "<Response><Order><Number>1</Number></Order><Order><A/></Order></Response>",
            "",
            "Body/PlaceOrdersResponse/Response/Order[2]/A",
        ),
    ):
        with pytest.raises(ProtocolError, match="does not know this element") as caught:
            _orders(strict_content, headers, strict=True)
        assert caught.value.path == path


def test_attributes_that_are_not_known_are_skipped_unless_strict() -> None:
    content = "<Response><Order{}><Number{}>1</Number></Order></Response>"
    headers = "<Done s:mustUnderstand='1' s:actor='urn:a'{}>true</Done>"
    known = " xsi:type='Order' xsi:schemaLocation='urn:a b'"
    whole = content.format(known, ""), headers.format("")
    assert _orders(*whole, strict=True) == [Order(number=1)]
    for body, blocks, path in (
        (content.format(" new='1'", ""), "", "Response/Order"),
        (content.format("", " s:actor='x'"), "", "Response/Order/Number"),
        (content.format(" xml:lang='en'", ""), "", "Response/Order"),
        ("", headers.format(" new='1'"), "Header/Done"),
    ):
        _orders(body, blocks)
        with pytest.raises(ProtocolError, match=r"does not know .*attribute") as caught:
            _orders(body, blocks, strict=True)
        assert str(caught.value.path).endswith(path)


def test_an_attribute_does_not_hide_a_failure() -> None:
    with pytest.raises(OperationFailed):
        _orders("", "<Done new='1'>false</Done>", strict=True)


@pytest.mark.parametrize(
    ("content", "path", "message"),
    [
        ("<Order/>", "Order/Number", "a required value is missing"),
        ("<Order><Number xsi:nil='true'/></Order>", "Order/Number", "missing"),
        ("<Order><Number>x</Number></Order>", "Order/Number", "not a value of xs:int"),
        (
            "<Order><Number>1</Number></Order><Order xsi:nil='true'/>",
            "Order[2]",
            "a nil item",
        ),
        (
            "<Order><Number>1</Number><Labels><Label><Key>a</Key></Label>"
            "<Label><Key>a</Key></Label></Labels></Order>",
            "Order/Labels/Label[2]",
            "key occurs twice",
        ),
        (
            "<Order><Labels><Label><Key xsi:nil='true'/></Label></Labels></Order>",
            "Order/Labels/Label",
            "key is nil or missing",
        ),
        ("<Order xsi:type='Problem'/>", "Order", "xsi:type says {urn:orders}Problem"),
        ("<Order xsi:type='nope:Order'/>", "Order", "prefix that is not declared"),
    ],
)
def test_what_the_contract_forbids_is_refused(
    content: str, path: str, message: str
) -> None:
    with pytest.raises(ProtocolError) as caught:
        _orders(f"<Response>{content}</Response>")
    assert caught.value.path == f"Body/PlaceOrdersResponse/Response/{path}"
    assert message in caught.value.message
    assert str(caught.value).startswith(f"PlaceOrders: {caught.value.path}: ")
    assert caught.value.outcome == "unknown"
    assert caught.value.http_status == 200


def test_the_declared_type_may_be_said() -> None:
    order = "<Order xsi:type=' Order '><Number>1</Number></Order>"
    assert _orders(f"<Response>{order}</Response>") == [Order(number=1)]


def test_a_derived_type_is_honoured() -> None:
    derived = element("<o:Number>1</o:Number>", 'xsi:type="o:Order"')
    assert read_document(derived, Reader()) == Order(number=1)
    assert read_document(element("", 'xsi:type="o:Document"'), Reader()) == Document()
    with pytest.raises(ProtocolError, match=r"expected .*Document or a derived type"):
        read_document(element("", 'xsi:type="o:Problem"'), Reader())


@pytest.mark.parametrize(
    ("body", "status", "content_type", "kind", "outcome", "message"),
    [
        (b"", 200, "", ProtocolError, "unknown", "empty"),
        (b"", 202, "", ProtocolError, "unknown", "empty"),
        (b"hello", 200, "text/xml", ProtocolError, "unknown", "not XML"),
        (
            b"hello",
            200,
            "text/plain",
            ProtocolError,
            "unknown",
            "content type text/plain",
        ),
        (b"<html/>", 200, "text/html", ProtocolError, "unknown", "an HTML page"),
        (
            b"<html/>",
            500,
            "text/html",
            HttpError,
            "unknown",
            "500 Internal Server Error",
        ),
        (
            b"<a/>",
            200,
            "text/xml",
            ProtocolError,
            "unknown",
            "expected a SOAP envelope",
        ),
        (b"", 301, "", HttpError, "refused", "redirects are not followed"),
        (b"", 401, "", HttpError, "refused", "HTTP status 401 Unauthorized"),
        (b"", 403, "", HttpError, "refused", "HTTP status 403 Forbidden"),
        (b"", 404, "", HttpError, "refused", "HTTP status 404 Not Found"),
        (b"", 429, "", HttpError, "refused", "HTTP status 429"),
        (b"", 503, "", HttpError, "unknown", "HTTP status 503"),
        (b"", 599, "", HttpError, "unknown", "HTTP status 599 without a SOAP fault"),
        (
            envelope("<A/>"),
            500,
            "text/xml",
            HttpError,
            "unknown",
            "without a SOAP fault",
        ),
        (envelope(""), 200, "text/xml", ProtocolError, "unknown", "Body: empty"),
        (
            envelope("<A/>"),
            200,
            "text/xml",
            ProtocolError,
            "unknown",
            "Body/A: expected",
        ),
        (envelope("<A/>")[:-5], 200, "text/xml", ProtocolError, "unknown", "cut off"),
        (
            envelope("<PlaceOrdersResponse/>"),
            200,
            "application/json",
            ProtocolError,
            "unknown",
            "content type application/json, expected text/xml",
        ),
        (
            envelope(FAULT),
            500,
            "text/xml",
            SoapFault,
            "refused",
            "SOAP fault Server: no",
        ),
        (
            envelope(FAULT),
            200,
            "text/xml",
            SoapFault,
            "refused",
            "SOAP fault Server: no",
        ),
        (envelope(FAULT), 200, "text/html", SoapFault, "refused", "SOAP fault"),
        (envelope(FAULT), 403, "", SoapFault, "refused", "SOAP fault"),
        (envelope("<A/>" + FAULT), 200, "", SoapFault, "refused", "SOAP fault"),
    ],
)
def test_replies_that_misbehave(
    body: bytes,
    status: int,
    content_type: str,
    kind: type[SoapError],
    outcome: Outcome,
    message: str,
) -> None:
    with pytest.raises(SoapError) as caught:
        _client(body, status, content_type).place_orders(orders=[])
    error = caught.value
    assert type(error) is kind
    assert error.outcome == outcome
    assert message in str(error)
    assert (error.operation, error.http_status) == ("PlaceOrders", status)
    assert error.endpoint == "http://shop.test/"
    assert error.elapsed is not None
    assert error.elapsed >= 0
    assert error.excerpt == body.decode()[:500]


@pytest.mark.parametrize(
    "content_type", ["", "TEXT/XML", "application/xml;a=b", "application/soap+xml"]
)
def test_xml_content_types_will_do(content_type: str) -> None:
    body = envelope("<PlaceOrdersResponse/>")
    assert _client(body, 200, content_type).place_orders(orders=[]) == []
