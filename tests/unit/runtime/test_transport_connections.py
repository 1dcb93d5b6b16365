"""Connections: bounded, shared by threads, gone after a close and not shared by forks."""

from __future__ import annotations

import os
import socket
import sys
import threading
import warnings
from collections import Counter
from contextlib import ExitStack

import pytest

from tests.unit.runtime.loopback import Server, hang, http, sending
from tests.unit.runtime.orders._runtime import pool
from tests.unit.runtime.orders._runtime.errors import (
    ClientClosed,
    ConnectError,
    ReadTimeout,
    SoapError,
)
from tests.unit.runtime.orders._runtime.transport import HttpRequest
from tests.unit.runtime.orders._runtime.urllib3_transport import Urllib3Transport
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.transporting import OK, error_of
from tests.unit.runtime.wire import envelope

THREADS = 8
CALLS = 200


def _echo(connection: socket.socket, request: bytes) -> None:
    """Answer with the number that was asked for, if any."""
    _, given, rest = request.partition(b"<n1:Number>")
    number = rest.partition(b"<")[0].decode()
    order = f"<Order><Number>{number}</Number></Order>" if given else ""
    body = f"<Response>{order}</Response>"
    connection.sendall(
        http(envelope(f"<PlaceOrdersResponse>{body}</PlaceOrdersResponse>"))
    )


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


def test_threads_share_connections() -> None:
    mistakes: list[object] = []
    with Server(_echo) as server, OrdersClient(server.url, timeout=30) as client:

        def work(first: int) -> None:
            try:
                for number in range(first, first + CALLS):
                    (order,) = client.place_orders(orders=[Order(number=number)])
                    if order.number != number:
                        mistakes.append((number, order.number))
            except BaseException as error:
                mistakes.append(error)

        threads = [
            threading.Thread(target=work, args=(number * CALLS,))
            for number in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert mistakes == []
        assert len(server.requests) == THREADS * CALLS
        assert server.connections <= THREADS


def test_closing_while_threads_call() -> None:
    ends: list[BaseException | None] = []
    with Server(_echo) as server:
        client = OrdersClient(server.url, timeout=30)
        busy = threading.Barrier(THREADS + 1, timeout=10)
        done = Counter[int]()

        def work(number: int) -> None:
            try:
                client.place_orders(orders=[])
                busy.wait()
                for _ in range(CALLS * 100):
                    client.place_orders(orders=[])
                    done[number] += 1
                ends.append(None)
            except BaseException as error:
                ends.append(error)

        threads = [
            threading.Thread(target=work, args=(number,)) for number in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        busy.wait()
        client.close()
        for thread in threads:
            thread.join(10)
            assert not thread.is_alive()
        # Calls under way have come to their end; every later one says what is the matter.
        assert {type(end) for end in ends} == {ClientClosed}
        assert len(ends) == THREADS
        assert len(server.requests) == THREADS + done.total()
        for _ in range(server.connections):
            assert server.ended.acquire(timeout=5)
    error = ends[0]
    assert isinstance(error, ClientClosed)
    assert "the client is closed" in str(error)
    assert error.outcome == "not_sent"


def test_who_waits_for_a_connection_is_told_of_a_close(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "_SIZE", 1)
    arrived = threading.Event()
    errors: list[SoapError] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        arrived.set()
        released.wait(5)
        connection.sendall(http(OK))

    released = threading.Event()
    with Server(answer) as server:
        client = OrdersClient(server.url, timeout=30)

        def call() -> None:
            try:
                client.place_orders(orders=[])
            except SoapError as error:
                errors.append(error)

        first, second = threading.Thread(target=call), threading.Thread(target=call)
        first.start()
        assert arrived.wait(5)
        second.start()
        second.join(0.1)
        assert second.is_alive()
        client.close()
        second.join(5)
        assert not second.is_alive()
        assert [type(error) for error in errors] == [ClientClosed]
        released.set()
        first.join(5)
        assert len(errors) == 1
        assert len(server.requests) == 1


def test_there_are_never_more_connections_than_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "_SIZE", 3)
    with Server(_echo) as server, OrdersClient(server.url, timeout=30) as client:

        def work() -> None:
            for _ in range(50):
                client.place_orders(orders=[])

        threads = [threading.Thread(target=work) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert len(server.requests) == THREADS * 50
        assert server.connections <= 3


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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
def test_a_fork_uses_connections_of_its_own() -> None:
    with Server(_echo) as server, OrdersClient(server.url, timeout=5) as client:
        client.place_orders(orders=[])
        assert server.connections == 1
        with warnings.catch_warnings():
            # Python warns of what this test is about: threads that the child lacks.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            code = 1
            try:
                for number in (1, 2):
                    (order,) = client.place_orders(orders=[Order(number=number)])
                    if order.number != number:
                        os._exit(2)
                client.close()
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        assert server.connections == 2
        (order,) = client.place_orders(orders=[Order(number=3)])
        assert order.number == 3
        # The child has closed its copy, and the parent's connection still serves.
        assert server.connections == 2
        assert len(server.requests) == 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
def test_a_fork_does_not_wait_for_its_parents_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Every place is in use, and a thread waits for one, when the fork happens.
    monkeypatch.setattr(pool, "_SIZE", 1)
    arrived = threading.Event()

    def answer(connection: socket.socket, request: bytes) -> None:
        if len(server.requests) == 1:
            arrived.set()
            released.wait(5)
        connection.sendall(http(OK))

    released = threading.Event()
    with Server(answer) as server, OrdersClient(server.url, timeout=5) as client:
        threads = [
            threading.Thread(target=client.place_orders, kwargs={"orders": []})
            for _ in range(2)
        ]
        for thread in threads:
            thread.start()
        assert arrived.wait(5)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            code = 1
            try:
                client.with_options(timeout=2).place_orders(orders=[])
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        released.set()
        for thread in threads:
            thread.join(5)
        assert os.waitstatus_to_exitcode(status) == 0


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
