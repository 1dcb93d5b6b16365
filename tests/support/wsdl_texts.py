"""A small neutral WSDL whose parts tests replace, and what the reader makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from typedsoap.codes import CODES
from typedsoap.contract import Contract, Operation, QName
from typedsoap.errors import Diagnostic, TypedSoapError
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

NAMESPACE = "urn:example:orders"
XS = "http://www.w3.org/2001/XMLSchema"

OPEN = f"""<wsdl:definitions name="Orders" targetNamespace="{NAMESPACE}"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"
    xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/"
    xmlns:wsam="http://www.w3.org/2007/05/addressing/metadata"
    xmlns:ser="http://schemas.microsoft.com/2003/10/Serialization/"
    xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"
    xmlns:xs="{XS}" xmlns:tns="{NAMESPACE}">"""
ELEMENTS = """
<xs:element name="Place"><xs:complexType><xs:sequence>
  <xs:element name="Item" type="xs:string"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="PlaceResponse"><xs:complexType><xs:sequence>
  <xs:element name="Number" type="xs:int"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="Token" type="xs:string"/>"""
MESSAGES = """
<wsdl:message name="PlaceIn"><wsdl:part name="body" element="tns:Place"/></wsdl:message>
<wsdl:message name="PlaceOut">
  <wsdl:part name="body" element="tns:PlaceResponse"/></wsdl:message>
<wsdl:message name="Headers"><wsdl:part name="Token" element="tns:Token"/></wsdl:message>"""
PORT_TYPE = """
<wsdl:portType name="Orders"><wsdl:operation name="Place">
  <wsdl:input message="tns:PlaceIn"/><wsdl:output message="tns:PlaceOut"/>
</wsdl:operation></wsdl:portType>"""
BINDING = """
<wsdl:binding name="OrdersSoap" type="tns:Orders">
  <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  <wsdl:operation name="Place">
    <soap:operation soapAction="urn:place"/>
    <wsdl:input><soap:body use="literal"/></wsdl:input>
    <wsdl:output><soap:body use="literal"/></wsdl:output>
  </wsdl:operation>
</wsdl:binding>"""
SERVICE = """
<wsdl:service name="OrderService"><wsdl:port name="OrdersPort" binding="tns:OrdersSoap">
  <soap:address location="http://localhost/orders"/>
</wsdl:port></wsdl:service>"""


def schema(content: str, attributes: str = 'elementFormDefault="qualified"') -> str:
    """An inline schema of the target namespace."""
    return (
        f'<xs:schema targetNamespace="{NAMESPACE}" {attributes}>{content}</xs:schema>'
    )


def wsdl(
    *,
    types: str = "",
    elements: str = ELEMENTS,
    schemas: str | None = None,
    messages: str = MESSAGES,
    port_type: str = PORT_TYPE,
    binding: str = BINDING,
    service: str = SERVICE,
    first: str = "",
) -> str:
    """A WSDL with one operation; `types` is added to its schema."""
    content = schema(elements + types) if schemas is None else schemas
    return (
        f"{OPEN}{first}<wsdl:types>{content}</wsdl:types>"
        f"{messages}{port_type}{binding}{service}</wsdl:definitions>"
    )


def with_fault(declaration: str) -> str:
    """A WSDL whose operation has a fault that the element `Failed` tells.

    Args:
        declaration: That of the element, and what it needs.
    """
    part = '<wsdl:part name="failed" element="tns:Failed"/>'
    message = f'<wsdl:message name="Failed">{part}</wsdl:message>'
    told = '<wsdl:fault name="Failed" message="tns:Failed"/>'
    bound = '<soap:fault name="Failed" use="literal"/>'
    end = "</wsdl:operation>"
    return wsdl(
        types=declaration,
        messages=MESSAGES + message,
        port_type=PORT_TYPE.replace(end, told + end),
        binding=BINDING.replace(
            end, f'<wsdl:fault name="Failed">{bound}</wsdl:fault>{end}'
        ),
    )


def name(local: str) -> QName:
    """A name in the target namespace."""
    return QName(NAMESPACE, local)


def xs(local: str) -> QName:
    """The name of a built-in type."""
    return QName(XS, local)


def write(folder: Path, text: str | bytes, file: str = "orders.wsdl") -> Path:
    """`text` as a file."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read(folder: Path, text: str) -> Contract:
    """The contract of a WSDL without warnings."""
    contract, warnings = read_contract(load(write(folder, text), display="orders.wsdl"))
    assert warnings == ()
    return contract


def operation(folder: Path, text: str) -> Operation:
    """The only operation of such a WSDL."""
    ((found,),) = [binding.operations for binding in read(folder, text).bindings]
    return found


def errors(folder: Path, text: str | bytes) -> tuple[Diagnostic, ...]:
    """The diagnostics of a WSDL that cannot be read, each with a place and a hint."""
    return failures(write(folder, text))


def failures(path: Path) -> tuple[Diagnostic, ...]:
    """The diagnostics of a file that cannot be read, each with a place and a hint."""
    with pytest.raises(TypedSoapError) as caught:
        read_contract(load(path, display=path.name))
    found = caught.value.diagnostics
    assert list(found) == sorted(found, key=Diagnostic.sort_key)
    for diagnostic in found:
        assert diagnostic.where is not None, diagnostic
        assert diagnostic.hint, diagnostic
        assert diagnostic.code in CODES, diagnostic
    return found


def codes(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """The codes of diagnostics in their order."""
    return [diagnostic.code for diagnostic in diagnostics]


def line_of(text: str, fragment: str) -> int:
    """The line that a fragment first stands in."""
    return text[: text.index(fragment)].count("\n") + 1
