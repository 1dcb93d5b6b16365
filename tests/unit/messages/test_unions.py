"""Unions of enumerations and other texts: a listed value is a member, any other a str."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.messages.packages import Package

CASE = "unions"
NS = 'xmlns:n1="urn:example:orders"'
PARCEL = (
    '<n1:Parcel packing="box"><n1:Carrier>Mail</n1:Carrier><n1:Wish>Bike</n1:Wish>'
    "<n1:Wish> box </n1:Wish><n1:Wish>a &amp; b</n1:Wish><n1:Wishes>box fast</n1:Wishes>"
    "<n1:Size>7</n1:Size><n1:Fallback>Bike</n1:Fallback><n1:Version>1</n1:Version>"
    "<n1:Via>x:boat</n1:Via><n1:Hub>4</n1:Hub><n1:Via>Mail</n1:Via></n1:Parcel>"
)


def _parcel(package: Package, **fields: Any) -> Any:
    return package.types.Parcel(**{"carrier": "x:boat", **fields})


def test_both_ways(package: Package) -> None:
    carrier, packing = package.types.Carrier, package.types.Packing
    parcel = _parcel(
        package,
        packing=packing.BOX,
        carrier=carrier.MAIL,
        wish=[carrier.BIKE, " box ", "a & b"],
        wishes=["box", "fast"],
        size="7",
        fallback=carrier.BIKE,
        version="1",
        choices=["x:boat", 4, carrier.MAIL],
    )
    client = package.client(ship=lambda given: given.parcel)
    read = client.ship(parcel=parcel, carrier="x:cart")
    assert package.body() == (
        f"<n1:Ship {NS}>{PARCEL}<n1:Carrier>x:cart</n1:Carrier></n1:Ship>"
    )
    assert package.body(package.answer.body) == (
        f"<n1:ShipResponse {NS}>{PARCEL}</n1:ShipResponse>"
    )
    assert read == parcel
    # The first enumeration that lists a text has it, and white space counts.
    assert read.carrier is carrier.MAIL
    assert read.wish[0] is carrier.BIKE
    assert [type(text) for text in read.wish[1:]] == [str, str]
    assert read.wishes[0] is packing.BOX
    assert type(read.wishes[1]) is str
    assert read.fallback is carrier.BIKE
    assert (type(read.choices[0]), read.choices[2]) == (str, carrier.MAIL)
    assert read.packing is packing.BOX


def test_a_default_is_read_as_any_other_text(package: Package) -> None:
    content = "<n1:Carrier>Mail</n1:Carrier><n1:Fallback/><n1:Version/>"
    parcel = f"<n1:Parcel>{content}</n1:Parcel>"
    client = package.answered(f"<n1:ShipResponse {NS}>{parcel}</n1:ShipResponse>")
    read = client.ship(parcel=_parcel(package))
    assert read.fallback is package.types.Carrier.MAIL
    assert read.version == "1"


def test_a_text_is_all_that_is_asked(package: Package) -> None:
    client = package.client(ship=lambda given: given.parcel)
    client = client.with_options(validate=True)
    assert client.ship(parcel=_parcel(package)).carrier == "x:boat"
    for fields in ({"carrier": 1}, {"version": "2"}, {"choices": [b"x"]}):
        with pytest.raises(package.errors.EncodeError):
            client.ship(parcel=_parcel(package, **fields))
