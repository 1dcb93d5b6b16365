"""Imports of a WSDL: followed, read once, never fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import NAMESPACE, OPEN, name, write, wsdl
from tests.unit.reader.imported_schemas import COMMON, ID, common, imports
from typedsoap.contract import ComplexType, QName
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

pytestmark = pytest.mark.usefixtures("no_network")


def test_import_of_a_file_beside(tmp_path: Path) -> None:
    write(tmp_path, common(ID), "types/my common.xsd")
    documents = load(
        write(tmp_path, imports("types/my%20common.xsd")), display="wsdl/orders.wsdl"
    )
    assert [found.display for found in documents.schemas] == [
        "wsdl/orders.wsdl",
        "wsdl/types/my common.xsd",
    ]
    contract, _ = read_contract(documents)
    assert QName(COMMON, "Id") in contract.schema.types
    assert contract.schema.namespaces == (COMMON, NAMESPACE)


def test_cyclic_imports_are_read_once(tmp_path: Path) -> None:
    back = f'<xs:import namespace="{NAMESPACE}" schemaLocation="../b.xsd"/>'
    there = f'<xs:import namespace="{COMMON}" schemaLocation="./types/a.xsd"/>'
    write(tmp_path, common(back + ID), "types/a.xsd")
    write(tmp_path, common(there, NAMESPACE), "b.xsd")
    documents = load(write(tmp_path, imports("types/a.xsd")))
    assert len(documents.schemas) == 3
    read_contract(documents)


def test_wsdl_that_imports_itself(tmp_path: Path) -> None:
    first = f'<wsdl:import namespace="{NAMESPACE}" location="orders.wsdl"/>'
    documents = load(write(tmp_path, wsdl(first=first)))
    assert len(documents.definitions) == 1
    read_contract(documents)


def test_wsdl_in_two_files(tmp_path: Path) -> None:
    whole = wsdl()
    abstract = whole[: whole.index("<wsdl:binding")] + "</wsdl:definitions>"
    rest = whole[whole.index("<wsdl:binding") :]
    first = f'<wsdl:import namespace="{NAMESPACE}" location="abstract.wsdl"/>'
    write(tmp_path, abstract, "abstract.wsdl")
    split, _ = read_contract(load(write(tmp_path, f"{OPEN}{first}{rest}")))
    one, _ = read_contract(load(write(tmp_path, whole)))
    assert split == one


def test_import_with_backslashes(tmp_path: Path) -> None:
    write(tmp_path, common(ID), "types/common.xsd")
    documents = load(write(tmp_path, imports("types\\common.xsd")), display="a.wsdl")
    assert [found.display for found in documents.schemas] == [
        "a.wsdl",
        "types/common.xsd",
    ]


def test_wsdl_import_of_a_schema(tmp_path: Path) -> None:
    write(tmp_path, common(ID), "common.xsd")
    first = f'<wsdl:import namespace="{COMMON}" location="common.xsd"/>'
    contract, _ = read_contract(load(write(tmp_path, wsdl(first=first))))
    assert QName(COMMON, "Id") in contract.schema.types


def test_include_takes_the_namespace_on(tmp_path: Path) -> None:
    content = (
        f"{ID}<xs:complexType name='Item'><xs:sequence>"
        "<xs:element name='id' type='Id'/></xs:sequence></xs:complexType>"
    )
    write(tmp_path, common(content, ""), "items.xsd")
    include = '<xs:include schemaLocation="items.xsd"/>'
    text = wsdl().replace("<xs:element", f"{include}<xs:element", 1)
    documents = load(write(tmp_path, text))
    contract, _ = read_contract(documents)
    item = contract.schema.types[name("Item")]
    assert isinstance(item, ComplexType)
    assert [found.type for found in item.own_elements()] == [name("Id")]
    _, (_, standalone) = schema_texts(documents)
    assert f'xmlns:n1="{NAMESPACE}"'.encode() in standalone
    assert b'type="n1:Id"' in standalone
    assert f'targetNamespace="{NAMESPACE}"'.encode() in standalone


def test_import_without_location_means_an_inline_schema(tmp_path: Path) -> None:
    statement = f'<xs:import namespace="{COMMON}"/>'
    user = f'{statement}<xs:element name="E" xmlns:c="{COMMON}" type="c:Id"/>'
    inline = f'<xs:schema targetNamespace="{COMMON}">{ID}</xs:schema>'
    text = (
        wsdl()
        .replace("<wsdl:types>", f"<wsdl:types>{inline}")
        .replace("<xs:element", f"{user}<xs:element", 1)
    )
    contract, _ = read_contract(load(write(tmp_path, text)))
    assert contract.schema.elements[name("E")].type == QName(COMMON, "Id")


@pytest.mark.parametrize(
    "namespace",
    [
        "http://www.w3.org/2001/XMLSchema",
        "http://www.w3.org/XML/1998/namespace",
        "http://schemas.xmlsoap.org/soap/encoding/",
    ],
)
def test_well_known_namespace_needs_no_file(namespace: str, tmp_path: Path) -> None:
    text = imports("http://localhost:9/well-known.xsd", namespace)
    read_contract(load(write(tmp_path, text)))


def test_digest_is_over_all_files(tmp_path: Path) -> None:
    write(tmp_path, common(ID), "common.xsd")
    path = write(tmp_path, imports("common.xsd"))
    before = load(path).digest
    assert load(path).digest == before
    write(tmp_path, common(ID + " "), "common.xsd")
    assert load(path).digest != before
