"""Which types can be generated, and the warning for every other kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import codes, name
from tests.unit.reader.reducing import ITEM, names, reduced, with_item

TYPES = {
    "a repeated xs:choice": (
        f"<xs:complexType name='T'><xs:choice maxOccurs='unbounded'>{ITEM}</xs:choice>"
        "</xs:complexType>"
    ),
    "xs:anyAtomicType (attribute 'a')": (
        "<xs:complexType name='T'><xs:attribute name='a' type='xs:anyAtomicType'/>"
        "</xs:complexType>"
    ),
    "a fixed value of this type (attribute 'a')": (
        "<xs:complexType name='T'><xs:attribute name='a' type='xs:date'"
        " fixed='2024-01-01'/></xs:complexType>"
    ),
    "a qualified name as a default (attribute 'a')": (
        "<xs:complexType name='T'><xs:attribute name='a' type='xs:QName' default='x'/>"
        "</xs:complexType>"
    ),
    "an abstract type": (
        "<xs:complexType name='T' abstract='true'><xs:simpleContent>"
        "<xs:extension base='xs:int'/></xs:simpleContent></xs:complexType>"
    ),
    "a dictionary of mixed content": (
        "<xs:complexType name='T'><xs:annotation><xs:appinfo><ser:IsDictionary>true"
        "</ser:IsDictionary></xs:appinfo></xs:annotation><xs:sequence><xs:element"
        " name='P' minOccurs='0' maxOccurs='unbounded'><xs:complexType mixed='true'>"
        "<xs:sequence><xs:element name='Key' type='xs:string'/><xs:element name='Value'"
        " type='xs:int'/></xs:sequence></xs:complexType></xs:element></xs:sequence>"
        "</xs:complexType>"
    ),
    "xs:anyAtomicType (type 'T')": (
        "<xs:complexType name='T'><xs:simpleContent><xs:extension base='xs:anyAtomicType'/>"
        "</xs:simpleContent></xs:complexType>"
    ),
    "a restriction with an element of its own, 'Item'": (
        "<xs:complexType name='B'/><xs:complexType name='T'><xs:complexContent>"
        f"<xs:restriction base='tns:B'><xs:sequence>{ITEM}</xs:sequence></xs:restriction>"
        "</xs:complexContent></xs:complexType>"
    ),
    "a restriction with xs:any": (
        "<xs:complexType name='B'/><xs:complexType name='T'><xs:complexContent>"
        "<xs:restriction base='tns:B'><xs:sequence><xs:any/></xs:sequence>"
        "</xs:restriction></xs:complexContent></xs:complexType>"
    ),
    "a restriction that narrows an abstract type": (
        "<xs:complexType name='A' abstract='true'/><xs:complexType name='C'>"
        "<xs:complexContent><xs:extension base='tns:A'/></xs:complexContent>"
        "</xs:complexType><xs:complexType name='B'><xs:sequence><xs:element name='a'"
        " type='tns:A'/></xs:sequence></xs:complexType><xs:complexType name='T'>"
        "<xs:complexContent><xs:restriction base='tns:B'><xs:sequence><xs:element"
        " name='a' type='tns:C'/></xs:sequence></xs:restriction></xs:complexContent>"
        "</xs:complexType>"
    ),
    "a repeated xs:sequence": (
        f"<xs:complexType name='T'><xs:sequence maxOccurs='2'>{ITEM}"
        "<xs:element name='B' type='xs:int'/></xs:sequence></xs:complexType>"
    ),
    "the extension of a dictionary or of mixed content": (
        "<xs:complexType name='B'><xs:annotation><xs:appinfo><ser:IsDictionary>true"
        "</ser:IsDictionary></xs:appinfo></xs:annotation><xs:sequence><xs:element"
        " name='P' minOccurs='0' maxOccurs='unbounded'><xs:complexType><xs:sequence>"
        "<xs:element name='Key' type='xs:string'/><xs:element name='Value'"
        " type='xs:int'/></xs:sequence></xs:complexType></xs:element></xs:sequence>"
        "</xs:complexType><xs:complexType name='T'><xs:complexContent>"
        "<xs:extension base='tns:B'/></xs:complexContent></xs:complexType>"
    ),
    "an array or dictionary of itself": (
        "<xs:complexType name='T'><xs:sequence><xs:element name='A' type='tns:ArrayOfA'/>"
        "</xs:sequence></xs:complexType>"
        "<xs:complexType name='ArrayOfA'><xs:sequence><xs:element name='a'"
        " type='tns:D' minOccurs='0' maxOccurs='unbounded'/></xs:sequence>"
        "</xs:complexType>"
        "<xs:complexType name='D'><xs:annotation><xs:appinfo><ser:IsDictionary>true"
        "</ser:IsDictionary></xs:appinfo></xs:annotation><xs:sequence><xs:element"
        " name='P' minOccurs='0' maxOccurs='unbounded'><xs:complexType><xs:sequence>"
        "<xs:element name='Key' type='xs:string'/><xs:element name='Value'"
        " type='tns:ArrayOfA'/></xs:sequence></xs:complexType></xs:element>"
        "</xs:sequence></xs:complexType>"
    ),
    "a union of these types": (
        "<xs:simpleType name='T'><xs:union memberTypes='xs:int xs:QName'/></xs:simpleType>"
    ),
    "a list of items that are no plain values": (
        "<xs:simpleType name='T'><xs:list itemType='xs:anyAtomicType'/></xs:simpleType>"
    ),
    "an anonymous simple type": (
        "<xs:simpleType name='T'><xs:restriction><xs:simpleType>"
        "<xs:restriction base='xs:anyAtomicType'/></xs:simpleType></xs:restriction>"
        "</xs:simpleType>"
    ),
    "a dictionary that is no repeated pair": (
        "<xs:complexType name='T'><xs:annotation><xs:appinfo><ser:IsDictionary>true"
        "</ser:IsDictionary></xs:appinfo></xs:annotation></xs:complexType>"
    ),
    "xs:anyAtomicType": (
        "<xs:complexType name='T'><xs:sequence><xs:element name='U' type='tns:U'/>"
        "</xs:sequence></xs:complexType>"
        "<xs:complexType name='U'><xs:sequence><xs:element name='D'"
        " type='xs:anyAtomicType'/></xs:sequence></xs:complexType>"
    ),
    "xs:anyType (attribute 'a')": (
        "<xs:complexType name='T'><xs:attribute name='a' type='xs:anyType'/>"
        "</xs:complexType>"
    ),
    "an abstract element": (
        "<xs:complexType name='T'><xs:sequence><xs:element ref='tns:H'/></xs:sequence>"
        "</xs:complexType><xs:element name='H' type='xs:int' abstract='true'/>"
        "<xs:element name='M' substitutionGroup='tns:H' abstract='true'/>"
    ),
}


@pytest.mark.parametrize("what", TYPES)
def test_type_that_cannot_be_generated(what: str, tmp_path: Path) -> None:
    member = "<xs:element name='I' type='tns:T'/>"
    supported = reduced(tmp_path, elements=with_item(member), types=TYPES[what])
    assert names(supported) == ["Ask"]
    assert codes(supported.diagnostics) == ["TS152"]
    assert what in supported.diagnostics[0].message


GOOD_TYPES = {
    "record": (
        f"<xs:complexType name='T'><xs:sequence>{ITEM}</xs:sequence></xs:complexType>"
    ),
    "extension": (
        "<xs:complexType name='B'/><xs:complexType name='T'><xs:complexContent>"
        "<xs:extension base='tns:B'/></xs:complexContent></xs:complexType>"
    ),
    "recursive": (
        "<xs:complexType name='T'><xs:sequence><xs:element name='T' type='tns:T'"
        " minOccurs='0'/></xs:sequence></xs:complexType>"
    ),
    "restriction": (
        "<xs:simpleType name='T'><xs:restriction base='tns:S'><xs:length value='2'/>"
        "</xs:restriction></xs:simpleType>"
        "<xs:simpleType name='S'><xs:restriction base='xs:string'/></xs:simpleType>"
    ),
    "enumeration": (
        "<xs:simpleType name='T'><xs:restriction base='xs:string'>"
        "<xs:enumeration value='A'/></xs:restriction></xs:simpleType>"
    ),
    "flags": (
        "<xs:simpleType name='T'><xs:list><xs:simpleType><xs:restriction"
        " base='xs:string'><xs:enumeration value='A'/></xs:restriction></xs:simpleType>"
        "</xs:list></xs:simpleType>"
    ),
    "list": "<xs:simpleType name='T'><xs:list itemType='xs:int'/></xs:simpleType>",
    "restriction of a list": (
        "<xs:simpleType name='T'><xs:restriction base='tns:L'><xs:length value='2'/>"
        "</xs:restriction></xs:simpleType>"
        "<xs:simpleType name='L'><xs:list itemType='xs:date'/></xs:simpleType>"
    ),
    "restriction of a built-in list": (
        "<xs:simpleType name='T'><xs:restriction base='xs:NMTOKENS'/></xs:simpleType>"
    ),
    "union": (
        "<xs:simpleType name='T'><xs:union memberTypes='xs:int tns:U'/></xs:simpleType>"
        "<xs:simpleType name='U'><xs:union memberTypes='xs:date'><xs:simpleType>"
        "<xs:restriction base='xs:string'><xs:enumeration value='A'/></xs:restriction>"
        "</xs:simpleType></xs:union></xs:simpleType>"
    ),
    "restriction of a union": (
        "<xs:simpleType name='T'><xs:restriction base='tns:U'><xs:enumeration value='1'/>"
        "</xs:restriction></xs:simpleType>"
        "<xs:simpleType name='U'><xs:union memberTypes='xs:int xs:date'/></xs:simpleType>"
    ),
    "restriction of an anonymous type": (
        "<xs:simpleType name='T'><xs:restriction><xs:simpleType>"
        "<xs:restriction base='xs:int'/></xs:simpleType></xs:restriction></xs:simpleType>"
    ),
    "dictionary": (
        "<xs:complexType name='T'><xs:annotation><xs:appinfo><ser:IsDictionary>true"
        "</ser:IsDictionary></xs:appinfo></xs:annotation><xs:sequence>"
        "<xs:element name='P' maxOccurs='unbounded'><xs:complexType><xs:sequence>"
        "<xs:element name='K' type='xs:string'/><xs:element name='V' type='xs:int'/>"
        "</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>"
    ),
}


@pytest.mark.parametrize("case", GOOD_TYPES)
def test_type_that_can_be_generated(case: str, tmp_path: Path) -> None:
    member = "<xs:element name='I' type='tns:T'/>"
    supported = reduced(tmp_path, elements=with_item(member), types=GOOD_TYPES[case])
    assert supported.diagnostics == ()
    assert name("T") in supported.contract.schema.types


def test_schema_is_reduced_to_what_is_reached(tmp_path: Path) -> None:
    types = (
        "<xs:complexType name='Base'/>"
        "<xs:complexType name='Derived'><xs:complexContent><xs:extension base='tns:Base'>"
        "<xs:sequence><xs:element name='i' type='tns:Inner'/></xs:sequence>"
        "</xs:extension></xs:complexContent></xs:complexType>"
        "<xs:complexType name='Inner'/><xs:complexType name='Unused'/>"
        "<xs:complexType name='Odd'><xs:complexContent><xs:extension base='tns:Derived'>"
        "<xs:attribute name='a' type='xs:anyAtomicType'/></xs:extension>"
        "</xs:complexContent></xs:complexType>"
    )
    member = "<xs:element name='I' type='tns:Base'/>"
    supported = reduced(tmp_path, elements=with_item(member), types=types)
    schema = supported.contract.schema
    assert list(schema.types) == [name("Base"), name("Derived"), name("Inner")]
    assert name("Token") not in schema.elements
    assert list(schema.elements) == [
        name(local) for local in ("Place", "PlaceResponse", "Ask", "Answer")
    ]
    (warning,) = supported.diagnostics
    assert warning.code == "TS156"
    assert "'Odd', derived from 'Derived', needs xs:anyAtomicType" in warning.message
