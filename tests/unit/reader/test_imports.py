"""Imports of a WSDL: followed, read once, never fetched."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    MESSAGES,
    NAMESPACE,
    OPEN,
    PORT_TYPE,
    codes,
    errors,
    failures,
    line_of,
    name,
    schema,
    write,
    wsdl,
    xs,
)
from typedsoap.contract import ComplexType, QName
from typedsoap.errors import Location
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.source.limits import Limits
from typedsoap.wsdl.reading import read_contract

COMMON = "urn:example:common"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the reader used the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def imports(location: str, namespace: str = COMMON) -> str:
    """A WSDL whose schema imports another."""
    statement = f'<xs:import namespace="{namespace}" schemaLocation="{location}"/>\n'
    plain = wsdl()
    return plain.replace("<xs:element", f"\n{statement}<xs:element", 1)


def needing(location: str) -> str:
    """One whose operation needs a type of the schema that is imported."""
    used = f'type="c:Id" xmlns:c="{COMMON}"'
    return imports(location).replace('type="xs:string"', used, 1)


def common(content: str = '<xs:simpleType name="Id"/>', namespace: str = COMMON) -> str:
    """A schema document."""
    target = f'targetNamespace="{namespace}"' if namespace else ""
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {target}>'
        f"{content}</xs:schema>"
    )


ID = '<xs:simpleType name="Id"><xs:restriction base="xs:string"/></xs:simpleType>'


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


def test_missing_import(tmp_path: Path) -> None:
    text = needing("absent.xsd")
    (found,) = errors(tmp_path, text)
    assert found.code == "TS001"
    assert found.where == Location("orders.wsdl", line_of(text, "<xs:import"))
    assert "'absent.xsd' does not exist" in found.message


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://localhost:9/common.xsd", "TS008"),
        ("https://localhost:9/common.xsd", "TS008"),
        ("HTTP://localhost:9/common.xsd", "TS008"),
        ("ftp://localhost/common.xsd", "TS008"),
        ("//localhost/common.xsd", "TS008"),
        ("file:///etc/hostname", "TS009"),
        ("urn:example:common", "TS009"),
        ("jar:common.xsd", "TS009"),
        ("C:/common.xsd", "TS009"),
        ("/etc/hostname", "TS009"),
        ("%2Fetc/hostname", "TS009"),
        ("\\\\server\\common.xsd", "TS009"),
        ("http://[", "TS009"),
        ("", "TS009"),
        ("#part", "TS009"),
        ("a%00b.xsd", "TS009"),
    ],
)
def test_location_that_is_no_local_file(
    location: str, code: str, tmp_path: Path
) -> None:
    text = needing(location)
    (found,) = errors(tmp_path, text)
    assert found.code == code
    assert found.where == Location("orders.wsdl", line_of(text, "<xs:import"))


def test_bad_imported_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, "<a>\n<b></a>", "types/bad.xsd")
    write(tmp_path, "<a/>", "types/other.xsd")
    text = imports("types/bad.xsd")
    (found,) = errors(tmp_path, text)
    assert found.code == "TS002"
    assert found.where == Location("types/bad.xsd", 2)
    (found,) = errors(tmp_path, imports("types/other.xsd"))
    assert found.code == "TS013"
    assert "not an XML Schema" in found.message


def test_every_bad_import_is_reported(tmp_path: Path) -> None:
    one, two = (
        f'<xs:import namespace="urn:{n}" schemaLocation="{n}.xsd"/>' for n in "ab"
    )
    text = wsdl(
        types='<xs:element name="Other" type="b:T" xmlns:b="urn:b"/>',
        messages=MESSAGES.replace("tns:PlaceResponse", "tns:Other"),
    ).replace('type="xs:string"', 'type="a:T" xmlns:a="urn:a"', 1)
    text = text.replace("<xs:element", f"{one}\n{two}<xs:element", 1)
    assert codes(errors(tmp_path, text)) == ["TS001", "TS001"]


def test_import_with_wrong_namespace_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path, common(ID, "urn:example:other"), "common.xsd")
    _, (found,) = read_contract(load(write(tmp_path, imports("common.xsd"))))
    assert found.code == "TS013"
    assert found.severity == "warning"


@pytest.mark.parametrize("statement", ["<wsdl:import/>", "<xs:include/>"])
def test_statement_without_location(statement: str, tmp_path: Path) -> None:
    text = (
        wsdl(first=statement)
        if "wsdl" in statement
        else wsdl(schemas=schema(statement))
    )
    assert codes(errors(tmp_path, text)) == ["TS101"]


def test_number_of_files_is_limited(tmp_path: Path) -> None:
    for number in range(Limits().files + 1):
        statement = (
            f'<xs:import namespace="{COMMON}" schemaLocation="{number + 1}.xsd"/>'
        )
        write(tmp_path, common(statement), f"{number}.xsd")
    found = failures(write(tmp_path, imports("0.xsd")))
    assert codes(found) == ["TS007"]
    assert found[0].where == Location(f"{Limits().files - 2}.xsd", 1)


def test_digest_is_over_all_files(tmp_path: Path) -> None:
    write(tmp_path, common(ID), "common.xsd")
    path = write(tmp_path, imports("common.xsd"))
    before = load(path).digest
    assert load(path).digest == before
    write(tmp_path, common(ID + " "), "common.xsd")
    assert load(path).digest != before


def test_reference_into_a_schema_that_is_not_here(tmp_path: Path) -> None:
    text = wsdl().replace("<xs:schema ", f'<xs:schema xmlns:c="{COMMON}" ')
    text = text.replace('type="xs:string"', 'type="c:Id"', 1)
    (found,) = errors(tmp_path, text)
    assert found.code == "TS106"
    assert found.hint is not None
    assert f"no schema here has the target namespace '{COMMON}'" in found.hint


def test_schema_texts_stand_alone(tmp_path: Path) -> None:
    write(tmp_path, common(ID), "common.xsd")
    documents = load(write(tmp_path, imports("common.xsd")))
    texts = schema_texts(documents)
    assert [uri for uri, _ in texts] == [
        "urn:typedsoap:schema:1",
        "urn:typedsoap:schema:2",
    ]
    assert b"schemaLocation" not in texts[0][1]
    assert schema_texts(documents) == texts
    assert xs("string").namespace.encode() in texts[1][1]
    assert PORT_TYPE.encode() not in texts[0][1]


def test_schema_texts_have_what_declares_something_alone(tmp_path: Path) -> None:
    content = (
        "<xs:complexType name='T'><xs:annotation><xs:appinfo><gone xmlns='urn:a'/>"
        "</xs:appinfo><xs:annotation/></xs:annotation>a text<xs:sequence>"
        "<wsdl:documentation>no</wsdl:documentation>"
        "<xs:element name='E' type='xs:int' targetNamespace='urn:a'><gone xmlns='urn:a'>"
        "<xs:element name='F'/></gone></xs:element></xs:sequence></xs:complexType>"
    )
    ((_, text),) = schema_texts(load(write(tmp_path, wsdl(types=content))))
    assert b'name="E"' in text
    assert text.count(b"targetNamespace") == 1
    assert not [
        word
        for word in (b"gone", b'"F"', b"documentation>", b"a text", b"annotation")
        if word in text
    ]
