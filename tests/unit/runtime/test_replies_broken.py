"""Replies that are no proper envelope: the error's class, text and outcome."""

from __future__ import annotations

import pytest

from tests.unit.runtime.answered import answered, failure, listed, orders, placed
from tests.unit.runtime.orders._runtime.errors import ProtocolError
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.wire import envelope

DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "c">]>'
SOAP_12 = "http://www.w3.org/2003/05/soap-envelope"
ORDER = "<Number>1</Number><From>a</From>"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"OK", "not XML"),
        (b'{"error": "no"}', "not XML"),
        (b"<!DOCTYPE html><html></html>", "an HTML page, expected a SOAP envelope"),
        (b"\n <HTML><body/></HTML>", "an HTML page, expected a SOAP envelope"),
        (b"", "empty, expected a SOAP envelope"),
        (b" \r\n\t", "empty, expected a SOAP envelope"),
        (b"<a/>", "expected a SOAP envelope, found the element a"),
        (
            b"<Envelope xmlns='urn:other'/>",
            "expected a SOAP envelope, found the element {urn:other}Envelope",
        ),
        (
            f"<s:Envelope xmlns:s='{SOAP_12}'><s:Body>"
            "<PlaceOrdersResponse xmlns='urn:orders'/></s:Body></s:Envelope>".encode(),
            "a SOAP 1.2 envelope, expected SOAP 1.1",
        ),
        (DOCTYPE + listed(ORDER), "a document type declaration (DOCTYPE)"),
        (b"<!-- a -->\n" + DOCTYPE + listed(ORDER), "a document type declaration"),
        (DOCTYPE.join([b"\xef\xbb\xbf", listed(ORDER)]), "a document type declaration"),
        ((DOCTYPE + listed(ORDER)).decode().encode("utf-16"), "a document type"),
        (listed("<From>&nope;</From>"), "not well-formed XML (Entity 'nope' not"),
        (listed("<From><?pi x?></From>"), "a processing instruction, which SOAP"),
        (b"<?pi x?>" + listed(ORDER), "a processing instruction, which SOAP forbids"),
        (listed("<From>\xff</From>").replace(b"\xc3\xbf", b"\xff"), "not valid UTF-8"),
        (listed(ORDER) + b"x", "something follows the end of the envelope"),
        (listed(ORDER) + listed(ORDER), "something follows the end of the envelope"),
        (listed(ORDER) + b"\x00", "XML forbids the character U+0000"),
        (listed("<From>a & b</From>"), "not well-formed XML"),
        (listed("<o:From>a</o:From>"), "not well-formed XML"),
        (listed("<From a='1' a='2'>a</From>"), "not well-formed XML"),
        # The parser goes on to complain of the second, and forgets the first.
        (listed(f"<o:New/><New xmlns='relative'/>{ORDER}"), "not well-formed XML"),
        (
            listed(f"<New o:a='1'/><New xmlns='relative'/>{ORDER}"),
            "not well-formed XML",
        ),
        (
            envelope("<s:Fault><o:New/><New xmlns='relative'/></s:Fault>"),
            "not well-formed XML (Namespace prefix o on New is not defined",
        ),
        (placed("").replace(b"s:Body", b"s:Bod"), "an envelope has one Body, found 0"),
        (
            envelope("</s:Body><s:Body>"),
            "an envelope has one Body, found 2",
        ),
        (
            envelope("", "</s:Header><s:Header>"),
            "an envelope has one Header at most, found 2",
        ),
        (envelope(""), "Body: empty, expected {urn:orders}PlaceOrdersResponse"),
        (envelope("<Other/>"), "Body/Other: expected {urn:orders}PlaceOrdersResponse"),
        (
            envelope("<PlaceOrdersResponse/><PlaceOrdersResponse/>"),
            "Body/PlaceOrdersResponse[2]: a second element in Body",
        ),
    ],
)
def test_what_is_no_envelope_is_refused(body: bytes, message: str) -> None:
    error = failure(answered(body))
    assert type(error) is ProtocolError
    assert message in str(error)
    assert error.outcome == "unknown"
    assert error.http_status == 200


def test_a_reply_cut_anywhere_is_refused() -> None:
    body = b'<?xml version="1.0"?>' + listed(ORDER, ORDER)
    assert len(orders(answered(body))) == 2
    for end in range(len(body)):
        for status in (200, 500):
            error = failure(answered(body[:end], status))
            assert isinstance(error, ProtocolError)
            assert error.outcome == "unknown"


def test_white_space_and_comments_around_an_envelope_are_nothing() -> None:
    body = b" \n".join([b"", b"<!-- a -->", listed(ORDER), b"<!-- b -->", b""])
    assert orders(answered(body)) == [Order(number=1, from_="a")]


@pytest.mark.parametrize(
    ("content_type", "shown"),
    [
        ("application/json", "application/json"),
        ("text/plain; charset=utf-8", "text/plain"),
        ("text/html", "text/html"),
        ("multipart/related; type='text/xml'", "multipart/related"),
    ],
)
def test_the_content_type_says_what_it_is(content_type: str, shown: str) -> None:
    error = failure(answered(listed(ORDER), content_type=content_type))
    assert type(error) is ProtocolError
    assert error.message == f"content type {shown}, expected text/xml"
    assert error.outcome == "unknown"


@pytest.mark.parametrize("twice", ["<From>a</From><From>a</From>", "<From/><From/>"])
def test_an_element_that_occurs_twice_is_refused(twice: str) -> None:
    for body, path in (
        (listed(f"<Number>1</Number>{twice}"), "Response/Order/From[2]"),
        (listed(f"<From/><Number>1</Number>{twice}"), "Response/Order/From[2]"),
        (placed("<Response/><Response/>"), "Response[2]"),
        (placed("<Response xsi:nil='true'/><Response/>"), "Response[2]"),
        (
            listed("<Number>1</Number><Labels><Label><Key/><Key/></Label></Labels>"),
            "Response/Order/Labels/Label/Key[2]",
        ),
    ):
        error = failure(answered(body))
        assert isinstance(error, ProtocolError)
        assert error.message == "the element occurs twice"
        assert error.path == f"Body/PlaceOrdersResponse/{path}"
    error = failure(answered(placed("", "<Done>true</Done><Done>true</Done>")))
    assert isinstance(error, ProtocolError)
    assert error.path == "Header/Done[2]"


def test_order_does_not_matter() -> None:
    shuffled = "<From>a</From><New/><Number>1</Number>"
    assert orders(answered(listed(shuffled))) == [Order(number=1, from_="a")]
