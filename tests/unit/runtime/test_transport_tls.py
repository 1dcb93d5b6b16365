"""TLS: which certificates are trusted, and which are shown."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest

from tests.unit.runtime.loopback import CERTIFICATE, Server, http, sending, tls_server
from tests.unit.runtime.orders._runtime.errors import (
    ConnectError,
    ConnectTimeout,
    TlsError,
    TransportError,
)
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.transporting import OK, error_of, outcome_of

KEY = CERTIFICATE.with_name("key.pem")


def test_a_certificate_that_nobody_trusts() -> None:
    with Server(sending(http(OK)), tls=tls_server()) as server:
        error = error_of(server, retries=1)
        assert type(error) is TlsError
        assert "no TLS connection: " in str(error)
        assert "certificate" in str(error)
        assert (error.outcome, error.attempts) == ("not_sent", 2)
        assert not server.requests


def test_a_ca_file() -> None:
    with Server(sending(http(OK)), tls=tls_server()) as server:
        for path in (CERTIFICATE, str(CERTIFICATE)):
            assert outcome_of(server, ca_file=path) is None
        trusting = ssl.create_default_context(cafile=CERTIFICATE)
        assert outcome_of(server, ssl_context=trusting) is None
        with OrdersClient(server.url, ca_file=CERTIFICATE) as client:
            for _ in range(3):
                client.place_orders(orders=[])
        assert (len(server.requests), server.connections) == (6, 4)


def test_a_certificate_for_another_host(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(sending(http(OK)), tls=tls_server()) as server:

        def here(*arguments: object, **keywords: object) -> object:
            address = ("127.0.0.1", server.port)
            return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", address)]

        monkeypatch.setattr(socket, "getaddrinfo", here)
        error = error_of(f"https://shop.test:{server.port}/", ca_file=CERTIFICATE)
        assert type(error) is TlsError
        assert "Hostname mismatch" in str(error)
        assert error.outcome == "not_sent"
        for name in ("localhost", "localhost."):
            url = f"https://{name}:{server.port}/"
            assert outcome_of(url, ca_file=CERTIFICATE) is None


def test_a_client_certificate(tmp_path: Path) -> None:
    both = tmp_path / "both.pem"
    both.write_text(CERTIFICATE.read_text() + KEY.read_text())
    context = tls_server()
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(CERTIFICATE)
    with Server(sending(http(OK)), tls=context) as server:
        for given in (both, str(both), (CERTIFICATE, KEY), (str(CERTIFICATE), KEY)):
            error = outcome_of(server, ca_file=CERTIFICATE, client_certificate=given)
            assert error is None
        # TLS 1.3 tells of a missing one when the first reply is read.
        error = error_of(server, ca_file=CERTIFICATE)
        assert isinstance(error, TransportError)
        assert len(server.requests) == 4


def test_a_key_with_a_password_is_not_asked_for(tmp_path: Path) -> None:
    locked = tmp_path / "locked.pem"
    locked.write_text(
        "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
        "DEK-Info: AES-256-CBC,00000000000000000000000000000000\n\n"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
        "-----END EC PRIVATE KEY-----\n"
    )
    with pytest.raises(ValueError, match="has an encrypted key"):
        OrdersClient("https://a.test/", client_certificate=(CERTIFICATE, locked))


def test_a_server_without_tls() -> None:
    with Server(sending(http(OK)), at_once=True) as server:
        error = error_of(server.url.replace("http:", "https:"))
    assert type(error) is TlsError
    assert "no TLS connection: " in str(error)
    assert error.outcome == "not_sent"


def test_a_server_that_resets_the_handshake() -> None:
    def answer(connection: socket.socket, request: bytes) -> None:
        connection.recv(1)
        connection.close()  # with unread bytes: a reset

    with Server(answer, at_once=True) as server:
        error = error_of(server.url.replace("http:", "https:"))
    assert isinstance(error, ConnectError)
    assert not isinstance(error, ConnectTimeout)
    assert error.outcome == "not_sent"
