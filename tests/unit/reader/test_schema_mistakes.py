"""Mistakes in schemas, and redefinitions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    ELEMENTS,
    NAMESPACE,
    codes,
    errors,
    name,
    read,
    wsdl,
    xs,
)

MISTAKES = {
    "group": (
        "<xs:complexType name='T'><xs:group ref='tns:X'/></xs:complexType>",
        "TS113",
    ),
    "attribute": (
        "<xs:complexType name='T'><xs:attribute ref='tns:x'/></xs:complexType>",
        "TS113",
    ),
    "attribute group": (
        "<xs:complexType name='T'><xs:attributeGroup ref='tns:x'/></xs:complexType>",
        "TS113",
    ),
    "element reference": (
        "<xs:complexType name='T'><xs:sequence><xs:element ref='tns:X'/></xs:sequence>"
        "</xs:complexType>",
        "TS107",
    ),
    "head": ("<xs:element name='E' substitutionGroup='tns:X'/>", "TS107"),
    "base": (
        "<xs:complexType name='T'><xs:complexContent><xs:extension base='tns:X'/>"
        "</xs:complexContent></xs:complexType>",
        "TS106",
    ),
    "simple base": (
        "<xs:simpleType name='S'><xs:restriction base='xs:int'/></xs:simpleType>"
        "<xs:complexType name='T'><xs:complexContent><xs:extension base='tns:S'/>"
        "</xs:complexContent></xs:complexType>",
        "TS106",
    ),
    "complex item": (
        "<xs:complexType name='C'/>"
        "<xs:simpleType name='T'><xs:list itemType='tns:C'/></xs:simpleType>",
        "TS106",
    ),
    "union member": (
        "<xs:simpleType name='T'><xs:union memberTypes='xs:int tns:X'/></xs:simpleType>",
        "TS106",
    ),
    "no base": (
        "<xs:simpleType name='T'><xs:restriction/></xs:simpleType>",
        "TS101",
    ),
    "facet without value": (
        "<xs:simpleType name='T'><xs:restriction base='xs:int'><xs:length/>"
        "</xs:restriction></xs:simpleType>",
        "TS101",
    ),
    "empty simple type": ("<xs:simpleType name='T'/>", "TS115"),
    "empty content": (
        "<xs:complexType name='T'><xs:complexContent/></xs:complexType>",
        "TS115",
    ),
    "empty simple content": (
        "<xs:complexType name='T'><xs:simpleContent/></xs:complexType>",
        "TS115",
    ),
    "empty group": ("<xs:group name='G'/>", "TS115"),
    "two groups": (
        "<xs:complexType name='T'><xs:sequence/><xs:sequence/></xs:complexType>",
        "TS115",
    ),
    "redefinition": ("<xs:redefine schemaLocation='self.xsd'/>", "TS001"),
    "array type": (
        "<xs:complexType name='T'><xs:attribute ref='soapenc:arrayType'"
        " wsdl:arrayType='xs:int'/></xs:complexType>",
        "TS104",
    ),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_mistakes(case: str, tmp_path: Path) -> None:
    types, code = MISTAKES[case]
    assert codes(errors(tmp_path, wsdl(types=types, elements=_using(types)))) == [code]


def _using(types: str) -> str:
    """The elements of the small WSDL, with what `types` defines in a message."""
    item = '<xs:element name="Item" type="xs:string"/>'
    assert item in ELEMENTS
    if "name='E'" in types:
        return ELEMENTS.replace(item, '<xs:element ref="tns:E"/>')
    used = item.replace("xs:string", "tns:T") if "name='T'" in types else item
    return ELEMENTS.replace(item, used)


def test_redefinition_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.xsd").write_text(
        f'<xs:schema xmlns:xs="{xs("x").namespace}" targetNamespace="{NAMESPACE}"/>'
    )
    statement = "<xs:redefine schemaLocation='other.xsd'>{}</xs:redefine>"
    change = "<xs:simpleType name='S'/>"
    text = wsdl(types=statement.format(change))
    assert codes(errors(tmp_path, text)) == ["TS118"]


def test_a_redefinition_that_changes_nothing_is_an_include(tmp_path: Path) -> None:
    (tmp_path / "other.xsd").write_text(
        f'<xs:schema xmlns:xs="{xs("x").namespace}" targetNamespace="{NAMESPACE}">'
        '<xs:element name="Other" type="xs:int"/></xs:schema>'
    )
    statement = "<xs:redefine schemaLocation='other.xsd'><xs:annotation/></xs:redefine>"
    found = read(tmp_path, wsdl(types=statement)).schema
    assert found.elements[name("Other")].type == xs("int")
