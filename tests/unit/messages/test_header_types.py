"""Header blocks whose element has a type without a name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from tests.support.goldens import GOLDEN
from tests.support.schema_validation import schema_of
from tests.unit.messages.packages import Package
from tests.unit.messages.two_services import run_of
from typedsoap.pipeline import plan

CASE = "header-anonymous-types"
NS = "urn:example:orders"


def _blocks(package: Package, data: bytes) -> list[bytes]:
    """The header blocks of an envelope as canonical XML, valid by the schema."""
    (header,) = etree.fromstring(data).iterfind("{*}Header")
    for block in header:
        schema_of(package.wsdl).assertValid(etree.ElementTree(block))
    return [etree.tostring(b, method="c14n", exclusive=True) for b in header]


def test_a_block_is_a_record(package: Package) -> None:
    types = package.types
    local = types.Localization(
        language="no", zone=types.LocalizationZone(name="Oslo", offset=1)
    )
    got: list[Any] = []

    def load(given: Any) -> Any:
        call = package.current_call()
        got.append((given.id, call.request_headers.localization))
        call.reply_headers.localization = types.Localization(
            zone=types.LocalizationZone(name="Bergen")
        )
        return "text"

    client = package.client(load=load).with_headers(localization=local)
    reply = client.with_response.load(id=1)
    assert got == [(1, local)]
    assert reply.value == "text"
    assert reply.headers.localization == types.Localization(
        zone=types.LocalizationZone(name="Bergen")
    )
    assert _blocks(package, package.sent) == [
        f'<n1:Localization xmlns:n1="{NS}"><n1:Language>no</n1:Language>'
        '<n1:Zone offset="1"><n1:Name>Oslo</n1:Name></n1:Zone></n1:Localization>'.encode()
    ]
    assert _blocks(package, package.answer.body) == [
        f'<n1:Localization xmlns:n1="{NS}"><n1:Zone><n1:Name>Bergen</n1:Name></n1:Zone>'
        "</n1:Localization>".encode()
    ]


def test_a_block_that_is_left_out(package: Package) -> None:
    package.client(load=lambda _: "").load(id=1)
    assert b"Localization" not in package.sent


def test_blocks_that_two_services_define_differently(tmp_path: Path) -> None:
    text = (GOLDEN / CASE / "in.wsdl").read_text("utf-8")
    language = '<xs:element name="Language" type="xs:string" minOccurs="0"/>'
    assert language in text
    made = plan(run_of(tmp_path, text, text.replace(language, "")))
    assert made.diagnostics == ()
    types = {name: text.decode() for name, text in made.files.files.items()}
    assert "language: " in types["sample/types/orders/localization.py"]
    assert "language: " not in types["sample/types/orders/second_localization.py"]
    assert "SecondLocalization | None" in types["sample/second/headers.py"]
