"""Schemas that would exhaust time, memory or the stack end in an error instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import codes, errors, name, read, wsdl
from typedsoap.contract import ComplexType, Element, Group
from typedsoap.schema_components import MAX_DERIVATION_DEPTH, MAX_GROUP_DEPTH

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
def test_groups_that_multiply(kind: str, tmp_path: Path) -> None:
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


def test_deepest_document(tmp_path: Path) -> None:
    """As deep as the XML parser allows, without the interpreter's own limit."""
    opened = "<xs:sequence><xs:choice>" * 120
    closed = "</xs:choice></xs:sequence>" * 120
    types = f"<xs:complexType name='T'>{opened}{closed}</xs:complexType>"
    found = read(tmp_path, wsdl(types=types)).schema.types[name("T")]
    depth = 0
    assert isinstance(found, ComplexType)
    group = found.content
    while isinstance(group, Group) and group.particles:
        (inner,) = group.particles
        group = inner if isinstance(inner, Group) else None
        depth += 1
    assert depth == 239


def test_deepest_anonymous_types(tmp_path: Path) -> None:
    opened = "<xs:element name='E'><xs:complexType><xs:sequence>" * 80
    closed = "</xs:sequence></xs:complexType></xs:element>" * 80
    element = read(tmp_path, wsdl(types=opened + closed)).schema.elements[name("E")]
    for _ in range(79):
        assert isinstance(element.type, ComplexType)
        (element,) = element.type.own_elements()
    assert isinstance(element, Element)
