"""Proxies: how they are asked, who is trusted, and who gets to see which credentials."""

from __future__ import annotations

import select
import socket
import ssl

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
from tests.unit.runtime.orders._runtime.errors import (
    ConnectError,
    ConnectTimeout,
    HttpError,
    TlsError,
)
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.transporting import OK, error_of, late_error_of, outcome_of


def test_a_proxy_is_used_with_its_credentials() -> None:
    with Server(sending(http(OK))) as proxy:
        address = f"http://ann:s%203cret@127.0.0.1:{proxy.port}"
        with OrdersClient("http://shop.invalid/orders?a=b", proxy=address) as client:
            for _ in range(2):
                assert client.place_orders(orders=[]) == []
            assert "ann" not in repr(client)
            assert "s3cret" not in repr(vars(client))
        assert proxy.connections == 1
        head = proxy.requests[1].decode()
    assert head.startswith("POST http://shop.invalid/orders?a=b HTTP/1.1\r\n")
    assert "\r\nHost: shop.invalid\r\n" in head
    assert "\r\nProxy-Authorization: Basic YW5uOnMgM2NyZXQ=\r\n" in head


def test_a_password_in_any_script() -> None:
    with Server(sending(http(OK))) as proxy:
        address = f"http://ann:%D0%B6@127.0.0.1:{proxy.port}"
        assert outcome_of("http://shop.invalid/", proxy=address) is None
        assert b"Proxy-Authorization: Basic YW5uOtC2\r\n" in proxy.requests[0]


@pytest.mark.parametrize(
    "status", ["403 Forbidden", "407 Authentication Required", "302 Found", "503 No"]
)
def test_a_proxy_that_refuses_a_tunnel(status: str) -> None:
    with Server(sending(http(b"", status, "Location: http://a.test/\r\n"))) as proxy:
        error = error_of(
            "https://shop.invalid/orders",
            proxy=f"http://ann:s3cret@127.0.0.1:{proxy.port}",
            http_headers={"Authorization": "Bearer b"},
        )
        assert len(proxy.requests) == 1
        request = proxy.requests[0]
    # As of Python 3.12 it is 1.1.
    assert request.startswith(b"CONNECT shop.invalid:443 HTTP/1.")
    assert b"Place" not in request
    assert b"Bearer" not in request
    assert type(error) is ConnectError
    assert f"no tunnel through the proxy: Tunnel connection failed: {status}" in str(
        error
    )
    assert error.outcome == "not_sent"
    assert "s3cret" not in str(error)


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (b"", "the server closed the connection without a reply"),
        (b"HTTP/1.1 200 OK\r\n", "ended within the reply's head"),
        (b"SSH-2.0\r\n\r\n", "not an HTTP reply"),
        (b"HTTP/1.1 200 OK\r\n\r\nmore", "it sends more than its reply"),
    ],
)
def test_a_proxy_that_answers_oddly(reply: bytes, text: str) -> None:
    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(reply)
        connection.shutdown(socket.SHUT_WR)

    with Server(answer) as proxy:
        error = error_of(
            "https://shop.invalid/", proxy=f"http://127.0.0.1:{proxy.port}"
        )
    assert type(error) is ConnectError
    assert text in str(error)
    assert error.outcome == "not_sent"


def test_a_proxy_that_wants_credentials() -> None:
    with Server(sending(http(b"", "407 Proxy Authentication Required"))) as proxy:
        address = f"http://127.0.0.1:{proxy.port}"
        error = error_of("http://shop.invalid/", proxy=address)
    assert type(error) is HttpError
    assert (error.http_status, error.outcome) == (407, "refused")


def test_a_proxy_that_is_not_there() -> None:
    with Server(hang) as gone:
        pass
    error = error_of("http://shop.invalid/", proxy=f"http://127.0.0.1:{gone.port}")
    assert type(error) is ConnectError
    assert error.outcome == "not_sent"


def _tunnel_to(port: int) -> Answer:
    """Opens a tunnel to a port, whatever is asked for, and passes bytes on."""

    def answer(connection: socket.socket, request: bytes) -> None:
        with socket.create_connection(("127.0.0.1", port)) as other:
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            ends = {connection: other, other: connection}
            while True:
                try:
                    readable = select.select(list(ends), [], [], 5)[0]
                except ValueError:
                    return  # the test is over, and the server closed
                for ready in readable:
                    data = ready.recv(65536)
                    while isinstance(ready, ssl.SSLSocket) and ready.pending():
                        data += ready.recv(65536)
                    if not data:
                        connection.close()
                        return
                    ends[ready].sendall(data)

    return answer


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_tunnel(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A proxy's own certificate is held against the system's.
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    tls = tls_server() if scheme == "https" else None
    with (
        Server(sending(http(OK)), tls=tls_server()) as server,
        Server(_tunnel_to(server.port), tls=tls) as proxy,
    ):
        with OrdersClient(
            f"https://localhost:{server.port}/orders",
            proxy=f"{scheme}://ann:s3cret@127.0.0.1:{proxy.port}",
            ca_file=CERTIFICATE,
            http_headers={"Authorization": "Bearer b"},
            timeout=5,
        ) as client:
            for _ in range(2):
                assert client.place_orders(orders=[]) == []
            large = "x" * 300_000
            client.with_headers(token=large).place_orders(orders=[])
        assert len(server.requests) == 3
        assert (server.connections, proxy.connections) == (1, 1)
        # The proxy's credentials end at the proxy, the server's go through it unseen.
        assert b"Proxy-Authorization: Basic YW5uOnMzY3JldA==" in proxy.requests[0]
        assert b"Bearer" not in proxy.requests[0]
        for request in server.requests:
            assert b"Authorization: Bearer b\r\n" in request
            assert b"proxy-" not in request.lower()


def test_an_https_proxy_forwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Server(sending(http(OK)), tls=tls_server()) as proxy:
        address = f"https://127.0.0.1:{proxy.port}"
        assert outcome_of("http://shop.invalid/orders", proxy=address) is None
        assert proxy.requests[0].startswith(b"POST http://shop.invalid/orders ")


def test_an_https_proxy_that_nobody_trusts() -> None:
    with Server(hang, tls=tls_server()) as proxy:
        error = error_of(
            "https://shop.invalid/",
            proxy=f"https://127.0.0.1:{proxy.port}",
            ca_file=CERTIFICATE,
        )
        assert type(error) is TlsError
        assert not proxy.requests


def test_tls_inside_of_tls_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))

    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        trickling(b"\x16\x03\x03\x02\x00" * 30)(connection, request)

    with Server(answer, tls=tls_server()) as proxy:
        error = late_error_of(
            "https://shop.invalid/",
            0.3,
            timeout=0.3,
            proxy=f"https://127.0.0.1:{proxy.port}",
            ca_file=CERTIFICATE,
        )
    assert type(error) is ConnectTimeout
    assert error.outcome == "not_sent"
