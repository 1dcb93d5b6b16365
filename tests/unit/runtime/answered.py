"""A client of a server that gives one reply, and the outcome of calling it."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest

from tests.unit.runtime.orders._runtime.errors import SoapError
from tests.unit.runtime.orders._runtime.options import IllegalCharacters
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.wire import FakeTransport, envelope

XML = "text/xml; charset=utf-8"
FAULT = (
    "<s:Fault><faultcode>s:Server</faultcode><faultstring>no</faultstring></s:Fault>"
)


def answered(
    body: bytes,
    status: int = 200,
    content_type: str = XML,
    *,
    strict: bool = False,
    illegal_characters: IllegalCharacters = "refuse",
    understood_headers: Collection[str] = (),
    reply_limit: int = 67_108_864,
    element_limit: int = 1_000_000,
) -> OrdersClient:
    """A client whose every call gets this reply."""
    headers = {"Content-Type": content_type} if content_type else {}
    return OrdersClient(
        "http://shop.test/",
        transport=FakeTransport(body, status, headers),
        strict=strict,
        illegal_characters=illegal_characters,
        understood_headers=understood_headers,
        reply_limit=reply_limit,
        element_limit=element_limit,
    )


def placed(content: str, headers: str = "") -> bytes:
    """The reply to placing orders, with this content of its wrapper."""
    return envelope(f"<PlaceOrdersResponse>{content}</PlaceOrdersResponse>", headers)


def listed(*orders: str) -> bytes:
    """The reply to placing orders, with orders of this content."""
    items = "".join(f"<Order>{order}</Order>" for order in orders)
    return placed(f"<Response>{items}</Response>")


def orders(client: OrdersClient) -> list[Order]:
    """What placing orders returns."""
    return client.place_orders(orders=[])


def failure(client: OrdersClient) -> SoapError:
    """The error that placing orders raises."""
    return error_of(lambda: orders(client))


def error_of(call: Callable[[], object]) -> SoapError:
    """The error that a call raises."""
    with pytest.raises(SoapError) as caught:
        call()
    return caught.value
