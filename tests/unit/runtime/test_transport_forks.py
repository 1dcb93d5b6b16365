"""Processes that are forked: their connections are their own."""

from __future__ import annotations

import os
import socket
import threading
import warnings

import pytest

from tests.unit.runtime.loopback import Server, http
from tests.unit.runtime.orders._runtime import pool
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.transporting import OK, echo


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
def test_a_fork_uses_connections_of_its_own() -> None:
    with Server(echo) as server, OrdersClient(server.url, timeout=5) as client:
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
