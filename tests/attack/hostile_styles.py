"""A WSDL with a hostile text in every place that a style of its own has for one.

Each style is an operation of its own, so that one that cannot be generated yet is left out
with a warning and comes under attack on the day when it can be.
"""

from __future__ import annotations

from typing import Final

from tests.attack.hostile_contract import xml

PLAIN: Final = "Plain"
"""The operation that nothing stands against."""

_STYLES: Final = {
    PLAIN: '<xs:sequence><xs:element name="Text" type="xs:string"/></xs:sequence>',
    "Attributes": """<xs:sequence/><xs:attribute name="a" default="{0}">{1}</xs:attribute>
      <xs:attribute name="b" type="xs:string" fixed="{0}"/><xs:anyAttribute/>""",
    "Values": """<xs:sequence>
      <xs:element name="Default" type="xs:string" default="{0}">{1}</xs:element>
      <xs:element name="Fixed" type="xs:string" fixed="{0}"/></xs:sequence>""",
    "Simple": """<xs:simpleContent><xs:extension base="xs:string">
      <xs:attribute name="unit" type="tns:Word" default="{0}">{1}</xs:attribute>
      </xs:extension></xs:simpleContent>""",
    "Choice": """<xs:choice maxOccurs="9"><xs:element name="A" type="tns:Word">{1}
      </xs:element><xs:element name="B" type="tns:Either" default="{0}"/></xs:choice>""",
    "All": """<xs:all><xs:element name="A" type="tns:Word" minOccurs="0">{1}
      </xs:element></xs:all>""",
    "Any": """<xs:sequence><xs:any namespace="##other" processContents="lax">{1}</xs:any>
      </xs:sequence>""",
    "Heads": """<xs:sequence><xs:element ref="tns:Head" maxOccurs="3">{1}</xs:element>
      </xs:sequence>""",
    "Nested": """<xs:sequence><xs:element name="In"><xs:complexType>{1}<xs:sequence>
      <xs:element name="Deep" type="tns:Word" default="{0}"/></xs:sequence></xs:complexType>
      </xs:element></xs:sequence>""",
}
STYLES: Final = tuple(_STYLES)
"""The operations."""

_NAMESPACES: Final = """
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:tns="urn:attack"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"
    xmlns:xs="http://www.w3.org/2001/XMLSchema\""""


def styles_wsdl(text: str) -> str:
    """The contract with this text everywhere, with ports for SOAP 1.1 and 1.2."""
    value = xml(text)
    note = (
        f"<xs:annotation><xs:documentation>{value}</xs:documentation></xs:annotation>"
    )
    said = f"<wsdl:documentation>{value}</wsdl:documentation>"
    elements = "".join(
        f'<xs:element name="{name}"><xs:complexType>{content.format(value, note)}'
        f'</xs:complexType></xs:element><xs:element name="{name}Response">'
        f"<xs:complexType>{content.format(value, note)}</xs:complexType></xs:element>"
        for name, content in _STYLES.items()
    )
    messages = "".join(
        f'<wsdl:message name="{name}"><wsdl:part name="p" element="tns:{name}"/>'
        f'</wsdl:message><wsdl:message name="{name}Response">'
        f'<wsdl:part name="p" element="tns:{name}Response"/></wsdl:message>'
        for name in STYLES
    )
    operations = "".join(
        f'<wsdl:operation name="{name}">{said}<wsdl:input message="tns:{name}"/>'
        f'<wsdl:output message="tns:{name}Response"/></wsdl:operation>'
        for name in STYLES
    )
    fault = '<wsdl:fault name="Bad" message="tns:Bad">' + said + "</wsdl:fault>"
    failing = (
        '<wsdl:operation name="Fails"><wsdl:input message="tns:Plain"/>'
        f'<wsdl:output message="tns:PlainResponse"/>{fault}</wsdl:operation>'
    )
    port_types = (
        f'<wsdl:portType name="Attack">{operations}</wsdl:portType>'
        f'<wsdl:portType name="Failing">{failing}</wsdl:portType>'
    )
    return f"""<wsdl:definitions targetNamespace="urn:attack" {_NAMESPACES}>{said}
  <wsdl:types><xs:schema targetNamespace="urn:attack" elementFormDefault="qualified">
    <xs:simpleType name="Word">{note}<xs:restriction base="xs:string">
      <xs:pattern value="{value}">{note}</xs:pattern></xs:restriction></xs:simpleType>
    <xs:simpleType name="Either">{note}
      <xs:union memberTypes="xs:int tns:Word"/></xs:simpleType>
    <xs:element name="Head" type="xs:string" abstract="true">{note}</xs:element>
    <xs:element name="One" type="xs:string" substitutionGroup="tns:Head"
      default="{value}"/>
    <xs:element name="Bad"><xs:complexType><xs:sequence>
      <xs:element name="Why" type="xs:string">{note}</xs:element></xs:sequence>
    </xs:complexType></xs:element>{elements}</xs:schema></wsdl:types>
  {messages}<wsdl:message name="Bad"><wsdl:part name="b" element="tns:Bad"/></wsdl:message>
  {port_types}{_binding("soap", "Attack", STYLES, value)}
  {_binding("soap12", "Failing", ("Fails",), value)}
  <wsdl:service name="Attack">{said}
    <wsdl:port name="A" binding="tns:soapAttack">{said}
      <soap:address location="http://attack.invalid/{value}"/></wsdl:port>
    <wsdl:port name="B" binding="tns:soap12Failing">{said}
      <soap12:address location="http://attack.invalid/{value}"/></wsdl:port>
  </wsdl:service></wsdl:definitions>"""


def _binding(soap: str, port_type: str, names: tuple[str, ...], value: str) -> str:
    fault = (
        f'<wsdl:fault name="Bad"><{soap}:fault name="Bad" use="literal"/></wsdl:fault>'
    )
    body = f'<{soap}:body use="literal"/>'
    operations = "".join(
        f'<wsdl:operation name="{name}"><{soap}:operation soapAction="urn:{value}"/>'
        f"<wsdl:input>{body}</wsdl:input><wsdl:output>{body}</wsdl:output>"
        f"{fault if name == 'Fails' else ''}</wsdl:operation>"
        for name in names
    )
    return (
        f'<wsdl:binding name="{soap}{port_type}" type="tns:{port_type}"><{soap}:binding'
        f' transport="http://schemas.xmlsoap.org/soap/http"/>{operations}</wsdl:binding>'
    )
