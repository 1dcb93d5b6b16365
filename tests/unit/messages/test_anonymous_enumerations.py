"""Enumerations and lists without a name, enumerations of numbers, facets in docstrings."""

from __future__ import annotations

from decimal import Decimal
from inspect import getdoc
from typing import Any

import pytest

from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "anonymous-enumerations"
NS = 'xmlns:n1="urn:example:orders"'


def test_every_kind_there_and_back(package: Package) -> None:
    types = package.types
    handling = types.ParcelHandling
    parcel = types.Parcel(
        kind=types.ParcelKind.BOX,
        handling={handling.UPRIGHT, handling.FRAGILE},
        sizes=[3, 4],
        priority=5,
        stop=[types.ParcelStop(kind=types.ParcelStopKind.SHOP)],
        color=types.Color.GREY,
        code="AB12",
        weight=Decimal("1.5"),
        warm=types.WarmColor.RED,
        kind_2=types.ParcelKind_2.A,
    )
    got: list[Any] = []

    def send(given: Any) -> Any:
        got.append(given)
        return types.Color.GREEN

    client = package.client(send=send)
    answer = client.send(parcel=parcel, speed=package.types.SendSpeed.FAST)
    assert answer is types.Color.GREEN
    assert got[0].parcel == parcel
    assert got[0].speed is types.SendSpeed.FAST
    assert package.body() == (
        f'<n1:Send {NS}><n1:Parcel Kind="a"><n1:Kind>box</n1:Kind>'
        "<n1:Handling>fragile upright</n1:Handling><n1:Sizes>3 4</n1:Sizes>"
        '<n1:Priority>5</n1:Priority><n1:Stop kind="shop"></n1:Stop>'
        "<n1:Color>grey</n1:Color><n1:Code>AB12</n1:Code><n1:Weight>1.5</n1:Weight>"
        "<n1:Warm>red</n1:Warm></n1:Parcel><n1:Speed>fast</n1:Speed></n1:Send>"
    )
    assert package.body(package.answer.body) == f"<n1:Color {NS}>green</n1:Color>"


def test_a_value_that_the_contract_does_not_list(package: Package) -> None:
    client = package.answered(f"<n1:Color {NS}>mauve</n1:Color>")
    parcel = package.types.Parcel(kind=package.types.ParcelKind.BOX, priority=1)
    with pytest.raises(package.errors.ProtocolError, match="Color does not know"):
        client.send(parcel=parcel, speed=package.types.SendSpeed.SLOW)


def test_a_text_is_no_member(package: Package) -> None:
    parcel = package.types.Parcel(kind="box", priority=1)
    with pytest.raises(package.errors.EncodeError, match="kind: expected ParcelKind"):
        package.client().send(parcel=parcel, speed=package.types.SendSpeed.SLOW)


def test_facets_are_told(package: Package) -> None:
    told = getdoc(package.types.Parcel) or ""
    assert "priority: `Priority`. One of `1` or `5`." in told
    assert "code: `Code`. Length 2 to 8. Matches `[A-Z]+\\d*`." in told
    assert "weight: `Weight`. More than `0`, at most `31.5`." in told


def test_a_sample_answers(package: Package) -> None:
    handler, _ = complete(package.server.OrdersHandler, None)
    client = package.client_of(package.server.OrdersApplication(handler))
    parcel = package.types.Parcel(kind=package.types.ParcelKind.BOX, priority=1)
    answer = client.send(parcel=parcel, speed=package.types.SendSpeed.SLOW)
    assert answer is package.types.Color.GREEN
