"""Connections that threads share, wait for and lose by a close."""

from __future__ import annotations

import socket
import threading
from collections import Counter

import pytest

from tests.unit.runtime.loopback import Server, http
from tests.unit.runtime.orders._runtime import pool
from tests.unit.runtime.orders._runtime.errors import ClientClosed, SoapError
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.transporting import OK, echo

THREADS = 8
CALLS = 200


def test_threads_share_connections() -> None:
    mistakes: list[object] = []
    with Server(echo) as server, OrdersClient(server.url, timeout=30) as client:

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
    with Server(echo) as server:
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
    with Server(echo) as server, OrdersClient(server.url, timeout=30) as client:

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
