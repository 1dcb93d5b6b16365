"""Clients with `validate` hold arguments to facets; others do not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.unit.messages.packages import Package

CASE = "anonymous-enumerations"
ANSWER = '<n1:Color xmlns:n1="urn:example:orders">green</n1:Color>'


def _send(package: Package, *, validate: bool, **fields: Any) -> Any:
    types = package.types
    parcel = types.Parcel(**{"kind": types.ParcelKind.BOX, "priority": 1, **fields})
    client = package.answered(ANSWER).with_options(validate=validate)
    return client.send(parcel=parcel, speed=types.SendSpeed.SLOW)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"code": "A"}, "parcel.code: has the length 1, at least 2 is required"),
        ({"code": "ABCDEFGHI"}, "parcel.code: has the length 9, at most 8 is allowed"),
        ({"code": "A1B"}, "parcel.code: does not match the pattern"),
        ({"priority": 2}, "parcel.priority: must be one of 1, 5"),
        ({"weight": Decimal(0)}, "parcel.weight: must be more than 0"),
        ({"weight": Decimal("31.6")}, "parcel.weight: must be at most 31.5"),
        ({"weight": Decimal("1.25")}, "parcel.weight: has more than 1 decimal places"),
    ],
)
def test_what_facets_do_not_allow(
    package: Package, fields: dict[str, Any], message: str
) -> None:
    package.sent = b""
    with pytest.raises(package.errors.EncodeError) as caught:
        _send(package, validate=True, **fields)
    assert message in str(caught.value)
    assert package.sent == b""
    assert _send(package, validate=False, **fields) is package.types.Color.GREEN


def test_parameters_have_facets_too(package: Package) -> None:
    types = package.types
    parcel = types.Parcel(kind=types.ParcelKind.BOX, priority=1)
    client = package.answered(ANSWER).with_options(validate=True)
    with pytest.raises(package.errors.EncodeError) as caught:
        client.send(parcel=parcel, label="ab1", speed=types.SendSpeed.SLOW)
    assert "label: does not match the pattern" in str(caught.value)
    assert client.send(parcel=parcel, label="AB", speed=types.SendSpeed.SLOW)


def test_members_that_the_contract_does_not_list(package: Package) -> None:
    types = package.types
    fields = {
        "stop": [
            types.ParcelStop(kind=types.ParcelStopKind.SHOP),
            types.ParcelStop(kind=types.ParcelStopKind("moon")),
        ]
    }
    with pytest.raises(package.errors.EncodeError) as caught:
        _send(package, validate=True, **fields)
    assert "parcel.stop[1].kind: the contract does not list it" in str(caught.value)
    with pytest.raises(package.errors.EncodeError, match="handling: the contract"):
        _send(package, validate=True, handling={types.ParcelHandling("soft")})
    assert _send(package, validate=False, **fields) is types.Color.GREEN


def test_what_facets_allow(package: Package) -> None:
    types = package.types
    assert _send(
        package,
        validate=True,
        code="AB12",
        weight=Decimal("31.50"),
        priority=5,
        handling={types.ParcelHandling.FRAGILE},
        color=types.Color.GREY,
    )


def test_the_constructor_takes_it(package: Package) -> None:
    client = package.orders.OrdersClient("http://localhost/", validate=True)
    types = package.types
    parcel = types.Parcel(kind=types.ParcelKind.BOX, priority=3)
    with client, pytest.raises(package.errors.EncodeError, match="must be one of 1, 5"):
        client.send(parcel=parcel, speed=types.SendSpeed.SLOW)


def test_a_field_with_facets_may_be_secret_and_an_alternative(package: Package) -> None:
    records = package.runtime("records")
    made = package.runtime("facets").facets(secret=True, alternative=True, length=2)
    assert records.SECRET_ALTERNATIVE.items() <= made.items()
    plain = package.runtime("facets").facets(length=2)
    assert not records.SECRET.keys() & plain.keys()
