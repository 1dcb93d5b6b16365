"""A port type that SOAP 1.1 and SOAP 1.2 ports offer: one client, told its port."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from lxml import etree

from tests.support.wsgi import SOAP, call
from tests.unit.messages.packages import Package, Zeep

CASE = "ports-of-both-versions"
SOAP_12 = "http://www.w3.org/2003/05/soap-envelope"
NS = "urn:example:orders"
VERSIONS = {"OrdersSoap": SOAP, "OrdersSoap12": SOAP_12}
TYPES = {"OrdersSoap": "text/xml", "OrdersSoap12": "application/soap+xml"}
PLACE = f'<Place xmlns="{NS}"><Item>Bolt</Item></Place>'


def lengths(given: Any) -> list[int]:
    return [len(given.item)]


def sold_out(package: Package) -> Any:
    def method(given: object) -> None:
        raise package.errors.SoldOut(3, "gone", "Client")

    return method


def client(package: Package, **options: Any) -> Any:
    return package.orders.OrdersClient(transport=package, strict=True, **options)


@pytest.mark.parametrize("port", VERSIONS)
def test_one_application_serves_both(port: str, package: Package) -> None:
    package.serve(package.application(place=lengths))
    with client(package, port=port) as made:
        assert made.place(item="Bolt") == [4]
        copy = made.with_options(timeout=5.0).with_headers(locale="nb")
        assert copy.place(item="Nut") == [3]
    for data in (package.sent, package.answer.body):
        assert etree.QName(etree.fromstring(data)).namespace == VERSIONS[port]
    assert package.answer.headers["Content-Type"].startswith(TYPES[port])


def test_soap_1_1_is_the_default(package: Package) -> None:
    package.serve(package.application(place=lengths))
    client(package).place(item="Bolt")
    assert etree.QName(etree.fromstring(package.sent)).namespace == SOAP


@pytest.mark.parametrize(
    ("port", "address"),
    [
        ("OrdersSoap", "https://orders.example.com/soap"),
        ("OrdersSoap12", "https://orders.example.com/soap12"),
    ],
)
def test_default_endpoint_is_that_of_the_port(
    port: str, address: str, package: Package
) -> None:
    assert repr(client(package, port=port)) == f"<OrdersClient {address}>"
    given = client(package, port=port, endpoint="http://localhost/")
    assert repr(given) == "<OrdersClient http://localhost/>"


def test_a_port_that_there_is_not(package: Package) -> None:
    message = "port must be one of OrdersSoap, OrdersSoap12"
    with pytest.raises(ValueError, match=message):
        client(package, port="OrdersHttp")


@pytest.mark.parametrize(
    ("port", "code", "status"),
    [("OrdersSoap", "Client", 500), ("OrdersSoap12", "Sender", 400)],
)
def test_a_declared_fault(port: str, code: str, status: int, package: Package) -> None:
    package.serve(package.application(place=sold_out(package)))
    with pytest.raises(package.errors.SoldOut) as caught:
        client(package, port=port).place(item="Bolt")
    assert (caught.value.info, caught.value.code) == (3, code)
    assert package.answer.status == status


@pytest.mark.parametrize("port", VERSIONS)
def test_the_other_version_is_no_reply(port: str, package: Package) -> None:
    (other,) = {*VERSIONS.values()} - {VERSIONS[port]}
    data = f'<e:Envelope xmlns:e="{other}"><e:Body/></e:Envelope>'.encode()

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        length = ("Content-Length", str(len(data)))
        start("200 OK", [("Content-Type", TYPES[port]), length])
        return [data]

    package.serve(answer)
    with pytest.raises(
        package.errors.ProtocolError, match=r"SOAP 1\.. envelope, expected SOAP 1\.."
    ):
        client(package, port=port).place(item="Bolt")


@pytest.mark.parametrize("port", VERSIONS)
def test_an_envelope_that_its_content_type_is_not_of(
    port: str, package: Package
) -> None:
    (other,) = {*VERSIONS.values()} - {VERSIONS[port]}
    data = f'<e:Envelope xmlns:e="{other}"><e:Body>{PLACE}</e:Body></e:Envelope>'
    application = package.application(place=lengths)
    answer = call(application, data.encode(), {"Content-Type": TYPES[port]})
    assert (answer.status, b"VersionMismatch" in answer.body) == (500, True)
    root = etree.fromstring(answer.body)
    assert etree.QName(root).namespace == VERSIONS[port]
    offered: list[str] = []
    for found in root.iter(f"{{{SOAP_12}}}SupportedEnvelope"):
        prefix, _, local = found.attrib["qname"].partition(":")
        assert local == "Envelope"
        offered.append(str(found.nsmap[prefix]))
    # SOAP 1.2 part 1, section 5.4.7: in the order of preference.
    assert offered == [SOAP_12, SOAP]


@pytest.mark.parametrize("port", VERSIONS)
def test_zeep_calls_each(port: str, package: Package) -> None:
    zeep = Zeep(package, place=lengths)
    service = zeep.client.bind("Orders", port)
    placed = service.Place(Item="Bolt")
    assert placed.body.Numbers["int"] == [4]
