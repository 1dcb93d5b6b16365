"""Attributes and simple content on the wire, both ways."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from tests.support.schema_validation import schema_of
from tests.support.wsgi import SOAP
from tests.unit.messages.packages import Package, Zeep

CASE = "attributes"
NS = 'xmlns:n1="urn:example:orders"'
MARK = 'xmlns:n3="urn:example:orders:mark"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def item(package: Package, **given: Any) -> Any:
    return package.orders.Item(**{"id": 7, "name": "Bolt", "version": None} | given)


def raw(package: Package) -> str:
    """Body's content as it was sent, where prefixes matter; valid by the schema."""
    (body,) = etree.fromstring(package.sent).findall(f"{{{SOAP}}}Body")
    schema_of(package.wsdl).assertValid(etree.ElementTree(body[0]))
    return package.sent.decode().partition("<soap:Body>")[2].partition("</soap:B")[0]


def echo(package: Package) -> Any:
    def store(given: Any) -> Any:
        return package.orders.StoreResponse(count=1, items=[given.item])

    return package.client(store=store)


def test_only_what_is_given_is_sent(package: Package) -> None:
    client = echo(package)
    reply = client.store(item=item(package))
    assert package.body() == (
        f'<n1:Store {NS}><n1:Item id="7"><n1:name>Bolt</n1:name></n1:Item></n1:Store>'
    )
    assert reply.count == 1
    # What is absent reads as what the contract fixes it to.
    assert reply.items == [item(package, version="1.0")]


def test_attributes_that_the_element_in_body_does_not_name(package: Package) -> None:
    got: list[Any] = []

    def store(given: Any) -> Any:
        got.append(given.other_attributes)
        return package.orders.StoreResponse(count=1)

    others = {"{urn:example:other}by": "ann"}
    package.client(store=store).store(item=item(package), other_attributes=others)
    assert raw(package).startswith(
        '<n1:Store xmlns:a0="urn:example:other" a0:by="ann"><n1:Item '
    )
    assert got == [others]


def test_every_attribute(package: Package) -> None:
    name = package.runtime("qnames").QName
    given = item(
        package,
        name_2='"a" & <b>\r\n\tc',
        version="1.0",
        sizes=[1, 2],
        kind=name("urn:a", "k"),
        base=name("urn:b", "b"),
        lang="nb",
        checked=True,
        origin="http://example.com/?a=1&b=2",
    )
    assert echo(package).store(item=given, trace="t-1").items == [given]
    assert raw(package) == (
        '<n1:Store trace="t-1"><n1:Item id="7"'
        ' name="&quot;a&quot; &amp; &lt;b&gt;&#13;&#10;&#9;c" version="1.0"'
        ' sizes="1 2" xmlns:q4="urn:a" kind="q4:k" xmlns:q6="urn:b" base="q6:b"'
        ' xml:lang="nb" n3:checked="true" n3:origin="http://example.com/?a=1&amp;b=2">'
        "<n1:name>Bolt</n1:name></n1:Item></n1:Store>"
    )


def test_lists_of_qualified_names(package: Package) -> None:
    name = package.runtime("qnames").QName
    one, other = name("urn:a", "k"), name("", "l")
    given = item(
        package,
        version="1.0",
        others=[one, other],
        replaces=[one, name("urn:b", "m")],
        seen=[[], [one]],
    )
    assert echo(package).store(item=given).items == [given]
    assert raw(package) == (
        '<n1:Store><n1:Item id="7" version="1.0" xmlns:q5.0="urn:a" others="q5.0:k l">'
        "<n1:name>Bolt</n1:name>"
        '<n1:replaces xmlns:q.0="urn:a" xmlns:q.1="urn:b">q.0:k q.1:m</n1:replaces>'
        '<n1:seen></n1:seen><n1:seen xmlns:q.0="urn:a">q.0:k</n1:seen>'
        "</n1:Item></n1:Store>"
    )


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"others": ["a:b"]}, ("item", "others", 0)),
        ({"replaces": "a:b"}, ("item", "replaces")),
        ({"seen": [[], [None]]}, ("item", "seen", 1, 0)),
    ],
)
def test_lists_that_hold_no_qualified_names(
    given: dict[str, Any], path: tuple[str | int, ...], package: Package
) -> None:
    with pytest.raises(package.errors.EncodeError) as raised:
        echo(package).store(item=item(package, **given))
    assert raised.value.path == path


def test_a_list_with_a_prefix_that_is_not_declared(package: Package) -> None:
    with pytest.raises(package.errors.ProtocolError, match="prefix is not declared"):
        answer(package, 'id="7" others="l p:k"')


def test_a_derived_type_adds_its_own(package: Package) -> None:
    given = package.orders.SpecialItem(
        id=7,
        name="Bolt",
        version="1.0",
        until=date(2024, 2, 29),
        other_attributes={"{urn:x}a": "1", "{urn:y}a": '"2"'},
    )
    assert echo(package).store(item=given).items == [given]
    assert package.body() == (
        f'<n1:Store {NS}><n1:Item xmlns:a0="urn:x" xmlns:a1="urn:y" {XSI}'
        ' id="7" until="2024-02-29" version="1.0" xsi:type="n1:SpecialItem" a0:a="1"'
        ' a1:a="&quot;2&quot;"><n1:name>Bolt</n1:name></n1:Item></n1:Store>'
    )


def test_simple_content(package: Package) -> None:
    orders = package.orders
    price = orders.Price(
        value=Decimal("1.50"), currency=orders.Currency.EUR, value_="list"
    )
    name = package.runtime("qnames").QName("urn:a", "k")
    client = package.client(price=lambda _: price)
    read = client.price(ask=orders.Code(value=name))
    assert raw(package) == '<n1:Ask xmlns:q="urn:a">q:k</n1:Ask>'
    assert package.body(package.answer.body) == (
        f'<n1:Amount {NS} currency="EUR" value="list">1.50</n1:Amount>'
    )
    price.rounding = 2
    assert read == price
    assert (
        package.client(price=lambda _: None).price(ask=orders.Code(value=name)) is None
    )


def test_simple_content_inside_of_a_record(package: Package) -> None:
    eur = package.orders.Currency.EUR
    price = package.orders.Money(value=Decimal(2), currency=eur, rounding=0)
    (read,) = echo(package).store(item=item(package, price=price)).items
    assert read.price == price
    assert '<n1:price currency="EUR" rounding="0">2</n1:price>' in package.body()


def test_simple_content_alone_in_body(package: Package) -> None:
    orders = package.orders
    weight = orders.Weight(value=Decimal("2.5"), unit="kg")
    client = package.client(weigh=lambda given: weight)
    assert client.weigh(weigh=orders.Weigh(value=Decimal(2500), unit="g")) == weight
    assert package.body() == f'<n1:Weigh {NS} unit="g">2500</n1:Weigh>'
    assert package.body(package.answer.body) == (
        f'<n1:Weight {NS} unit="kg">2.5</n1:Weight>'
    )


def test_nil_leaves_no_value(package: Package) -> None:
    nil = package.runtime("nil").NIL
    (read,) = echo(package).store(item=item(package, price=nil)).items
    assert read.price is None
    assert b'<n1:price xsi:nil="true"/>' in package.sent


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "another value than the fixed one": ({"version": "2.0"}, "version"),
    "none for a required one": ({"id": None}, "id"),
    "the wrong kind": ({"sizes": "1 2"}, "sizes"),
    "no name": ({"kind": "a:b"}, "kind"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_before_anything_is_sent(case: str, package: Package) -> None:
    given, place = REFUSED[case]
    with pytest.raises(package.errors.EncodeError) as raised:
        echo(package).store(item=item(package, **given))
    assert raised.value.path == ("item", place)


@pytest.mark.parametrize(
    "tag",
    [
        "id",
        "{}id",
        "xmlns",
        'a="1" b',
        "a:b",
        "{http://www.w3.org/2001/XMLSchema-instance}nil",
        "{http://www.w3.org/2000/xmlns/}n1",
        7,
    ],
)
def test_names_that_other_attributes_cannot_have(tag: Any, package: Package) -> None:
    given = package.orders.SpecialItem(id=7, name="x", other_attributes={tag: "v"})
    with pytest.raises(package.errors.EncodeError) as raised:
        echo(package).store(item=given)
    assert raised.value.path == ("item", "other_attributes")


def answer(package: Package, attributes: str, *, strict: bool = True) -> Any:
    client = package.answered(
        f'<n1:StoreResponse {NS} count="1"><n1:Items><n1:Item {attributes}>'
        "<n1:name>Bolt</n1:name></n1:Item></n1:Items></n1:StoreResponse>"
    )
    if not strict:
        client = client.with_options(strict=False)
    return client.store(item=item(package))


def test_unknown_attributes(package: Package) -> None:
    assert answer(package, 'id="7" new="1"', strict=False).items[0].id == 7
    with pytest.raises(package.errors.ProtocolError) as raised:
        answer(package, 'id="7" new="1"')
    assert raised.value.path == "Body/StoreResponse/Items/Item"


@pytest.mark.parametrize(
    ("attributes", "path"),
    [
        ("", "Body/StoreResponse/Items/Item/@id"),
        ('id="x"', "Body/StoreResponse/Items/Item/@id"),
        ('id=""', "Body/StoreResponse/Items/Item/@id"),
        ('id="7" kind="p:k"', "Body/StoreResponse/Items/Item/@kind"),
    ],
)
def test_attributes_that_are_no_values(
    attributes: str, path: str, package: Package
) -> None:
    with pytest.raises(package.errors.ProtocolError) as raised:
        answer(package, attributes)
    assert raised.value.path == path


def test_what_zeep_sends_and_reads(package: Package) -> None:
    got: list[Any] = []

    def store(given: Any) -> Any:
        got.append(given)
        return package.orders.StoreResponse(count=3, items=[given.item])

    zeep = Zeep(package, store=store)
    reply = zeep.service.Store(
        Item={"name": "Bolt", "id": 7, "attr__name": "Shop", "sizes": [1, 2]},
        Price={"_value_1": Decimal("2.5"), "currency": "NOK"},
        trace="t",
    )
    (given,) = got
    assert (given.item.id, given.item.name, given.trace) == (7, "Bolt", "t")
    assert given.price == package.orders.Money(
        value=Decimal("2.5"), currency=package.orders.Currency.NOK, rounding=2
    )
    assert (reply["count"], reply["Items"]["Item"][0]["id"]) == (3, 7)
