"""Elements of XML Schema that stand where they may not, also where nobody reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    ELEMENTS,
    codes,
    errors,
    line_of,
    name,
    read,
    schema,
    wsdl,
)
from typedsoap.config.arguments import config_from_arguments
from typedsoap.contract import SimpleType
from typedsoap.pipeline import plan

MISPLACED = {
    "two types": (
        "<xs:element name='A'><xs:complexType/>\n<xs:complexType/></xs:element>"
    ),
    "two groups": (
        "<xs:complexType name='A'><xs:sequence/>\n<xs:choice/></xs:complexType>"
    ),
    "an enumeration": (
        "<xs:simpleType name='A'>\n<xs:enumeration value='a'/>"
        "<xs:restriction base='xs:string'/></xs:simpleType>"
    ),
    "an import": (
        "<xs:complexType name='A'><xs:sequence>\n<xs:import namespace='urn:b'/>"
        "</xs:sequence></xs:complexType>"
    ),
    "all in a sequence": (
        "<xs:complexType name='A'><xs:sequence>\n<xs:all/></xs:sequence>"
        "</xs:complexType>"
    ),
    "a sequence in all": (
        "<xs:complexType name='A'><xs:all>\n<xs:sequence/></xs:all></xs:complexType>"
    ),
    "in a facet": (
        "<xs:simpleType name='A'><xs:restriction base='xs:string'>"
        "<xs:pattern value='a'>\n<xs:element name='b'/></xs:pattern>"
        "</xs:restriction></xs:simpleType>"
    ),
    "a list in a list": (
        "<xs:simpleType name='A'><xs:list>\n<xs:list/></xs:list></xs:simpleType>"
    ),
}


@pytest.mark.parametrize("case", MISPLACED)
def test_misplaced(case: str, tmp_path: Path) -> None:
    text = wsdl(types=MISPLACED[case])
    found = errors(tmp_path, text)
    line = line_of(text, MISPLACED[case].partition("\n")[2])
    places = [d.where.line for d in found if d.where and d.code == "TS115"]
    assert line in places, found


def test_annotations_may_hold_anything(tmp_path: Path) -> None:
    read(
        tmp_path,
        wsdl(
            types="<xs:element name='A'><xs:annotation><xs:appinfo><xs:import/>"
            "</xs:appinfo></xs:annotation></xs:element>"
        ),
    )


def test_a_value_that_is_listed_twice_is_one(tmp_path: Path) -> None:
    types = (
        "<xs:simpleType name='Kind'><xs:restriction base='xs:string'>"
        "<xs:enumeration value='new'/><xs:enumeration value='old'/>"
        "<xs:enumeration value='new'/></xs:restriction></xs:simpleType>"
    )
    text = wsdl(types=types, elements=_USED)
    kind = read(tmp_path, text).schema.types[name("Kind")]
    assert isinstance(kind, SimpleType)
    assert [found.value for found in kind.enumerations] == ["new", "old"]
    config = config_from_arguments([tmp_path / "orders.wsdl"], tmp_path, "shop")
    assert plan(config).diagnostics == ()


def test_what_a_parser_says_of_a_document_is_one_line(tmp_path: Path) -> None:
    text = wsdl(schemas=schema("")).replace("</wsdl:types>", "</a\n\n:types>")
    found = errors(tmp_path, text)
    assert not [d for d in found if "\n" in d.message]
    assert set(codes(found)) <= {"TS002", "TS004"}


_USED = """
<xs:element name="Place"><xs:complexType><xs:sequence>
  <xs:element name="Item" type="tns:Kind"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="PlaceResponse"><xs:complexType><xs:sequence>
  <xs:element name="Number" type="xs:int"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="Token" type="xs:string"/>"""


TWICE = {
    "TS105": (
        "<xs:complexType name='A'><xs:attribute name='a' type='xs:int'/>"
        "<xs:attributeGroup ref='tns:G'/></xs:complexType><xs:attributeGroup name='G'>"
        "\n<xs:attribute name='a' type='xs:int'/></xs:attributeGroup>"
    ),
    "TS104": (
        "<xs:complexType name='A'><xs:sequence>"
        "\n<xs:element ref='tns:Token' name='b'/></xs:sequence></xs:complexType>"
    ),
}


@pytest.mark.parametrize("code", TWICE)
def test_one_name_for_two_and_two_names_for_one(code: str, tmp_path: Path) -> None:
    text = wsdl(types=TWICE[code])
    (found,) = errors(tmp_path, text)
    assert found.code == code
    assert found.where is not None
    assert found.where.line == line_of(text, TWICE[code].partition("\n")[2])


def test_what_is_in_an_import_is_passed_over(tmp_path: Path) -> None:
    """The readers do not look into it, and the class generator must not."""
    inner = "<xs:import namespace='urn:b'><xs:import namespace='urn:b'/></xs:import>"
    text = wsdl(schemas=schema(inner + ELEMENTS))
    file = tmp_path / "orders.wsdl"
    file.write_text(text, "utf-8")
    assert plan(config_from_arguments([file], tmp_path, "client")).files.files
