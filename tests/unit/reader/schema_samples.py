"""Small schemas, read from a WSDL around them."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import name, read, wsdl, xs
from typedsoap.contract import ComplexType, Element, Schema, SimpleType

A = '<xs:element name="A" type="xs:int"/>'
B = '<xs:element name="B" type="xs:int" minOccurs="0" maxOccurs="unbounded"/>'
ELEMENT_A = Element(name=name("A"), type=xs("int"))
ELEMENT_B = Element(name=name("B"), type=xs("int"), min_occurs=0, max_occurs=None)


def schema_of(folder: Path, types: str, attributes: str | None = None) -> Schema:
    """The schema of a small WSDL with these types.

    Args:
        attributes: In place of `elementFormDefault` of its schema.
    """
    if attributes is None:
        return read(folder, wsdl(types=types)).schema
    text = wsdl(types=types).replace('elementFormDefault="qualified"', attributes)
    return read(folder, text).schema


def complex_type(folder: Path, content: str, attributes: str = "") -> ComplexType:
    """The complex type `T` of this content."""
    text = f'<xs:complexType name="T" {attributes}>{content}</xs:complexType>'
    found = schema_of(folder, text).types[name("T")]
    assert isinstance(found, ComplexType)
    return found


def simple_type(folder: Path, content: str, more: str = "") -> SimpleType:
    """The simple type `T` of this content, with `more` types beside it."""
    text = f'<xs:simpleType name="T">{content}</xs:simpleType>{more}'
    found = schema_of(folder, text).types[name("T")]
    assert isinstance(found, SimpleType)
    return found
