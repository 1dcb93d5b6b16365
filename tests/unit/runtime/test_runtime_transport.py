"""The built-in transport against servers that do what servers do."""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import threading
import zlib
from pathlib import Path

import pytest

from tests.unit.runtime.loopback import Answer, Server, http, sending
from tests.unit.runtime.orders._runtime.errors import (
    ClientClosed,
    ConnectError,
    ConnectionLost,
    ConnectTimeout,
    HttpError,
    ProtocolError,
    ReadTimeout,
    SoapError,
    SoapFault,
    TlsError,
)
from tests.unit.runtime.orders._runtime.transport import HttpRequest
from tests.unit.runtime.orders._runtime.urllib3_transport import Urllib3Transport
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.types import Order
from tests.unit.runtime.wire import envelope

OK = envelope("<PlaceOrdersResponse/>")
FOLDER = Path(__file__).parent / "certificates"


def _call(server: Server, timeout: float = 5.0) -> SoapError | None:
    with OrdersClient(server.url, timeout=timeout) as client:
        try:
            client.place_orders(orders=[Order(number=1)])
        except SoapError as error:
            return error
    return None


def _tls_server() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / "certificate.pem", FOLDER / "key.pem")
    return context


def test_a_call_over_http_keeps_its_connection() -> None:
    with (
        Server(sending(http(OK))) as server,
        OrdersClient(server.url + "?a=b", http_headers={"X-A": "1"}) as client,
    ):
        reply = client.with_response.place_orders(orders=[Order(number=1)])
        client.place_orders(orders=[])
        assert (reply.value, reply.http.status) == ([], 200)
        assert (len(server.requests), server.connections) == (2, 1)
        head, _, body = server.requests[0].partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        assert lines[0] == "POST /orders?a=b HTTP/1.1"
        assert sorted(lines[1:], key=str.lower) == [
            "Accept-Encoding: identity",
            "Accept: text/xml",
            f"Content-Length: {len(body)}",
            "Content-Type: text/xml; charset=utf-8",
            f"Host: 127.0.0.1:{server.port}",
            'SOAPAction: "urn:orders/PlaceOrders"',
            "User-Agent: python-soap-client",
            "X-A: 1",
        ]


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Again", "308 Moved"])
def test_redirects_are_not_followed(status: str) -> None:
    with Server(sending(http(OK))) as other:
        location = f"Location: {other.url}\r\n"
        with Server(sending(http(b"", status, location))) as server:
            error = _call(server)
            assert isinstance(error, HttpError)
            assert error.outcome == "refused"
        assert other.connections == 0


def test_a_fault_arrives_with_its_status() -> None:
    body = envelope("<s:Fault><faultcode>s:Client</faultcode></s:Fault>")
    with Server(sending(http(body, "500 Oops"))) as server:
        error = _call(server)
    assert isinstance(error, SoapFault)
    assert (error.http_status, error.code) == (500, "Client")


def test_nobody_listens() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        with (
            OrdersClient(f"http://127.0.0.1:{port}/?key=s3cret") as client,
            pytest.raises(ConnectError) as caught,
        ):
            client.ping()
    assert type(caught.value) is ConnectError
    assert caught.value.outcome == "not_sent"
    assert "refused" in str(caught.value).lower()
    assert "s3cret" not in str(caught.value) + repr(caught.value.__context__)
    assert isinstance(caught.value.__cause__, ConnectionRefusedError)


def test_a_host_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **keywords: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with (
        OrdersClient("http://shop.invalid/") as client,
        pytest.raises(ConnectError, match="Name or service not known") as caught,
    ):
        client.ping()
    assert caught.value.outcome == "not_sent"


def test_connecting_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*arguments: object, **keywords: object) -> object:
        raise TimeoutError

    monkeypatch.setattr(socket.socket, "connect", hang)
    with (
        OrdersClient("http://127.0.0.1:9/", timeout=0.1) as client,
        pytest.raises(ConnectTimeout, match="connecting took too long") as caught,
    ):
        client.ping()
    assert caught.value.outcome == "not_sent"


def _hang(connection: socket.socket, request: bytes) -> None:
    connection.recv(1)


def _reset(connection: socket.socket, request: bytes) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _close(connection: socket.socket, request: bytes) -> None:
    connection.close()


def _stall(connection: socket.socket, request: bytes) -> None:
    connection.sendall(http(OK)[:-20])
    connection.recv(1)


def _cut(data: bytes) -> Answer:
    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(data)
        connection.close()

    return answer


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (_hang, ReadTimeout),
        (_stall, ReadTimeout),
        (_reset, ConnectionLost),
        (_close, ConnectionLost),
        (_cut(b"HTTP/1.1 200 O"), ProtocolError),
        (_cut(http(OK)[:-20]), ConnectionLost),
        (_cut(b"what is this?\r\n\r\n"), ConnectionLost),
        (
            _cut(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc\r\n"),
            ConnectionLost,
        ),
    ],
)
def test_what_breaks_after_sending_is_unknown_and_sent_once(
    answer: Answer, kind: type[SoapError]
) -> None:
    with Server(answer) as server:
        error = _call(server, timeout=0.3)
        assert error is not None
        assert type(error) is kind
        assert error.outcome == "unknown"
        assert len(server.requests) == 1


def test_a_connection_that_the_server_closed_is_not_used_again() -> None:
    with (
        Server(sending(http(OK)), keep=False) as server,
        OrdersClient(server.url) as client,
    ):
        for count in (1, 2, 3):
            client.place_orders(orders=[])
            assert len(server.requests) == count
            assert server.ended.acquire(timeout=5)


def test_content_codings_are_undone_though_not_asked_for() -> None:
    packed = gzip.compress(OK)
    for data, coding in ((packed, "gzip"), (zlib.compress(OK), "deflate")):
        reply = http(data, headers=f"Content-Encoding: {coding}\r\n")
        with Server(sending(reply)) as server:
            assert _call(server) is None
    for data in (packed[:-12], b"not packed", packed[:30] + b"\0\0\0" + packed[33:]):
        with Server(
            sending(http(data, headers="Content-Encoding: gzip\r\n"))
        ) as server:
            error = _call(server)
        assert isinstance(error, ProtocolError)
        assert (error.outcome, error.http_status) == ("unknown", 200)


def test_a_reply_that_is_too_big_is_refused() -> None:
    bomb = gzip.compress(b" " * 3_000_000)
    for reply in (
        http(b" " * 3_000_000),
        http(bomb, headers="Content-Encoding: gzip\r\n"),
    ):
        with (
            Server(sending(reply)) as server,
            OrdersClient(server.url, reply_limit=1_000_000) as client,
            pytest.raises(
                ProtocolError, match="more than reply_limit=1000000"
            ) as caught,
        ):
            client.ping()
        assert caught.value.outcome == "unknown"
        assert caught.value.http_status == 200


def test_certificates() -> None:
    with Server(sending(http(OK)), tls=_tls_server()) as server:
        error = _call(server)
        assert type(error) is TlsError
        assert error.outcome == "not_sent"
        assert "certificate" in str(error)
        assert not server.requests
        trusting = ssl.create_default_context(cafile=FOLDER / "certificate.pem")
        with OrdersClient(server.url, ssl_context=trusting) as client:
            assert client.place_orders(orders=[]) == []
        assert len(server.requests) == 1


def test_a_server_without_tls() -> None:
    with (
        Server(sending(http(OK))) as server,
        OrdersClient(server.url.replace("http:", "https:")) as client,
        pytest.raises(TlsError) as caught,
    ):
        client.ping()
    assert caught.value.outcome == "not_sent"


def test_a_proxy_is_used_with_its_credentials() -> None:
    with Server(sending(http(OK))) as proxy:
        address = f"http://ann:s%203cret@127.0.0.1:{proxy.port}"
        with OrdersClient("http://shop.invalid/orders", proxy=address) as client:
            assert client.place_orders(orders=[]) == []
            assert "ann" not in repr(client)
        head = proxy.requests[0].decode()
    assert head.startswith("POST http://shop.invalid/orders HTTP/1.1")
    assert "proxy-authorization: Basic YW5uOnMgM2NyZXQ=" in head


def test_a_proxy_that_refuses_a_tunnel() -> None:
    with Server(sending(http(b"", "403 Forbidden"))) as proxy:
        address = f"http://ann:s3cret@127.0.0.1:{proxy.port}"
        with (
            OrdersClient("https://shop.invalid/orders", proxy=address) as client,
            pytest.raises(ConnectError, match="403") as caught,
        ):
            client.ping()
        assert proxy.requests[0].startswith(b"CONNECT shop.invalid:443 ")
        assert b"n1:Ping" not in proxy.requests[0]
    assert caught.value.outcome == "not_sent"
    assert "s3cret" not in str(caught.value)


def test_closing_ends_it_all() -> None:
    transport = Urllib3Transport()
    request = HttpRequest(url="http://127.0.0.1:9/", headers={}, body=b"", timeout=1)
    transport.close()
    transport.close()
    with pytest.raises(ClientClosed):
        transport.send(request)


def test_closing_while_threads_call() -> None:
    errors: list[BaseException] = []
    with Server(sending(http(OK))) as server:
        client = OrdersClient(server.url)
        started = threading.Event()

        def work() -> None:
            try:
                while True:
                    client.place_orders(orders=[])
                    started.set()
            except SoapError as error:
                errors.append(error)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        assert started.wait(5)
        client.close()
        for thread in threads:
            thread.join(5)
            assert not thread.is_alive()
    assert len(errors) == 4
    assert {type(error) for error in errors} <= {ClientClosed, ConnectionLost}
