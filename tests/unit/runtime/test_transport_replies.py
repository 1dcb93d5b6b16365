"""HTTP replies: what is read, where it ends, and what is refused."""

from __future__ import annotations

import socket
from contextlib import suppress

import pytest

from tests.unit.runtime.loopback import Answer, Server, cut, http, sending
from tests.unit.runtime.orders._runtime.errors import (
    ConnectionLost,
    ProtocolError,
)
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.transporting import (
    OK,
    STATUS,
    XML,
    chunked,
    error_of,
    outcome_of,
)

LENGTH = f"Content-Length: {len(OK)}\r\n".encode()
TO_THE_END = STATUS + XML + b"\r\n" + OK


@pytest.mark.parametrize(
    ("reply", "connections"),
    [
        (http(OK), 1),
        (chunked(OK), 1),
        (chunked(OK[:10], OK[10:11], OK[11:], trailers=b"X-A: b\r\n"), 1),
        (chunked(OK).replace(b"\r\n<", b" ;a=b\r\n<"), 1),
        (chunked(OK).replace(b"chunked", b"Chunked"), 1),
        (http(OK).replace(b"\r\n", b"\n"), 1),
        (http(OK).replace(b"200 OK", b"200"), 1),
        (http(OK).replace(b"200 OK", b"200 "), 1),
        (http(OK).replace(b": text", b":text"), 1),
        (http(OK).replace(b"Content-Type: ", b"CONTENT-TYPE:\t "), 1),
        (http(OK).replace(b"text/xml\r\n", b"text/xml;\r\n  charset=utf-8\r\n"), 1),
        (STATUS + LENGTH + LENGTH + b"\r\n" + OK, 1),
        (STATUS + LENGTH + b"Transfer-Encoding: identity\r\n\r\n" + OK, 1),
        # What makes a connection useless for another call.
        (STATUS + LENGTH.replace(b"\r\n", b", %d\r\n\r\n" % len(OK)) + OK, 2),
        (http(OK, headers="Connection: close\r\n"), 2),
        (http(OK, headers="Connection: X-A, Close\r\n"), 2),
        (http(OK).replace(b"HTTP/1.1", b"HTTP/1.0"), 2),
        (http(OK, headers="Connection: keep-alive\r\n").replace(b"/1.1", b"/1.0"), 1),
        (chunked(OK).replace(b"\r\n\r\n", b"\r\nContent-Length: 3\r\n\r\n", 1), 2),
        (chunked(OK).replace(b"HTTP/1.1", b"HTTP/1.0"), 2),
    ],
)
def test_replies_that_are_read(reply: bytes, connections: int) -> None:
    with Server(sending(reply)) as server, OrdersClient(server.url) as client:
        for _ in range(2):
            assert client.place_orders(orders=[]) == []
        assert server.connections == connections


def test_a_reply_that_ends_with_its_connection() -> None:
    with Server(cut(TO_THE_END)) as server:
        assert outcome_of(server) is None


def test_the_headers_of_a_reply() -> None:
    headers = "X-A: \xe5\r\nx-a:  b \r\nX-B:\r\n"
    reply = http(OK, headers=headers).decode().encode("latin-1")
    with Server(sending(reply)) as server, OrdersClient(server.url) as client:
        found = client.with_response.place_orders(orders=[]).http.headers
    assert found == {
        "Content-Type": "text/xml",
        "X-A": "\xe5, b",
        "X-B": "",
        "Content-Length": str(len(OK)),
    }
    assert found["x-a"] == "\xe5, b"


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (b"what is this?\r\n\r\n", "not an HTTP reply: 'what is this?'"),
        (b"HTTP/2 200 OK\r\n\r\n", "not an HTTP reply: 'HTTP/2'"),
        (b"HTTP/1.1 20 OK\r\n\r\n", "not an HTTP reply"),
        (b"HTTP/1.1 +20 OK\r\n\r\n", "not an HTTP reply"),
        (b"\r\n\r\n" + http(OK), "not an HTTP reply: ''"),
        (STATUS + b"no header\r\n\r\n", "a line of its head is no header"),
        (STATUS + b": b\r\n\r\n", "a line of its head is no header"),
        (STATUS + b"A B: c\r\n\r\n", "a line of its head is no header"),
        (http(OK).replace(b"text/xml", b"text/xml\r\nX : y"), "head is no header"),
        (http(OK).replace(b"text/xml", b"text/xml\r\nX: y\rz"), "head is no header"),
        (STATUS + b"X: " + b"y" * 200_000, "more than 65536 bytes when reading header"),
        (STATUS + b"X: y\r\n" * 1001 + b"\r\n", "got more than 100 headers"),
        (b"x" * 200_000, "more than 65536 bytes when reading status line"),
        (
            STATUS + LENGTH + b"Content-Length: 3\r\n\r\n" + OK,
            "Content-Length contained multiple unmatching values",
        ),
        (STATUS + b"Content-Length: 3, 4\r\n\r\nabcd", "multiple unmatching values"),
        (STATUS + b"Content-Length: -1\r\n\r\n", "not a Content-Length: '-1'"),
        (STATUS + b"Content-Length: +9\r\n\r\n", "not a Content-Length: '+9'"),
        (STATUS + b"Content-Length: 1_0\r\n\r\n", "not a Content-Length: '1_0'"),
        (STATUS + b"Content-Length: \xb2\r\n\r\n", "not a Content-Length"),
        (STATUS + b"Content-Length:\r\n\r\n", "not a Content-Length: ''"),
        (STATUS + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", "not a Content-"),
        (
            STATUS + b"Transfer-Encoding: gzip, chunked\r\n\r\n",
            "the transfer coding 'gzip, chunked' is not supported",
        ),
        (STATUS + b"Transfer-Encoding: x\r\n\r\n", "transfer coding 'x' is not"),
        (
            STATUS + b"Transfer-Encoding: chunked\r\n" * 2 + b"\r\n",
            "the transfer coding 'chunked, chunked' is not supported",
        ),
        (chunked(OK).replace(b"\r\n<", b"x\r\n<"), "a chunk of the reply is not what"),
        (
            chunked(OK).replace(b"\r\n0\r\n", b"\r\n\r\n"),
            "a chunk of the reply is not",
        ),
        (
            chunked(OK).replace(b"\r\n0\r\n", b"z\r\n0\r\n"),
            "is not what its size says",
        ),
        (chunked(OK).replace(b"\r\n<", b";" + b"x" * 99_999), "reading chunk size"),
        (
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
            "the server switches to another protocol, unasked",
        ),
    ],
)
def test_replies_that_are_refused(reply: bytes, text: str) -> None:
    with Server(cut(reply)) as server:
        error = error_of(server)
        assert type(error) is ProtocolError
        assert text in str(error)
        assert error.outcome == "unknown"
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    "reply",
    [
        http(OK).replace(b" 200 ", b" 0200 "),
        b" " + http(OK),
        chunked(OK).replace(b"\r\n0\r\n", b"\r\n0x0\r\n"),
        chunked(OK).replace(b"\r\n0\r\n", b"\r\n0_0\r\n"),
        chunked(OK, trailers=b"X: y\r\n" * 40_000),
    ],
)
def test_what_is_left_to_http_client(reply: bytes) -> None:
    # It differs between versions of Python; a value must be the right one.
    with (
        Server(sending(reply)) as server,
        OrdersClient(server.url, timeout=5) as client,
    ):
        for count in (1, 2):
            with suppress(ProtocolError):
                assert client.place_orders(orders=[]) == []
            assert len(server.requests) == count


def test_nothing_is_logged_of_a_head_that_is_none(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    with Server(sending(STATUS + b"no header\r\n" + LENGTH + b"\r\n" + OK)) as server:
        error = error_of(server.url + "?key=s3cret", http_headers={"X-A": "s3cret"})
    assert type(error) is ProtocolError
    assert [log for log in caplog.records if log.name.startswith("urllib3")] == []
    assert "s3cret" not in caplog.text
    assert "s3cret" not in str(error) + repr(error.__cause__)


@pytest.mark.parametrize(
    "reply", [http(OK), chunked(OK[:9], OK[9:], trailers=b"X-A: b\r\n")]
)
def test_cut_at_every_byte(reply: bytes) -> None:
    ends = iter(range(len(reply)))

    def answer(connection: socket.socket, request: bytes) -> None:
        cut(reply[: next(ends)])(connection, request)

    with Server(answer) as server, OrdersClient(server.url, timeout=5) as client:
        for _ in range(len(reply)):
            with pytest.raises(ConnectionLost) as caught:
                client.place_orders(orders=[])
            assert caught.value.outcome == "unknown"
        assert len(server.requests) == len(reply)


@pytest.mark.parametrize(
    ("answer", "text", "status"),
    [
        (cut(b""), "the server closed the connection without a reply", None),
        (cut(STATUS[:-5]), "the connection ended within the reply's head", None),
        (cut(STATUS + XML), "the connection ended within the reply's head", None),
        (cut(b"HTTP/1.1 100 A\r\n\r\n"), "connection without a reply", None),
        (cut(http(OK, length=len(OK) + 7)), "ended 7 bytes before the reply's", 200),
        (cut(chunked(OK)[:-5]), "ended within the reply's chunks", 200),
        (cut(chunked(OK)[:-9]), "ended within the reply's chunks", 200),
        (cut(chunked(OK).replace(b"\r\n0\r\n", b"\r\n-1\r\n")), "reply's chunks", 200),
        (cut(http(b"no", "401 No", length=3)), "ended 1 bytes before", 401),
    ],
)
def test_replies_that_are_too_short(
    answer: Answer, text: str, status: int | None
) -> None:
    with Server(answer) as server:
        error = error_of(server)
        assert type(error) is ConnectionLost
        assert text in str(error)
        assert (error.outcome, error.http_status) == ("unknown", status)
        assert len(server.requests) == 1
