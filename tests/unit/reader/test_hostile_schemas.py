"""Schemas that would exhaust time, memory or the stack end in an error instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import codes, errors, name, read, wsdl
from typedsoap.contract import ComplexType, Schema
from typedsoap.contract.fingerprint import contract_fingerprint
from typedsoap.schema import components as schema_components
from typedsoap.schema.components import (
    MAX_DERIVATION_DEPTH,
    MAX_GROUP_DEPTH,
    MAX_NESTING,
)
from typedsoap.support.operations import unsupported

CIRCLES = {
    "extension": (
        "<xs:complexType name='A'><xs:complexContent><xs:extension base='tns:B'/>"
        "</xs:complexContent></xs:complexType>"
        "<xs:complexType name='B'><xs:complexContent><xs:extension base='tns:A'/>"
        "</xs:complexContent></xs:complexType>"
    ),
    "itself": (
        "<xs:complexType name='A'><xs:complexContent><xs:extension base='tns:A'/>"
        "</xs:complexContent></xs:complexType>"
    ),
    "restriction": (
        "<xs:simpleType name='A'><xs:restriction base='tns:B'/></xs:simpleType>"
        "<xs:simpleType name='B'><xs:restriction base='tns:A'/></xs:simpleType>"
    ),
    "list": "<xs:simpleType name='A'><xs:list itemType='tns:A'/></xs:simpleType>",
    "union": (
        "<xs:simpleType name='A'><xs:union memberTypes='xs:int'><xs:simpleType>"
        "<xs:list itemType='tns:A'/></xs:simpleType></xs:union></xs:simpleType>"
    ),
    "substitution": (
        "<xs:element name='A' substitutionGroup='tns:B'/>"
        "<xs:element name='B' substitutionGroup='tns:A'/>"
    ),
    "attribute group": (
        "<xs:attributeGroup name='A'><xs:attributeGroup ref='tns:A'/></xs:attributeGroup>"
    ),
    "group": (
        "<xs:group name='A'><xs:sequence><xs:group ref='tns:B'/></xs:sequence></xs:group>"
        "<xs:group name='B'><xs:choice><xs:group ref='tns:A'/></xs:choice></xs:group>"
    ),
}


@pytest.mark.parametrize("circle", CIRCLES)
def test_circular_definition(circle: str, tmp_path: Path) -> None:
    found = errors(tmp_path, wsdl(types=CIRCLES[circle]))
    assert set(codes(found)) == {"TS114"}


def test_recursive_types_are_legal(tmp_path: Path) -> None:
    types = (
        "<xs:complexType name='Tree'><xs:sequence>"
        "<xs:element name='Child' type='tns:Tree' minOccurs='0'/></xs:sequence>"
        "</xs:complexType>"
        "<xs:group name='G'><xs:sequence><xs:element name='E' minOccurs='0'>"
        "<xs:complexType><xs:sequence><xs:element name='T' type='tns:Tree'/>"
        "</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:group>"
    )
    tree = read(tmp_path, wsdl(types=types)).schema.types[name("Tree")]
    assert isinstance(tree, ComplexType)
    assert [child.type for child in tree.own_elements()] == [name("Tree")]


def test_group_that_contains_itself_in_an_anonymous_type(tmp_path: Path) -> None:
    types = (
        "<xs:group name='G'><xs:sequence><xs:element name='E'><xs:complexType>"
        "<xs:group ref='tns:G'/></xs:complexType></xs:element></xs:sequence></xs:group>"
    )
    assert set(codes(errors(tmp_path, wsdl(types=types)))) == {"TS114"}


def chain(kind: str, length: int) -> str:
    """Definitions that each use the next twice, down to one that uses nothing."""
    body = {
        "group": "<xs:group name='{0}'><xs:sequence>{1}</xs:sequence></xs:group>",
        "attributeGroup": "<xs:attributeGroup name='{0}'>{1}</xs:attributeGroup>",
    }[kind]
    return "".join(
        body.format(f"G{n}", f"<xs:{kind} ref='tns:G{n + 1}'/>" * 2 * (n < length))
        for n in range(length + 1)
    )


@pytest.mark.parametrize("kind", ["group", "attributeGroup"])
def test_groups_that_multiply(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema_components, "MAX_RESOLVED", 2_000)
    found = errors(tmp_path, wsdl(types=chain(kind, MAX_GROUP_DEPTH - 2)))
    assert codes(found) == ["TS116"]


def test_groups_nested_too_deep(tmp_path: Path) -> None:
    types = chain("group", 300).replace("/><xs:group ref", "/><xs:annotation ref")
    assert "TS114" in codes(errors(tmp_path, wsdl(types=types)))


def test_derivation_too_deep(tmp_path: Path) -> None:
    def types(length: int) -> str:
        return (
            "".join(
                f"<xs:complexType name='T{n}'><xs:complexContent><xs:extension"
                f" base='tns:T{n + 1}'/></xs:complexContent></xs:complexType>"
                for n in range(length - 1)
            )
            + f"<xs:complexType name='T{length - 1}'/>"
        )

    read(tmp_path, wsdl(types=types(MAX_DERIVATION_DEPTH)))
    found = errors(tmp_path, wsdl(types=types(MAX_DERIVATION_DEPTH + 1)))
    assert codes(found) == ["TS114"]


def everything(folder: Path, types: str) -> Schema:
    """The schema of a WSDL that all later steps have walked over as well."""
    contract = read(folder, wsdl(types=types))
    assert contract == read(folder, wsdl(types=types))
    assert contract_fingerprint(contract)
    assert unsupported(contract).contract.bindings
    return contract.schema


NESTED = {
    "groups": ("<xs:choice>", "</xs:choice>"),
    "anonymous types": (
        "<xs:element name='E'><xs:complexType><xs:sequence>",
        "</xs:sequence></xs:complexType></xs:element>",
    ),
}


@pytest.mark.parametrize("case", NESTED)
def test_nesting_is_limited(case: str, tmp_path: Path) -> None:
    opened, closed = NESTED[case]

    def types(depth: int) -> str:
        inside = opened * (depth - 1) + closed * (depth - 1)
        return (
            f"<xs:complexType name='T'><xs:sequence>{inside}</xs:sequence>"
            "</xs:complexType>"
        )

    assert name("T") in everything(tmp_path, types(MAX_NESTING)).types
    found = errors(tmp_path, wsdl(types=types(MAX_NESTING + 1)))
    assert codes(found) == ["TS114"]
