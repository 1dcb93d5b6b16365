"""Literal header blocks of encoded messages: read by their own rules."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.support.goldens import GOLDEN
from tests.support.wsgi import InProcess
from tests.unit.messages.two_services import imported_services, run_of

CASE = GOLDEN / "encoded-headers-and-faults"
ENCODED = (CASE / "in.wsdl").read_text("utf-8")
ROLES = '<xs:element name="Roles" type="tns:Words" minOccurs="0"/>'
REPEATED = '<xs:element name="Roles" type="xs:string" maxOccurs="unbounded"/>'
STYLE = 'encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"'


def literal_headers() -> str:
    """The WSDL with literal header blocks, one with elements of one name."""
    text = ENCODED.replace(
        'targetNamespace="urn:example:orders">\n      <xs:import',
        'targetNamespace="urn:example:orders" elementFormDefault="qualified">'
        "\n      <xs:import",
    )
    assert ROLES in text
    text = text.replace(ROLES, REPEATED)
    for part in ("session", "locale", "quota", "expired"):
        text = text.replace(
            f'part="{part}" use="encoded"', f'part="{part}" use="literal"'
        )
    return text


def test_elements_of_one_name(tmp_path: Path) -> None:
    text = literal_headers()
    seen: list[Any] = []
    with imported_services(run_of(tmp_path, text, text)) as (first, _):
        server = import_module("sample.first.server")

        def order(*, number: int) -> str:
            current = server.current_call()
            seen.append((number, current.request_headers.session))
            return "A"

        application = server.OrdersApplication(
            SimpleNamespace(order=order), strict=True
        )
        transport = InProcess(application, valid=False)
        session = first.Session(user="ann", roles=["buyer", "seller"])
        with first.OrdersClient(
            "http://localhost/", transport=transport, session=session
        ) as client:
            assert client.order(number=7) == "A"
    assert seen == [(7, session)]
