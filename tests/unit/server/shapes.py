"""A WSDL whose messages have every shape that a server has to read and write."""

from __future__ import annotations

from tests.support.wsdl_texts import schema, wsdl

_STRING = 'type="xs:string" minOccurs="0" nillable="true"'
# Parameters with the names that generated code uses itself.
_NAMES = ("Handler", "Element", "Reader", "Child", "Tag", "Invocation", "Out", "Self")

ELEMENTS = f"""
<xs:element name="Token" type="xs:string"/>
<xs:element name="Trouble" type="xs:string" nillable="true"/>
<xs:element name="Store"><xs:complexType><xs:sequence>
  {"".join(f'<xs:element name="{name}" {_STRING}/>' for name in _NAMES)}
  <xs:element name="Line" type="xs:int" minOccurs="0" maxOccurs="unbounded"/>
  <xs:element name="Rush" type="xs:boolean"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="StoreResponse"><xs:complexType><xs:sequence>
  <xs:element name="Number" type="xs:int" nillable="true"/>
  <xs:element name="Note" type="xs:string" minOccurs="0"/>
  <xs:element name="Value" type="xs:int" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="List"><xs:complexType><xs:sequence/></xs:complexType></xs:element>
<xs:element name="ListResponse"><xs:complexType><xs:sequence>
  <xs:element name="Name" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element>
<xs:element name="Ping"><xs:complexType><xs:sequence/></xs:complexType></xs:element>
<xs:element name="PingResponse"><xs:complexType><xs:sequence/></xs:complexType></xs:element>
"""
_OPERATIONS = ("Store", "List", "Ping")
MESSAGES = (
    '<wsdl:message name="H"><wsdl:part name="Token" element="tns:Token"/>'
    '<wsdl:part name="Trouble" element="tns:Trouble"/></wsdl:message>'
    + "".join(
        f'<wsdl:message name="{name}In"><wsdl:part name="b" element="tns:{name}"/>'
        f'</wsdl:message><wsdl:message name="{name}Out">'
        f'<wsdl:part name="b" element="tns:{name}Response"/></wsdl:message>'
        for name in _OPERATIONS
    )
)
PORT_TYPE = (
    '<wsdl:portType name="Orders">'
    + "".join(
        f'<wsdl:operation name="{name}"><wsdl:input message="tns:{name}In"/>'
        f'<wsdl:output message="tns:{name}Out"/></wsdl:operation>'
        for name in _OPERATIONS
    )
    + "</wsdl:portType>"
)


def _binding(name: str, request: str, reply: str) -> str:
    block = '<soap:header message="tns:H" part="{}" use="literal"/>'
    return (
        f'<wsdl:operation name="{name}"><soap:operation soapAction="urn:{name}"/>'
        f"<wsdl:input>{block.format(request) if request else ''}"
        f'<soap:body use="literal"/></wsdl:input>'
        f"<wsdl:output>{block.format(reply) if reply else ''}"
        f'<soap:body use="literal"/></wsdl:output></wsdl:operation>'
    )


BINDING = (
    '<wsdl:binding name="OrdersSoap" type="tns:Orders">'
    '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>'
    + _binding("Store", "Token", "Trouble")
    + _binding("List", "", "")
    + _binding("Ping", "", "Trouble")
    + "</wsdl:binding>"
)
WSDL = wsdl(
    schemas=schema(ELEMENTS), messages=MESSAGES, port_type=PORT_TYPE, binding=BINDING
)
OVERLAY = """
[failure]
detail = "Trouble"
"""
