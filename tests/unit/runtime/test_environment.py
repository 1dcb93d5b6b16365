"""What is taken from the environment: nothing, unless the client is told to trust it."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.unit.runtime.loopback import Server, http, sending
from tests.unit.runtime.orders._runtime.errors import HttpError
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.wire import envelope

OK = http(envelope("<PlaceOrdersResponse/>"))
ANN = b"authorization: basic yw5uonmzy3jlda=="
NETRC = "machine 127.0.0.1 login ann password s3cret\n"


def _netrc(text: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    path = folder / "netrc"
    path.write_text(text)
    monkeypatch.setenv("NETRC", str(path))
    return path


def _proxies(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


def _call(endpoint: str, **options: Any) -> None:
    with OrdersClient(endpoint, timeout=5, **options) as client:
        assert client.place_orders(orders=[]) == []


def test_the_environment_is_not_looked_at(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _netrc(NETRC, monkeypatch, tmp_path)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with Server(sending(OK)) as server:
        _call(server.url)
        assert b"authorization" not in server.requests[0].lower()


def test_netrc_of_the_endpoints_host(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _proxies(monkeypatch)
    _netrc(f"machine other login x password y\n{NETRC}", monkeypatch, tmp_path)
    with Server(sending(OK)) as server:
        _call(server.url, trust_env=True)
        _call(server.url, trust_env=True, http_headers={"authorization": "Bearer b"})
        first, second = (request.lower() for request in server.requests)
    assert ANN in first
    assert second.count(b"authorization") == 1
    assert b"authorization: bearer b" in second


@pytest.mark.parametrize(
    "text",
    [
        "machine other login ann password s3cret\n",
        "default login ann password s3cret\n",
    ],
)
def test_no_other_hosts_credentials(
    text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _proxies(monkeypatch)
    _netrc(text, monkeypatch, tmp_path)
    with Server(sending(OK)) as server:
        _call(server.url, trust_env=True)
        assert b"authorization" not in server.requests[0].lower()


def test_no_netrc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _proxies(monkeypatch)
    monkeypatch.delenv("NETRC", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    with Server(sending(OK)) as server:
        _call(server.url, trust_env=True)
        path = tmp_path / ".netrc"
        path.write_text(NETRC)
        path.chmod(stat.S_IRUSR)
        _call(server.url, trust_env=True)
        first, second = (request.lower() for request in server.requests)
    assert b"authorization" not in first
    assert (ANN in second) is (os.name == "posix")


def test_a_netrc_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _proxies(monkeypatch)
    _netrc("machine a login b s3cret", monkeypatch, tmp_path)
    with pytest.raises(ValueError, match="netrc cannot be used") as caught:
        OrdersClient("http://shop.test/", trust_env=True)
    assert "s3cret" not in str(caught.value)


def test_netrcs_credentials_are_masked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _proxies(monkeypatch)
    _netrc(NETRC, monkeypatch, tmp_path)
    with (
        Server(sending(http(b"no YW5uOnMzY3JldA== here", "401 No"))) as server,
        OrdersClient(server.url, trust_env=True) as client,
        pytest.raises(HttpError) as caught,
    ):
        client.ping()
    assert caught.value.excerpt == "no *** here"
    assert "YW5u" not in repr(vars(client))


@pytest.mark.parametrize("prefix", ["http://", "", "http://ann:s3cret@"])
def test_the_environments_proxy(prefix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(sending(OK)) as proxy:
        address = f"{prefix}127.0.0.1:{proxy.port}"
        _proxies(monkeypatch, http_proxy=address, https_proxy="http://127.0.0.1:1")
        _call("http://shop.invalid/orders", trust_env=True)
        request = proxy.requests[0].lower()
    assert request.startswith(b"post http://shop.invalid/orders http/1.1")
    assert (b"proxy-" + ANN in request) is ("@" in prefix)


def test_the_environments_exceptions(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(sending(OK)) as server:
        _proxies(monkeypatch, http_proxy="http://127.0.0.1:1", no_proxy="127.0.0.1")
        _call(server.url, trust_env=True)


def test_a_given_proxy_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    _proxies(monkeypatch, http_proxy="http://127.0.0.1:1")
    with Server(sending(OK)) as proxy:
        given = f"http://127.0.0.1:{proxy.port}"
        _call("http://shop.invalid/", trust_env=True, proxy=given)
        assert len(proxy.requests) == 1


def test_a_proxy_of_the_environment_that_is_not_usable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _proxies(monkeypatch, https_proxy="socks5://ann:s3cret@127.0.0.1:1")
    with pytest.raises(ValueError, match="HTTPS_PROXY of the environment: ") as caught:
        OrdersClient("https://shop.test/", trust_env=True)
    assert "s3cret" not in str(caught.value)
