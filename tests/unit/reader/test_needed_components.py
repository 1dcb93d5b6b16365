"""What an operation needs: whatever its messages lead to may not refer to nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    MESSAGES,
    codes,
    errors,
    with_fault,
    write,
    wsdl,
)
from typedsoap.contract.names import SOAP_ENCODING
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

LOST = """
<xs:complexType name="Lost"><xs:sequence>
  <xs:element name="A" type="tns:Absent"/></xs:sequence></xs:complexType>
<xs:simpleType name="LostText"><xs:restriction base="tns:Absent"/></xs:simpleType>
<xs:element name="LostElement" type="tns:Absent"/>"""
HEADER = '<soap:header message="tns:Headers" part="Token" use="literal"/>'


def held(content: str, name: str = "T") -> str:
    return (
        f'<xs:complexType name="{name}"><xs:sequence>{content}</xs:sequence>'
        "</xs:complexType>"
    )


def derived(base: str, name: str = "T", kind: str = "complexContent") -> str:
    return (
        f'<xs:complexType name="{name}"><xs:{kind}><xs:extension base="tns:{base}"/>'
        f"</xs:{kind}></xs:complexType>"
    )


def simple(content: str) -> str:
    return f'<xs:simpleType name="T">{content}</xs:simpleType>'


WAYS = {
    "the base of a type": derived("Lost"),
    "the text of a type": derived("LostText", kind="simpleContent"),
    "a type derived from it": held("")
    + derived("T", "Middle")
    + held('<xs:element name="A" type="xs:int"/>', "Other")
    + '<xs:complexType name="Last"><xs:complexContent><xs:extension base="tns:Middle">'
    '<xs:sequence><xs:element name="A" type="tns:Lost"/></xs:sequence>'
    "</xs:extension></xs:complexContent></xs:complexType>",
    "an attribute": '<xs:complexType name="T"><xs:attribute name="a" type="tns:LostText"/>'
    "</xs:complexType>",
    "an element": held('<xs:element name="A" type="tns:Lost"/>'),
    "an element in a repeated group": held(
        '<xs:choice maxOccurs="9"><xs:element name="A" type="xs:int"/>'
        '<xs:element name="B" type="tns:Lost"/></xs:choice>'
    ),
    "an element of a type without a name": held(
        '<xs:element name="A"><xs:complexType><xs:sequence>'
        '<xs:element name="B" type="tns:Lost"/></xs:sequence></xs:complexType>'
        "</xs:element>"
    ),
    "a reference to an element": held('<xs:element ref="tns:LostElement"/>'),
    "a member of a substitution group": held('<xs:element ref="tns:Head"/>')
    + '<xs:element name="Head" type="xs:anyType"/>'
    '<xs:element name="Member" substitutionGroup="tns:Head" type="tns:Lost"/>',
    "the items of an array": '<xs:complexType name="T"><xs:complexContent>'
    f'<xs:restriction base="e:Array" xmlns:e="{SOAP_ENCODING}">'
    '<xs:attribute ref="e:arrayType" wsdl:arrayType="tns:Lost[]"/></xs:restriction>'
    "</xs:complexContent></xs:complexType>",
    "the base of a simple type": simple('<xs:restriction base="tns:LostText"/>'),
    "the items of a list": simple('<xs:list itemType="tns:LostText"/>'),
    "a member of a union": simple('<xs:union memberTypes="xs:int tns:LostText"/>'),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_type_that_leads_to_it(way: str, tmp_path: Path) -> None:
    text = wsdl(types=LOST + WAYS[way])
    _, warnings = read_contract(load(write(tmp_path, text)))
    assert codes(warnings) == ["TS132"] * 3
    used = text.replace('type="xs:string"', 'type="tns:T"', 1)
    assert "TS106" in codes(errors(tmp_path, used))


def test_a_part_of_a_type(tmp_path: Path) -> None:
    part = MESSAGES.replace('element="tns:Place"', 'type="tns:Lost"')
    assert codes(errors(tmp_path, wsdl(types=LOST, messages=part))) == ["TS106"]


@pytest.mark.parametrize(
    ("part", "code"), [("tns:LostElement", "TS106"), ("tns:Absent", "TS107")]
)
def test_a_header_block(part: str, code: str, tmp_path: Path) -> None:
    messages = MESSAGES.replace("tns:Token", part)
    text = wsdl(types=LOST, messages=messages)
    _, warnings = read_contract(load(write(tmp_path, text)))
    assert codes(warnings) == ["TS132"] * 3
    bound = BINDING.replace("<wsdl:input>", f"<wsdl:input>{HEADER}")
    text = wsdl(types=LOST, messages=messages, binding=bound)
    assert codes(errors(tmp_path, text)) == [code]


def test_a_fault(tmp_path: Path) -> None:
    element = '<xs:element name="Failed" type="tns:Lost"/>'
    assert codes(errors(tmp_path, with_fault(LOST + element))) == ["TS106"]
    assert codes(errors(tmp_path, with_fault(""))) == ["TS107"]
