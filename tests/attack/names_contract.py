"""A WSDL in which everything that has a name has a hostile one."""

from __future__ import annotations

from collections.abc import Sequence

from tests.attack.hostile_contract import SOAP

_OPTIONAL = 'minOccurs="0" nillable="true"'
CALL = "All.Call"
"""The operation with every member; the others have empty wrappers."""


def wsdl(
    members: Sequence[str], types: Sequence[str], operations: Sequence[str]
) -> str:
    """A contract of such names.

    Args:
        members: Names of fields, parameters, members of results, header blocks,
            dictionary keys and enumeration values.
        types: Names of records; each has itself as a field, and is a parameter's type.
        operations: Names of operations.
    """
    fields = "".join(_element(name, "xs:string") for name in members)
    records = "".join(_element(f"P.{name}", f"own:{name}") for name in types)
    blocks = "".join(
        f'<xs:element name="{name}" type="xs:string" nillable="true"/>'
        for name in members
    )
    values = "".join(f'<xs:enumeration value="{name}"/>' for name in members)
    everything = f"""{fields}{records}
        <xs:element name="All.Values" type="own:All.Values" {_OPTIONAL}/>
        <xs:element name="All.Fields" type="own:All.Fields" {_OPTIONAL}/>"""
    calls = [CALL, *(f"{name}.Op" for name in operations)]
    names = [CALL, *operations]
    bound = '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>'
    bound += "".join(_bound(name, members if name == CALL else ()) for name in names)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="import" targetNamespace="urn:names" xmlns:own="urn:names"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <wsdl:types><xs:schema targetNamespace="urn:names" elementFormDefault="qualified">
    <xs:simpleType name="All.Values"><xs:restriction base="xs:string">{values}
    </xs:restriction></xs:simpleType>
    <xs:complexType name="All.Fields"><xs:sequence>{fields}</xs:sequence></xs:complexType>
    {"".join(_record(name) for name in types)}{blocks}
    {"".join(_wrappers(call, everything if call == CALL else "") for call in calls)}
  </xs:schema></wsdl:types>
  {"".join(_messages(call) for call in calls)}
  <wsdl:message name="Blocks">
    {"".join(f'<wsdl:part name="{name}" element="own:{name}"/>' for name in members)}
  </wsdl:message>
  <wsdl:portType name="class">
    {"".join(_operation(*pair) for pair in zip(names, calls, strict=True))}
  </wsdl:portType>
  {_binding("None", bound)}{_binding("True", bound.replace("<soap:", "<soap12:"))}
  <wsdl:service name="__init__">
    <wsdl:port name="import" binding="own:True">
      <soap12:address location="http://attack.invalid/"/></wsdl:port>
    <wsdl:port name="def" binding="own:None">
      <soap:address location="http://attack.invalid/"/></wsdl:port>
  </wsdl:service>
</wsdl:definitions>"""


def replies(members: Sequence[str], operations: Sequence[str]) -> dict[str, str]:
    """What the server answers to each request."""
    inside = "".join(f"<{name}>{name}</{name}>" for name in members)
    everything = f"{inside}<All.Values>{members[0]}</All.Values>"
    contents = {CALL: everything} | {f"{name}.Op": "" for name in operations}
    return {
        call: f'<s:Envelope xmlns:s="{SOAP}"><s:Body><{call}Response xmlns="urn:names">'
        f"{content}</{call}Response></s:Body></s:Envelope>"
        for call, content in contents.items()
    }


def _element(name: str, kind: str) -> str:
    return f'<xs:element name="{name}" type="{kind}" {_OPTIONAL}/>'


def _record(name: str) -> str:
    return (
        f'<xs:complexType name="{name}"><xs:sequence>{_element(name, f"own:{name}")}'
        "</xs:sequence></xs:complexType>"
    )


def _wrappers(call: str, members: str) -> str:
    return "".join(
        f'<xs:element name="{name}"><xs:complexType><xs:sequence>{members}'
        "</xs:sequence></xs:complexType></xs:element>"
        for name in (call, f"{call}Response")
    )


def _messages(call: str) -> str:
    return "".join(
        f'<wsdl:message name="{name}"><wsdl:part name="self" element="own:{name}"/>'
        "</wsdl:message>"
        for name in (call, f"{call}Response")
    )


def _operation(name: str, call: str) -> str:
    return f"""<wsdl:operation name="{name}"><wsdl:input message="own:{call}"/>
      <wsdl:output message="own:{call}Response"/></wsdl:operation>"""


def _binding(name: str, content: str) -> str:
    return f'<wsdl:binding name="{name}" type="own:class">{content}</wsdl:binding>'


def _bound(name: str, blocks: Sequence[str]) -> str:
    headers = "".join(
        f'<soap:header message="own:Blocks" part="{block}" use="literal"/>'
        for block in blocks
    )
    body = '<soap:body use="literal"/>'
    return f"""<wsdl:operation name="{name}">
      <soap:operation soapAction="" style="document"/>
      <wsdl:input>{headers}{body}</wsdl:input><wsdl:output>{headers}{body}</wsdl:output>
    </wsdl:operation>"""
