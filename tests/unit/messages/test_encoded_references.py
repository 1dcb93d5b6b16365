"""Replies in SOAP encoding as servers of other makers write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.support.wsgi import SOAP, call
from tests.unit.messages.packages import Package

CASE = "rpc-encoded"
ENVELOPE = (
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema"><s:Body>{}</s:Body></s:Envelope>'
)
RPC = 'xmlns:r="urn:example:orders:rpc"'
TYPES = 'xmlns:t="urn:example:orders"'
ENC = 'xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"'
STYLE = 's:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"'
ARRAY = f'xsi:type="e:Array" {ENC} {TYPES}'


def answered(package: Package, body: str) -> Any:
    """A strict client that is answered with this content of Body."""
    return package.answered(ENVELOPE.format(body), whole=True)


def find(content: str, *independent: str) -> str:
    """The content of Body for an answer to Find."""
    answer = f"<r:FindResponse {RPC} {STYLE}>{content}</r:FindResponse>"
    return answer + "".join(independent)


def sort(*items: str, attributes: str = 'e:arrayType="t:Order[1]"') -> str:
    """The content of Body for an answer to Sort."""
    array = f"<orders {ARRAY} {attributes}>{''.join(items)}</orders>"
    return f"<r:SortResponse {RPC}>{array}</r:SortResponse>"


def test_multi_refs(package: Package) -> None:
    """As Axis 1 writes it: each object beside the answer, which is the only root."""
    orders = package.orders
    body = (
        f"<r:SortResponse {RPC} {STYLE}><orders {ARRAY} e:arrayType='t:Order[3]'>"
        '<orders href="#id0"/><orders href="#id1"/><orders href="#id0"/></orders>'
        "</r:SortResponse>"
        f'<multiRef id="id0" e:root="0" {STYLE} xsi:type="t:Order" {ENC} {TYPES}>'
        '<Number href="#id2"/><Note xsi:type="xsd:string" xsi:nil="true"/>'
        '<Customer href="#id3"/></multiRef>'
        f'<multiRef id="id1" e:root="0" xsi:type="u:UrgentOrder" {ENC}'
        ' xmlns:u="urn:example:orders"><Hours xsi:type="e:int">3</Hours>'
        '<Step href="#id4"/><Number xsi:type="xsd:int">2</Number><Step>b</Step>'
        "</multiRef>"
        f'<multiRef id="id2" {ENC} e:root="0" xsi:type="e:int">1</multiRef>'
        f'<multiRef id="id3" {ENC} e:root="0"><Name>Ann</Name></multiRef>'
        f'<multiRef id="id4" {ENC} e:root="0" xsi:type="xsd:string">a</multiRef>'
    )
    first = orders.Order(number=1, customer=orders.Customer(name="Ann"))
    second = orders.UrgentOrder(number=2, hours=3, step=["a", "b"])
    found = answered(package, body).sort(orders=[])
    assert found == [first, second, first]
    assert found[0] is not found[2]


def test_the_whole_result_is_referred_to(package: Package) -> None:
    number = f'<x id="o" {TYPES} xsi:type="t:Order"><Number>4</Number></x>'
    client = answered(package, find('<order href="#o"/>', number))
    assert client.find(number=1) == package.orders.Order(number=4)


def test_a_value_is_referred_to_where_it_stands(package: Package) -> None:
    items = '<item id="o"><Number>4</Number></item>', '<item href="#o"/>'
    found = answered(package, sort(*items)).sort(orders=[])
    assert found == [package.orders.Order(number=4)] * 2


def test_the_root_need_not_come_first(package: Package) -> None:
    other = f'<x id="o" {ENC} e:root="0"><Number>4</Number></x>'
    client = answered(package, other + find('<order href="#o"/>'))
    assert client.find(number=1) == package.orders.Order(number=4)


def test_a_reference_to_nil(package: Package) -> None:
    other = '<x id="o" xsi:nil="1"/>'
    client = answered(package, find('<order href="#o"/>', other))
    assert client.find(number=1) is None


def test_names_of_items_and_namespaces_of_accessors_mean_nothing(
    package: Package,
) -> None:
    items = (
        f"<t:Order {TYPES}><t:Number>1</t:Number></t:Order>",
        f'<e:Struct {ENC} xsi:type="e:Struct"><Number>2</Number></e:Struct>',
        "<anything><Number>3</Number></anything>",
    )
    found = answered(package, sort(*items)).sort(orders=[])
    assert [order.number for order in found] == [1, 2, 3]


def test_items_are_of_the_type_that_the_array_says(package: Package) -> None:
    item = "<item><Number>1</Number><Hours>2</Hours></item>"
    body = sort(item, attributes='e:arrayType="t:UrgentOrder[1]"')
    found = answered(package, body).sort(orders=[])
    assert found == [package.orders.UrgentOrder(number=1, hours=2)]
    body = sort(
        "<item><Number>1</Number></item>", attributes='e:arrayType="xsd:anyType[]"'
    )
    assert answered(package, body).sort(orders=[]) == [package.orders.Order(number=1)]


def test_an_array_without_its_type_and_an_empty_one(package: Package) -> None:
    item = "<item><Number>1</Number></item>"
    body = f"<r:SortResponse {RPC}><orders>{item}</orders></r:SortResponse>"
    assert len(answered(package, body).sort(orders=[])) == 1
    for orders in ("", "<orders/>", '<orders xsi:nil="true"/>'):
        body = f"<r:SortResponse {RPC}>{orders}</r:SortResponse>"
        assert answered(package, body).sort(orders=[]) == []


def test_the_server_reads_references_as_well(package: Package) -> None:
    got: list[Any] = []

    def sort(given: Any) -> Any:
        got.append(given.orders)
        return given.orders

    application = package.application(sort=sort)
    body = (
        f'<r:Sort {RPC}><orders href="#a"/></r:Sort>'
        f'<x id="a" {ARRAY} e:arrayType="t:Order[1]"><item href="#o"/></x>'
        '<x id="o"><Number>1</Number></x>'
    )
    headers = {
        "Content-Type": "text/xml",
        "SOAPAction": '"urn:example:orders/Sort"',
    }
    answer = call(application, ENVELOPE.format(body).encode(), headers)
    assert (answer.status, got) == (200, [[package.orders.Order(number=1)]])
    body = f'<r:Sort {RPC}><orders href="#a"/></r:Sort>'
    answer = call(application, ENVELOPE.format(body).encode(), headers)
    assert answer.fault == (
        "soap:Client",
        "Body/Sort/orders: href to an element that is not in the message",
    )


def test_the_name_of_what_is_returned_means_nothing(package: Package) -> None:
    """As SOAP::Lite for Perl calls it; SOAP 1.1, section 7.1."""
    body = (
        '<f:FindResponse xmlns:f="urn:other"><s-gensym3>{}</s-gensym3></f:FindResponse>'
    )
    client = answered(package, body.format("<Number>4</Number>"))
    lenient = client.with_options(strict=False)
    assert lenient.find(number=1) == package.orders.Order(number=4)
    with pytest.raises(package.errors.ProtocolError, match="expected"):
        client.find(number=1)
    client = answered(package, find("<other><Number>4</Number></other>"))
    with pytest.raises(package.errors.ProtocolError, match="does not know"):
        client.find(number=1)
    client = answered(package, "<f:FoundResponse xmlns:f='urn:other'/>")
    with pytest.raises(package.errors.ProtocolError, match="expected"):
        client.with_options(strict=False).find(number=1)


def outlined(reply: bytes, chosen: Callable[[], bool]) -> bytes:
    """A reply some of whose values stand beside the answer, each referred to."""
    root = etree.fromstring(reply)
    (body,) = root.findall(f"{{{SOAP}}}Body")
    for number, element in enumerate([*body[0].iterdescendants()]):
        if not chosen():
            continue
        value = etree.SubElement(body, "multiRef", dict(element.attrib))
        value.text = element.text
        value.extend([*element])
        value.set("id", f"id{number}")
        element.attrib.clear()
        element.text = None
        element.set("href", f"#id{number}")
    return etree.tostring(root)


def trees(orders: Any) -> st.SearchStrategy[Any]:
    """Orders that hold orders."""
    texts = st.text("ab<& ", max_size=3)
    urgent = st.builds(
        orders.UrgentOrder,
        number=st.integers(0, 9),
        hours=st.none() | st.integers(0, 9),
        step=st.lists(texts, max_size=2),
    )

    def holding(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        customers = st.builds(
            orders.Customer,
            name=st.none() | texts,
            orders=st.none() | st.lists(inner, max_size=3),
        )
        customer = st.none() | customers
        return st.builds(orders.Order, number=st.integers(0, 9), customer=customer)

    return st.recursive(urgent, holding, max_leaves=6)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_value_may_be_referred_to(package: Package, data: st.DataObject) -> None:
    """Wherever the values stand, they are what our own server wrote into one tree."""
    orders = data.draw(st.lists(trees(package.orders), max_size=3))
    client = package.client(sort=lambda _: orders)
    assert client.sort(orders=[]) == orders
    reply = outlined(package.answer.body, lambda: data.draw(st.booleans()))
    client = package.answered(reply.decode(), whole=True)
    assert client.sort(orders=[]) == orders


@pytest.mark.parametrize("nil", ['xsi:nil="true"', 'xsi:nil="1"'])
def test_what_may_be_absent_may_be_nil(nil: str, package: Package) -> None:
    """PHP and Axis say nil of every null, whatever the schema says."""
    order = (
        f'<order {TYPES} xsi:type="t:Order"><Number>4</Number><Note {nil}/>'
        f"<Customer {nil}/><Kind {nil}/></order>"
    )
    found = answered(package, find(order)).find(number=1)
    assert found == package.orders.Order(number=4)
