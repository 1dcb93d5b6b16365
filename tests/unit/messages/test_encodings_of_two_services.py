"""Services of one package in the encodings of SOAP 1.1 and of SOAP 1.2."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support.goldens import GOLDEN
from tests.unit.messages.two_services import Answering, imported_services, run_of
from typedsoap.contract import SOAP_12_ENCODING, SOAP_ENCODING
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import plan

FIRST = (GOLDEN / "rpc-encoded" / "in.wsdl").read_text("utf-8")
STYLE = f'encodingStyle="{SOAP_ENCODING}"'
SECOND = FIRST.replace(STYLE, f'encodingStyle="{SOAP_12_ENCODING}"')
DAY = date(2026, 11, 26)
ANSWER = (
    '<r:StoreResponse xmlns:r="urn:example:orders:rpc"><number>7</number>'
    "</r:StoreResponse>"
)


def test_an_array_is_written_in_one_encoding(tmp_path: Path) -> None:
    with pytest.raises(TypedSoapError) as caught:
        plan(run_of(tmp_path, FIRST, SECOND))
    (found,) = caught.value.diagnostics
    assert found.code == "TS177"
    assert found.where is not None
    assert "{urn:example:orders}Orders" in found.message


def test_structs_are_the_same_in_each(tmp_path: Path) -> None:
    array = '<xs:element name="Orders" type="tns:Orders" minOccurs="0"/>'
    run = run_of(tmp_path, FIRST.replace(array, ""), SECOND.replace(array, ""))
    store = tuple(replace(service, only=("Store",)) for service in run.services)
    with imported_services(replace(run, services=store)) as services:
        first, second = services
        assert first.Order is second.Order
        order = first.Order(number=1, customer=first.Customer(name="Ann"))
        bodies: list[bytes] = []
        for service, style in zip(
            services, (SOAP_ENCODING, SOAP_12_ENCODING), strict=True
        ):
            sink = Answering(ANSWER)
            with service.OrdersClient("http://localhost/", transport=sink) as client:
                values = {"kind": first.Kind.OPEN, "code": "A", "rush": True}
                assert client.store(order=order, due=DAY, **values) == 7
            start = f'<n2:Store soap:encodingStyle="{style}">'
            _, told, end = sink.sent.partition(start.encode())
            assert told
            bodies.append(end)
        assert bodies[0] == bodies[1]
