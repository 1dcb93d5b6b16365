"""A port type that no port offers: its client is told where to call."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from lxml import etree

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN
from tests.unit.messages.packages import Package, Zeep

CASE = "port-type-without-port"
NS = 'xmlns:n1="urn:example:orders"'
ADDRESS = "http://localhost/subscriptions/7"
FOLLOW = f"<n1:Follow {NS}><n1:Number>7</n1:Number></n1:Follow>"
PULL = f"<n1:Pull {NS}></n1:Pull>"
PULL_RESPONSE = f"<n1:PullResponse {NS}><n1:State>sent</n1:State></n1:PullResponse>"


def subscriptions(package: Package, module: str = "") -> Any:
    folder = package.orders.__name__.partition(".")[0]
    return import_module(f"{folder}.orders_subscription{module}")


def application(package: Package) -> Any:
    """The server of subscriptions, all of which are sent."""

    class Handler:
        def pull(self) -> str:
            return "sent"

    return subscriptions(package, ".server").SubscriptionApplication(Handler())


def test_an_address_from_one_client_is_the_endpoint_of_the_other(
    package: Package,
) -> None:
    client = package.client(
        follow=lambda given: f"http://localhost/subscriptions/{given.number}"
    )
    address = client.follow(number=7)
    assert address == ADDRESS
    assert package.body() == FOLLOW
    assert package.body(package.answer.body) == (
        f"<n1:FollowResponse {NS}><n1:Address>{ADDRESS}</n1:Address></n1:FollowResponse>"
    )
    package.serve(application(package))
    made = subscriptions(package).SubscriptionClient(address, transport=package)
    with made as subscription:
        assert subscription.pull() == "sent"
    assert package.body() == PULL
    assert package.body(package.answer.body) == PULL_RESPONSE
    assert b"http://www.w3.org/2003/05/soap-envelope" in package.sent


def test_zeep_sends_and_reads_the_same(package: Package) -> None:
    zeep = Zeep(package, follow=lambda _: ADDRESS)
    assert package.body(zeep.request("Follow", 7)) == FOLLOW
    assert zeep.service.Follow(7) == ADDRESS
    # zeep, too, has to be told where a binding is that no port offers.
    binding = "{urn:example:orders}SubscriptionBinding"
    service = zeep.client.create_service(binding, ADDRESS)
    message = etree.tostring(zeep.client.create_message(service, "Pull"))
    assert package.body(message) == PULL
    zeep.application = application(package)
    assert service.Pull() == "sent"


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
