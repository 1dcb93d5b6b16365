"""Elements with a default or fixed value (XML Schema Part 1 §3.3.4), both ways."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.unit.messages.default_and_fixed import (
    EMPTY,
    NS,
    VERSION,
    is_valid,
    item_of,
    reply_with,
)
from tests.unit.messages.packages import Package, Zeep
from typedsoap.serve.samples import complete

CASE = "default-and-fixed"

pytestmark = pytest.mark.usefixtures("unsent")


def test_both_ways(package: Package) -> None:
    got: list[Any] = []
    item = item_of(package, revision=3, kind="of choice", tags=["x"], note="n")
    response = package.orders.PlaceResponse(item=item, status="well")

    def place(given: Any) -> Any:
        got.append((given.item, given.channel, given.priority, given.parcel))
        return response

    assert package.client(place=place).place(item=item, priority=1) == response
    assert got == [(item, "web", 1, "large")]
    assert package.body() == (
        f'<n1:Place {NS}><n1:Item layout="1.0" unit="large">{VERSION}'
        "<n1:Revision>+03</n1:Revision>"
        "<n1:Draft>0</n1:Draft><n1:Currency>NOK</n1:Currency>"
        "<n1:Tags>x</n1:Tags><n1:Weight>2</n1:Weight><n1:Kind> of  choice </n1:Kind>"
        "<n1:Note>n</n1:Note></n1:Item><n1:Channel>web</n1:Channel>"
        "<n1:Priority>1</n1:Priority><n1:Parcel>large</n1:Parcel></n1:Place>"
    )
    package.body(package.answer.body)


def test_an_empty_element_has_the_value(package: Package) -> None:
    reply = reply_with(EMPTY, "<n1:Status/>")
    assert is_valid(package, reply)
    found = package.answered(reply).place(priority=1)
    assert found.status == "placed"
    assert found.item == item_of(
        package,
        version='1.0 & "more"',
        draft=False,
        currency="EUR",
        size=package.types.Size.LARGE,
        tags=["a", "b"],
        weight=Decimal("1.50"),
        rank=-7,
        note="none",
    )


def test_equal_numbers_are_sent_as_the_contract_writes_them(package: Package) -> None:
    item = item_of(package, factor=1000.0, rate=[Decimal("0.5"), Decimal("0.500")])
    response = package.orders.PlaceResponse(item=item, status="well")
    client = package.client(place=lambda _: response)
    assert client.place(item=item, priority=1, scale=Decimal(2)) == response
    sent = package.body()
    assert '<n1:Item layout="1.0" unit="large">' in sent
    assert (
        "<n1:Factor>1E3</n1:Factor><n1:Rate> .50</n1:Rate><n1:Rate> .50</n1:Rate>"
        in sent
    )
    assert "<n1:Scale>2.0</n1:Scale>" in sent


@pytest.mark.parametrize(
    "fields",
    [
        {"layout": Decimal("1.00000000000000000000000001")},
        {"factor": 1001.0},
        {"rate": [Decimal("0.5"), Decimal("0.6")]},
    ],
)
def test_another_number_is_refused(package: Package, fields: dict[str, Any]) -> None:
    client = package.client(place=lambda _: None)
    with pytest.raises(package.errors.EncodeError, match="the contract fixes another"):
        client.place(item=item_of(package, **fields), priority=1)
    with pytest.raises(package.errors.EncodeError, match="the contract fixes another"):
        client.place(priority=1, scale=Decimal("2.1"))


@pytest.mark.parametrize(
    ("content", "right"), [("1E3", True), ("", True), ("1", False)]
)
def test_a_number_in_a_reply(package: Package, content: str, right: bool) -> None:
    inner = (
        f"{VERSION}<n1:Draft>0</n1:Draft><n1:Currency>NOK</n1:Currency>"
        f"<n1:Weight>2</n1:Weight><n1:Factor>{content}</n1:Factor>"
    )
    reply = reply_with(f"<n1:Item>{inner}</n1:Item>")
    assert is_valid(package, reply) is right
    client = package.answered(reply)
    if right:
        item = client.place(priority=1).item
        assert (item.factor, item.layout) == (1000.0, Decimal(1))
    else:
        with pytest.raises(package.errors.ProtocolError, match="fixes another value"):
            client.place(priority=1)


def test_an_absent_element_has_none(package: Package) -> None:
    inner = (
        f"{VERSION}<n1:Draft>0</n1:Draft><n1:Currency> </n1:Currency>"
        '<n1:Weight xsi:nil="true"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )
    reply = reply_with(f"<n1:Item>{inner}</n1:Item>")
    assert is_valid(package, reply)
    item = package.answered(reply).place(priority=1).item
    assert (item.revision, item.size, item.tags, item.kind, item.note) == (None,) * 5
    # A blank is content; and what says that it is nil is not empty but nil.
    assert (item.currency, item.weight) == (" ", None)


@pytest.mark.parametrize(
    ("found", "other"),
    [
        ('>1.0 &amp; "more"<', ">1.1<"),
        ("<n1:Draft/>", "<n1:Draft>true</n1:Draft>"),
        ("<n1:Rank/>", "<n1:Kind>of another</n1:Kind>"),
    ],
)
def test_another_value_than_the_fixed_one(
    package: Package, found: str, other: str
) -> None:
    reply = reply_with(EMPTY.replace(found, other))
    assert reply != reply_with(EMPTY)
    assert not is_valid(package, reply)
    with pytest.raises(package.errors.ProtocolError, match="fixes another value"):
        package.answered(reply).place(priority=1)


def test_a_fixed_value_in_other_words(package: Package) -> None:
    revision = "<n1:Revision> 0003 </n1:Revision><n1:Draft>0</n1:Draft>"
    reply = reply_with(EMPTY.replace("<n1:Draft/>", revision))
    # It is valid, although libxml2, which compares the texts, does not say so.
    item = package.answered(reply).place(priority=1).item
    assert (item.revision, item.draft) == (3, False)


def test_a_required_fixed_value_that_is_absent_or_nil(package: Package) -> None:
    nil = (
        '<n1:Draft xsi:nil="true"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )
    for draft in ("", nil):
        reply = reply_with(EMPTY.replace("<n1:Draft/>", draft))
        assert not is_valid(package, reply)
        with pytest.raises(package.errors.ProtocolError, match="required value"):
            package.answered(reply).place(priority=1)


@pytest.mark.parametrize(
    ("fields", "path", "message"),
    [
        ({"version": "1.0"}, "item.version", "fixes another value"),
        ({"revision": 4}, "item.revision", "fixes another value"),
        ({"draft": True}, "item.draft", "fixes another value"),
        ({"draft": None}, "item.draft", "required"),
        ({"kind": "x"}, "item.kind", "fixes another value"),
        ({"currency": ""}, "item.currency", "read as the contract's default"),
        ({"tags": []}, "item.tags", "read as the contract's default"),
    ],
)
def test_what_cannot_be_sent(
    package: Package, fields: dict[str, Any], path: str, message: str
) -> None:
    client = package.client(place=lambda _: None)
    with pytest.raises(package.errors.EncodeError, match=message) as caught:
        client.place(item=item_of(package, **fields), priority=1)
    assert path in str(caught.value)
    assert package.sent == b""


def test_a_header_block_of_a_fixed_value(package: Package) -> None:
    response = package.orders.PlaceResponse(status="placed")
    client = package.client(place=lambda _: response)
    assert client.with_headers(key="k").place(priority=1) == response
    assert b"<n1:Key>k</n1:Key>" in package.sent
    with pytest.raises(package.errors.EncodeError, match="fixes another value"):
        client.with_headers(key="K").place(priority=1)


def test_samples_have_the_fixed_values(package: Package) -> None:
    handler, samples = complete(package.server.OrdersHandler, object())
    assert samples == ["place", "get_version"]
    client = package.client_of(package.server.OrdersApplication(handler, strict=True))
    assert client.get_version() == "1.0"
    item = client.place(priority=1).item
    assert (item.version, item.revision, item.kind) == (
        '1.0 & "more"',
        3,
        "of choice",
    )
    package.body(package.answer.body)


def test_zeep_sends_what_we_read(package: Package) -> None:
    got: list[Any] = []
    response = package.orders.PlaceResponse(item=item_of(package), status="well")

    def place(given: Any) -> Any:
        got.append(given)
        return response

    reply = Zeep(package, place=place).service.Place(
        Item={
            "Version": '1.0 & "more"',
            "Draft": False,
            "Currency": "NOK",
            "Weight": Decimal(2),
            "Size": "small",
        },
        Channel="web",
        Priority=3,
        Parcel="large",
    )
    (given,) = got
    assert given.item == item_of(package, size=package.types.Size.SMALL)
    assert (given.channel, given.priority) == ("web", 3)
    assert reply["Status"] == "well"
    assert reply["Item"]["Version"] == '1.0 & "more"'


def test_an_empty_element_with_attributes_has_the_value(package: Package) -> None:
    depot = package.types.Depot
    content = EMPTY.replace(
        "</n1:Item>",
        '<n1:From id="7"/><n1:Via/><n1:Via>quay</n1:Via></n1:Item>',
    )
    reply = reply_with(content)
    assert is_valid(package, reply)
    found = package.answered(reply).place(priority=1).item
    assert found.from_ == depot(value="hub", id=7)
    assert found.via == [depot(value="none"), depot(value="quay")]


def test_content_beside_attributes_may_be_sent_empty(package: Package) -> None:
    depot = package.types.Depot
    response = package.orders.PlaceResponse(status="well")
    client = package.client(place=lambda _: response)
    client.place(item=item_of(package, from_=depot(value="", id=7)), priority=1)
    assert '<n1:From id="7"></n1:From>' in package.body()
