"""Time limits: whatever takes too long, the call ends when its time is up."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from tests.unit.runtime.loopback import (
    CERTIFICATE,
    Answer,
    Server,
    hang,
    http,
    sending,
    tls_server,
    trickling,
)
from tests.unit.runtime.orders._runtime import pool
from tests.unit.runtime.orders._runtime.errors import (
    ConnectError,
    ConnectTimeout,
    ReadTimeout,
    SoapError,
)
from tests.unit.runtime.orders._runtime.transport import HttpRequest
from tests.unit.runtime.orders._runtime.urllib3_transport import Urllib3Transport
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.transporting import OK, error_of, late_error_of, outcome_of

LIMIT = 0.3
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def _then_trickling(begin: bytes, rest: bytes) -> Answer:
    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(begin)
        trickling(rest)(connection, request)

    return answer


def _endless(data: bytes) -> Answer:
    def answer(connection: socket.socket, request: bytes) -> None:
        while True:
            connection.sendall(data)
            time.sleep(0.02)

    return answer


@pytest.mark.parametrize(
    "answer",
    [
        hang,
        trickling(HEAD * 2),
        _then_trickling(HEAD, b"X-A: b\r\n" * 10),
        _then_trickling(HEAD + b"Content-Length: 900\r\n\r\n", b"x" * 900),
        _then_trickling(HEAD + b"\r\n", b"x" * 900),
        _then_trickling(CHUNKED, b"1\r\nx\r\n" * 100),
        _then_trickling(CHUNKED, b"1;" + b"x" * 900),
        _then_trickling(CHUNKED + b"0\r\n", b"X-A: b\r\n" * 100),
        _endless(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        _endless(b"HTTP/1.1 100 Continue\r\nX-A: b\r\n\r\n"),
    ],
)
def test_a_reply_that_takes_too_long(answer: Answer) -> None:
    with Server(answer) as server:
        error = late_error_of(server, LIMIT, timeout=LIMIT)
        assert type(error) is ReadTimeout
        assert "the call took longer than timeout=0.3 s" in str(error)
        assert isinstance(error, TimeoutError)
        assert error.outcome == "unknown"
        assert len(server.requests) == 1


def test_a_trickled_reply_over_tls() -> None:
    answer = _then_trickling(HEAD + b"Content-Length: 900\r\n\r\n", b"x" * 900)
    with Server(answer, tls=tls_server()) as server:
        error = late_error_of(server, LIMIT, timeout=LIMIT, ca_file=CERTIFICATE)
        assert type(error) is ReadTimeout
        assert error.outcome == "unknown"


def test_a_silent_server() -> None:
    for answer in (hang, _then_trickling(http(OK)[:-20], b"")):

        def silent(
            connection: socket.socket, request: bytes, answer: Answer = answer
        ) -> None:
            answer(connection, request)
            hang(connection, request)

        with Server(silent) as server:
            error = late_error_of(server, 0.1, read_timeout=0.1)
        assert type(error) is ReadTimeout
        assert "the server was silent for longer than read_timeout=0.1 s" in str(error)
        assert error.outcome == "unknown"


def test_a_slow_reply_that_is_never_silent() -> None:
    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(http(OK)[:-14])
        trickling(http(OK)[-14:], pause=0.05)(connection, request)

    with Server(answer) as server:
        assert outcome_of(server, read_timeout=0.5, timeout=None) is None


def test_the_smaller_limit_is_told() -> None:
    with Server(hang) as server:
        error = late_error_of(server, 0.1, timeout=0.1, read_timeout=3)
        assert "the call took longer than timeout=0.1 s" in str(error)
        error = late_error_of(server, 0.1, timeout=None, read_timeout=0.1)
        assert "longer than read_timeout=0.1 s" in str(error)


def test_a_request_that_is_not_taken() -> None:
    gone = threading.Event()

    def deaf(connection: socket.socket, request: bytes) -> None:
        gone.wait(5)

    transport = Urllib3Transport()
    with Server(deaf, at_once=True) as server:
        request = HttpRequest(
            url=server.url, headers={}, body=bytes(20_000_000), timeout=LIMIT
        )
        started = time.monotonic()
        with pytest.raises(ReadTimeout, match="longer than timeout=") as caught:
            transport.send(request)
        assert LIMIT - 0.01 <= time.monotonic() - started <= LIMIT + 0.7
        gone.set()
    transport.close()
    assert caught.value.outcome == "unknown"


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


@pytest.mark.parametrize("seconds", [1e-300, 1e300, 5_000_000.0])
def test_extreme_limits(seconds: float) -> None:
    with Server(sending(http(OK))) as server:
        for name in ("timeout", "connect_timeout", "read_timeout"):
            error = outcome_of(server, **{name: seconds})
            # A reply may be there within a system's smallest unit of time.
            assert error is None or isinstance(error, TimeoutError)
            assert error is None or seconds < 1
