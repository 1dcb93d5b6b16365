"""Prefixes that are declared where they are used, as .NET does, or mean two things."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.support.schemas import SCHEMAS, wsdl_with
from typedsoap.bindings.binding import bind
from typedsoap.schema.prefixes import with_root_prefixes
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

OTHER = """
<xs:schema targetNamespace="urn:other">
<xs:attribute name="A" type="xs:int"/>
<xs:group name="G"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence>
</xs:group>
<xs:attributeGroup name="AG"><xs:attribute name="A" type="xs:int"/></xs:attributeGroup>
<xs:element name="E" type="o:B" xmlns:o="urn:other"/>
<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:enumeration value="x"/>
</xs:restriction></xs:simpleType>
<xs:complexType name="B"><xs:sequence><xs:element name="x" type="xs:int"/>
</xs:sequence></xs:complexType></xs:schema>"""

HERE = 'xmlns:q="urn:other"'
# In the schemas beside it, the prefix `s` is that of another namespace.
SHADOW = 'xmlns:s="urn:other"'


def of_type(content: str) -> str:
    return f'<xs:complexType name="T">{content}</xs:complexType>'


def of_simple(content: str) -> str:
    return f'<xs:simpleType name="T">{content}</xs:simpleType>'


@pytest.mark.parametrize(
    "component",
    [
        of_type(
            f'<xs:complexContent><xs:extension {HERE} base="q:B"><xs:sequence>'
            '<xs:element name="y" type="xs:int"/></xs:sequence></xs:extension>'
            "</xs:complexContent>"
        ),
        of_type(
            f'<xs:complexContent {HERE}><xs:extension base="q:B"/></xs:complexContent>'
        ),
        of_type(
            f'<xs:complexContent><xs:restriction {SHADOW} base="s:B"><xs:sequence>'
            '<xs:element name="x" type="xs:int"/></xs:sequence></xs:restriction>'
            "</xs:complexContent>"
        ),
        of_type(
            f'<xs:simpleContent><xs:extension {HERE} base="q:S"/></xs:simpleContent>'
        ),
        of_simple(f'<xs:restriction {SHADOW} base="s:S"/>'),
        of_simple(f'<xs:list {HERE} itemType="q:S"/>'),
        of_simple(f'<xs:union {SHADOW} memberTypes="s:S xs:int"/>'),
        of_type(
            f'<xs:sequence><xs:element name="e" {SHADOW} type="s:B"/>'
            '<xs:element name="f" type="s:Order"/></xs:sequence>'
        ),
        of_type(f'<xs:sequence><xs:element ref="q:E" {HERE}/></xs:sequence>'),
        of_type(f'<xs:attribute name="e" type="q:S" {HERE}/>'),
        of_type(f'<xs:attribute ref="s:A" {SHADOW}/>'),
        of_type(f'<xs:group ref="q:G" {HERE}/>'),
        of_type(f'<xs:attributeGroup ref="s:AG" {SHADOW}/>'),
        f'<xs:element name="T" type="q:B" {HERE}/>',
        f'<xs:element name="T" type="s:B" substitutionGroup="s:E" {SHADOW}/>',
    ],
)
@pytest.mark.parametrize("also", ["", ' xmlns:also="urn:other"'])
def test_classes_of_what_declares_its_prefix_itself(
    component: str, also: str, tmp_path: Path
) -> None:
    schema = (
        f'<xs:schema targetNamespace="urn:shop" elementFormDefault="qualified"{also}>'
        f'<xs:import namespace="urn:other"/>{component}</xs:schema>'
    )
    documents = load(wsdl_with(tmp_path, SCHEMAS + OTHER + schema))
    contract, warnings = read_contract(documents)
    assert warnings == ()
    bind(schema_texts(documents), contract.schema)


@pytest.mark.parametrize(
    "component",
    [
        of_type('<xs:sequence><xs:element name="e" type="B"/></xs:sequence>'),
        of_type('<xs:complexContent><xs:extension base="B"/></xs:complexContent>'),
        of_type('<xs:sequence><xs:element ref="E"/></xs:sequence>'),
        of_type('<xs:attribute ref="A"/>'),
        of_type('<xs:group ref="G"/>'),
        '<xs:element name="T" type="B" substitutionGroup="E"/>',
    ],
)
@pytest.mark.parametrize("also_here", ["", "<xs:complexType name='B'/>"])
def test_classes_of_what_refers_into_no_namespace(
    component: str, also_here: str, tmp_path: Path
) -> None:
    schema = (
        '<xs:schema targetNamespace="urn:shop" elementFormDefault="qualified">'
        f"<xs:import/>{component}{also_here}</xs:schema>"
    )
    nowhere = OTHER.replace(' targetNamespace="urn:other"', "").replace("o:B", "B")
    documents = load(wsdl_with(tmp_path, SCHEMAS + nowhere + schema))
    contract, warnings = read_contract(documents)
    assert warnings == ()
    bind(schema_texts(documents), contract.schema)


def test_new_prefixes_are_none_of_the_document() -> None:
    root = etree.fromstring(
        '<n0:schema xmlns:n0="http://www.w3.org/2001/XMLSchema" xmlns="urn:a"'
        ' targetNamespace="urn:a"><n0:element xmlns:n2="urn:b" name="e" type="n2:t"/>'
        '<n0:element name="f" type=" t "/><n0:element name="g" type="absent:t"/>'
        "</n0:schema>"
    )
    made = with_root_prefixes(root, "urn:a", "")
    assert [child.get("type") for child in made] == ["n3:t", "n4:t", "absent:t"]
    assert (made.nsmap["n3"], made.nsmap["n4"]) == ("urn:b", "urn:a")
