"""Style rpc in the encoding of SOAP 1.2, against envelopes written by hand.

Source: SOAP 1.2 part 2, sections 3 and 4.2; the ways of PHP and .NET to refer to values.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import call
from tests.unit.messages.packages import Package

CASE = "soap-1-2-encoding"
SOAP = "http://www.w3.org/2003/05/soap-envelope"
ENC = "http://www.w3.org/2003/05/soap-encoding"
ENVELOPE = (
    f'<soap:Envelope xmlns:soap="{SOAP}" xmlns:enc="{ENC}"'
    ' xmlns:rpc="http://www.w3.org/2003/05/soap-rpc"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:n1="urn:example:orders" xmlns:n2="urn:example:orders:rpc">'
    "<soap:Body>{}</soap:Body></soap:Envelope>"
)
STYLE = f'soap:encodingStyle="{ENC}"'
NUMBER = '<Number xsi:type="xsd:int">{}</Number>'


def is_body(data: bytes, body: str) -> bool:
    """Whether an envelope has this Body; its prefixes stand in values as well."""
    canonical = [
        etree.tostring(etree.fromstring(text), method="c14n", exclusive=True)
        for text in (data, ENVELOPE.format(body).encode())
    ]
    assert canonical[0].decode() == canonical[1].decode()
    return True


def answered(package: Package, body: str) -> Any:
    """A strict client that is answered with this content of Body."""
    text = ENVELOPE.format(body)
    return package.answered(text, whole=True, media_type="application/soap+xml")


def sorted_(items: str, attributes: str = "") -> str:
    """The content of Body for an answer to Sort."""
    return (
        f"<n2:SortResponse {STYLE}><rpc:result>orders</rpc:result>"
        f"<orders {attributes}>{items}</orders></n2:SortResponse>"
    )


def test_simple_types_and_a_struct(package: Package) -> None:
    orders = package.orders
    order = orders.Order(number=7, customer=orders.Customer(name="Ann", picture=b"\0"))
    client = package.client(store=lambda given: given.order.number + 2)
    values = {"kind": orders.Kind.OPEN, "code": "A1", "rush": True}
    assert client.store(order=order, due=date(2026, 11, 26), **values) == 9
    assert is_body(
        package.sent,
        f'<n2:Store {STYLE}><order xsi:type="n1:Order">{NUMBER.format(7)}'
        '<Customer xsi:type="n1:Customer"><Name xsi:type="enc:string">Ann</Name>'
        '<Picture xsi:type="xsd:base64Binary">AA==</Picture></Customer></order>'
        '<kind xsi:type="n1:Kind">Open</kind><code xsi:type="n1:Code">A1</code>'
        '<rush xsi:type="xsd:boolean">true</rush>'
        '<due xsi:type="xsd:date">2026-11-26</due></n2:Store>',
    )
    assert is_body(
        package.answer.body,
        f"<n2:StoreResponse {STYLE}><rpc:result>number</rpc:result>"
        '<number xsi:type="xsd:int">9</number></n2:StoreResponse>',
    )


def test_arrays(package: Package) -> None:
    order, urgent = package.orders.Order, package.orders.UrgentOrder
    given_orders = [order(number=1), urgent(number=2, hours=None)]
    client = package.client(sort=lambda given: given.orders)
    assert client.sort(orders=given_orders) == given_orders
    array = (
        '<orders xsi:type="enc:Array" enc:itemType="n1:Order" enc:arraySize="2">'
        f'<item xsi:type="n1:Order">{NUMBER.format(1)}</item>'
        f'<item xsi:type="n1:UrgentOrder">{NUMBER.format(2)}<Hours xsi:nil="true"/>'
        "</item></orders>"
    )
    assert is_body(package.sent, f"<n2:Sort {STYLE}>{array}</n2:Sort>")
    assert is_body(
        package.answer.body,
        f"<n2:SortResponse {STYLE}><rpc:result>orders</rpc:result>{array}"
        "</n2:SortResponse>",
    )
    client = package.client(tag=lambda given: [given.words, []])
    assert client.tag(words=["a"]) == [["a"], []]
    row = '<{0} xsi:type="enc:Array" enc:itemType="xsd:string" enc:arraySize="{1}">'
    word = '<Word xsi:type="xsd:string">a</Word>'
    assert is_body(
        package.answer.body,
        f"<n2:TagResponse {STYLE}><rpc:result>table</rpc:result>"
        '<table xsi:type="enc:Array" enc:itemType="n1:Words" enc:arraySize="2">'
        f'{row.format("item", 1)}{word}</item>{row.format("item", 0)}</item></table>'
        "</n2:TagResponse>",
    )


def test_several_parts_name_no_result(package: Package) -> None:
    first = package.orders.Order(number=1)
    split = package.orders.SplitResponse(first=first, rest=[])
    client = package.client(split=lambda _: split, reset=lambda _: None)
    assert client.split(order=first) == split
    assert b"<rpc:result>" not in package.answer.body
    client.reset()
    assert is_body(package.answer.body, f"<n2:ResetResponse {STYLE}/>")


REFERRING = {
    "as the recommendation has it": (
        sorted_(
            f'<item enc:id="o">{NUMBER.format(1)}</item><item enc:ref="o"/>',
            'enc:itemType="n1:Order" enc:arraySize="2"',
        )
    ),
    "as PHP writes it": (
        sorted_(
            f'<item enc:id="ref1" xsi:type="n1:Order">{NUMBER.format(1)}</item>'
            '<item enc:ref="#ref1"/>',
            'xsi:type="enc:Array" enc:itemType="n1:Order" enc:arraySize="2"',
        )
    ),
    "as .NET writes it": (
        f'<n2:SortResponse><rpc:result xmlns="">orders</rpc:result>'
        '<orders enc:ref="id1"/></n2:SortResponse>'
        '<enc:Array enc:id="id1" enc:itemType="n1:Order" enc:arraySize="2">'
        '<Item enc:ref="id2"/><Item enc:ref="id2"/></enc:Array>'
        f'<n1:Order enc:id="id2" xsi:type="n1:Order" enc:nodeType="struct">'
        f"{NUMBER.format(1)}</n1:Order>"
    ),
    "forward": (
        sorted_(f'<item enc:ref="o"/><item enc:id="o">{NUMBER.format(1)}</item>')
    ),
}


@pytest.mark.parametrize("case", REFERRING)
def test_references(case: str, package: Package) -> None:
    found = answered(package, REFERRING[case]).sort(orders=[])
    assert found == [package.orders.Order(number=1)] * 2
    assert found[0] is not found[1]


def test_an_answer_that_can_itself_be_referred_to(package: Package) -> None:
    body = sorted_("").replace("<n2:SortResponse", '<n2:SortResponse enc:id="r"')
    assert answered(package, body).sort(orders=[]) == []


@pytest.mark.parametrize("size", ["*", "1", " 1 ", "01"])
def test_the_size_of_an_array(size: str, package: Package) -> None:
    body = sorted_(f"<i>{NUMBER.format(1)}</i>", f'enc:arraySize="{size}"')
    assert len(answered(package, body).sort(orders=[])) == 1


def test_items_are_of_the_type_that_the_array_says(package: Package) -> None:
    item = f"<i>{NUMBER.format(1)}<Hours>2</Hours></i>"
    body = sorted_(item, 'enc:itemType="n1:UrgentOrder"')
    found = answered(package, body).sort(orders=[])
    assert found == [package.orders.UrgentOrder(number=1, hours=2)]
    for general in ("enc:Struct", "xsd:anyType"):
        body = sorted_(f"<i>{NUMBER.format(1)}</i>", f'enc:itemType="{general}"')
        assert len(answered(package, body).sort(orders=[])) == 1


HOSTILE = {
    "several dimensions": (
        sorted_("<i/>" * 2, 'enc:arraySize="1 2"'),
        "an array of several dimensions, expected one",
    ),
    "several unknown dimensions": (
        sorted_("<i/>" * 2, 'enc:arraySize="* 2"'),
        "an array of several dimensions, expected one",
    ),
    "more than there is": (
        sorted_("<i/>", 'enc:arraySize="2"'),
        "an array of 2 items that has 1",
    ),
    "very much more than there is": (
        sorted_("", 'enc:arraySize="999999999999999999"'),
        "an array of 999999999999999999 items that has 0",
    ),
    "a number of very many digits": (
        sorted_("", f'enc:arraySize="{"9" * 100_000}"'),
        "the arraySize is no number of elements",
    ),
    "less than there is": (
        sorted_("<i/>", 'enc:arraySize="0"'),
        "an array of 0 items that has 1",
    ),
    "less than nothing": (
        sorted_("", 'enc:arraySize="-1"'),
        "the arraySize is no number of elements",
    ),
    "other digits": (
        sorted_("", 'enc:arraySize="\u0660"'),
        "the arraySize is no number of elements",
    ),
    "a prefix that is not declared": (
        sorted_("<i/>", 'enc:itemType="no:Order"'),
        "itemType has a prefix that is not declared",
    ),
    "an array of something else": (
        sorted_("<i/>", 'enc:itemType="n1:Customer"'),
        "xsi:type says {urn:example:orders}Customer",
    ),
    "no target": (
        sorted_('<i enc:ref="no"/>'),
        "enc:ref to an element that is not in the message",
    ),
    "itself": (
        sorted_('<i enc:id="o"><Customer enc:ref="o"/></i>'),
        "enc:ref to an element that it is part of",
    ),
    "an id twice": (
        sorted_('<i enc:ref="o"/><i enc:id="o"/><i enc:id="o"/>'),
        "an id that is there twice",
    ),
    "a reference with content": (
        sorted_(f'<i enc:ref="o">{NUMBER.format(1)}</i><i enc:id="o"/>'),
        "an element with enc:ref and content",
    ),
    "references of SOAP 1.1": (
        sorted_('<i href="#o"/><i id="o"/>'),
        "the contract does not know the attribute href",
    ),
    "a second answer": (sorted_("") * 2, "a second element in Body"),
    "a name of the result in another namespace": (
        sorted_("").replace("rpc:result", "n2:result"),
        "the contract does not know this element",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_replies_that_nobody_should_write(case: str, package: Package) -> None:
    body, told = HOSTILE[case]
    with pytest.raises(package.errors.ProtocolError) as caught:
        answered(package, body).sort(orders=[])
    assert told in str(caught.value)


def test_very_many_elements_by_references(package: Package) -> None:
    """A few hundred bytes that mean very many elements."""
    item = f'<o>{NUMBER.format(1)}<Customer enc:ref="c{{}}"/></o>'
    targets = [
        f'<c enc:id="c{level}"><Orders>{item.format(level + 1) * 10}</Orders></c>'
        for level in range(20)
    ]
    body = sorted_(item.format(0)) + "".join(targets) + '<c enc:id="c20"/>'
    with pytest.raises(package.errors.ProtocolError, match="element_limit=1000000"):
        answered(package, body).sort(orders=[])


def test_the_server_reads_references_as_well(package: Package) -> None:
    application = package.application(sort=lambda given: given.orders)
    headers = {"Content-Type": 'application/soap+xml; action="urn:example:orders/Sort"'}
    body = (
        f'<n2:Sort {STYLE}><orders><i enc:id="o">{NUMBER.format(1)}</i>'
        '<i enc:ref="o"/></orders></n2:Sort>'
    )
    answer = call(application, ENVELOPE.format(body).encode(), headers)
    assert answer.status == 200
    assert answer.body.count(b"<Number") == 2
    body = f'<n2:Sort {STYLE}><orders enc:ref="a"/></n2:Sort>'
    answer = call(application, ENVELOPE.format(body).encode(), headers)
    assert answer.status == 400
    assert b"enc:ref to an element that is not in the message" in answer.body
