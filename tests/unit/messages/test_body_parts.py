"""Elements of several parts, or content of a part's type, as what stands in Body itself.

Source: WSDL 1.1 §3.5; the sample of a type that is Body's is in its §2.3.1.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import call
from tests.unit.messages.packages import END, START, Package, Zeep

CASE = "body-parts"
NS = 'xmlns:n1="urn:example:orders"'
XS = "http://www.w3.org/2001/XMLSchema"
ORDER = f"<n1:Order {NS}><n1:Number>7</n1:Number></n1:Order>"
RECEIPT = (
    f"<n1:Receipt {NS}><n1:Code>R1</n1:Code><n1:Issued>2026-11-26</n1:Issued>"
    "</n1:Receipt>"
)
PLACED = f"{ORDER}<n1:Priority {NS}>2</n1:Priority><n1:Remark {NS}>soon</n1:Remark>"
FOUND = (
    f"<n1:Text {NS}>a &amp; b</n1:Text><n1:After {NS}>2026-01-01</n1:After>"
    f"<n1:Tag {NS}>x</n1:Tag><n1:Tag {NS}>y</n1:Tag>"
)


def test_a_parameter_and_a_result_for_each_part(package: Package) -> None:
    given: list[Any] = []
    order = package.orders.Order(number=7)
    receipt = package.orders.Receipt(code="R1", issued=date(2026, 11, 26))
    answer = package.orders.PlaceResponse(receipt=receipt, order=order)

    def place(asked: Any) -> Any:
        given.append((asked.order, asked.priority, asked.remark))
        return answer

    client = package.client(place=place)
    assert client.place(order=order, priority=2, remark="soon") == answer
    assert given == [(order, 2, "soon")]
    assert package.body() == PLACED
    assert package.body(package.answer.body) == RECEIPT + ORDER


def test_a_part_that_may_be_nil(package: Package) -> None:
    given: list[Any] = []

    def swap(asked: Any) -> Any:
        given.append(asked.remark)
        return package.orders.PlaceResponse(
            receipt=package.orders.Receipt(code="", issued=date(2026, 1, 1)),
            order=asked.order,
        )

    client = package.client(place=swap)
    client.place(order=package.orders.Order(number=1), priority=0, remark=None)
    assert given == [None]
    assert '<n1:Remark xsi:nil="true"/>' in package.sent.decode()


def test_parts_are_read_in_any_order(package: Package) -> None:
    client = package.answered(ORDER + RECEIPT)
    order = package.orders.Order(number=7)
    placed = client.place(order=order, priority=2, remark=None)
    assert (placed.order, placed.receipt.code) == (order, "R1")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (ORDER, "Receipt: a required value is missing"),
        ("", "Receipt: a required value is missing"),
        (RECEIPT + ORDER + ORDER, "the element occurs twice"),
        (RECEIPT + ORDER + "<Other/>", "the contract does not know this element"),
    ],
)
def test_replies_that_are_not_as_declared(
    body: str, told: str, package: Package
) -> None:
    client = package.answered(body)
    with pytest.raises(package.errors.ProtocolError, match=told):
        client.place(order=package.orders.Order(number=7), priority=2, remark=None)


def test_nothing_is_sent_without_a_required_part(package: Package) -> None:
    client = package.client()
    with pytest.raises(package.errors.EncodeError, match="order"):
        client.place(order=None, priority=1, remark=None)


def test_several_parts_are_answered_with_one(package: Package) -> None:
    order = package.orders.Order(number=7)
    client = package.client(swap=lambda asked: asked.order)
    assert client.swap(priority=2, order=order) == order
    assert package.body() == f"<n1:Priority {NS}>2</n1:Priority>{ORDER}"


def test_the_type_of_a_part_is_that_of_body(package: Package) -> None:
    given: list[Any] = []
    orders = [package.orders.Order(number=7), package.orders.Order(number=8)]

    def find(asked: Any) -> Any:
        given.append((asked.text, asked.before, asked.after, asked.tag))
        return orders

    client = package.client(find=find)
    found = client.find(text="a & b", after=date(2026, 1, 1), tag=["x", "y"])
    assert found == orders
    assert given == [("a & b", None, date(2026, 1, 1), ["x", "y"])]
    assert _content(package, package.sent, "Search") == FOUND
    assert _content(package, package.answer.body, "Found").startswith(ORDER)
    assert package.answered("").find(text="t", before=date(2026, 1, 1)) == []


def test_the_choice_in_body_is_checked(package: Package) -> None:
    with pytest.raises(package.errors.EncodeError, match="before, after"):
        package.client().find(text="t")


@pytest.mark.parametrize("body", [PLACED, FOUND])
def test_a_server_knows_a_request_without_an_action(
    body: str, package: Package
) -> None:
    asked: list[str] = []

    def find(_: Any) -> Any:
        asked.append(FOUND)
        return []

    def place(_: Any) -> Any:
        asked.append(PLACED)
        raise package.errors.SoapFault("Server", "enough")

    application = package.application(find=find, place=place)
    call(application, f"{START}{body}{END}".encode(), {"Content-Type": "text/xml"})
    assert asked == [body]


def test_a_server_says_what_a_request_lacks(package: Package) -> None:
    answer = call(
        package.application(swap=lambda asked: asked.order),
        f"{START}{ORDER}{END}".encode(),
        {"Content-Type": "text/xml", "SOAPAction": '"urn:example:orders/Swap"'},
    )
    assert answer.status == 500
    assert b"Body/Priority: a required value is missing" in answer.body


def test_zeep_sends_and_reads_several_parts(package: Package) -> None:
    def place(asked: Any) -> Any:
        receipt = package.orders.Receipt(code=asked.remark, issued=date(2026, 1, 1))
        return package.orders.PlaceResponse(receipt=receipt, order=asked.order)

    zeep = Zeep(package, place=place)
    arguments: Any = {"order": {"Number": 7}, "priority": 2, "remark": "soon"}
    assert package.body(zeep.request("Place", **arguments)) == PLACED
    placed = zeep.service.Place(**arguments)
    assert (placed.receipt.Code, placed.order.Number) == ("soon", 7)


def _content(package: Package, envelope: bytes, declared: str) -> str:
    """The content of Body, which is itself held to a type of the schema."""
    inline = etree.parse(package.wsdl).getroot().find(f".//{{{XS}}}schema")
    assert inline is not None
    element = etree.SubElement(inline, f"{{{XS}}}element", name="Body")
    element.set("type", f"tns:{declared}")
    body = etree.fromstring(envelope)[-1]
    body.tag = "{urn:example:orders}Body"
    schema = etree.XMLSchema(etree.fromstring(etree.tostring(inline)))
    schema.assertValid(body)
    texts = [etree.tostring(e, method="c14n", exclusive=True).decode() for e in body]
    return "".join(texts)
