"""Time limits: whatever takes too long, the call ends when its time is up."""

from __future__ import annotations

import socket
import threading
import time

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
from tests.unit.runtime.orders._runtime.errors import ReadTimeout
from tests.unit.runtime.orders._runtime.transport import HttpRequest
from tests.unit.runtime.orders._runtime.urllib3_transport import Urllib3Transport
from tests.unit.runtime.transporting import LIMIT, OK, late_error_of, outcome_of

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


@pytest.mark.parametrize("seconds", [1e-300, 1e300, 5_000_000.0])
def test_extreme_limits(seconds: float) -> None:
    with Server(sending(http(OK))) as server:
        for name in ("timeout", "connect_timeout", "read_timeout"):
            error = outcome_of(server, **{name: seconds})
            # A reply may be there within a system's smallest unit of time.
            assert error is None or isinstance(error, TimeoutError)
            assert error is None or seconds < 1
