"""Repeated choices and sequences: ordered lists, told apart by class or by a tag."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "repeated-groups"
NS = 'xmlns:n1="urn:example:orders"'


def _drawn(package: Package, **arguments: Any) -> Any:
    """What the handler has seen of a call; what was sent is valid by the schema."""
    got: list[Any] = []
    lines = package.types.Lines(line=["a"])

    def draw(given: Any) -> list[Any]:
        got.append(given)
        return [lines]

    assert package.client(draw=draw).draw(**arguments) == [lines]
    return got[0]


def _content(package: Package) -> str:
    return package.body().removeprefix(f"<n1:Draw {NS}>").removesuffix("</n1:Draw>")


def test_a_choice_keeps_the_order_of_its_alternatives(package: Package) -> None:
    types = package.types
    drawing = types.Drawing(
        title="t",
        choices=[
            types.DrawingLabel("a"),
            types.Square(side=2),
            types.DrawingItem(from_=1),
            types.DrawingItem(from_=2, to=3),
            Decimal("1.5"),
            types.Circle(radius=1, color="red"),
            types.DrawingCaption(None),
            types.DrawingCaption("c"),
            types.DrawingPoints([4, 5]),
            types.DrawingFrame(width=6),
            types.DrawingLabel("b"),
        ],
        author="A",
    )
    assert _drawn(package, drawing=drawing).drawing == drawing
    assert _content(package) == (
        "<n1:Drawing><n1:Title>t</n1:Title><n1:Label>a</n1:Label>"
        "<n1:Square><n1:Side>2</n1:Side></n1:Square><n1:From>1</n1:From>"
        "<n1:From>2</n1:From><n1:To>3</n1:To><n1:Scale>1.5</n1:Scale>"
        "<n1:Circle><n1:Color>red</n1:Color><n1:Radius>1</n1:Radius></n1:Circle>"
        '<n1:Caption xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:nil="true"></n1:Caption><n1:Caption>c</n1:Caption>'
        "<n1:Points><n1:Point>4</n1:Point><n1:Point>5</n1:Point></n1:Points>"
        "<n1:Frame><n1:Width>6</n1:Width></n1:Frame><n1:Label>b</n1:Label>"
        "<n1:Author>A</n1:Author></n1:Drawing>"
    )


def test_a_sequence_is_a_list_of_items(package: Package) -> None:
    types = package.types
    settings = types.Settings(
        version=1,
        items=[
            types.SettingsItem(key="a", number=1),
            types.SettingsItem(key="b", hint=["x", "y"]),
            types.SettingsItem(key="c", text="t", hint=["z"]),
        ],
    )
    drawing = types.Drawing(title="t")
    assert _drawn(package, drawing=drawing, settings=settings).settings == settings
    assert _content(package).endswith(
        '<n1:Settings version="1"><n1:Key>a</n1:Key><n1:Number>1</n1:Number>'
        "<n1:Key>b</n1:Key><n1:Hint>x</n1:Hint><n1:Hint>y</n1:Hint>"
        "<n1:Key>c</n1:Key><n1:Text>t</n1:Text><n1:Hint>z</n1:Hint></n1:Settings>"
    )


def test_the_result_of_an_operation_is_the_list(package: Package) -> None:
    client = package.answered(
        f"<n1:DrawResponse {NS}><n1:Lines><n1:Line>a</n1:Line><n1:Line>b</n1:Line>"
        "</n1:Lines><n1:Drawing><n1:Title>t</n1:Title></n1:Drawing></n1:DrawResponse>"
    )
    types = package.types
    expected = [types.Lines(line=["a", "b"]), types.Drawing(title="t")]
    assert client.draw(drawing=types.Drawing(title="t")) == expected


def _built(kind: str, *values: Any, **fields: Any) -> Callable[[Package], Any]:
    return lambda package: getattr(package.types, kind)(*values, **fields)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ("a", "choices[1]: expected Circle, Square, Decimal, DrawingLabel or 4 others"),
        (None, "choices[1]: Circle, Square, Decimal, DrawingLabel or 4 others is req"),
        (_built("DrawingLabel", 1), "choices[1].value: expected str, got int"),
        (_built("Square", side="x"), "choices[1].square.side: expected int, got str"),
        (True, "choices[1].scale: expected"),
        (_built("DrawingItem", from_=None), "choices[1].from_: "),
    ],
)
def test_what_is_no_alternative(package: Package, choice: Any, message: str) -> None:
    types = package.types
    value = choice(package) if callable(choice) else choice
    choices = [types.Circle(radius=1), value]
    package.sent = b""
    with pytest.raises(package.errors.EncodeError) as caught:
        package.client().draw(drawing=types.Drawing(title="t", choices=choices))
    assert f"drawing.{message}" in str(caught.value)
    assert package.sent == b""


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (0, "settings.items: at least 1 are required, got 0"),
        (4, "settings.items: at most 3 are allowed, got 4"),
    ],
)
def test_how_often_a_group_may_occur(
    package: Package, count: int, message: str
) -> None:
    types = package.types
    items = [types.SettingsItem(key="k")] * count
    with pytest.raises(package.errors.EncodeError, match=r"settings\.items") as caught:
        package.client().draw(
            drawing=types.Drawing(title="t"), settings=types.Settings(items=items)
        )
    assert message in str(caught.value)


def test_an_item_is_checked_like_any_record(package: Package) -> None:
    types = package.types
    item = types.SettingsItem(key="k", number=1, text="t")
    settings = types.Settings(items=[item])
    with pytest.raises(package.errors.EncodeError) as caught:
        package.client().draw(drawing=types.Drawing(title="t"), settings=settings)
    assert "settings.items[0]: number, text exclude each other" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ("<n1:Number>1</n1:Number>", "Settings/Key"),
        ("<n1:Key>a</n1:Key><n1:Number>x</n1:Number>", "Settings/Number"),
        ("<n1:Key>a</n1:Key><n1:Other/>", "Settings/Other"),
    ],
)
def test_replies_that_break_the_contract(
    package: Package, content: str, path: str
) -> None:
    client = package.answered(
        f"<n1:DrawResponse {NS}><n1:Settings>{content}</n1:Settings></n1:DrawResponse>"
    )
    with pytest.raises(package.errors.ProtocolError, match=path):
        client.draw(drawing=package.types.Drawing(title="t"))


def test_a_sample_has_one_of_each(package: Package) -> None:
    handler, _ = complete(package.server.OrdersHandler, None)
    client = package.client_of(package.server.OrdersApplication(handler))
    types = package.types
    assert client.draw(drawing=types.Drawing(title="t")) == [
        types.Drawing(
            title="sample",
            choices=[types.Circle(color="sample", radius=1)],
            author="sample",
        )
    ]
