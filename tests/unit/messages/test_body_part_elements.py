"""Parts of types that Body cannot be of: elements called like the part.

Source: zeep, suds and PHP's SoapClient send the envelopes below; SOAP 1.1 §4.3.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import call
from tests.unit.messages.packages import END, START, Package, Zeep

CASE = "body-part-elements"
NS = 'xmlns:n1="urn:example:orders"'
XS = "http://www.w3.org/2001/XMLSchema"
ORDER = f"<n1:Order {NS}><n1:Number>7</n1:Number><n1:State>open</n1:State></n1:Order>"
NOTE = f'<note lang="nb"><n1:Text {NS}>a &amp; b</n1:Text></note>'
PRICE = '<price currency="NOK">12.50</price>'


def test_a_text_is_asked_with(package: Package) -> None:
    def find(asked: Any) -> Any:
        return package.orders.Order(
            number=asked.order_number, state=package.orders.State.OPEN
        )

    client = package.client(find=find)
    assert client.find(order_number=7).number == 7
    assert package.body() == "<orderNumber>7</orderNumber>"
    assert package.body(package.answer.body) == ORDER


def test_a_text_is_answered(package: Package) -> None:
    client = package.client(count=lambda asked: len(asked.class_.value))
    assert client.count(class_=package.orders.State.SHIPPED) == 7
    assert package.body() == "<class>shipped</class>"
    assert package.body(package.answer.body) == "<count>7</count>"


def test_types_with_attributes_or_text(package: Package) -> None:
    given: list[Any] = []
    price = package.orders.Price(value=Decimal("12.50"), currency="NOK")

    def quote(asked: Any) -> Any:
        given.append(asked.note)
        return price

    note = package.orders.Note(text="a & b", lang="nb")
    assert package.client(quote=quote).quote(note=note) == price
    assert given == [note]
    assert package.body() == NOTE
    assert package.body(package.answer.body) == PRICE
    _assert_valid(package, NOTE, "Note")
    _assert_valid(package, PRICE, "Price")


def test_a_part_of_the_same_name_and_another_type(package: Package) -> None:
    given: list[str] = []
    client = package.client(cancel=lambda asked: given.append(asked.order_number))
    client.cancel(order_number="A-7")
    assert given == ["A-7"]
    assert package.body() == "<orderNumber>A-7</orderNumber>"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("", "Body: empty, expected count"),
        ("7", "Body: empty, expected count"),
        (f"<n1:count {NS}>7</n1:count>", "expected count"),
        ("<count>seven</count>", "not a value of xs:long"),
        ("<count/>", "count"),
        ("<count>7</count><count>8</count>", "a second element in Body"),
    ],
)
def test_replies_that_are_not_as_declared(
    body: str, told: str, package: Package
) -> None:
    client = package.answered(body)
    with pytest.raises(package.errors.ProtocolError, match=told):
        client.count(class_=package.orders.State.OPEN)


def test_a_server_refuses_a_text_in_body(package: Package) -> None:
    answer = call(
        package.application(find=lambda _: None),
        f"{START}7{END}".encode(),
        {"Content-Type": "text/xml", "SOAPAction": '"urn:example:orders/Find"'},
    )
    assert answer.status == 500
    assert b"Body has one element, found 0" in answer.body


def test_zeep_sends_and_reads_the_same(package: Package) -> None:
    zeep = Zeep(
        package,
        find=lambda asked: package.orders.Order(
            number=asked.order_number, state=package.orders.State.OPEN
        ),
        count=lambda asked: len(asked.class_.value),
        quote=lambda _: package.orders.Price(value=Decimal("1.5"), currency="NOK"),
    )
    assert package.body(zeep.request("Find", 7)) == "<orderNumber>7</orderNumber>"
    assert package.body(zeep.request("Count", "open")) == "<class>open</class>"
    assert zeep.service.Find(7).Number == 7
    assert zeep.service.Count("open") == 4
    note: Any = {"Text": "a & b", "lang": "nb"}
    assert package.body(zeep.request("Quote", **note)) == NOTE
    price = zeep.service.Quote(**note)
    assert (price["_value_1"], price["currency"]) == (Decimal("1.5"), "NOK")


def _assert_valid(package: Package, text: str, declared: str) -> None:
    """Hold an element to a type of the schema."""
    inline = etree.parse(package.wsdl).getroot().find(f".//{{{XS}}}schema")
    assert inline is not None
    element = etree.SubElement(inline, f"{{{XS}}}element", name="held")
    element.set("type", f"tns:{declared}")
    held = etree.fromstring(text)
    held.tag = "{urn:example:orders}held"
    etree.XMLSchema(etree.fromstring(etree.tostring(inline))).assertValid(held)
