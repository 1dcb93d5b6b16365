"""Connections: kept, bounded, given back, and gone after a close."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import ExitStack

import pytest

from tests.unit.runtime.loopback import Server, hang, http, sending
from tests.unit.runtime.orders._runtime import pool
from tests.unit.runtime.orders._runtime.errors import (
    ClientClosed,
    ConnectError,
    ReadTimeout,
)
from tests.unit.runtime.orders._runtime.transport import HttpRequest
from tests.unit.runtime.orders._runtime.urllib3_transport import Urllib3Transport
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.transporting import OK, error_of


def test_a_call_over_http_keeps_its_connection() -> None:
    with (
        Server(sending(http(OK))) as server,
        OrdersClient(server.url + "?a=b", http_headers={"X-A": "1"}) as client,
    ):
        reply = client.with_response.place_orders(orders=[Order(number=1)])
        client.place_orders(orders=[])
        assert (reply.value, reply.http.status) == ([], 200)
        assert (len(server.requests), server.connections) == (2, 1)
        head, _, body = server.requests[0].partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        assert lines[0] == "POST /orders?a=b HTTP/1.1"
        assert sorted(lines[1:], key=str.lower) == [
            "Accept-Encoding: identity",
            "Accept: text/xml",
            f"Content-Length: {len(body)}",
            "Content-Type: text/xml; charset=utf-8",
            f"Host: 127.0.0.1:{server.port}",
            'SOAPAction: "urn:orders/PlaceOrders"',
            "User-Agent: python-soap-client",
            "X-A: 1",
        ]


def test_nobody_listens() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        error = error_of(f"http://127.0.0.1:{port}/?key=s3cret")
    assert type(error) is ConnectError
    assert error.outcome == "not_sent"
    assert "no connection: Connection refused" in str(error)
    assert "s3cret" not in str(error) + repr(error.__context__)
    assert isinstance(error.__cause__, ConnectionRefusedError)


def test_a_place_is_given_back_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_SIZE", 1)
    with Server(hang) as server, OrdersClient(server.url, timeout=0.05) as client:
        for _ in range(3):
            with pytest.raises(ReadTimeout):
                client.place_orders(orders=[])
    url = server.url  # nobody listens any more
    with OrdersClient(url, timeout=5) as client:
        for _ in range(3):
            with pytest.raises(ConnectError, match="refused"):
                client.place_orders(orders=[])


def test_an_idle_connection_makes_room_for_another_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "_SIZE", 2)
    transport = Urllib3Transport()
    with ExitStack() as stack:
        servers = [stack.enter_context(Server(sending(http(OK)))) for _ in range(3)]
        for _ in range(2):
            for server in servers:
                request = HttpRequest(url=server.url, headers={}, body=b"", timeout=5)
                assert transport.send(request).body == OK
        assert [server.connections for server in servers] == [2, 2, 2]
        transport.close()


def test_closing_ends_it_all() -> None:
    transport = Urllib3Transport()
    with Server(sending(http(OK))) as server:
        request = HttpRequest(url=server.url, headers={}, body=b"", timeout=5)
        transport.send(request)
        transport.close()
        transport.close()
        assert server.ended.acquire(timeout=5)
        with pytest.raises(ClientClosed, match="the client is closed"):
            transport.send(request)
        assert len(server.requests) == 1


def test_nothing_leaks() -> None:
    with Server(sending(http(OK))) as server:
        before = _descriptors()
        for _ in range(5):
            with OrdersClient(server.url, timeout=5) as client:
                client.place_orders(orders=[])
        assert _descriptors() <= before + 5  # the server's own sides


def _descriptors() -> int:
    if not sys.platform.startswith("linux"):
        return 0
    return len(os.listdir("/proc/self/fd"))
