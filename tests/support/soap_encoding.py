"""What other tools need of the schema of SOAP 1.1 encoding, which they would fetch."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "http://schemas.xmlsoap.org/soap/encoding/"

_SIMPLE: Final = {"string": "string", "int": "int", "base64": "base64Binary"}

SCHEMA: Final = (
    f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="{NAMESPACE}"'
    f' targetNamespace="{NAMESPACE}"><xs:attribute name="arrayType" type="xs:string"/>'
    '<xs:complexType name="Array"><xs:sequence>'
    '<xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded"'
    ' processContents="lax"/></xs:sequence><xs:attribute ref="t:arrayType"/>'
    "</xs:complexType>"
    + "".join(
        f'<xs:complexType name="{name}"><xs:simpleContent><xs:extension'
        f' base="xs:{base}"><xs:attribute name="id" type="xs:ID"/></xs:extension>'
        "</xs:simpleContent></xs:complexType>"
        for name, base in _SIMPLE.items()
    )
    + "</xs:schema>"
)
