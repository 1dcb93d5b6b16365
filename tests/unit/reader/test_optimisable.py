"""Binary content for MTOM, which is sent inline."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import codes, line_of, write, wsdl
from typedsoap.errors import Diagnostic, Location
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

MARK = (
    'xmlns:xmime="http://www.w3.org/2005/05/xmlmime"'
    ' xmime:expectedContentTypes="image/png"'
)
ELEMENT = f'\n<xs:element name="Scan" type="xs:base64Binary" {MARK}/>'
TYPE = (
    f'<xs:complexType name="Photo" {MARK}><xs:simpleContent>'
    '<xs:extension base="xs:base64Binary"/></xs:simpleContent></xs:complexType>'
)


def warnings(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    _, found = read_contract(load(write(folder, text), display="orders.wsdl"))
    return found


def test_one_element(tmp_path: Path) -> None:
    text = wsdl(types=ELEMENT)
    (found,) = warnings(tmp_path, text)
    assert found.code == "TS137"
    assert found.where == Location("orders.wsdl", line_of(text, '"Scan"'))
    assert found.message == (
        "the binary content of an element is sent inline, as base64, not in MTOM"
    )


def test_several_are_told_once(tmp_path: Path) -> None:
    (found,) = warnings(tmp_path, wsdl(types=ELEMENT + TYPE))
    assert "each of 2 elements or types" in found.message


def test_a_schema_that_is_included_twice_counts_once(tmp_path: Path) -> None:
    schema = (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{ELEMENT}</xs:schema>'
    )
    write(tmp_path, schema, "scans.xsd")
    include = '<xs:include schemaLocation="scans.xsd"/>'
    text = wsdl().replace("<xs:element", f"{include}<xs:element", 1)
    second = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' targetNamespace="urn:example:second">{include}</xs:schema></wsdl:types>'
    )
    (found,) = warnings(tmp_path, text.replace("</wsdl:types>", second, 1))
    assert "content of an element" in found.message


def test_plain_binary_content_is_no_matter(tmp_path: Path) -> None:
    plain = ELEMENT.replace(MARK, "")
    assert codes(warnings(tmp_path, wsdl(types=plain))) == []
