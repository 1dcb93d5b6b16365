"""A WSDL and an overlay with a hostile text in every place that can hold a text."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"
_SERIALIZATION: Final = "http://schemas.microsoft.com/2003/10/Serialization/"
_URI: Final = ":/?@!$&'()*+,;=-._~"
_ESCAPES: Final = {ord(c): f"&#{ord(c)};" for c in "&<>\"'\n\r\t\x85\u2028\x7f\x80\x9f"}


def xml(text: str) -> str:
    """The text as XML content, or as the value of an attribute."""
    return text.translate(_ESCAPES)


def toml(text: str) -> str:
    """The text as a TOML basic string."""
    inside = "".join(
        c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in text
    )
    return f'"{inside}"'


@dataclass(frozen=True, slots=True)
class Hostile:
    """Some texts and the part of the contract that is made of them.

    Attributes:
        texts: What each stands alone somewhere, and all of them together elsewhere.
    """

    number: int
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All texts in one; the last ends it."""
        return "\n".join(self.texts)

    @property
    def namespace(self) -> str:
        """The target namespace of its schema: what a parser accepts as a URI."""
        return f"urn:{self.number}:{quote(self.text, safe=_URI)}"

    @property
    def rpc_namespace(self) -> str:
        """The namespace that soap:body gives for style rpc."""
        return f"{self.namespace}:rpc"

    @property
    def labels(self) -> tuple[str, ...]:
        """The texts as items of a list: without white space."""
        found = ("".join(text.split()) for text in self.texts)
        return tuple(dict.fromkeys(label for label in found if label))

    def schema(self) -> str:
        """Types, a request, a response and two header blocks."""
        n, text = self.number, xml(self.text)
        notes = itertools.cycle(
            f"<xs:annotation>{_note(xml(t))}</xs:annotation>" for t in self.texts
        )
        optional = 'minOccurs="0" nillable="true"'
        kinds = "".join(_value(t, next(notes)) for t in self.texts)
        spaces = xml(" ".join(self.labels))
        tags = "".join(_value(t, next(notes)) for t in self.labels)
        return f"""
    <xs:schema targetNamespace="{xml(self.namespace)}" elementFormDefault="qualified"
        xmlns:own="{xml(self.namespace)}" version="{text}">
      <xs:simpleType name="Kind{n}">{next(notes)}
        <xs:restriction base="xs:string">{kinds}</xs:restriction></xs:simpleType>
      <xs:simpleType name="Tag{n}">{next(notes)}
        <xs:restriction base="xs:string">{tags}</xs:restriction></xs:simpleType>
      <xs:simpleType name="Tags{n}"><xs:list itemType="own:Tag{n}"/></xs:simpleType>
      <xs:simpleType name="Word{n}"><xs:restriction base="xs:string">
        <xs:pattern value="{text}"/></xs:restriction></xs:simpleType>
      <xs:complexType name="Thing{n}">{next(notes)}<xs:sequence>
        <xs:element name="Text" type="xs:string" {optional}>{next(notes)}</xs:element>
        <xs:element name="Word" type="own:Word{n}" {optional}>{next(notes)}</xs:element>
        <xs:element name="Kind" type="own:Kind{n}" {optional}>{next(notes)}</xs:element>
        <xs:element name="Tags" type="own:Tags{n}" {optional}>{next(notes)}</xs:element>
        <xs:element name="Map" type="own:Map{n}" {optional}>{next(notes)}</xs:element>
        <xs:element name="Things" type="own:Things{n}" {optional}>{next(notes)}</xs:element>
        <xs:element name="Usual" type="xs:string" default="{text}" minOccurs="0"/>
        <xs:element name="Only" type="xs:string" fixed="{text}" minOccurs="0"/>
        <xs:any namespace="{spaces}" processContents="lax" minOccurs="0"/>
      </xs:sequence></xs:complexType>
      <xs:complexType name="Unused{n}"><xs:sequence>
        <xs:element name="Default" type="xs:string" default="{text}"/>
        <xs:element name="Fixed" type="xs:string" fixed="{text}"/>
      </xs:sequence><xs:attribute name="Default" default="{text}"/></xs:complexType>
      <xs:complexType name="Things{n}"><xs:sequence>
        <xs:element name="Thing" type="own:Thing{n}" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType>
      <xs:complexType name="Map{n}"><xs:annotation><xs:appinfo>{text}
        <IsDictionary xmlns="{_SERIALIZATION}">true</IsDictionary>
        </xs:appinfo></xs:annotation><xs:sequence>
        <xs:element name="Pair" minOccurs="0" maxOccurs="unbounded">
          <xs:complexType><xs:sequence>
            <xs:element name="Key" type="xs:string" nillable="true"/>
            <xs:element name="Value" type="xs:string" nillable="true"/>
          </xs:sequence></xs:complexType>
        </xs:element>
      </xs:sequence></xs:complexType>
      <xs:element name="Call{n}">{next(notes)}<xs:complexType><xs:sequence>
        <xs:element name="Thing" type="own:Thing{n}" {optional}>{next(notes)}</xs:element>
        <xs:element name="Kind" type="own:Kind{n}" {optional}>{next(notes)}</xs:element>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="Call{n}Response"><xs:complexType><xs:sequence>
        <xs:element name="Thing" type="own:Thing{n}" {optional}>{next(notes)}</xs:element>
        <xs:element name="Kind" type="own:Kind{n}" {optional}>{next(notes)}</xs:element>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="Ask{n}" type="xs:string" nillable="true">{next(notes)}
      </xs:element>
      <xs:element name="Told{n}" type="own:Thing{n}" nillable="true">{next(notes)}
      </xs:element>
    </xs:schema>"""

    def reply(self) -> str:
        """What the server answers."""
        thing = (
            f"<Text>{xml(self.text)}</Text><Kind>{xml(self.texts[0])}</Kind>"
            f"<Tags>{xml(self.labels[0])}</Tags>"
            f"<Map><Pair><Key>{xml(self.text)}</Key><Value/></Pair></Map>"
            f"<Usual/><Only>{xml(self.text)}</Only>"
        )
        return (
            f'<s:Envelope xmlns:s="{SOAP}" xmlns="{xml(self.namespace)}"><s:Header>'
            f"<Told{self.number}>{thing}</Told{self.number}></s:Header><s:Body>"
            f"<Call{self.number}Response><Thing>{thing}</Thing><Kind>unheard</Kind>"
            f"</Call{self.number}Response></s:Body></s:Envelope>"
        )

    def rpc_reply(self) -> str:
        """What the server answers to the operation of style rpc."""
        thing = f'<Text xmlns="{xml(self.namespace)}">{xml(self.text)}</Text>'
        return (
            f'<s:Envelope xmlns:s="{SOAP}" xmlns:r="{xml(self.rpc_namespace)}"><s:Body>'
            f"<r:Tell{self.number}Response><Thing>{thing}</Thing>"
            f"</r:Tell{self.number}Response></s:Body></s:Envelope>"
        )

    def overlay(self) -> str:
        """The texts in every place of an overlay."""
        n = self.number
        text = itertools.cycle(toml(t) for t in self.texts)
        members = "".join(
            f"[types.Kind{n}.members.{toml(t)}]\ndocumentation = {next(text)}\n"
            for t in self.texts
        )
        return f"""
[operations.Call{n}]
documentation = {next(text)}
returns = {next(text)}
[operations.Call{n}.parameters.Thing]
documentation = {next(text)}
[operations.Call{n}.result.Kind]
documentation = {next(text)}
[headers.request.Ask{n}]
documentation = {next(text)}
secret = {"true" if n % 2 else "false"}
[headers.response.Told{n}]
documentation = {next(text)}
[types.Thing{n}]
documentation = {next(text)}
[types.Thing{n}.fields.Word]
documentation = {next(text)}
secret = true
[types.Kind{n}]
documentation = {next(text)}
{members}
[types.Map{n}]
secret_keys = [{", ".join(toml(t) for t in self.texts)}]
"""


def hostile(texts: Sequence[str], size: int = 6) -> tuple[Hostile, ...]:
    """The parts of a contract for some texts, so many of them together."""
    starts = range(0, len(texts), size)
    return tuple(
        Hostile(number, tuple(texts[start : start + size]))
        for number, start in enumerate(starts)
    )


def wsdl(parts: Sequence[Hostile]) -> str:
    """The whole contract."""
    everything = xml(" ".join(part.text for part in parts))
    note = f"<wsdl:documentation>{everything}</wsdl:documentation>"
    prefixes = "".join(f' xmlns:n{p.number}="{xml(p.namespace)}"' for p in parts)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="Attack" targetNamespace="{xml(parts[0].namespace)}"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:own="{xml(parts[0].namespace)}"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"{prefixes}>{note}
  <wsdl:types>{"".join(part.schema() for part in parts)}
  </wsdl:types>{"".join(_messages(part) for part in parts)}
  <wsdl:portType name="Attack">{note}{"".join(_operation(part) for part in parts)}
  </wsdl:portType>
  <wsdl:binding name="Attack" type="own:Attack">{note}
    <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    {"".join(_bound(part) for part in parts)}
  </wsdl:binding>
  <wsdl:service name="Attack">{note}
    <wsdl:port name="Attack" binding="own:Attack">{note}
      <soap:address location="http://attack.invalid/{everything}"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
"""


def overlay(parts: Sequence[Hostile]) -> str:
    """The whole overlay."""
    everything = toml(" ".join(part.text for part in parts))
    return f"[service]\ndocumentation = {everything}\n" + "".join(
        part.overlay() for part in parts
    )


def _note(text: str) -> str:
    return f"<xs:documentation>{text}</xs:documentation>"


def _value(text: str, note: str) -> str:
    return f'<xs:enumeration value="{xml(text)}">{note}</xs:enumeration>'


def _messages(part: Hostile) -> str:
    n, note = part.number, f"<wsdl:documentation>{xml(part.text)}</wsdl:documentation>"
    elements = {
        f"In{n}": f"Call{n}",
        f"Out{n}": f"Call{n}Response",
        f"Ask{n}": f"Ask{n}",
        f"Told{n}": f"Told{n}",
    }
    typed = f'<wsdl:part name="Thing" type="n{n}:Thing{n}"/>'
    other = typed.replace('"Thing"', '"Block"')
    messages = (
        f'<wsdl:message name="Rpc{n}">{note}{typed}</wsdl:message>'
        f'<wsdl:message name="Typed{n}">{note}{other}</wsdl:message>'
    )
    return messages + "".join(
        f'<wsdl:message name="{name}">{note}'
        f'<wsdl:part name="p" element="n{n}:{element}"/></wsdl:message>'
        for name, element in elements.items()
    )


def _operation(part: Hostile) -> str:
    n, note = part.number, f"<wsdl:documentation>{xml(part.text)}</wsdl:documentation>"
    return f"""
    <wsdl:operation name="Call{n}">{note}
      <wsdl:input message="own:In{n}">{note}</wsdl:input>
      <wsdl:output message="own:Out{n}"/>
    </wsdl:operation>
    <wsdl:operation name="Tell{n}" parameterOrder="{xml(part.text)}">{note}
      <wsdl:input name="{xml(part.text)}" message="own:Rpc{n}">{note}</wsdl:input>
      <wsdl:output name="{xml(part.text)}" message="own:Rpc{n}"/>
      <wsdl:fault name="Bad{n}" message="own:Typed{n}">{note}</wsdl:fault>
    </wsdl:operation>"""


def _bound(part: Hostile) -> str:
    n = part.number
    in_namespace = f'use="literal" namespace="{xml(part.rpc_namespace)}"'
    rpc = f"<soap:body {in_namespace}/>"
    typed = f'message="own:Typed{n}" part="Block" {in_namespace}'
    block = f"<soap:header {typed}><soap:headerfault {typed}/></soap:header>"
    return f"""
    <wsdl:operation name="Call{n}">
      <soap:operation soapAction="urn:{xml(part.text)}" style="document"/>
      <wsdl:input><soap:header message="own:Ask{n}" part="p" use="literal"/>
        <soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:header message="own:Told{n}" part="p" use="literal"/>
        <soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
    <wsdl:operation name="Tell{n}">
      <soap:operation soapAction="urn:{xml(part.text)}" style="rpc"/>
      <wsdl:input>{block}{rpc}</wsdl:input>
      <wsdl:output>{block}{rpc}</wsdl:output>
      <wsdl:fault name="Bad{n}"><soap:fault name="Bad{n}" {in_namespace}/></wsdl:fault>
    </wsdl:operation>"""
