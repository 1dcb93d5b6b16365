"""Replies in SOAP encoding as nobody should write them: each is an error with its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.messages.packages import Package
from tests.unit.messages.test_encoded_references import (
    RPC,
    TYPES,
    answered,
    find,
    sort,
)

CASE = "rpc-encoded"


def laughs(levels: int, items: int) -> str:
    """A few hundred bytes that mean very many elements."""
    targets = [
        f'<Customer id="c{level}"><Orders>'
        + f'<o><Number>1</Number><Customer href="#c{level + 1}"/></o>' * items
        + "</Orders></Customer>"
        for level in range(levels)
    ]
    last = f'<Customer id="c{levels}"/>'
    order = '<order><Number>1</Number><Customer href="#c0"/></order>'
    return find(order, *targets, last)


def texts(size: int, times: int) -> str:
    """A text that is there once, and means very much."""
    items = '<w href="#w"/>' * times
    other = f'<x id="w">{"a" * size}</x>'
    table = f"<table><row>{items}</row></table>"
    return f"<r:TagResponse {RPC}>{table}</r:TagResponse>{other}"


CYCLE = '<x id="o"><Number>1</Number><Customer href="#c"/></x>'
HOSTILE = {
    "no target": (
        find('<order href="#no"/>'),
        "href to an element that is not in the message",
        "Body/FindResponse/order",
    ),
    "another document": (
        find('<order href="http://example.com/x"/>'),
        "href to an element that is not in the message",
        "Body/FindResponse/order",
    ),
    "an empty reference": (
        find('<order href=""/>', '<x id=""/>'),
        "href to an element that is not in the message",
        "Body/FindResponse/order",
    ),
    "itself": (
        find('<order href="#o"/>', '<x id="o" href="#o"/>'),
        "href to an element that it is part of",
        "Body/x",
    ),
    "a cycle": (
        find(
            '<order href="#o"/>',
            CYCLE,
            '<y id="c"><Orders><item href="#o"/></Orders></y>',
        ),
        "href to an element that it is part of",
        "Body/y/Orders/item",
    ),
    "a cycle of references": (
        find('<order href="#a"/>', '<x id="a" href="#b"/>', '<y id="b" href="#a"/>'),
        "href to an element that it is part of",
        "Body/y",
    ),
    "what it stands in": (
        find('<order id="o"><Number>1</Number><Customer href="#o"/></order>'),
        "href to an element that it is part of",
        "Body/FindResponse/order/Customer",
    ),
    "an id twice": (
        find('<order href="#o"/>', '<x id="o"/>', '<y id="o"/>'),
        "an id that is there twice",
        "Body/y",
    ),
    "href with content": (
        find('<order href="#o"><Number>1</Number></order>', '<x id="o"/>'),
        "an element with href and content",
        "Body/FindResponse/order",
    ),
    "very many elements": (laughs(20, 10), "element_limit=1000000", "Orders/o"),
    "very much text": (texts(10_000, 10_000), "reply_limit=67108864", "row/w"),
    "a long way": (
        find(
            '<order href="#a0"/>',
            *(f'<x id="a{n}" href="#a{n + 1}"/>' for n in range(500)),
            '<x id="a500"><Number>1</Number></x>',
        ),
        "references nested more than 128 deep",
        "Body/x",
    ),
    "a deep tree": (laughs(60, 1), "references nested more than 128 deep", "Body"),
    "references in a value of any type": (
        f'<r:AskResponse {RPC}><things><i><b href="#o"/></i></things></r:AskResponse>'
        '<x id="o"/>',
        "a value of any type that refers to other elements",
        "Body/AskResponse/things/i",
    ),
    "several dimensions": (
        sort("<i/>", attributes='e:arrayType="t:Order[1,2]"'),
        "an array of [1,2], expected one dimension",
        "Body/SortResponse/orders",
    ),
    "no dimension": (
        sort("<i/>", attributes='e:arrayType="t:Order"'),
        "has no dimension",
        "Body/SortResponse/orders",
    ),
    "a part of an array": (
        sort("<i/>", attributes='e:arrayType="t:Order[9]" e:offset="[3]"'),
        "an array that is sent in part cannot be read",
        "Body/SortResponse/orders",
    ),
    "places of items": (
        sort('<i e:position="[3]"/>'),
        "an array that is sent in part cannot be read",
        "Body/SortResponse/orders/i",
    ),
    "another type": (
        find(f'<order {TYPES} xsi:type="t:Customer"/>'),
        "xsi:type says {urn:example:orders}Customer",
        "Body/FindResponse/order",
    ),
    "a prefix that is not declared": (
        sort("<i/>", attributes='e:arrayType="no:Order[1]"'),
        "arrayType has a prefix that is not declared",
        "Body/SortResponse/orders",
    ),
    "a struct where there is a text": (
        f"<r:TagResponse {RPC}><table><row><w><x>1</x></w></row></table></r:TagResponse>",
        "an element inside a text",
        "Body/TagResponse/table/row/w",
    ),
    "two roots": (
        find("") + find(""),
        "a second element in Body",
        "Body/FindResponse[2]",
    ),
    "an accessor twice": (
        find("<order/>" * 2),
        "the element occurs twice",
        "Body/FindResponse/order[2]",
    ),
    "an unknown accessor": (
        find("<other/>"),
        "the contract does not know this element",
        "Body/FindResponse/other",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile(case: str, package: Package) -> None:
    body, text, path = HOSTILE[case]
    client = answered(package, body)
    fragment = package.errors.XmlFragment
    calls: dict[str, Callable[[], object]] = {
        "SortResponse": lambda: client.sort(orders=[]),
        "TagResponse": lambda: client.tag(words=[]),
        "AskResponse": lambda: client.ask(anything=fragment.parse(b"<a/>")),
        "FindResponse": lambda: client.find(number=1),
    }
    (read,) = (calls[name] for name in calls if name in body)
    with pytest.raises(package.errors.ProtocolError) as caught:
        read()
    assert text in str(caught.value)
    assert path in (caught.value.path or "")
