"""The schema documents of a WSDL as texts that stand alone."""

from __future__ import annotations

from pathlib import Path

from tests.support.wsdl_texts import PORT_TYPE, write, wsdl, xs
from tests.unit.reader.imported_schemas import ID, common, imports
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load


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
