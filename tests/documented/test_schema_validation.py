"""The validator itself: it finds what the contracts forbid, in the whole suite."""

from __future__ import annotations

import pytest

from services86.messaging import MessagingClient
from services86.transport import HttpRequest, HttpResponse
from tests.support.infoset import snapshot
from tests.support.schema_validation import assert_valid_envelope, schemas

RICH = "messaging/send_messages.all_members.request"


def test_both_contracts_have_schemas() -> None:
    assert sorted(schemas()) == ["messaging.wsdl", "so_principal.wsdl"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<t:Plugin>sms</t:Plugin>", "<t:Plugins>sms</t:Plugins>"),
        (
            "<t:From>Shop</t:From>\n          <t:To>+4790000000</t:To>",
            "<t:To/><t:From/>",
        ),
        (">-1<", ">none<"),
        (">Filtering<", ">Filter<"),
        (">261<", "><"),
        ("<t:TimeZone>", '<t:TimeZone undeclared="">'),
        ("t:ApplicationToken>", "t:ApplicationTokens>"),
        ("<soap:Body>", "<soap:Other/><soap:Body>"),
        ("<t:SendMessages>", "<t:SendMessages/><t:SendMessages>"),
    ],
)
def test_invalid_envelope_is_found(old: str, new: str) -> None:
    text = snapshot(RICH).decode()
    assert old in text
    with pytest.raises(AssertionError):
        assert_valid_envelope(text.replace(old, new).encode())


def test_fault_is_accepted() -> None:
    assert_valid_envelope(
        b'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
        b"<s:Fault><faultcode>s:Server</faultcode><faultstring/></s:Fault>"
        b"</s:Body></s:Envelope>"
    )


class Tampering:
    """A transport that is never reached."""

    def send(self, request: HttpRequest) -> HttpResponse:
        raise NotImplementedError

    def close(self) -> None:
        """Nothing to release."""


def test_every_request_of_the_suite_is_validated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def encode(*_: object) -> bytes:
        return snapshot(RICH).replace(b"Plugin", b"Plugins")

    monkeypatch.setattr("services86._runtime.calling._encode", encode)
    client = MessagingClient("http://localhost/", transport=Tampering())
    with pytest.raises(AssertionError, match="invalid for every contract"):
        client.get_plugins()
