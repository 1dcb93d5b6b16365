"""A request reaches the server once, whatever becomes of its reply."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace
from http.client import NotConnected

import pytest

from tests.unit.runtime.loopback import (
    Answer,
    Server,
    cut,
    hang,
    http,
    reset,
    sending,
)
from tests.unit.runtime.orders import client as orders_client
from tests.unit.runtime.orders._runtime import pool
from tests.unit.runtime.orders._runtime.errors import (
    ConnectionLost,
    EncodeError,
    HttpError,
    ProtocolError,
    ReadTimeout,
    SoapError,
    SoapFault,
)
from tests.unit.runtime.orders._runtime.origins import Origin
from tests.unit.runtime.orders._runtime.time_limits import TimeLimits
from tests.unit.runtime.orders._runtime.transport import HttpRequest
from tests.unit.runtime.orders._runtime.urllib3_dialing import Dialer
from tests.unit.runtime.orders._runtime.urllib3_transport import Urllib3Transport
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.operations import PING
from tests.unit.runtime.transporting import OK, error_of
from tests.unit.runtime.wire import envelope

PONG = http(envelope("<PingResponse/>"))
LARGE = "x" * 8_000_000
"""More than a server's and a client's buffers hold together."""


def _stall(connection: socket.socket, request: bytes) -> None:
    connection.sendall(http(OK)[:-20])
    hang(connection, request)


def _close(connection: socket.socket, request: bytes) -> None:
    connection.close()


def _reset_in_reply(connection: socket.socket, request: bytes) -> None:
    connection.sendall(http(OK)[:-20])
    # The reset must not overtake what was sent.
    connection.shutdown(socket.SHUT_WR)
    connection.recv(1)


@pytest.mark.parametrize("retries", [0, 3])
@pytest.mark.parametrize(
    ("answer", "kind", "text"),
    [
        (hang, ReadTimeout, "the call took longer than timeout=0.3 s"),
        (_stall, ReadTimeout, "the call took longer than timeout=0.3 s"),
        (reset, ConnectionLost, "the connection broke: Connection reset by peer"),
        (_close, ConnectionLost, "the server closed the connection without a reply"),
        (_reset_in_reply, ConnectionLost, "ended 20 bytes before the reply's content"),
        (cut(b"HTTP/1.1 200 O"), ConnectionLost, "ended within the reply's head"),
        (cut(b"what is this?\r\n\r\n"), ProtocolError, "not an HTTP reply: 'what is"),
    ],
)
def test_what_breaks_after_sending_is_unknown_and_sent_once(
    answer: Answer, kind: type[SoapError], text: str, retries: int
) -> None:
    with Server(answer) as server:
        error = error_of(server, timeout=0.3, retries=retries)
        assert type(error) is kind
        assert text in str(error)
        assert (error.outcome, error.attempts) == ("unknown", 1)
        assert len(server.requests) == 1


def test_a_reset_after_the_first_byte() -> None:
    received = 0

    def answer(connection: socket.socket, request: bytes) -> None:
        nonlocal received
        received += len(connection.recv(1))
        reset(connection, request)

    with (
        Server(answer, at_once=True) as server,
        OrdersClient(server.url, token=LARGE, retries=3, timeout=5) as client,
        pytest.raises(ConnectionLost, match="the connection broke: ") as caught,
    ):
        client.place_orders(orders=[])
    assert caught.value.outcome == "unknown"
    assert (received, server.connections) == (1, 1)


def test_a_connection_that_the_server_closed_is_not_used_again() -> None:
    with (
        Server(sending(http(OK)), keep=False) as server,
        OrdersClient(server.url) as client,
    ):
        for count in (1, 2, 3):
            client.place_orders(orders=[])
            assert len(server.requests) == count
            assert server.ended.acquire(timeout=5)
        assert server.connections == 3


@pytest.mark.parametrize("ending", [_close, reset])
def test_a_kept_connection_that_breaks_under_the_next_call(ending: Answer) -> None:
    def answer(connection: socket.socket, request: bytes) -> None:
        if len(server.requests) == 1:
            connection.sendall(http(OK))
        else:
            ending(connection, request)

    with (
        Server(answer) as server,
        OrdersClient(server.url, retries=3, timeout=5) as client,
    ):
        client.place_orders(orders=[])
        with pytest.raises(ConnectionLost) as caught:
            client.place_orders(orders=[])
        assert caught.value.outcome == "unknown"
        assert (len(server.requests), server.connections) == (2, 1)


def test_a_kept_connection_with_unasked_bytes_is_not_used_again() -> None:
    sent = threading.Event()

    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(http(OK))
        asked.wait(5)
        asked.clear()
        connection.sendall(http(b"", "500 Unasked"))
        sent.set()

    asked = threading.Event()
    with Server(answer) as server, OrdersClient(server.url, timeout=5) as client:
        for _ in range(2):
            client.place_orders(orders=[])
            asked.set()
            assert sent.wait(5)
            sent.clear()
        assert server.connections == 2


def test_a_reply_with_bytes_after_its_end() -> None:
    more = http(OK) + b"HTTP/1.1 500 Unasked\r\n"
    with Server(sending(more)) as server, OrdersClient(server.url, timeout=5) as client:
        for _ in range(2):
            assert client.place_orders(orders=[]) == []
        assert server.connections == 2


def test_a_connection_that_was_idle_for_long_is_not_used_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [1000.0]
    monkeypatch.setattr(pool, "monotonic", lambda: now[0])
    with Server(sending(http(OK))) as server, OrdersClient(server.url) as client:
        for seconds, connections in ((0, 1), (19.9, 1), (20.1, 2), (1, 2)):
            now[0] += seconds
            client.place_orders(orders=[])
            assert server.connections == connections


@pytest.mark.parametrize("first", [reset, hang, cut(PONG[:-5])])
def test_an_idempotent_operation_is_sent_again_if_so_configured(
    first: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders_client, "PING", replace(PING, idempotent=True))

    def answer(connection: socket.socket, request: bytes) -> None:
        if len(server.requests) == 1:
            first(connection, request)
        else:
            connection.sendall(PONG)

    with (
        Server(answer) as server,
        OrdersClient(server.url, retries=1, read_timeout=0.2, timeout=5) as client,
    ):
        client.ping()
        assert len(server.requests) == 2
        server.requests.clear()
        with pytest.raises(SoapError) as caught:
            client.with_options(retries=0).ping()
        assert (len(server.requests), caught.value.outcome) == (1, "unknown")


def _early(reply: bytes) -> Answer:
    """Answers before the request has been read, and closes."""

    def answer(connection: socket.socket, request: bytes) -> None:
        connection.recv(100)
        connection.sendall(reply)
        connection.close()

    return answer


@pytest.mark.parametrize("status", ["413 Too Large", "401 Unauthorized"])
def test_a_reply_before_the_request_was_read(status: str) -> None:
    with (
        Server(_early(http(b"no", status)), at_once=True) as server,
        OrdersClient(server.url, token=LARGE, timeout=5, retries=3) as client,
        pytest.raises(HttpError, match=f"HTTP status {status[:3]}") as caught,
    ):
        client.place_orders(orders=[])
    assert caught.value.http_status == int(status[:3])
    assert caught.value.outcome == "refused"
    assert server.connections == 1


def test_a_fault_before_the_request_was_read() -> None:
    fault = envelope("<s:Fault><faultcode>s:Client</faultcode></s:Fault>")
    with (
        Server(_early(http(fault, "500 Oops")), at_once=True) as server,
        OrdersClient(server.url, token=LARGE, timeout=5) as client,
        pytest.raises(SoapFault) as caught,
    ):
        client.place_orders(orders=[])
    assert caught.value.outcome == "refused"


@pytest.mark.parametrize("reply", [b"", b"HTTP/1.1 413 Too", b"what is this?\r\n\r\n"])
def test_no_reply_before_the_request_was_read(reply: bytes) -> None:
    with (
        Server(_early(reply), at_once=True) as server,
        OrdersClient(server.url, token=LARGE, timeout=5) as client,
        pytest.raises(ConnectionLost, match="the connection broke: ") as caught,
    ):
        client.place_orders(orders=[])
    assert caught.value.outcome == "unknown"


def test_a_connection_that_is_gone_is_not_replaced() -> None:
    limits = TimeLimits(HttpRequest(url="", headers={}, body=b"", timeout=5))
    with Server(sending(http(OK))) as server:
        origin = Origin("http", "127.0.0.1", server.port)
        connection = Dialer(None, None).dial(origin, limits)
        connection.start_call(limits)
        connection.drop()
        with pytest.raises(NotConnected):
            connection.send("/", {}, b"")
        assert server.ended.acquire(timeout=5)
        assert server.connections == 1
        assert not server.requests


@pytest.mark.parametrize("value", ["a\nX-B: s3cret", "s3cret\N{EURO SIGN}"])
def test_a_header_that_cannot_be_sent(value: str) -> None:
    transport = Urllib3Transport()
    with Server(sending(http(OK))) as server:
        request = HttpRequest(
            url=server.url, headers={"X-A": value}, body=b"", timeout=5
        )
        with pytest.raises(EncodeError, match="cannot be sent") as caught:
            transport.send(request)
        assert caught.value.outcome == "not_sent"
        assert "s3cret" not in str(caught.value) + repr(caught.value.__cause__)
        assert transport.send(replace(request, headers={})).body == OK
        assert len(server.requests) == 1
    transport.close()
