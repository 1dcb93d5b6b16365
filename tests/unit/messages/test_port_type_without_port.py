"""A port type that no port offers: its client is told where to call."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from tests.unit.messages.packages import Package

CASE = "port-type-without-port"


def subscriptions(package: Package, module: str = "") -> Any:
    folder = package.orders.__name__.partition(".")[0]
    return import_module(f"{folder}.orders_subscription{module}")


def test_an_address_from_one_client_is_the_endpoint_of_the_other(
    package: Package,
) -> None:
    address = "http://localhost/subscriptions/7"
    client = package.client(
        follow=lambda given: f"http://localhost/subscriptions/{given.number}"
    )
    assert client.follow(number=7) == address

    class Handler:
        def pull(self) -> str:
            return "sent"

    package.serve(subscriptions(package, ".server").SubscriptionApplication(Handler()))
    made = subscriptions(package).SubscriptionClient(address, transport=package)
    with made as subscription:
        assert subscription.pull() == "sent"
    assert package.body() == '<n1:Pull xmlns:n1="urn:example:orders"></n1:Pull>'
    assert b"http://www.w3.org/2003/05/soap-envelope" in package.sent


def test_only_the_port_has_a_default_endpoint(package: Package) -> None:
    made = package.orders.OrdersClient(transport=package)
    assert "https://orders.example.com/orders" in repr(made)
    with pytest.raises(TypeError, match="endpoint"):
        subscriptions(package).SubscriptionClient(transport=package)


def test_show() -> None:
    done = typedsoap("show", "in.wsdl", folder=GOLDEN / CASE)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "OrdersClient, port type Orders" in lines
    assert "SubscriptionClient, port type Subscription" in lines
