"""Redefined types and groups, held to libxml2's reading of `xs:redefine`.

Source: XML Schema Part 1 §4.2.2.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.messages.packages import Package

CASE = "redefinitions"
NS = 'xmlns:n1="urn:example:orders"'
ORDER = (
    '<n1:{0} urgent="true" version="2"><n1:Number>7</n1:Number><n1:State>open</n1:State>'
    "<n1:Before><n1:Number>6</n1:Number><n1:State>shipped</n1:State></n1:Before></n1:{0}>"
)


def order_of(package: Package) -> Any:
    """An order with what the redefinition adds."""
    orders = package.orders
    before = orders.Order(number=6, state=orders.State.SHIPPED)
    return orders.Order(
        number=7, state=orders.State.OPEN, before=before, version=2, urgent=True
    )


def test_what_is_redefined_is_sent_and_read(package: Package) -> None:
    orders = package.orders
    order, given = order_of(package), list[Any]()

    def send(asked: Any) -> Any:
        given.append(asked.parcel)
        return asked.parcel.order

    parcel = orders.Parcel(
        order=order,
        to=orders.Customer(name="Ann", id=3),
        price=orders.Price(value=Decimal("1.5"), currency="NOK", vat=Decimal("0.3")),
        code="A1",
        street="First",
        town="Oslo",
        by="me",
        at=datetime(2026, 11, 26, tzinfo=UTC),
    )
    client = package.client(send=send).with_options(validate=True)
    assert client.send(parcel=parcel) == order
    assert given == [parcel]
    # Both are valid by the schema, too.
    assert package.body() == (
        f'<n1:Send {NS}><n1:Parcel at="2026-11-26T00:00:00Z" by="me">'
        f"{ORDER.format('Order')}"
        '<n1:To id="3"><n1:Name>Ann</n1:Name></n1:To>'
        '<n1:Price currency="NOK" vat="0.3">1.5</n1:Price><n1:Code>A1</n1:Code>'
        "<n1:Street>First</n1:Street><n1:Town>Oslo</n1:Town></n1:Parcel></n1:Send>"
    )
    assert package.body(package.answer.body) == (
        f"<n1:SendResponse {NS}>{ORDER.format('Order')}</n1:SendResponse>"
    )


def test_a_type_derived_from_a_redefined_one(package: Package) -> None:
    orders = package.orders
    order = orders.Return(
        number=7, state=orders.State.OPEN, before=None, urgent=True, reason="broken"
    )
    client = package.client(send=lambda _: order)
    with pytest.raises(package.errors.EncodeError, match="parcel"):
        client.send(parcel=None)
    body = (
        f'<n1:SendResponse {NS} xmlns:i="http://www.w3.org/2001/XMLSchema-instance">'
        '<n1:Order i:type="n1:Return" urgent="1"><n1:Number>7</n1:Number>'
        "<n1:State>open</n1:State><n1:Reason>broken</n1:Reason></n1:Order>"
        "</n1:SendResponse>"
    )
    parcel = orders.Parcel(
        order=order,
        to=orders.Customer(name="Ann"),
        price=orders.Price(value=Decimal(1), currency="NOK"),
        code="A1",
        street="",
        town="",
    )
    assert package.answered(body).send(parcel=parcel) == order


def test_what_a_restriction_took_away_is_not_known(package: Package) -> None:
    assert not hasattr(package.orders.Customer(name="Ann"), "legacy")
    assert not hasattr(package.orders.Customer(name="Ann"), "nickname")
    assert [member.value for member in package.orders.State] == ["open", "shipped"]
