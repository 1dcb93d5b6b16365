"""Names and texts that an overlay gives to what has no name in the contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.messages.packages import Package, imported
from typedsoap.errors import TypedSoapError

GROUPS = """
[types.Drawing.fields."(choice)"]
name = "shapes"
documentation = "What is drawn"
[types.Settings.fields."(item)"]
name = "entries"
[operations.Draw.result."(choice)"]
documentation = "What came of it."
"""
WILDCARDS = """
[types.Item.fields."(any)"]
name = "extensions"
documentation = "What partners add."
"""
HEADS = """
[operations.Save.parameters.Pay]
name = "means"
[operations.Save.parameters.Note]
name = "remarks"
"""
TWICE = """
[types.Route.fields.Stop]
name = "start"
documentation = "Where it stops."
[types.Route.fields."Stop (2)"]
name = "end"
[types.Tour.fields."Stop (3)"]
name = "detours"
"""


def _drawn(package: Package, **arguments: Any) -> Any:
    got: list[Any] = []

    def draw(given: Any) -> list[Any]:
        got.append(given)
        return []

    with pytest.raises(package.errors.SoapFault):
        package.client(draw=draw).draw(**arguments)
    package.body()
    return got[0]


def test_repeated_groups(tmp_path: Path) -> None:
    with imported("repeated-groups", tmp_path, GROUPS) as package:
        types = package.types
        drawing = types.Drawing(title="t", shapes=[types.Circle(radius=1)])
        settings = types.Settings(
            version=1, entries=[types.SettingsItem(key="a", number=1)]
        )
        seen = _drawn(package, drawing=drawing, settings=settings)
        assert (seen.drawing, seen.settings) == (drawing, settings)
        assert "shapes: What is drawn. In the order of the message: " in " ".join(
            types.Drawing.__doc__.split()
        )
        with pytest.raises(package.errors.EncodeError) as caught:
            package.client().draw(drawing=types.Drawing(title="t", shapes=[None]))
        assert caught.value.path == ("drawing", "shapes", 0)


def test_wildcards(tmp_path: Path) -> None:
    with imported("wildcards", tmp_path, WILDCARDS) as package:
        item = package.types.Item(name="n")
        assert item.extensions == []
        assert "extensions: What partners add. Any elements of" in " ".join(
            package.types.Item.__doc__.split()
        )
        # The further one of the subclass has the name that it has anyway.
        assert package.types.Special(name="n", reason="r").any_element is None


def test_heads_of_substitution_groups(tmp_path: Path) -> None:
    with imported("substitution-groups", tmp_path, HEADS) as package:
        types, got = package.types, list[Any]()
        client = package.client(save=got.append)
        card = types.GiftCard(amount=1, number="2", from_="Ann")
        assert client.save(id=1, means=card, remarks=[types.Note("b")]) is None
        assert (got[0].means, got[0].remarks) == (card, [types.Note("b")])
        assert "<n1:Note>b</n1:Note>" in package.body()


def test_elements_that_stand_twice(tmp_path: Path) -> None:
    with imported("elements-twice", tmp_path, TWICE) as package:
        tour = package.types.Tour(start="a", end="b", guide="g", detours=["c"])
        assert (tour.start, tour.end, tour.detours) == ("a", "b", ["c"])
        text = " ".join(package.types.Tour.__base__.__doc__.split())
        assert "start: Where it stops." in text
        assert "end: `Stop (2)`." in text


@pytest.mark.parametrize(
    ("case", "overlay", "code", "message"),
    [
        (
            "repeated-groups",
            '[types.Drawing.fields."(choice)"]\nsecret = true\n',
            "TS225",
            "'secret' means nothing for '(choice)', which is no one element",
        ),
        (
            "repeated-groups",
            '[operations.Draw.result."(choice)"]\nrequired = true\n',
            "TS225",
            "'required' means nothing for '(choice)', which is no one element",
        ),
        (
            "repeated-groups",
            '[types.Drawing.fields."(choice 2)"]\nname = "more"\n',
            "TS221",
            "the contract has no field of 'Drawing' itself called '(choice 2)'",
        ),
        (
            "elements-twice",
            '[types.Route.fields."Stop (3)"]\nname = "more"\n',
            "TS221",
            "the contract has no field of 'Route' itself called 'Stop (3)'",
        ),
    ],
)
def test_what_means_nothing(
    tmp_path: Path, case: str, overlay: str, code: str, message: str
) -> None:
    with pytest.raises(TypedSoapError) as caught, imported(case, tmp_path, overlay):
        pass
    (found,) = caught.value.diagnostics
    assert (found.code, found.message) == (code, message)
