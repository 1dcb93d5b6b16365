"""The client object: options, copies, closing, whole replies, masking, logging."""

from __future__ import annotations

import logging
import pickle
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


def test_words_of_other_http_headers_are_no_credentials() -> None:
    body = b"a reason: internal problem"
    client = _client(FakeTransport(body), http_headers={"X-Why": "internal problem of"})
    with pytest.raises(SoapError) as caught:
        client.ping()
    assert caught.value.excerpt == body.decode()


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
