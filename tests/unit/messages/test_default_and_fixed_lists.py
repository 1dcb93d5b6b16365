"""Repeated elements with a default or fixed value (XML Schema Part 1 §3.3.4)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.messages.default_and_fixed import EMPTY, is_valid, item_of, reply_with
from tests.unit.messages.packages import Package

CASE = "default-and-fixed"
LISTS = {"label": ["a", "b"], "mark": [1, 1], "codes": ["x", "y"]}

pytestmark = pytest.mark.usefixtures("unsent")


def test_lists_both_ways(package: Package) -> None:
    item = item_of(package, **LISTS)
    response = package.orders.PlaceResponse(item=item, status="well")
    got: list[Any] = []

    def place(given: Any) -> Any:
        got.append(given.item)
        return response

    assert package.client(place=place).place(item=item, priority=1) == response
    assert got == [item]
    assert (
        "<n1:Label>a</n1:Label><n1:Label>b</n1:Label><n1:Mark>+1</n1:Mark>"
        "<n1:Mark>+1</n1:Mark><n1:Codes><n1:Code>x</n1:Code><n1:Code>y</n1:Code></n1:Codes>"
    ) in package.body()
    package.body(package.answer.body)


def test_empty_elements_of_lists_have_the_value(package: Package) -> None:
    lists = (
        "<n1:Label>a</n1:Label><n1:Label/><n1:Mark/><n1:Mark>+1</n1:Mark>"
        "<n1:Codes><n1:Code/><n1:Code>y</n1:Code></n1:Codes></n1:Item>"
    )
    reply = reply_with(EMPTY.replace("</n1:Item>", lists))
    assert is_valid(package, reply)
    item = package.answered(reply).place(priority=1).item
    assert (item.label, item.mark) == (["a", "plain"], [1, 1])
    assert item.codes == ["none", "y"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"label": ["a", ""]}, "item.label[1]: an empty value would be read as"),
        ({"mark": [1, 2]}, "item.mark[1]: the contract fixes another value"),
        ({"codes": [""]}, "item.codes[0]: an empty value would be read as"),
    ],
)
def test_items_that_cannot_be_sent(
    package: Package, fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(package.errors.EncodeError) as caught:
        package.client().place(item=item_of(package, **fields), priority=1)
    assert message in str(caught.value)
    assert package.sent == b""


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ("<n1:Mark>+1</n1:Mark><n1:Mark>2</n1:Mark>", "fixes another value"),
        (
            '<n1:Label xsi:nil="true"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>',
            "a nil item",
        ),
    ],
)
def test_items_that_no_reply_may_have(
    package: Package, items: str, message: str
) -> None:
    reply = reply_with(EMPTY.replace("</n1:Item>", f"{items}</n1:Item>"))
    assert not is_valid(package, reply)
    with pytest.raises(package.errors.ProtocolError, match=message):
        package.answered(reply).place(priority=1)
