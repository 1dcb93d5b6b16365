"""The client object: options, copies, closing, whole replies, masking, logging."""

from __future__ import annotations

import logging
import pickle
import ssl
import threading
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.runtime.orders._runtime.errors import (
    ClientClosed,
    ReadTimeout,
    SoapError,
    SoapFault,
)
from tests.unit.runtime.orders._runtime.options import OMITTED, Omitted
from tests.unit.runtime.orders._runtime.transport import HttpRequest
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.orders.errors import OperationFailed, SignInRefused
from tests.unit.runtime.orders.types import Order, Problem, Region, ReplyHeaders
from tests.unit.runtime.wire import FakeTransport, envelope

OK = envelope("<PlaceOrdersResponse/>", "<Done>true</Done>")
SECRET = "7T:s3cret=="


def _client(transport: FakeTransport, **options: Any) -> OrdersClient:
    return OrdersClient(
        "http://shop.test/orders?key=query", transport=transport, **options
    )


def test_a_whole_reply_has_headers_and_http() -> None:
    transport = FakeTransport(
        OK, headers={"CONTENT-TYPE": "text/xml", "Set-Cookie": "c"}
    )
    reply = _client(transport).with_response.place_orders(orders=[])
    assert reply.value == []
    assert reply.headers == ReplyHeaders(done=True)
    assert reply.http.status == 200
    assert reply.http.headers["content-type"] == "text/xml"
    assert sorted(reply.http.headers) == ["CONTENT-TYPE", "Set-Cookie"]
    assert reply.http.elapsed >= 0
    assert "Set-Cookie" not in repr(reply)


def test_header_blocks_are_inherited_changed_and_left_out() -> None:
    transport = FakeTransport(OK)
    client = _client(transport, token="t", region=Region(code="NO"))
    for copied, expected in (
        (client.with_headers(), ("<n1:Token>t<", "<n1:Region>")),
        (client.with_headers(token="u"), ("<n1:Token>u<", "<n1:Region>")),
        (client.with_headers(token=None), (None, "<n1:Region>")),
        (client.with_headers(token=None, region=None), (None, None)),
        (
            client.with_headers(token=OMITTED).with_options(timeout=1),
            ("<n1:Token>t<", "<n1:Region>"),
        ),
        (client, ("<n1:Token>t<", "<n1:Region>")),
    ):
        assert type(copied) is OrdersClient
        copied.place_orders(orders=[])
        assert ("<soap:Header>" in transport.sent) is (expected != (None, None))
        for text, tag in zip(expected, ("<n1:Token>", "<n1:Region>"), strict=True):
            assert (tag in transport.sent) is (text is not None)
            assert text is None or text in transport.sent


def test_options_are_inherited_and_changed() -> None:
    transport = FakeTransport(
        envelope("<PlaceOrdersResponse><New/></PlaceOrdersResponse>")
    )
    client = _client(transport, timeout=7.0, http_headers={"X-A": "1"})
    client.with_options().place_orders(orders=[])
    client.with_options(timeout=None, http_headers={"X-B": "2"}).place_orders(orders=[])
    first, second = transport.requests
    assert (first.timeout, first.headers["X-A"]) == (7.0, "1")
    assert (second.timeout, second.headers["X-B"]) == (None, "2")
    assert "X-A" not in second.headers
    with pytest.raises(SoapError, match="does not know"):
        client.with_options(strict=True).place_orders(orders=[])
    client.with_response.place_orders(orders=[])


def test_the_callers_dict_of_http_headers_is_copied() -> None:
    transport = FakeTransport(OK)
    headers = {"X-A": "1"}
    client = _client(transport, http_headers=headers)
    headers["X-A"] = "2"
    client.place_orders(orders=[])
    assert transport.requests[0].headers["X-A"] == "1"


def test_closing() -> None:
    transport = FakeTransport(OK)
    with _client(transport, token="t") as client:
        copied = client.with_headers(token="u")
        with copied:
            copied.place_orders(orders=[])
        copied.close()
        copied.with_options(timeout=1).close()
        assert transport.closed == 0
        replies = client.with_response
    client.close()
    assert transport.closed == 1
    for call in (client.ping, copied.ping, replies.ping):
        with pytest.raises(ClientClosed, match="the client is closed") as caught:
            call()
        assert caught.value.outcome == "not_sent"
        assert caught.value.operation == "Ping"
    assert len(transport.requests) == 1


def test_many_threads_share_a_client() -> None:
    seen: list[str] = []

    def keep(request: HttpRequest) -> None:
        seen.append(request.body.decode())

    client = _client(FakeTransport(OK, on_send=keep))

    def work(number: int) -> None:
        for _ in range(20):
            client.with_headers(token=str(number)).place_orders(
                orders=[Order(number=number)]
            )

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 160
    for number in range(8):
        mine = [text for text in seen if f"<n1:Token>{number}<" in text]
        assert len(mine) == 20
        assert all(f"<n1:Number>{number}<" in text for text in mine)


@pytest.mark.parametrize(
    ("endpoint", "message"),
    [
        ("", "must begin with http"),
        ("shop.test/orders", "must begin with http"),
        ("ftp://shop.test/", "must begin with http"),
        ("file:///etc/passwd", "must begin with http"),
        ("http:///orders", "no host"),
        ("http://:80/", "no host"),
        ("http://shop.test:0/", "port 0"),
        ("http://shop.test:port/", "port is no number"),
        ("http://shop.test:99999/", "port is no number"),
        ("http://ann:s3cret@shop.test/", "must not hold a user name"),
        ("http://shop.test/#part", "fragment"),
        ("http://shop.test/a b", "ASCII characters without blanks"),
        ("http://shop.test/\r\nX: y", "ASCII characters without blanks"),
        ("http://sh\u00f6p.test/", "ASCII characters without blanks"),
        ("http://[::1", "not a URL"),
    ],
)
def test_a_bad_endpoint_is_refused_without_being_shown(
    endpoint: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        OrdersClient(endpoint)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"timeout": 0}, "timeout must be above 0"),
        ({"timeout": -1.0}, "timeout must be above 0"),
        ({"timeout": float("nan")}, "timeout must be above 0"),
        ({"timeout": float("inf")}, "timeout must be above 0"),
        ({"http_headers": {"SOAPAction": "x"}}, "SOAPAction is set by the client"),
        ({"http_headers": {"content-type": "x"}}, "content-type is set by the client"),
        ({"http_headers": {"Host": "x"}}, "Host is set by the client"),
        ({"http_headers": {"A b": "x"}}, "not the name of an HTTP header"),
        ({"http_headers": {"A": "s3cret\r\nB: c"}}, "A has characters"),
        ({"proxy": "proxy.test:8080"}, "proxy must begin with http"),
        ({"proxy": "socks5://proxy.test:8080"}, "proxy must begin with http"),
    ],
)
def test_bad_options_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        OrdersClient("http://shop.test/", **options)
    assert "s3cret" not in str(caught.value)


def test_certificates_are_always_verified() -> None:
    careless = ssl.create_default_context()
    careless.check_hostname = False
    for mode in (ssl.CERT_REQUIRED, ssl.CERT_NONE):
        careless.verify_mode = mode
        with pytest.raises(ValueError, match="must verify certificates"):
            OrdersClient("https://shop.test/", ssl_context=careless)


def test_a_transport_excludes_what_only_the_built_in_one_has() -> None:
    for options in (
        {"proxy": "http://p.test"},
        {"ssl_context": ssl.create_default_context()},
    ):
        with pytest.raises(ValueError, match="belong to the built-in transport"):
            _client(FakeTransport(), **options)


def test_reprs_show_no_secrets() -> None:
    client = _client(
        FakeTransport(OK),
        token=SECRET,
        http_headers={"Authorization": f"Bearer {SECRET}"},
    )
    assert repr(client) == "<OrdersClient http://shop.test/orders>"
    assert repr(client.with_response) == "<OrdersReplies http://shop.test/orders>"
    shown = repr(vars(client))
    assert "s3cret" not in shown
    assert "query" not in shown
    assert repr(OMITTED) == "OMITTED"
    assert OMITTED is Omitted.OMITTED


FAULT = (
    "<s:Fault><faultcode>a:Old</faultcode><faultstring>key {0} &amp; such</faultstring>"
    "<detail><D><Key1>{0}</Key1><Other>{0}</Other></D></detail></s:Fault>"
)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (envelope(FAULT.format(SECRET)), 500),
        (envelope("", f"<Problem><Text>{SECRET} is old</Text></Problem>"), 200),
        (f"<html>{SECRET}</html>".encode(), 500),
        (f"{SECRET} is old".encode(), 200),
        (envelope(f"<{SECRET.replace('=', '').replace(':', '')}/>"), 200),
        (envelope(f"<SignInResponse><Accepted>0</Accepted><Key1>{SECRET}</Key1>"), 200),
        (
            envelope(f"<SignInResponse><Accepted>no</Accepted><Key1>{SECRET}</Key1>"),
            200,
        ),
        (
            envelope(
                f"<SignInResponse><Accepted>0</Accepted><Key1>{SECRET}</Key1>"
                "</SignInResponse>"
            ),
            200,
        ),
    ],
)
def test_no_error_and_no_log_shows_a_secret(
    body: bytes, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = _client(FakeTransport(body, status), token=SECRET)
    with pytest.raises(SoapError) as caught:
        client.sign_in(user="ann", password=SECRET)
    error = caught.value
    copied = pickle.loads(pickle.dumps(error))  # noqa: S301
    lines = [str(error), repr(error), str(copied), repr(copied), error.excerpt or ""]
    lines += traceback.format_exception(error)
    lines += [repr(getattr(error, name, None)) for name in ("result", "detail")]
    if isinstance(error, SoapFault):
        lines += [error.reason, *(item.data.decode() for item in error.detail)]
    assert not [line for line in lines if SECRET in line]
    assert SECRET not in caplog.text
    assert "query" not in caplog.text
    if not isinstance(error, (OperationFailed, SignInRefused)):
        assert SECRET.encode() not in pickle.dumps(error)


def test_the_failure_itself_keeps_what_the_server_said() -> None:
    body = envelope("", "<Problem><Text>no stock</Text></Problem>")
    with pytest.raises(OperationFailed) as caught:
        _client(FakeTransport(body)).place_orders(orders=[])
    assert caught.value.info == Problem(text="no stock")


def test_secrets_that_a_failure_echoes_are_masked_in_it() -> None:
    problem = f"<Text>{SECRET}?</Text><Inner><Text>not {SECRET}</Text></Inner>"
    body = envelope("", f"<Problem>{problem}</Problem>")
    with pytest.raises(OperationFailed) as caught:
        _client(FakeTransport(body), token=SECRET).place_orders(orders=[])
    assert caught.value.info == Problem(text="***?", inner=Problem(text="not ***"))
    assert SECRET.encode() not in pickle.dumps(caught.value)


@pytest.mark.parametrize("cut", range(1, len(SECRET)))
def test_a_secret_at_the_end_of_what_is_logged_is_masked(
    cut: int, caplog: pytest.LogCaptureFixture
) -> None:
    start = envelope("<A/>").index(b"<A/>") + len("<A><B></B>")
    padding = "x" * (16 * 1024 - start - cut)
    body = envelope(f"<A><B>{padding}</B>{SECRET}</A>")
    with caplog.at_level(logging.DEBUG), pytest.raises(SoapError):
        _client(FakeTransport(body), token=SECRET).place_orders(orders=[])
    assert "xxx" in caplog.text
    assert f">{SECRET[:cut]}" not in caplog.text


def test_a_credential_in_an_http_header_is_masked() -> None:
    body = f"{SECRET} is old".encode()
    client = _client(
        FakeTransport(body), http_headers={"Authorization": f"Bearer {SECRET}"}
    )
    with pytest.raises(SoapError) as caught:
        client.ping()
    assert caught.value.excerpt == "*** is old"


def test_the_log_tells_what_was_done(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    _client(FakeTransport(OK), token=SECRET).place_orders(orders=[])
    request, reply = (record.getMessage() for record in caplog.records)
    assert request.startswith("POST http://shop.test/orders PlaceOrders: <?xml")
    assert "<n1:Token>***</n1:Token>" in request
    assert reply.startswith("HTTP 200 http://shop.test/orders PlaceOrders in 0.")
    assert "<Done>true</Done>" in reply


def test_errors_of_a_transport_are_completed_or_passed_on() -> None:
    client = _client(FakeTransport(ReadTimeout("slow")))
    with pytest.raises(ReadTimeout, match=r"^Ping: slow") as caught:
        client.ping()
    assert caught.value.endpoint == "http://shop.test/orders"
    assert caught.value.http_status is None
    call: Callable[[], None] = _client(FakeTransport(RuntimeError("mine"))).ping
    with pytest.raises(RuntimeError, match=r"^mine$"):
        call()
