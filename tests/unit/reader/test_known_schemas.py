"""Imports of well-known namespaces: answered by the tool's own schemas, never fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.schema_validation import schema_of
from tests.support.wsdl_texts import (
    NAMESPACE,
    codes,
    errors,
    name,
    read,
    write,
    wsdl,
    xs,
)
from typedsoap.contract import XML_NAMESPACE, XSD_NAMESPACE, ComplexType, QName
from typedsoap.contract.encodings import SOAP_ENCODINGS
from typedsoap.source.documents import load
from typedsoap.source.known_schemas import KNOWN_NAMESPACES, known_schema
from typedsoap.wsdl.reading import read_contract

WSA = "http://www.w3.org/2005/08/addressing"
REMOTE = 'schemaLocation="http://localhost:9/any.xsd"'

pytestmark = pytest.mark.usefixtures("no_network")


def importing(namespace: str, attributes: str = "", content: str = "") -> str:
    statement = f'<xs:import namespace="{namespace}" {attributes}/>'
    types = f"{statement}{content}"
    return wsdl().replace("<xs:element", f"{types}<xs:element", 1)


@pytest.mark.parametrize("namespace", sorted(KNOWN_NAMESPACES))
def test_every_schema_is_valid_and_is_read(namespace: str, tmp_path: Path) -> None:
    document = known_schema(namespace)
    schema_of(write(tmp_path, importing(namespace)))
    assert document.node.attribute("targetNamespace") == namespace
    contract = read(tmp_path, importing(namespace))
    assert set(contract.schema.namespaces) - KNOWN_NAMESPACES == {NAMESPACE}
    assert namespace in contract.schema.namespaces
    declared = [
        QName(namespace, str(node.attribute("name")))
        for node in document.node.children(XSD_NAMESPACE, "element")
    ]
    for found in declared:
        assert found in contract.schema.elements


@pytest.mark.parametrize(
    "location",
    ["", REMOTE, 'schemaLocation="//localhost/a"', 'schemaLocation="absent.xsd"'],
)
def test_an_import_without_a_file(location: str, tmp_path: Path) -> None:
    content = f'<xs:element name="E" xmlns:a="{WSA}" type="a:AttributedURIType"/>'
    contract = read(tmp_path, importing(WSA, location, content))
    assert contract.schema.elements[name("E")].type == QName(WSA, "AttributedURIType")
    relates = contract.schema.types[QName(WSA, "RelatesToType")]
    assert isinstance(relates, ComplexType)
    assert relates.attributes[0].default == f"{WSA}/reply"


def test_a_file_of_the_user_goes_first(tmp_path: Path) -> None:
    own = (
        f'<xs:schema xmlns:xs="{XSD_NAMESPACE}" targetNamespace="{WSA}">'
        '<xs:element name="Own" type="xs:int"/></xs:schema>'
    )
    write(tmp_path, own, "own.xsd")
    contract = read(tmp_path, importing(WSA, 'schemaLocation="own.xsd"'))
    assert contract.schema.elements[QName(WSA, "Own")].type == xs("int")
    assert QName(WSA, "To") not in contract.schema.elements
    beside = importing(WSA, REMOTE).replace("<wsdl:types>", f"<wsdl:types>{own}", 1)
    contract = read(tmp_path, beside)
    assert QName(WSA, "Own") in contract.schema.elements
    assert QName(WSA, "To") not in contract.schema.elements


def test_the_attributes_of_xml_are_the_same_from_everywhere(tmp_path: Path) -> None:
    content = (
        '<xs:complexType name="T"><xs:attributeGroup ref="xml:specialAttrs"/>'
        "</xs:complexType>"
    )
    for location in ("", REMOTE, 'schemaLocation="absent.xsd"'):
        contract = read(tmp_path, importing(XML_NAMESPACE, location, content))
        found = contract.schema.types[name("T")]
        assert isinstance(found, ComplexType)
        assert [a.name.name for a in found.attributes] == [
            "base",
            "lang",
            "space",
            "id",
        ]


@pytest.mark.parametrize("namespace", [XSD_NAMESPACE, *SOAP_ENCODINGS])
def test_what_needs_no_schema(namespace: str, tmp_path: Path) -> None:
    contract = read(tmp_path, importing(namespace, REMOTE))
    assert contract.schema.namespaces == (NAMESPACE,)


def test_they_import_one_another(tmp_path: Path) -> None:
    notification = "http://docs.oasis-open.org/wsn/b-2"
    contract = read(tmp_path, importing(notification, REMOTE))
    fault = QName(notification, "InvalidFilterFault")
    assert fault in contract.schema.elements
    definition = contract.schema.types[QName(notification, "InvalidFilterFaultType")]
    assert isinstance(definition, ComplexType)
    assert definition.base == QName(
        "http://docs.oasis-open.org/wsrf/bf-2", "BaseFaultType"
    )
    assert QName(WSA, "EndpointReferenceType") in contract.schema.types


def test_an_unknown_namespace_is_still_not_fetched(tmp_path: Path) -> None:
    text = importing("urn:example:unknown", REMOTE)
    needing = text.replace(
        'type="xs:string"', 'type="u:Type" xmlns:u="urn:example:unknown"', 1
    )
    assert codes(errors(tmp_path, needing)) == ["TS008"]


def test_one_is_there_once(tmp_path: Path) -> None:
    twice = importing(WSA, REMOTE).replace(
        "<xs:element", f'<xs:import namespace="{WSA}"/><xs:element', 1
    )
    documents = load(write(tmp_path, twice))
    spaces = [found.target_namespace for found in documents.schemas]
    assert spaces == [NAMESPACE, WSA]
    read_contract(documents)
