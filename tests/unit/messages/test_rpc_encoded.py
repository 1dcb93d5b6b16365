"""Style rpc in SOAP encoding: each value with its type, names without a namespace."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lxml import etree

from tests.unit.messages.packages import Package, Zeep

CASE = "rpc-encoded"
ENVELOPE = (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"'
    ' xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:n1="urn:example:orders" xmlns:n2="urn:example:orders:rpc">'
    "<soap:Body>{}</soap:Body></soap:Envelope>"
)
STYLE = 'soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"'


def is_body(data: bytes, body: str) -> bool:
    """Whether an envelope has this Body; its prefixes stand in values as well."""
    canonical = [
        etree.tostring(etree.fromstring(text), method="c14n", exclusive=True)
        for text in (data, ENVELOPE.format(body).encode())
    ]
    assert canonical[0].decode() == canonical[1].decode()
    return True


def test_simple_types_and_a_struct(package: Package) -> None:
    orders = package.orders
    got: list[Any] = []

    def store(given: Any) -> int:
        got.append((given.order, given.kind, given.code, given.rush, given.due))
        return 9

    customer = orders.Customer(name="Ann", picture=b"\x00\xff")
    order = orders.Order(number=7, note="n & m", customer=customer)
    values = (order, orders.Kind.OPEN, "A1", True, date(2026, 11, 26))
    names = ("order", "kind", "code", "rush", "due")
    client = package.client(store=store)
    assert client.store(**dict(zip(names, values, strict=True))) == 9
    assert got == [values]
    assert is_body(
        package.sent,
        f"<n2:Store {STYLE}>"
        '<order xsi:type="n1:Order"><Number xsi:type="xsd:int">7</Number>'
        '<Note xsi:type="xsd:string">n &amp; m</Note>'
        '<Customer xsi:type="n1:Customer"><Name xsi:type="soapenc:string">Ann</Name>'
        '<Picture xsi:type="soapenc:base64">AP8=</Picture></Customer></order>'
        '<kind xsi:type="n1:Kind">Open</kind><code xsi:type="n1:Code">A1</code>'
        '<rush xsi:type="xsd:boolean">true</rush>'
        '<due xsi:type="xsd:date">2026-11-26</due></n2:Store>',
    )
    assert is_body(
        package.answer.body,
        f'<n2:StoreResponse {STYLE}><number xsi:type="xsd:int">9</number>'
        "</n2:StoreResponse>",
    )


def test_arrays(package: Package) -> None:
    order, urgent = package.orders.Order, package.orders.UrgentOrder
    given_orders = [order(number=1), urgent(number=2, hours=None, step=["a", "b"])]
    client = package.client(sort=lambda given: [*reversed(given.orders)])
    assert client.sort(orders=given_orders) == given_orders[::-1]
    assert is_body(
        package.sent,
        f'<n2:Sort {STYLE}><orders xsi:type="soapenc:Array"'
        ' soapenc:arrayType="n1:Order[2]"><item xsi:type="n1:Order">'
        '<Number xsi:type="xsd:int">1</Number></item><item xsi:type="n1:UrgentOrder">'
        '<Number xsi:type="xsd:int">2</Number><Hours xsi:nil="true"/>'
        '<Step xsi:type="xsd:string">a</Step><Step xsi:type="xsd:string">b</Step>'
        "</item></orders></n2:Sort>",
    )
    assert client.sort(orders=[]) == []
    assert b'soapenc:arrayType="n1:Order[0]"></orders>' in package.sent


def test_arrays_of_texts_and_of_arrays(package: Package) -> None:
    client = package.client(tag=lambda given: [given.words, []])
    assert client.tag(words=["a", ""]) == [["a", ""], []]
    assert is_body(
        package.sent,
        f'<n2:Tag {STYLE}><words xsi:type="soapenc:Array"'
        ' soapenc:arrayType="xsd:string[2]"><Word xsi:type="xsd:string">a</Word>'
        '<Word xsi:type="xsd:string"></Word></words></n2:Tag>',
    )
    assert is_body(
        package.answer.body,
        f'<n2:TagResponse {STYLE}><table xsi:type="soapenc:Array"'
        ' soapenc:arrayType="n1:Words[2]"><item xsi:type="soapenc:Array"'
        ' soapenc:arrayType="xsd:string[2]"><Word xsi:type="xsd:string">a</Word>'
        '<Word xsi:type="xsd:string"></Word></item><item xsi:type="soapenc:Array"'
        ' soapenc:arrayType="xsd:string[0]"></item></table></n2:TagResponse>',
    )


def test_several_parts_in_the_reply(package: Package) -> None:
    first, second = package.orders.Order(number=1), package.orders.Order(number=2)
    split = package.orders.SplitResponse(first=first, rest=[second])
    client = package.client(split=lambda _: split)
    assert client.split(order=first) == split
    assert is_body(
        package.answer.body,
        f'<n2:SplitResponse {STYLE}><first xsi:type="n1:Order">'
        '<Number xsi:type="xsd:int">1</Number></first><rest xsi:type="n1:ArrayOfOrder">'
        '<Order xsi:type="n1:Order"><Number xsi:type="xsd:int">2</Number></Order></rest>'
        "</n2:SplitResponse>",
    )


def test_an_object_of_a_reply_may_be_nil(package: Package) -> None:
    client = package.client(find=lambda _: None, split=lambda _: None)
    assert client.find(number=3) is None
    assert is_body(
        package.answer.body,
        f'<n2:FindResponse {STYLE}><order xsi:nil="true"/></n2:FindResponse>',
    )
    assert b'<number xsi:type="soapenc:int">3</number>' in package.sent


def test_values_of_any_type(package: Package) -> None:
    fragment = package.errors.XmlFragment
    anything = fragment.parse(
        b'<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="q:int"'
        b' xmlns:q="http://www.w3.org/2001/XMLSchema">7</x>'
    )
    client = package.client(ask=lambda given: [given.anything, given.anything])
    first, second = client.ask(anything=anything)
    assert is_body(
        package.sent,
        f'<n2:Ask {STYLE}><anything xmlns:q="http://www.w3.org/2001/XMLSchema"'
        ' xsi:type="q:int">7</anything></n2:Ask>',
    )
    assert b'soapenc:arrayType="xsd:anyType[2]"><item' in package.answer.body
    assert (first.name, first.text) == ("item", "7")
    assert first.attributes == second.attributes
    assert [*first.attributes.values()] == ["q:int"]


def test_no_parts_and_one_way(package: Package) -> None:
    got: list[str] = []
    client = package.client(
        reset=lambda _: None, push=lambda given: got.append(given.from_)
    )
    client.reset()
    assert is_body(package.sent, f"<n2:Reset {STYLE}/>")
    client.push(from_="Ann")
    assert got == ["Ann"]
    assert is_body(
        package.sent,
        f'<n2:Push {STYLE}><from xsi:type="xsd:string">Ann</from></n2:Push>',
    )


def test_a_value_that_is_there_twice_is_sent_twice(package: Package) -> None:
    order = package.orders.Order(number=1)
    client = package.client(sort=lambda given: given.orders)
    assert client.sort(orders=[order, order]) == [order, order]
    assert package.sent.count(b"<Number") == 2


def test_a_value_that_holds_itself_is_not_sent(package: Package) -> None:
    order = package.orders.Order(number=1)
    order.customer = package.orders.Customer(name="Ann", orders=[order])
    client = package.client(sort=lambda given: given.orders)
    with pytest.raises(package.errors.EncodeError, match="contain itself"):
        client.sort(orders=[order])


def test_the_path_of_a_value_that_cannot_be_sent(package: Package) -> None:
    customer = package.orders.Customer(name=object())
    order = package.orders.Order(number=1, customer=customer)
    client = package.client()
    bad: list[tuple[tuple[str | int, ...], Any]] = [
        (("words", 1), lambda: client.tag(words=["a", 7])),
        (("orders",), lambda: client.sort(orders="text")),
        (("orders", 0), lambda: client.sort(orders=[None])),
        (("orders", 0, "customer", "name"), lambda: client.sort(orders=[order])),
    ]
    for path, call in bad:
        with pytest.raises(package.errors.EncodeError) as caught:
            call()
        assert caught.value.path == path


def test_zeep_calls_the_server(package: Package) -> None:
    orders = package.orders
    got: list[Any] = []

    def store(given: Any) -> int:
        got.append(given.order)
        return int(given.order.number + given.rush)

    service = Zeep(package, store=store, find=lambda _: orders.Order(number=5)).service
    number = service.Store(
        order={"Number": 7, "Note": "n", "Customer": {"Name": "Ann"}},
        kind="Open",
        code="A1",
        rush=True,
        due=date(2026, 11, 26),
    )
    assert number == 8
    assert got == [
        orders.Order(number=7, note="n", customer=orders.Customer(name="Ann"))
    ]
    assert service.Find(number=1).Number == 5
