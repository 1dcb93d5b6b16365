"""A client's options: their defaults, what they refuse, and what copies change."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import pytest

from tests.unit.runtime.orders._runtime.errors import ProtocolError, SoapError
from tests.unit.runtime.orders._runtime.options import Options
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.wire import FakeTransport, envelope

OK = envelope("<PlaceOrdersResponse/>", "<Done>true</Done>")
FOLDER = Path(__file__).parent / "certificates"


def _client(transport: FakeTransport, **options: Any) -> OrdersClient:
    return OrdersClient("http://shop.test/orders", transport=transport, **options)


def _options(client: OrdersClient) -> Options:
    options = vars(client)["_settings"].options
    assert isinstance(options, Options)
    return options


def test_options_are_inherited_and_changed() -> None:
    transport = FakeTransport(
        envelope("<PlaceOrdersResponse><New/></PlaceOrdersResponse>")
    )
    client = _client(transport, timeout=7.0, http_headers={"X-A": "1"})
    client.with_options().place_orders(orders=[])
    client.with_options(timeout=None, http_headers={"X-B": "2"}).place_orders(orders=[])
    first, second = transport.requests
    assert (first.call_timeout, first.headers["X-A"]) == (7.0, "1")
    assert first.timeout is not None
    assert 6.0 < first.timeout <= 7.0
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


def test_limits_travel_with_the_request() -> None:
    transport = FakeTransport(OK)
    client = _client(transport)
    client.place_orders(orders=[])
    client.with_options(
        connect_timeout=2, read_timeout=3, reply_limit=10_000
    ).place_orders(orders=[])
    first, second = transport.requests
    assert (first.connect_timeout, first.read_timeout) == (None, None)
    assert (first.call_timeout, first.reply_limit) == (30.0, 64 * 1024 * 1024)
    assert (second.connect_timeout, second.read_timeout) == (2, 3)
    assert (second.call_timeout, second.reply_limit) == (30.0, 10_000)


def test_the_reply_limit_holds_for_any_transport() -> None:
    client = _client(FakeTransport(OK), reply_limit=len(OK))
    assert client.place_orders(orders=[]) == []
    smaller = client.with_options(reply_limit=len(OK) - 1)
    with pytest.raises(ProtocolError, match="more than reply_limit=") as caught:
        smaller.place_orders(orders=[])
    assert (caught.value.outcome, caught.value.http_status) == ("unknown", 200)


def test_how_replies_are_read_is_inherited_and_changed() -> None:
    client = _client(
        FakeTransport(OK),
        illegal_characters="replace",
        understood_headers=["{urn:a}B", "{}C"],
        element_limit=7,
    )
    options = _options(client.with_options(timeout=1))
    assert options.illegal_characters == "replace"
    assert options.understood_headers == {"{urn:a}B", "{}C"}
    assert options.element_limit == 7
    changed = _options(
        client.with_options(
            illegal_characters="refuse", understood_headers=(), element_limit=8
        )
    )
    assert changed.illegal_characters == "refuse"
    assert changed.understood_headers == frozenset()
    assert changed.element_limit == 8


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
        ({"timeout": 0}, "timeout must be a number above 0"),
        ({"timeout": "3"}, "timeout must be a number above 0 or None, got '3'"),
        ({"retries": "1"}, "retries must be an integer of 0 or more, got '1'"),
        ({"http_headers": {"X-A": 1}}, "the HTTP header X-A must be a text"),
        ({"http_headers": {1: "a"}}, "not the name of an HTTP header: 1"),
        ({"understood_headers": [1]}, "understood_headers holds 1, expected"),
        ({"timeout": -1.0}, "timeout must be a number above 0"),
        ({"timeout": float("nan")}, "timeout must be a number above 0"),
        ({"timeout": float("inf")}, "timeout must be a number above 0"),
        (
            {"connect_timeout": 0},
            "connect_timeout must be a number above 0 or None, got 0",
        ),
        (
            {"read_timeout": -0.5},
            "read_timeout must be a number above 0 or None, got -0.5",
        ),
        ({"retries": -1}, "retries must be an integer of 0 or more, got -1"),
        ({"reply_limit": 0}, "reply_limit must be an integer of 1 or more, got 0"),
        ({"element_limit": 0}, "element_limit must be an integer of 1 or more, got 0"),
        (
            {"illegal_characters": "ignore"},
            "illegal_characters must be 'refuse' or 'replace', got 'ignore'",
        ),
        ({"understood_headers": "{urn:a}B"}, "a collection of names, not one"),
        ({"understood_headers": ["B"]}, r"holds 'B', expected '\{namespace\}local'"),
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
        {"ca_file": FOLDER / "certificate.pem"},
        {"client_certificate": FOLDER / "certificate.pem"},
        {"trust_env": True},
    ):
        with pytest.raises(ValueError, match="belong to the built-in transport"):
            _client(FakeTransport(), **options)


def test_a_context_excludes_files() -> None:
    for name in ("ca_file", "client_certificate"):
        options: dict[str, Any] = {name: FOLDER / "certificate.pem"}
        with pytest.raises(ValueError, match="exclude ssl_context"):
            OrdersClient(
                "https://shop.test/",
                ssl_context=ssl.create_default_context(),
                **options,
            )


@pytest.mark.parametrize("name", ["ca_file", "client_certificate"])
def test_files_that_are_not_usable(name: str, tmp_path: Path) -> None:
    odd = tmp_path / "odd.pem"
    odd.write_text("no certificate")
    for path in (tmp_path / "missing.pem", odd):
        options: dict[str, Any] = {name: path}
        with pytest.raises(ValueError, match=f"{name} cannot be used: "):
            OrdersClient("https://shop.test/", **options)
