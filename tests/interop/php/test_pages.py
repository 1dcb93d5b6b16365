"""What surrounds a SoapServer: printed warnings, codings, lengths, hand-made replies."""

from __future__ import annotations

import pytest

from services86.errors import (
    ConnectionLost,
    HttpError,
    ProtocolError,
    SoapFault,
    TransportError,
)
from services86.messaging import ProviderInfo
from tests.interop.php.server import PhpServer


@pytest.mark.parametrize(
    "scenario",
    [
        # The length that SoapServer has told ends the reply before the warning.
        "warning-after",
        "without-length",
        # Neither compresses for a client that does not ask for it.
        "ob_gzhandler",
        "zlib.output_compression",
        "chunked",
    ],
)
def test_replies_that_are_read(server: PhpServer, scenario: str) -> None:
    with server.messaging(scenario, strict=True) as client:
        assert client.get_plugins() == []
        assert client.get_plugins() == []
    assert len(server.understood()) == 2


def test_gzip_without_being_asked(server: PhpServer) -> None:
    with server.messaging("gzip-always", strict=True) as client:
        reply = client.with_response.get_plugins()
    assert reply.value == []
    assert reply.http.headers["Content-Encoding"] == "gzip"


def test_gzip_around_a_fault(server: PhpServer) -> None:
    scenario = "gzip-of-a-fault"
    with server.messaging(scenario) as client, pytest.raises(SoapFault) as caught:
        client.get_plugins()
    assert caught.value.reason == "Too busy."
    assert caught.value.http_status == 500


def test_a_reply_written_by_hand(server: PhpServer) -> None:
    """A byte order mark, a comment, CDATA, single quotes and white space all around."""
    with server.messaging("by-hand", strict=True) as client:
        assert client.get_plugins() == [
            ProviderInfo(
                name="<sms>",
                supported_messaging_formats=["sms/160"],
                supports_config=True,
            )
        ]


@pytest.mark.parametrize(
    ("scenario", "begins"),
    [
        ("warning-before", "<br /> <b>Warning</b>"),
        ("warning-before-as-text", "Warning: the cache folder is missing"),
        ("warning-after-without-length", "<?xml"),
        ("blank-lines-before", "<?xml"),
        ("exception-around", "<br /> <b>Fatal error</b>"),
        ("html", "<!DOCTYPE html>"),
        # What PHP says of a script that says nothing of its content.
        ("bom-before", "<?xml"),
        ("by-hand-as-html", "<?xml"),
        ("nothing-printed", ""),
    ],
)
def test_pages_that_are_no_reply(server: PhpServer, scenario: str, begins: str) -> None:
    with server.messaging(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_plugins()
    error = caught.value
    assert type(error) is ProtocolError
    assert error.http_status == 200
    assert error.outcome == "unknown"
    assert error.excerpt is not None
    excerpt = " ".join(error.excerpt.lstrip("\ufeff").split())
    assert excerpt.startswith(begins)


def test_a_warning_behind_a_reply_is_named(server: PhpServer) -> None:
    scenario = "warning-after-without-length"
    with server.messaging(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_plugins()
    assert caught.value.message.startswith("something follows the end")


def test_a_fault_behind_a_warning_is_not_guessed_at(server: PhpServer) -> None:
    """A warning makes PHP send status 200 and text/html, and no well-formed XML."""
    scenario = "warning-before-a-fault"
    with server.messaging(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_plugins()
    assert caught.value.outcome == "unknown"
    assert caught.value.excerpt is not None
    assert "Too busy." in caught.value.excerpt


def test_an_exception_around_the_server(server: PhpServer) -> None:
    scenario = "exception-around-hidden"
    with server.messaging(scenario) as client, pytest.raises(HttpError) as caught:
        client.get_plugins()
    assert caught.value.http_status == 500
    assert caught.value.outcome == "unknown"


@pytest.mark.parametrize(
    ("scenario", "status"), [("redirect", 302), ("unauthorized", 401), ("missing", 404)]
)
def test_other_statuses(server: PhpServer, scenario: str, status: int) -> None:
    with server.messaging(scenario) as client, pytest.raises(HttpError) as caught:
        client.get_plugins()
    assert caught.value.http_status == status
    assert caught.value.outcome == "refused"
    # Nothing was followed or tried again.
    assert server.understood() == []


@pytest.mark.parametrize("scenario", ["chunked-cut", "length-too-great"])
def test_a_reply_that_is_cut(server: PhpServer, scenario: str) -> None:
    with server.messaging(scenario) as client, pytest.raises(TransportError) as caught:
        client.get_plugins()
    assert type(caught.value) is ConnectionLost
    assert caught.value.outcome == "unknown"
    # It was done once, and not tried again.
    assert len(server.understood()) == 1


def test_a_length_that_is_too_small(server: PhpServer) -> None:
    """As of a script that measures characters where the web server counts bytes."""
    scenario = "length-too-small"
    with server.messaging(scenario) as client, pytest.raises(ProtocolError) as caught:
        client.get_plugins()
    assert caught.value.outcome == "unknown"
    assert "cut off" in caught.value.message
