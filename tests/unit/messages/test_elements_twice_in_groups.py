"""Repeated groups in which an element stands twice, or which follow that element."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.messages.elements_twice import DAY, booked, route_of, sent
from tests.unit.messages.packages import Package

CASE = "elements-twice"


def test_an_element_before_a_group_that_has_it(package: Package) -> None:
    item = package.types.ScaleItem
    booked(package, scale=package.types.Scale(mark=0))
    scale = package.types.Scale(
        mark=0, items=[item(step=1, mark=2), item(step=3, mark=4)]
    )
    booked(package, scale=scale)
    assert sent(package, "Scale") == (
        "<Mark>0</Mark><Step>1</Step><Mark>2</Mark><Step>3</Step><Mark>4</Mark>"
    )


def test_an_element_twice_in_a_repeated_group(package: Package) -> None:
    item = package.types.RangesItem
    items = [
        item(bound=1, bound_2=2),
        item(bound=3, label="x", bound_2=4),
        item(bound=5, bound_2=6),
    ]
    booked(package, ranges=package.types.Ranges(items=items))
    bounds = sent(package, "Ranges").replace("<Label>x</Label>", "")
    assert bounds == "".join(f"<Bound>{number}</Bound>" for number in range(1, 7))


def test_a_repeated_choice_whose_alternatives_share_an_element(
    package: Package,
) -> None:
    item = package.types.SettingsItem
    items = [
        item(flag=True),
        item(key="k", value="v"),
        item(flag=False, value="w"),
        item(key="l", value="x"),
    ]
    booked(package, settings=package.types.Settings(items=items))
    assert sent(package, "Settings") == (
        "<Flag>true</Flag><Key>k</Key><Value>v</Value><Flag>false</Flag>"
        "<Value>w</Value><Key>l</Key><Value>x</Value>"
    )


def test_an_element_twice_in_the_first_alternative_of_a_repeated_choice(
    package: Package,
) -> None:
    types = package.types
    item = types.DirectionsItem
    choices = [
        item(turn="l", street="s", turn_2="r"),
        types.DirectionsWait(3),
        item(turn="r", street="t", turn_2="l"),
        item(turn="l", street="u", turn_2="l"),
        types.DirectionsFerry(True),
    ]
    booked(package, directions=types.Directions(choices=choices))
    assert sent(package, "Directions") == (
        "<Turn>l</Turn><Street>s</Street><Turn>r</Turn><Wait>3</Wait>"
        "<Turn>r</Turn><Street>t</Street><Turn>l</Turn>"
        "<Turn>l</Turn><Street>u</Street><Turn>l</Turn><Ferry>true</Ferry>"
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "one of key, value, flag is required"),
        ({"key": "k"}, "value is required where key is given"),
        ({"value": "v"}, "key is required where value is given"),
        ({"key": "k", "flag": True}, "key, flag exclude each other"),
        (
            {"key": "k", "flag": True, "value": "v"},
            "key, value, flag exclude each other",
        ),
    ],
)
def test_alternatives_of_a_repeated_choice_that_no_instance_has(
    package: Package, fields: dict[str, Any], message: str
) -> None:
    items = [
        package.types.SettingsItem(flag=True),
        package.types.SettingsItem(**fields),
    ]
    settings = package.types.Settings(items=items)
    package.sent = b""
    with pytest.raises(package.errors.EncodeError) as caught:
        package.client().book(day=DAY, route=route_of(package), settings=settings)
    assert f"settings.items[1]: {message}" in str(caught.value)
    assert package.sent == b""
