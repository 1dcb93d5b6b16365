"""What the tests of the built-in transport share: a reply, and a call that may fail."""

from __future__ import annotations

import socket
import time
from typing import Any, Final

from tests.unit.runtime.loopback import Server, http
from tests.unit.runtime.orders._runtime.errors import SoapError
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.wire import envelope

OK: Final = envelope("<PlaceOrdersResponse/>")
STATUS: Final = b"HTTP/1.1 200 OK\r\n"
XML: Final = b"Content-Type: text/xml\r\n"
FAULT: Final = envelope("<s:Fault><faultcode>s:Client</faultcode></s:Fault>")
LIMIT: Final = 0.3
"""Seconds that a call may take which is meant to take longer."""
LATE: Final = 0.25
"""Seconds after its time limit by which a call has to end."""


def chunked(*chunks: bytes, trailers: bytes = b"") -> bytes:
    """A whole reply whose content comes in chunks."""
    lines = b"".join([b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks])
    head = STATUS + XML + b"Transfer-Encoding: chunked\r\n\r\n"
    return head + lines + b"0\r\n" + trailers + b"\r\n"


def outcome_of(where: Server | str, **options: Any) -> SoapError | None:
    """The error of one call, or None where it succeeds."""
    url = where if isinstance(where, str) else where.url
    given: dict[str, Any] = {"timeout": 5.0, **options}
    with OrdersClient(url, **given) as client:
        try:
            client.place_orders(orders=[Order(number=1)])
        except SoapError as error:
            return error
    return None


def error_of(where: Server | str, **options: Any) -> SoapError:
    """The error of one call, which has one."""
    error = outcome_of(where, **options)
    assert error is not None
    return error


def late_error_of(where: Server | str, limit: float, **options: Any) -> SoapError:
    """The error of one call, which has to come at a time limit.

    A busy machine may stop a test for longer than `LATE`, so that there are three tries; a
    limit that does not hold fails them all.
    """
    elapsed = 0.0
    for _ in range(3):
        if isinstance(where, Server):
            where.requests.clear()
        started = time.monotonic()
        error = error_of(where, **options)
        elapsed = time.monotonic() - started
        assert limit <= elapsed + 0.01
        if elapsed <= limit + LATE:
            return error
    raise AssertionError(f"{elapsed:.3f} s for a limit of {limit} s")


def echo(connection: socket.socket, request: bytes) -> None:
    """Answer with the number that was asked for, if any."""
    _, given, rest = request.partition(b"<n1:Number>")
    number = rest.partition(b"<")[0].decode()
    order = f"<Order><Number>{number}</Number></Order>" if given else ""
    body = f"<Response>{order}</Response>"
    connection.sendall(
        http(envelope(f"<PlaceOrdersResponse>{body}</PlaceOrdersResponse>"))
    )
