"""Clients of ports whose policies demand what a client does not do: it sends none of it."""

from __future__ import annotations

from importlib import import_module

import pytest
from lxml import etree

from tests.unit.messages.packages import ENDPOINT, Package, Zeep

CASE = "policies-demanded"
NS = 'xmlns:n1="urn:example:orders"'
REQUEST = f"<n1:Place {NS}><n1:Item>Bolt</n1:Item></n1:Place>"
REPLY = f"<n1:PlaceResponse {NS}><n1:Number>4</n1:Number></n1:PlaceResponse>"
ENVELOPES = {
    "OrdersPlain": "http://schemas.xmlsoap.org/soap/envelope/",
    "OrdersSigned": "http://www.w3.org/2003/05/soap-envelope",
}


@pytest.mark.parametrize("port", ENVELOPES)
def test_only_the_body_is_sent(port: str, package: Package) -> None:
    package.serve(package.application(place=lambda given: len(given.item)))
    with package.orders.OrdersClient(ENDPOINT, port=port, transport=package) as client:
        assert client.place(item="Bolt") == 4
    assert package.body() == REQUEST
    assert package.body(package.answer.body) == REPLY
    envelope = etree.fromstring(package.sent)
    assert [child.tag for child in envelope] == [f"{{{ENVELOPES[port]}}}Body"]


def test_the_port_type_of_attachments(package: Package) -> None:
    name = f"{package.orders.__name__}_images"

    class Handler:
        def scan(self, *, item: str) -> int:
            return len(item)

    server, module = import_module(f"{name}.server"), import_module(name)
    package.serve(server.ImagesApplication(Handler(), strict=True))
    with module.ImagesClient(ENDPOINT, transport=package) as client:
        assert client.scan(item="Bolt") == 4
    assert package.body() == REQUEST
    assert [child.tag for child in etree.fromstring(package.sent)] == [
        f"{{{ENVELOPES['OrdersPlain']}}}Body"
    ]


def test_zeep_sends_and_reads_the_same(package: Package) -> None:
    zeep = Zeep(package, place=lambda given: len(given.item))
    assert package.body(zeep.request("Place", "Bolt")) == REQUEST
    assert zeep.service.Place("Bolt") == 4
