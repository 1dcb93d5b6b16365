"""A small WSDL whose schemas have every shape that can be generated."""

from __future__ import annotations

from pathlib import Path

from typedsoap.contract import QName

SHOP = "urn:shop"

SCHEMAS = """
<xs:schema targetNamespace="urn:shop" elementFormDefault="qualified"
    xmlns:d="urn:dates" xmlns:vendor="urn:vendor" vendor:extra="1">
  <xs:import namespace="urn:dates"/>
  <xs:element name="Token" nillable="true" type="xs:string"/>
  <xs:element name="Limit" nillable="true" type="xs:int"/>
  <xs:element name="Nothing" type="s:Nothing"/>
  <xs:element name="Flags" nillable="true" type="s:Flags"/>
  <xs:element name="Place">
    <xs:complexType>
      <xs:sequence>
        <xs:element minOccurs="0" name="Order" nillable="true" type="s:Order"/>
        <xs:element minOccurs="0" name="Settings" nillable="true" type="s:Settings"/>
        <xs:element minOccurs="0" ref="s:Limit"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
  <xs:element name="PlaceResponse">
    <xs:complexType>
      <xs:sequence>
        <xs:element minOccurs="0" name="Order" nillable="true" type="s:UrgentOrder"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="Order">
    <xs:sequence>
      <xs:element name="Zone" type="xs:int"/>
      <xs:element minOccurs="0" name="Lines" nillable="true" type="s:ArrayOfLine"/>
      <xs:element minOccurs="0" name="Note" nillable="true" type="s:Nothing"/>
      <xs:element minOccurs="0" name="Parent" nillable="true" type="s:Order"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="UrgentOrder">
    <xs:complexContent mixed="false">
      <xs:extension base="s:Order">
        <xs:sequence>
          <xs:element minOccurs="0" name="Until" type="d:When"/>
          <xs:element minOccurs="0" name="Colour" type="s:Colours"/>
        </xs:sequence>
      </xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:complexType name="ArrayOfLine">
    <xs:sequence>
      <xs:element minOccurs="0" maxOccurs="unbounded" name="Line" nillable="true"
          type="s:Line"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="Line">
    <xs:sequence>
      <xs:element minOccurs="0" name="Line" nillable="true" type="xs:string"/>
      <xs:element minOccurs="0" name="Flags" type="s:Flags"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="Nothing"><xs:sequence/></xs:complexType>
  <xs:complexType name="Unused"><xs:choice><xs:any/></xs:choice></xs:complexType>
  <xs:complexType name="Settings">
    <xs:annotation><xs:appinfo>
      <IsDictionary xmlns="http://schemas.microsoft.com/2003/10/Serialization/">true</IsDictionary>
    </xs:appinfo></xs:annotation>
    <xs:sequence>
      <xs:element minOccurs="0" maxOccurs="unbounded" name="Setting">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="Key" nillable="true" type="xs:string"/>
            <xs:element name="Value" nillable="true" type="s:Line"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
  </xs:complexType>
  <xs:simpleType name="Colour">
    <xs:restriction base="xs:string">
      <xs:enumeration value="Red"/>
      <xs:enumeration value="red"/>
      <xs:enumeration value="None"/>
      <xs:enumeration value=""/>
      <xs:enumeration value="&#233; 'x' &quot;y&quot; {0}"/>
    </xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Colours"><xs:list itemType="s:Colour"/></xs:simpleType>
  <xs:simpleType name="Flags">
    <xs:list>
      <xs:simpleType>
        <xs:restriction base="xs:string">
          <xs:enumeration value="Read"/>
          <xs:enumeration value="Write"/>
        </xs:restriction>
      </xs:simpleType>
    </xs:list>
  </xs:simpleType>
</xs:schema>
<xs:schema targetNamespace="urn:dates">
  <xs:complexType name="When">
    <xs:sequence><xs:element name="Text" type="xs:string"/></xs:sequence>
  </xs:complexType>
</xs:schema>
"""

WSDL = """<wsdl:definitions targetNamespace="urn:shop" xmlns:s="urn:shop"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <wsdl:types>SCHEMAS</wsdl:types>
  <wsdl:message name="In"><wsdl:part name="parameters" element="s:Place"/></wsdl:message>
  <wsdl:message name="Token">
    <wsdl:part name="Token" element="s:Token"/>
    <wsdl:part name="Nothing" element="s:Nothing"/>
  </wsdl:message>
  <wsdl:message name="Out">
    <wsdl:part name="parameters" element="s:PlaceResponse"/>
  </wsdl:message>
  <wsdl:portType name="Shop">
    <wsdl:operation name="Place">
      <wsdl:input message="s:In"/>
      <wsdl:output message="s:Out"/>
    </wsdl:operation>
  </wsdl:portType>
  <wsdl:binding name="Shop" type="s:Shop">
    <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="Place">
      <soap:operation soapAction="urn:place"/>
      <wsdl:input>
        <soap:body use="literal"/>
        <soap:header message="s:Token" part="Token" use="literal"/>
        <soap:header message="s:Token" part="Nothing" use="literal"/>
      </wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
  </wsdl:binding>
  <wsdl:service name="Shop">
    <wsdl:port name="Shop" binding="s:Shop">
      <soap:address location="http://localhost/shop"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
"""


def shop(name: str) -> QName:
    """The expanded name of a component of the shop's schema."""
    return QName(SHOP, name)


def wsdl_with(folder: Path, schemas: str = SCHEMAS) -> Path:
    """Write the WSDL, with these schemas, into a folder."""
    path = folder / "shop.wsdl"
    path.write_text(WSDL.replace("SCHEMAS", schemas), encoding="utf-8")
    return path
