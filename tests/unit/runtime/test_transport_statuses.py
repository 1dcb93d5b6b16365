"""HTTP statuses: which have content, which are skipped, and which outcome each has."""

from __future__ import annotations

import pytest

from tests.unit.runtime.loopback import Server, http, sending
from tests.unit.runtime.orders._runtime.errors import (
    HttpError,
    SoapFault,
)
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.transporting import (
    FAULT,
    OK,
    error_of,
)


@pytest.mark.parametrize("status", ["202 Accepted", "204 No Content"])
def test_no_content(status: str) -> None:
    reply = f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode()
    silent = f"HTTP/1.1 {status}\r\n\r\n".encode()
    with Server(sending(reply)) as server, OrdersClient(server.url) as client:
        client.notify()
        client.notify()
        assert server.connections == 1
    if status.startswith("204"):
        with Server(sending(silent)) as server, OrdersClient(server.url) as client:
            client.notify()
            client.notify()
            assert server.connections == 1


@pytest.mark.parametrize(
    "interim",
    [
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
        b"HTTP/1.1 102 Processing\r\nContent-Length: 9\r\n\r\n",
        b"HTTP/1.1 100 A\r\n\r\nHTTP/1.1 103 B\r\n\r\n" * 50,
    ],
)
def test_interim_replies_are_skipped(interim: bytes) -> None:
    with Server(sending(interim + http(OK))) as server:
        with OrdersClient(server.url) as client:
            reply = client.with_response.place_orders(orders=[])
            client.place_orders(orders=[])
        assert reply.http.status == 200
        assert "Link" not in reply.http.headers
        assert server.connections == 1


def test_a_status_without_content_whatever_its_head_says() -> None:
    reply = b"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n"
    with (
        Server(sending(reply)) as server,
        OrdersClient(server.url, timeout=5) as client,
    ):
        for count in (1, 2):
            client.notify()
            assert server.connections == count


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Again", "308 Moved"])
def test_redirects_are_not_followed(status: str) -> None:
    with Server(sending(http(OK))) as other:
        location = f"Location: {other.url}\r\n"
        with Server(sending(http(b"", status, location))) as server:
            error = error_of(server)
            assert type(error) is HttpError
            assert f"HTTP status {status[:3]}" in str(error)
            assert "redirects are not followed" in str(error)
            assert (error.outcome, error.http_status) == ("refused", int(status[:3]))
            assert len(server.requests) == 1
        assert other.connections == 0


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("304 Not Modified", "refused"),
        ("400 Bad Request", "refused"),
        ("401 Unauthorized", "refused"),
        ("403 Forbidden", "refused"),
        ("407 Proxy Authentication Required", "refused"),
        ("413 Content Too Large", "refused"),
        ("429 Too Many Requests", "refused"),
        ("500 Internal Server Error", "unknown"),
        ("503 Service Unavailable", "unknown"),
    ],
)
def test_statuses(status: str, outcome: str) -> None:
    number = int(status[:3])
    headers = 'WWW-Authenticate: Basic realm="a"\r\nRetry-After: 1\r\n'
    with Server(sending(http(b"<html>no</html>", status, headers))) as server:
        error = error_of(server, retries=3)
        assert type(error) is HttpError
        assert f"HTTP status {number} " in str(error)
        assert (error.outcome, error.http_status) == (outcome, number)
        assert len(server.requests) == 1
    if number == 304:
        return  # it never has content
    with Server(sending(http(FAULT, status))) as server:
        error = error_of(server, retries=3)
        assert type(error) is SoapFault
        assert (error.code, error.outcome) == ("Client", "refused")
        assert error.http_status == number
        assert len(server.requests) == 1
