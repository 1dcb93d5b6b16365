"""A transport of one's own that adds what a policy demands (docs/messages.md, Policies)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from services86.errors import SoapFault
from services86.messaging import MessagingClient
from services86.messaging.server import MessagingApplication
from services86.transport import HttpRequest, HttpResponse
from tests.support.wsgi import InProcess
from tests.unit.server.fakes import ENDPOINT, Recorder

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
WSSE = (
    "http://docs.oasis-open.org/wss/2004/01/"
    "oasis-200401-wss-wssecurity-secext-1.0.xsd"
)


class WithCredentials(InProcess):
    """Adds a block with credentials to each request, and keeps what was sent."""

    def __init__(self, handler: Recorder, must_understand: str) -> None:
        super().__init__(MessagingApplication(handler), valid=False)
        self.must_understand = must_understand
        self.sent: list[bytes] = []

    def send(self, request: HttpRequest) -> HttpResponse:
        envelope = etree.fromstring(request.body)
        header = envelope.find(f"{{{SOAP}}}Header")
        if header is None:
            header = etree.Element(f"{{{SOAP}}}Header")
            envelope.insert(0, header)
        block = etree.SubElement(header, f"{{{WSSE}}}Security")
        block.set(f"{{{SOAP}}}mustUnderstand", self.must_understand)
        token = etree.SubElement(block, f"{{{WSSE}}}UsernameToken")
        etree.SubElement(token, f"{{{WSSE}}}Username").text = "ann"
        self.sent.append(etree.tostring(envelope))
        return super().send(replace(request, body=self.sent[-1]))


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
