"""HTTP replies of a server that means harm."""

from __future__ import annotations

import random
import socket

import pytest

from tests.unit.runtime.loopback import Server, cut, http
from tests.unit.runtime.orders._runtime.errors import (
    ConnectionLost,
    ProtocolError,
    SoapError,
)
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.transporting import (
    FAULT,
    OK,
    STATUS,
    chunked,
    error_of,
)


@pytest.mark.parametrize(
    "flood",
    [
        b"X: a" + b" " * 130_000 + b"b\r\n",
        b"X" + b" " * 130_000 + b"\r\n",
        b"X: " + b"\r\n " * 40_000 + b"\r\n",
        b"Content-Length: " + b"9," * 60_000 + b"9\r\n",
        b"Connection: " + b"," * 130_000 + b"\r\n",
        b"X:\r\n" * 30_000,
    ],
)
def test_a_hostile_head_takes_no_time(flood: bytes) -> None:
    with Server(cut(STATUS + flood + b"Content-Length: 1\r\n\r\nx")) as server:
        error = error_of(server, timeout=60)
    assert isinstance(error, (ProtocolError, ConnectionLost))
    assert error.elapsed is not None
    assert error.elapsed < 2


def test_whatever_a_server_sends() -> None:
    # Seeded: the same replies in every run.
    chance = random.Random(4)  # noqa: S311
    seeds = [http(OK), chunked(OK[:50], OK[50:]), http(FAULT, "500 Oops")]
    pieces = [
        b"\r\n",
        b"\0",
        b":",
        b" ",
        b"HTTP/1.1",
        b"chunked",
        b"gzip",
        b"9",
        b"\xff",
    ]
    replies: list[bytes] = []
    for _ in range(600):
        reply = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 4)):
            # Most of it where HTTP is, and not the envelope.
            at = chance.randrange(min(len(reply), 160))
            size = chance.choice([0, 0, 1, 5])
            reply[at : at + size] = chance.choice(pieces) * chance.randint(0, 2)
        replies.append(bytes(reply))
    remaining = iter(replies)

    def answer(connection: socket.socket, request: bytes) -> None:
        cut(next(remaining))(connection, request)

    kinds: set[str] = set()
    outcomes: set[str] = set()
    with Server(answer) as server, OrdersClient(server.url, timeout=5) as client:
        for _ in replies:
            try:
                client.place_orders(orders=[])
                kinds.add("value")
            except SoapError as error:
                kinds.add(type(error).__name__)
                outcomes.add(error.outcome)
        # A reply that does not tell of its connection's end leaves it to chance whether
        # the next request still arrives; none arrives twice.
        assert len(server.requests) <= len(replies)
    assert outcomes == {"refused", "unknown"}
    assert kinds >= {"value", "ProtocolError", "ConnectionLost", "SoapFault"}
