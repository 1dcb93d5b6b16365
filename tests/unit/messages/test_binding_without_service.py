"""A WSDL with a binding and no service: its client is told where to call."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from tests.unit.messages.packages import Package

CASE = "binding-without-service"


def test_both_sides(package: Package) -> None:
    def place(given: Any) -> list[int]:
        return [len(given.item)]

    assert package.client(place=place).place(item="Bolt") == [4]
    assert package.body() == (
        '<n1:Place xmlns:n1="urn:example:orders"><n1:Item>Bolt</n1:Item></n1:Place>'
    )


def test_the_endpoint_is_required(package: Package) -> None:
    with pytest.raises(TypeError, match="endpoint"):
        package.orders.OrdersClient(transport=package)


def test_show() -> None:
    done = typedsoap("show", "in.wsdl", folder=GOLDEN / CASE)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:3] == [
        "in.wsdl: urn:example:orders",
        "",
        "OrdersClient, port type Orders",
    ]
