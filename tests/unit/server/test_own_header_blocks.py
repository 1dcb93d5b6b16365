"""A transport of one's own that adds what a policy demands (docs/messages.md, Policies)."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from lxml import etree

from services86.errors import ClientClosed, SoapFault
from services86.messaging import MessagingClient
from services86.messaging.server import MessagingApplication
from services86.transport import HttpRequest, HttpResponse, Urllib3Transport
from tests.support.mock_server import serving
from tests.support.wsgi import InProcess
from tests.unit.server.fakes import ENDPOINT, Recorder

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WSSE = (
    "http://docs.oasis-open.org/wss/2004/01/"
    "oasis-200401-wss-wssecurity-secext-1.0.xsd"
)


def with_credentials(body: bytes, must_understand: str = "0") -> bytes:
    """An envelope with one more block, which holds credentials."""
    envelope = etree.fromstring(body)
    header = envelope.find(f"{{{SOAP}}}Header")
    if header is None:
        header = etree.Element(f"{{{SOAP}}}Header")
        envelope.insert(0, header)
    block = etree.SubElement(header, f"{{{WSSE}}}Security")
    block.set(f"{{{SOAP}}}mustUnderstand", must_understand)
    token = etree.SubElement(block, f"{{{WSSE}}}UsernameToken")
    etree.SubElement(token, f"{{{WSSE}}}Username").text = "ann"
    return etree.tostring(envelope)


class WithCredentials(InProcess):
    """Adds a block with credentials to each request, and keeps what was sent."""

    def __init__(self, handler: Recorder, must_understand: str) -> None:
        super().__init__(MessagingApplication(handler), valid=False)
        self.must_understand = must_understand
        self.sent: list[bytes] = []

    def send(self, request: HttpRequest) -> HttpResponse:
        self.sent.append(with_credentials(request.body, self.must_understand))
        return super().send(replace(request, body=self.sent[-1]))


class OverHttp:
    """Adds the same block, and sends through the built-in transport."""

    def __init__(self) -> None:
        self._http = Urllib3Transport()

    def send(self, request: HttpRequest) -> HttpResponse:
        return self._http.send(replace(request, body=with_credentials(request.body)))

    def close(self) -> None:
        self._http.close()


def test_the_built_in_transport_sends_the_block() -> None:
    handler = Recorder()
    with serving({"/orders": MessagingApplication(handler)}) as url:
        client = MessagingClient(f"{url}/orders", transport=OverHttp())
        assert client.get_plugins() == []
        client.close()
        with pytest.raises(ClientClosed):
            client.get_plugins()


def test_the_built_in_transport_is_imported_when_it_is_asked_for() -> None:
    program = (
        "import sys, services86.transport as t; before = 'urllib3' in sys.modules;"
        "t.Urllib3Transport; print(before, 'urllib3' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "False True\n"


def test_a_block_beside_those_of_the_client() -> None:
    transport = WithCredentials(Recorder(), "0")
    assert MessagingClient(ENDPOINT, transport=transport).get_plugins() == []
    (sent,) = transport.sent
    header, _ = etree.fromstring(sent)
    assert header[-1].findtext(f".//{{{WSSE}}}Username") == "ann"


def test_the_server_sees_the_block() -> None:
    transport = WithCredentials(Recorder(), "1")
    with pytest.raises(SoapFault) as caught:
        MessagingClient(ENDPOINT, transport=transport).get_plugins()
    assert caught.value.code == "MustUnderstand"
