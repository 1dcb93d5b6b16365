"""Types, elements and attributes of XML Schema as the contract has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    NAMESPACE,
    codes,
    errors,
    name,
    read,
    schema,
    wsdl,
    xs,
)
from tests.unit.reader.schema_samples import ELEMENT_A, A, B, complex_type, schema_of
from typedsoap.contract import (
    Attribute,
    ComplexType,
    Derivation,
    Element,
    QName,
    SimpleType,
    Variety,
)


def test_extension_keeps_only_its_own_content(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        "<xs:complexContent mixed='true'><xs:extension base='tns:Base'>"
        f"<xs:sequence>{A}</xs:sequence></xs:extension></xs:complexContent>"
        "</xs:complexType>"
        f"<xs:complexType name='Base'><xs:sequence>{B}</xs:sequence>",
        "abstract='1'",
    )
    assert (found.base, found.derivation) == (name("Base"), Derivation.EXTENSION)
    assert list(found.own_elements()) == [ELEMENT_A]
    assert found.mixed
    assert found.abstract


def test_derivation_from_any_type_is_none(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        "<xs:complexContent><xs:restriction base='xs:anyType'>"
        f"<xs:sequence>{A}</xs:sequence></xs:restriction></xs:complexContent>",
    )
    assert (found.base, found.derivation) == (None, None)


def test_attributes_and_attribute_groups(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        "<xs:attribute name='a' type='xs:int' use='required'/>"
        "<xs:attributeGroup ref='tns:G'/>"
        "<xs:attribute ref='xml:lang'/><xs:attribute ref='tns:global' default='y'/>"
        "</xs:complexType>"
        "<xs:attribute name='global' type='xs:string' fixed='x'/>"
        "<xs:attributeGroup name='G'><xs:attribute name='b' form='qualified'>"
        "<xs:simpleType><xs:restriction base='xs:int'/></xs:simpleType></xs:attribute>"
        "<xs:attributeGroup ref='tns:H'/></xs:attributeGroup>"
        "<xs:attributeGroup name='H'><xs:attribute name='c'/><xs:anyAttribute/>"
        "</xs:attributeGroup><xs:complexType name='Other'>",
    )
    anonymous = SimpleType(name=None, variety=Variety.ATOMIC, base=xs("int"))
    assert found.attributes == (
        Attribute(name=QName("", "a"), type=xs("int"), required=True),
        Attribute(name=name("b"), type=anonymous),
        Attribute(name=QName("", "c"), type=xs("anySimpleType")),
        Attribute(
            name=QName("http://www.w3.org/XML/1998/namespace", "lang"),
            type=xs("string"),
        ),
        Attribute(name=name("global"), type=xs("string"), default="y"),
    )
    assert found.wildcard_attributes


def test_prohibited_attributes(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        "<xs:complexContent><xs:restriction base='tns:Base'>"
        "<xs:attribute name='a' use='prohibited'/></xs:restriction></xs:complexContent>"
        "</xs:complexType><xs:complexType name='Base'><xs:attribute name='a'/>",
    )
    assert found.attributes == ()
    assert found.prohibited_attributes == {QName("", "a")}


def test_simple_content(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        "<xs:simpleContent><xs:extension base='xs:decimal'>"
        "<xs:attribute name='unit' type='xs:string'/></xs:extension></xs:simpleContent>",
    )
    assert found.simple_content
    assert (found.base, found.content, found.text) == (xs("decimal"), None, None)
    assert [use.name.name for use in found.attributes] == ["unit"]


def test_restricted_simple_content(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        "<xs:simpleContent><xs:restriction base='tns:Base'><xs:maxLength value='3'/>"
        "</xs:restriction></xs:simpleContent></xs:complexType>"
        "<xs:complexType name='Base'><xs:simpleContent>"
        "<xs:extension base='xs:string'/></xs:simpleContent>",
    )
    assert found.derivation is Derivation.RESTRICTION
    assert found.text is not None
    assert found.text.facets == (("maxLength", "3"),)


@pytest.mark.parametrize(
    ("default", "form", "namespace"),
    [
        ("", "", ""),
        ("", "form='qualified'", NAMESPACE),
        ("elementFormDefault='qualified'", "", NAMESPACE),
        ("elementFormDefault='qualified'", "form='unqualified'", ""),
    ],
)
def test_forms(default: str, form: str, namespace: str, tmp_path: Path) -> None:
    text = (
        f"<xs:complexType name='T'><xs:sequence><xs:element name='A' type='xs:int' {form}"
        "/></xs:sequence></xs:complexType>"
    )
    found = schema_of(tmp_path, text, default).types[name("T")]
    assert isinstance(found, ComplexType)
    assert [member.name for member in found.own_elements()] == [QName(namespace, "A")]


def test_references_to_elements(tmp_path: Path) -> None:
    found = schema_of(
        tmp_path,
        "<xs:element name='N' type='xs:int' nillable='true' default='4'/>"
        "<xs:element name='Tree'><xs:complexType><xs:sequence>"
        "<xs:element ref='tns:N' minOccurs='0'/><xs:element ref='tns:Tree'/>"
        "</xs:sequence></xs:complexType></xs:element>",
    )
    tree = found.elements[name("Tree")]
    assert isinstance(tree.type, ComplexType)
    number, again = tree.type.own_elements()
    assert number == Element(
        name=name("N"),
        type=xs("int"),
        nillable=True,
        default="4",
        min_occurs=0,
        reference=True,
    )
    assert again.type == xs("anyType")
    assert found.declaration(again) is tree
    assert found.declaration(tree) is tree


def test_substitution_groups(tmp_path: Path) -> None:
    found = schema_of(
        tmp_path,
        "<xs:element name='Head' type='xs:int' abstract='true'/>"
        "<xs:element name='Member' substitutionGroup='tns:Head'/>"
        "<xs:element name='Other' substitutionGroup='tns:Member' type='xs:short'/>",
    ).elements
    assert found[name("Head")].abstract
    assert found[name("Member")].type == xs("int")
    assert found[name("Member")].substitution_group == name("Head")
    assert found[name("Other")].type == xs("short")


def test_element_without_type(tmp_path: Path) -> None:
    found = schema_of(tmp_path, "<xs:element name='E'/>").elements[name("E")]
    assert found.type == xs("anyType")


def test_soap_arrays(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        "<xs:complexContent><xs:restriction base='soapenc:Array'>"
        "<xs:attribute ref='soapenc:arrayType' wsdl:arrayType='xs:int[,]'/>"
        "</xs:restriction></xs:complexContent>",
    )
    assert found.attributes[0].array_type == (xs("int"), "[,]")


def test_data_set_idiom(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path, "<xs:sequence><xs:element ref='xs:schema'/><xs:any/></xs:sequence>"
    )
    (any_schema,) = found.own_elements()
    assert any_schema.name == xs("schema")


def test_facts_of_the_serialiser(tmp_path: Path) -> None:
    note = "<xs:annotation><xs:appinfo>{}</xs:appinfo></xs:annotation>"
    found = complex_type(
        tmp_path, note.format("<ser:IsDictionary>1</ser:IsDictionary>")
    )
    assert found.is_dictionary
    assert not found.is_value_type
    found = complex_type(
        tmp_path, note.format("<ser:IsValueType> true </ser:IsValueType>")
    )
    assert found.is_value_type
    text = note.format("<ser:EnumerationValue>one</ser:EnumerationValue>")
    bad = (
        '<xs:simpleType name="T"><xs:restriction base="xs:string">'
        f'<xs:enumeration value="A">{text}</xs:enumeration></xs:restriction>'
        "</xs:simpleType>"
    )
    assert codes(errors(tmp_path, wsdl(types=bad))) == ["TS104"]


def test_documentation_and_places(tmp_path: Path) -> None:
    found = complex_type(
        tmp_path,
        "<xs:annotation><xs:documentation>One <b>two</b>\n three</xs:documentation>"
        "<xs:documentation/><xs:documentation>Four</xs:documentation></xs:annotation>",
    )
    assert found.documentation == "One two three\n\nFour"
    assert str(found.location).startswith("orders.wsdl:")


def test_several_schemas_of_one_namespace(tmp_path: Path) -> None:
    text = wsdl(types="").replace(
        "<wsdl:types>",
        "<wsdl:types>"
        + schema(
            "<xs:simpleType name='S'><xs:restriction base='xs:int'/></xs:simpleType>",
            "",
        ),
    )
    found = read(tmp_path, text).schema
    assert found.namespaces == (NAMESPACE,)
    assert name("S") in found.types
