"""Several wildcards in one content: an element's place tells for which it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from lxml import etree

from tests.support.schema_validation import schema_of
from tests.unit.messages.packages import Package

CASE = "wildcards"
NS = 'xmlns:n1="urn:example:orders" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
SEAL = "<n1:Seal>s</n1:Seal>"
DATE = "<n1:Date>2024-01-02</n1:Date>"


def _wild(*names: str) -> str:
    return "".join(f'<{name} xmlns="urn:{name}"/>' for name in names)


def _sealed(package: Package, first: str, second: str, third: str) -> Any:
    """One with an element for each letter, before, between and after the others."""
    parse = package.runtime("fragments").XmlFragment.parse
    before, between, after = (
        [parse(f'<{name} xmlns="urn:{name}"></{name}>') for name in names]
        for names in (first, second, third)
    )
    return package.types.Sealed(
        name="n",
        any_elements=before,
        seal=["s", "t"],
        any_element=between[0] if between else None,
        date=date(2024, 1, 2),
        any_elements_=after,
    )


def _reply(content: str) -> str:
    return (
        f'<n1:PutResponse {NS}><n1:Item xsi:type="n1:Sealed"><n1:Name>n</n1:Name>'
        f"{content}</n1:Item></n1:PutResponse>"
    )


def _valid(package: Package, reply: str) -> bool:
    return schema_of(package.wsdl).validate(etree.ElementTree(etree.XML(reply)))


def _found(package: Package, content: str) -> tuple[str, str, str]:
    parse = package.runtime("fragments").XmlFragment.parse
    client = package.answered(_reply(content))
    item = client.put(any_element=parse("<a xmlns='urn:a'/>")).item
    between = [] if item.any_element is None else [item.any_element]
    first, second, third = (
        "".join(fragment.name[-1] for fragment in fragments)
        for fragments in (item.any_elements, between, item.any_elements_)
    )
    return first, second, third


@pytest.mark.parametrize(
    "names",
    [
        ("", "", ""),
        ("ab", "", ""),
        ("", "a", ""),
        ("", "", "ab"),
        ("a", "b", "cd"),
        ("", "b", "c"),
        ("a", "", "c"),
    ],
)
def test_both_ways(package: Package, names: tuple[str, str, str]) -> None:
    sealed = _sealed(package, *names)
    response = package.orders.PutResponse(item=sealed)
    got: list[Any] = []

    def put(given: Any) -> Any:
        got.append(given.item)
        return response

    parse = package.runtime("fragments").XmlFragment.parse
    anything = parse("<a xmlns='urn:a'/>")
    client = package.client(put=put)
    assert client.put(item=sealed, any_element=anything).item == sealed
    assert got == [sealed]
    package.body()
    package.body(package.answer.body)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"{_wild('a')}{SEAL}{DATE}", ("a", "", "")),
        (f"{SEAL}{_wild('a')}{DATE}", ("", "a", "")),
        (f"{SEAL}{SEAL}{DATE}{_wild('a', 'b')}", ("", "", "ab")),
        (f"{_wild('a')}{SEAL}{_wild('b')}{DATE}{_wild('c')}", ("a", "b", "c")),
        # The last wildcard allows any namespace.
        (f"{SEAL}{DATE}<n1:Extra/><plain/>", ("", "", "an")),
    ],
)
def test_valid_replies(
    package: Package, content: str, expected: tuple[str, str, str]
) -> None:
    assert _valid(package, _reply(content))
    assert _found(package, content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # The elements come in another order: what is left is the first one's with room.
        (f"{DATE}{_wild('a')}{SEAL}", ("a", "", "")),
        (f"{DATE}{_wild('a')}{SEAL}<n1:Extra/>", ("a", "", "a")),
    ],
)
def test_replies_in_another_order(
    package: Package, content: str, expected: tuple[str, str, str]
) -> None:
    assert not _valid(package, _reply(content))
    assert _found(package, content) == expected


def test_more_than_there_is_room_for(package: Package) -> None:
    content = f"{SEAL}{DATE}{_wild('a', 'b', 'c')}"
    assert not _valid(package, _reply(content))
    with pytest.raises(
        package.errors.ProtocolError, match="does not know this element"
    ):
        _found(package, content)
