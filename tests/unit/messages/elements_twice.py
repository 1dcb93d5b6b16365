"""Calls of the golden case `elements-twice`, and what they send."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.unit.messages.packages import Package

NS = 'xmlns:n1="urn:example:orders"'
DAY = date(2024, 1, 2)
PRICE = "<n1:Price>1</n1:Price>"


def booked(package: Package, **arguments: Any) -> Any:
    """What the handler has seen of a call, which is what was passed."""
    got: list[Any] = []
    response = package.orders.BookResponse(price=Decimal(1), price_2=Decimal(2))

    def book(given: Any) -> Any:
        got.append(given)
        return response

    arguments = {"day": DAY, "route": route_of(package), **arguments}
    assert package.client(book=book).book(**arguments) == response
    assert package.body(package.answer.body) == (
        f"<n1:BookResponse {NS}>{PRICE}<n1:Price>2</n1:Price></n1:BookResponse>"
    )
    for name, value in arguments.items():
        assert getattr(got[0], name) == value
    return got[0]


def route_of(package: Package, **fields: Any) -> Any:
    """A route; the element that it must have twice has values."""
    return package.types.Route(**{"stop": "a", "stop_2": "b", **fields})


def sent(package: Package, element: str) -> str:
    """The content of an element of the last request, without prefixes."""
    body = package.body()
    start = body.index(f"<n1:{element}")
    inner = body[body.index(">", start) + 1 : body.rindex(f"</n1:{element}>")]
    return inner.replace("n1:", "")
