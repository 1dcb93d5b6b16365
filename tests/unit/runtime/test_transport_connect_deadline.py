"""Time limits of connecting: name look-up, TCP, TLS, a proxy, and a free connection."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from tests.unit.runtime.loopback import Answer, Server, hang, http, sending, trickling
from tests.unit.runtime.orders._runtime import pool
from tests.unit.runtime.orders._runtime.errors import (
    ConnectError,
    ConnectTimeout,
    ReadTimeout,
    SoapError,
)
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.transporting import (
    LIMIT,
    OK,
    error_of,
    late_error_of,
    outcome_of,
)


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that answers no attempt to connect: its queue is full."""
    waiting: list[socket.socket] = []
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        for _ in range(4):
            attempt = socket.socket()
            attempt.setblocking(False)
            with suppress(BlockingIOError):
                attempt.connect(address)
            waiting.append(attempt)
        time.sleep(0.05)
        yield address[1]
        for attempt in waiting:
            attempt.close()


@pytest.mark.parametrize(
    ("options", "limit"),
    [
        ({"timeout": 0.2}, "timeout=0.2 s"),
        ({"connect_timeout": 0.2}, "connect_timeout=0.2 s"),
        ({"connect_timeout": 0.2, "timeout": None}, "connect_timeout=0.2 s"),
        ({"connect_timeout": 3, "timeout": 0.2}, "timeout=0.2 s"),
    ],
)
def test_a_host_that_does_not_answer(
    silent_port: int, options: dict[str, Any], limit: str
) -> None:
    error = late_error_of(f"http://127.0.0.1:{silent_port}/", 0.2, **options)
    assert type(error) is ConnectTimeout
    assert f"connecting took longer than {limit}" in str(error)
    assert error.outcome == "not_sent"


def _resolving(monkeypatch: pytest.MonkeyPatch, *ports: int) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", port))
        for port in ports
    ]

    def replaced(*arguments: object, **keywords: object) -> object:
        return found

    monkeypatch.setattr(socket, "getaddrinfo", replaced)


def test_a_silent_address_leaves_time_for_the_next(
    silent_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(sending(http(OK))) as server:
        _resolving(monkeypatch, silent_port, server.port)
        assert outcome_of("http://shop.test/", timeout=0.6) is None


def test_all_addresses_together_have_one_limit(
    silent_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    _resolving(monkeypatch, silent_port, silent_port, silent_port)
    error = late_error_of("http://shop.test/", LIMIT, timeout=LIMIT)
    assert type(error) is ConnectTimeout


class HangingResolver:
    """A name look-up that hangs until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, port: int) -> None:
        self.released = threading.Event()
        self.threads: list[str] = []
        self._port = port
        monkeypatch.setattr(socket, "getaddrinfo", self._look_up)

    def _look_up(self, *arguments: object, **keywords: object) -> object:
        self.threads.append(threading.current_thread().name)
        self.released.wait(5)
        address = ("127.0.0.1", self._port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", address)]


def test_a_name_look_up_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(sending(http(OK))) as server:
        resolver = HangingResolver(monkeypatch, server.port)
        with OrdersClient("http://shop.test/", timeout=0.2) as client:
            other = client.with_options(timeout=None, connect_timeout=0.2)
            for called in (client, other):
                started = time.monotonic()
                with pytest.raises(ConnectTimeout, match="took longer than") as caught:
                    called.place_orders(orders=[])
                assert 0.19 <= time.monotonic() - started <= 1
                assert caught.value.outcome == "not_sent"
            # The second call has waited for the first one's look-up.
            assert resolver.threads == ["look-up of shop.test"]
            resolver.released.set()
            assert client.with_options(timeout=5).place_orders(orders=[]) == []
        assert len(server.requests) == 1


def test_a_look_up_that_fails_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **keywords: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    for timeout in (5.0, None):
        error = error_of("http://shop.invalid/", timeout=timeout)
        assert type(error) is ConnectError
        assert "no connection: Name or service not known" in str(error)
        assert error.outcome == "not_sent"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
def test_an_address_is_not_looked_up_in_a_thread(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(sending(http(OK))) as server:
        resolver = HangingResolver(monkeypatch, server.port)
        resolver.released.set()
        assert outcome_of(f"http://{host}:{server.port}/") is None
    assert resolver.threads == [threading.current_thread().name]


def test_a_name_that_cannot_be_one() -> None:
    error = error_of(f"http://{'a' * 64}.test/")
    assert type(error) is ConnectError
    assert "not a host name" in str(error)


@pytest.mark.parametrize("answer", [hang, trickling(b"\x16\x03\x03\x02\x00" * 30)])
def test_a_tls_handshake_that_takes_too_long(answer: Answer) -> None:
    with Server(answer, at_once=True) as server:
        url = server.url.replace("http:", "https:")
        error = late_error_of(url, LIMIT, timeout=LIMIT)
        assert type(error) is ConnectTimeout
        assert "connecting took longer than timeout=0.3 s" in str(error)
        error = late_error_of(url, LIMIT, connect_timeout=LIMIT)
        assert "connecting took longer than connect_timeout=0.3 s" in str(error)
        assert error.outcome == "not_sent"


@pytest.mark.parametrize(
    "answer", [hang, trickling(b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 99)]
)
def test_a_proxy_that_takes_too_long(answer: Answer) -> None:
    with Server(answer) as proxy:
        error = late_error_of(
            "https://shop.test/",
            LIMIT,
            connect_timeout=LIMIT,
            proxy=f"http://127.0.0.1:{proxy.port}",
        )
        assert type(error) is ConnectTimeout
        assert "connecting took longer than connect_timeout=0.3 s" in str(error)
        assert error.outcome == "not_sent"


def test_waiting_for_a_connection_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_SIZE", 1)
    errors: list[SoapError] = []
    with Server(hang) as server, OrdersClient(server.url, timeout=1.0) as client:

        def first() -> None:
            with pytest.raises(ReadTimeout) as caught:
                client.place_orders(orders=[])
            errors.append(caught.value)

        thread = threading.Thread(target=first)
        thread.start()
        while not server.requests:
            time.sleep(0.001)
        started = time.monotonic()
        with pytest.raises(ConnectTimeout) as caught:
            client.with_options(timeout=0.2).place_orders(orders=[])
        assert 0.19 <= time.monotonic() - started <= 0.7
        assert "no connection became free within timeout=0.2 s" in str(caught.value)
        assert caught.value.outcome == "not_sent"
        thread.join(5)
        assert len(errors) == 1
        assert len(server.requests) == 1
