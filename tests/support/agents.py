"""Made-up agents: WSDLs of the shape that WCF gives services with data contracts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

NAMESPACE: Final = "http://example.org/agents/Services"
_SERIALIZATION: Final = "http://schemas.microsoft.com/2003/10/Serialization/"
_ARRAYS: Final = f"{_SERIALIZATION}Arrays"

BUILT_IN: Final = (
    *("string", "boolean", "byte", "short", "int", "long", "decimal", "float"),
    *("double", "unsignedByte", "unsignedShort", "unsignedInt", "unsignedLong"),
    *("dateTime", "base64Binary", "anyURI", "QName"),
)
"""The types of XML Schema that data contracts use."""

UNUSUAL: Final = (
    *("date", "time", "duration", "integer", "nonNegativeInteger", "positiveInteger"),
    *("negativeInteger", "nonPositiveInteger", "hexBinary", "normalizedString"),
    *("token", "language", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay"),
    *("Name", "NCName", "NMTOKEN", "anySimpleType"),
)
"""Those that a contract has only where its maker wrote the schema by hand."""

SERIALIZATION: Final = ("char", "duration", "guid")
"""The types that Microsoft's serialization adds."""

_NULLABLE: Final = frozenset(("xs:string", "xs:base64Binary", "xs:anyURI", "xs:QName"))


@dataclass(frozen=True, slots=True)
class Agent:
    """One service.

    Attributes:
        schema: Types in the namespace that all agents share.
        operations: Name, parameters and results; elements as `field` writes them.
        arrays: Types in the namespace of arrays.
        one_way: Operations that have no reply.
    """

    name: str
    schema: str
    operations: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    arrays: str = ""
    one_way: frozenset[str] = frozenset()


def field(name: str, type_name: str, *, required: bool = False) -> str:
    """An element as a data contract has it: optional, nillable if .NET has null for it."""
    value = type_name.startswith("xs:") and type_name not in _NULLABLE
    nillable = not value and not _is_value(type_name)
    attributes = f'name="{name}" type="{type_name}"'
    if not required:
        attributes += ' minOccurs="0"'
    if nillable:
        attributes += ' nillable="true"'
    return f"<xs:element {attributes}/>"


def _is_value(type_name: str) -> bool:
    # .NET has no null for its own value types and for enumerations, called EName here.
    return re.match("ser:|t:E[A-Z]", type_name) is not None


def record(name: str, *members: str, base: str | None = None) -> str:
    """A data contract."""
    content = f'<xs:sequence>{"".join(members)}</xs:sequence>'
    if base is not None:
        content = (
            f'<xs:complexContent><xs:extension base="t:{base}">{content}'
            "</xs:extension></xs:complexContent>"
        )
    return f'<xs:complexType name="{name}">{content}</xs:complexType>'


def array(item: str, item_type: str, name: str | None = None) -> str:
    """A list: `item` is its element, and what its name ends in."""
    nillable = "" if _is_value(item_type) else ' nillable="true"'
    return record(
        name or f"ArrayOf{item}",
        f'<xs:element name="{item}" type="{item_type}" minOccurs="0" '
        f'maxOccurs="unbounded"{nillable}/>',
    )


def dictionary(name: str, key: str, value: str, pair: str | None = None) -> str:
    """A dictionary; its keys and values are required."""
    members = field("Key", key, required=True) + field("Value", value, required=True)
    return (
        f'<xs:complexType name="{name}"><xs:annotation><xs:appinfo>'
        f'<IsDictionary xmlns="{_SERIALIZATION}">true</IsDictionary>'
        f'</xs:appinfo></xs:annotation><xs:sequence><xs:element name="{pair or name}Pair"'
        ' minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>'
        f"{members}</xs:sequence></xs:complexType></xs:element></xs:sequence>"
        "</xs:complexType>"
    )


def enumeration(name: str, *members: str) -> str:
    """An enumeration."""
    listed = "".join(f'<xs:enumeration value="{member}"/>' for member in members)
    return (
        f'<xs:simpleType name="{name}"><xs:restriction base="xs:string">{listed}'
        "</xs:restriction></xs:simpleType>"
    )


def flags(name: str, *members: str) -> str:
    """An enumeration whose members combine."""
    listed = "".join(f'<xs:enumeration value="{member}"/>' for member in members)
    return (
        f'<xs:simpleType name="{name}"><xs:list><xs:simpleType>'
        f'<xs:restriction base="xs:string">{listed}</xs:restriction>'
        "</xs:simpleType></xs:list></xs:simpleType>"
    )


def wsdl_text(agent: Agent) -> str:
    """The agent's WSDL."""
    return "\n".join(_wsdl(agent)) + "\n"


def _wsdl(agent: Agent) -> Iterator[str]:
    yield (
        f'<definitions name="{agent.name}" targetNamespace="{NAMESPACE}"'
        f' xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:t="{NAMESPACE}"'
        f' xmlns:arr="{_ARRAYS}" xmlns:ser="{_SERIALIZATION}"'
        ' xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"><types>'
    )
    yield f'<xs:schema targetNamespace="{NAMESPACE}" elementFormDefault="qualified">'
    yield f'<xs:import namespace="{_ARRAYS}"/><xs:import namespace="{_SERIALIZATION}"/>'
    yield from _BLOCKS
    for name, parameters, results in agent.operations:
        yield _wrapper(name, parameters)
        if name not in agent.one_way:
            yield _wrapper(f"{name}Response", results)
    yield agent.schema
    yield "</xs:schema>"
    yield f'<xs:schema targetNamespace="{_ARRAYS}" elementFormDefault="qualified">'
    yield f'<xs:import namespace="{_SERIALIZATION}"/>{agent.arrays}</xs:schema>'
    yield _SERIALIZATION_SCHEMA
    yield "</types>"
    for block in (*_REQUEST, *_REPLY):
        part = f'<part name="{block}" element="t:{block}"/>'
        yield f'<message name="{block}">{part}</message>'
    for name, _, _ in agent.operations:
        for end in ("", *([] if name in agent.one_way else ["Response"])):
            yield (
                f'<message name="{name}{end}">'
                f'<part name="parameters" element="t:{name}{end}"/></message>'
            )
    yield f'<portType name="{agent.name}">'
    for name, _, _ in agent.operations:
        output = f'<output message="t:{name}Response"/>'
        yield (
            f'<operation name="{name}"><input message="t:{name}"/>'
            f'{"" if name in agent.one_way else output}</operation>'
        )
    yield f'</portType><binding name="{agent.name}Binding" type="t:{agent.name}">'
    yield '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>'
    for name, _, _ in agent.operations:
        output = f'<output>{_headers(_REPLY)}<soap:body use="literal"/></output>'
        yield (
            f'<operation name="{name}"><soap:operation'
            f' soapAction="{NAMESPACE}/{agent.name}/{name}"/>'
            f'<input>{_headers(_REQUEST)}<soap:body use="literal"/></input>'
            f'{"" if name in agent.one_way else output}</operation>'
        )
    yield (
        f'</binding><service name="{agent.name}Service"><port name="{agent.name}"'
        f' binding="t:{agent.name}Binding"><soap:address'
        f' location="http://example.org/{agent.name}.svc"/></port></service>'
    )
    yield "</definitions>"


def _wrapper(name: str, members: Iterable[str]) -> str:
    return (
        f'<xs:element name="{name}"><xs:complexType><xs:sequence>'
        f'{"".join(members)}</xs:sequence></xs:complexType></xs:element>'
    )


_REQUEST: Final = ("Token", "Ticket")
_REPLY: Final = ("Succeeded", "Elapsed")
_BLOCKS: Final = (
    '<xs:element name="Token" type="xs:string" nillable="true"/>',
    '<xs:element name="Ticket" type="xs:string" nillable="true"/>',
    '<xs:element name="Succeeded" type="xs:boolean"/>',
    '<xs:element name="Elapsed" type="ser:duration"/>',
)


def _headers(names: Iterable[str]) -> str:
    return "".join(
        f'<soap:header message="t:{name}" part="{name}" use="literal"/>'
        for name in names
    )


_SERIALIZATION_SCHEMA: Final = f"""
<xs:schema targetNamespace="{_SERIALIZATION}" elementFormDefault="qualified"
    attributeFormDefault="qualified" xmlns:tns="{_SERIALIZATION}">
  <xs:element name="anyType" nillable="true" type="xs:anyType"/>
  <xs:element name="char" nillable="true" type="tns:char"/>
  <xs:simpleType name="char"><xs:restriction base="xs:int"/></xs:simpleType>
  <xs:element name="duration" nillable="true" type="tns:duration"/>
  <xs:simpleType name="duration"><xs:restriction base="xs:duration">
    <xs:pattern value="\\-?P(\\d*D)?(T(\\d*H)?(\\d*M)?(\\d*(\\.\\d*)?S)?)?"/>
    <xs:minInclusive value="-P10675199DT2H48M5.4775808S"/>
    <xs:maxInclusive value="P10675199DT2H48M5.4775807S"/>
  </xs:restriction></xs:simpleType>
  <xs:element name="guid" nillable="true" type="tns:guid"/>
  <xs:simpleType name="guid"><xs:restriction base="xs:string">
    <xs:pattern value="[\\da-fA-F]{{8}}(-[\\da-fA-F]{{4}}){{3}}-[\\da-fA-F]{{12}}"/>
  </xs:restriction></xs:simpleType>
  <xs:attribute name="FactoryType" type="xs:QName"/>
  <xs:attribute name="Id" type="xs:ID"/>
  <xs:attribute name="Ref" type="xs:IDREF"/>
</xs:schema>"""
