"""Anonymous complex types: a class each, sent and read like any other type."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.unit.messages.packages import Package, Zeep

CASE = "anonymous-types"
NS = 'xmlns:n1="urn:example:orders"'
ORDER = (
    "<n1:Order><n1:Customer><n1:Name>Ann</n1:Name>"
    "<n1:Address><n1:City>Oslo</n1:City></n1:Address></n1:Customer>"
    "<n1:Line><n1:Sku>a</n1:Sku><n1:Count>1</n1:Count></n1:Line>"
    '<n1:Line id="l"><n1:Sku>b</n1:Sku><n1:Count>2</n1:Count>'
    '<n1:Price currency="NOK">1.50</n1:Price></n1:Line>'
    "<n1:Note><n1:Text>x</n1:Text><n1:Note><n1:Text>y</n1:Text></n1:Note></n1:Note>"
    "</n1:Order>"
)


def _order(package: Package) -> Any:
    types = package.types
    return types.Order(
        customer=types.OrderCustomer(
            name="Ann", address=types.OrderCustomerAddress(city="Oslo")
        ),
        line=[
            types.OrderLine_2(sku="a", count=1),
            types.OrderLine_2(
                sku="b",
                count=2,
                price=types.OrderLinePrice(value=Decimal("1.50"), currency="NOK"),
                id="l",
            ),
        ],
        note=types.Note(text="x", note=[types.Note(text="y")]),
    )


def test_any_depth_and_recursion_through_references(package: Package) -> None:
    types = package.types
    got: list[Any] = []

    def place(given: Any) -> Any:
        got.append((given.order, given.options, given.summary))
        return given.order.note

    note = package.client(place=place).place(
        order=_order(package),
        options=types.PlaceOptions(express=True),
        summary=types.OrderLine(text="t"),
    )
    assert package.body() == (
        f"<n1:Place {NS}>{ORDER}<n1:Options><n1:Express>true</n1:Express></n1:Options>"
        "<n1:Summary><n1:Text>t</n1:Text></n1:Summary></n1:Place>"
    )
    assert got == [
        (
            _order(package),
            types.PlaceOptions(express=True),
            types.OrderLine(text="t"),
        )
    ]
    assert note == types.Note(text="x", note=[types.Note(text="y")])
    assert package.body(package.answer.body) == (
        f"<n1:PlaceResponse {NS}><n1:Note><n1:Text>x</n1:Text>"
        "<n1:Note><n1:Text>y</n1:Text></n1:Note></n1:Note></n1:PlaceResponse>"
    )


def test_a_wrong_value_is_told_with_its_path(package: Package) -> None:
    order = _order(package)
    order.line[1].count = "2"
    with pytest.raises(package.errors.EncodeError, match=r"order\.line\[1\]\.count"):
        package.client(place=lambda _: None).place(order=order)


def test_zeep_sends_the_same(package: Package) -> None:
    zeep = Zeep(package, place=lambda given: given.order.note)
    note: dict[str, Any] = {"Text": "x", "Note": [{"Text": "y", "Note": []}]}
    order: dict[str, Any] = {
        "Customer": {"Name": "Ann", "Address": {"City": "Oslo"}},
        "Line": [
            {"Sku": "a", "Count": 1},
            {
                "Sku": "b",
                "Count": 2,
                "Price": {"_value_1": Decimal("1.50"), "currency": "NOK"},
                "id": "l",
            },
        ],
        "Note": note,
    }
    sent = zeep.request("Place", Order=order, Options={"Express": True})
    assert package.body(sent) == (
        f"<n1:Place {NS}>{ORDER}<n1:Options><n1:Express>true</n1:Express></n1:Options>"
        "</n1:Place>"
    )
    reply = zeep.service.Place(Order=order)
    assert (reply.Text, reply.Note[0].Text) == ("x", "y")
