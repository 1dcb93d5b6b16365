"""Any change of a fact in a pinned WSDL changes its contract."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.unit.reader.contract_texts import SERVICES, contract, read, text
from typedsoap.contract.fingerprint import contract_fingerprint

XS = "{http://www.w3.org/2001/XMLSchema}"
WSDL = "{http://schemas.xmlsoap.org/wsdl/}"
SOAP = "{http://schemas.xmlsoap.org/wsdl/soap/}"


def replaced(*pairs: tuple[str, str]) -> Callable[[str], str]:
    def change(before: str) -> str:
        for old, new in pairs:
            assert old in before, old
            before = before.replace(old, new)
        return before

    return change


def swapped(first: str, second: str) -> Callable[[str], str]:
    """The first place of each of two lines, swapped."""

    def change(before: str) -> str:
        one, two = before.index(first), before.index(second)
        assert one < two
        return (
            before[:one]
            + second
            + before[one + len(first) : two]
            + first
            + before[two + len(second) :]
        )

    return change


HEADER = (
    '<soap:header message="crm:CreateMessageRequest_Headers" part="{}" use="literal"/>'
)
MEMBER = '<xs:element name="{}" type="xs:string" minOccurs="0" nillable="true"/>'
STATUS = '<xs:element name="Status" type="xs:int" minOccurs="0"/>'

FACTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "service": (
        "messaging",
        replaced(('service name="WcfMessagingService"', 'service name="Other"')),
    ),
    "port": (
        "messaging",
        replaced(('port name="BasicHttpBinding_Messaging"', 'port name="Other"')),
    ),
    "address": ("messaging", replaced(("/Messaging.svc", "/Other.svc"))),
    "binding": (
        "messaging",
        replaced(
            ('binding name="BasicHttpBinding_Messaging"', 'binding name="Other"'),
            ('binding="crm:BasicHttpBinding_Messaging"', 'binding="crm:Other"'),
        ),
    ),
    "transport": ("messaging", replaced(("xmlsoap.org/soap/http", "example.org/smtp"))),
    "soap version": (
        "messaging",
        replaced(("xmlsoap.org/wsdl/soap/", "xmlsoap.org/wsdl/soap12/")),
    ),
    "style": ("messaging", replaced(('style="document"', 'style="rpc"'))),
    "port type": (
        "messaging",
        replaced(
            ('portType name="Messaging"', 'portType name="Other"'),
            ('type="crm:Messaging"', 'type="crm:Other"'),
        ),
    ),
    "operation": (
        "messaging",
        replaced(('operation name="GetPlugins"', 'operation name="Other"')),
    ),
    "operation order": (
        "messaging",
        swapped(
            '    <operation name="GetDeliveryStatus">',
            '    <operation name="GetPlugins">',
        ),
    ),
    "action": (
        "messaging",
        replaced(
            ('soapAction="http://www.superoffice.net/ws', 'soapAction="http://x/ws')
        ),
    ),
    "addressing action": (
        "messaging",
        replaced(("Messaging/GetPluginsResponse", "Messaging/Other")),
    ),
    "message": (
        "messaging",
        replaced(
            ('message name="GetPluginsRequest"', 'message name="Other"'),
            ('message="crm:GetPluginsRequest"', 'message="crm:Other"'),
        ),
    ),
    "message name": (
        "messaging",
        replaced(('name="GetPluginsRequest"\n', 'name="Other"\n')),
    ),
    "part": ("messaging", replaced(('part name="parameters"', 'part name="other"'))),
    "part element": (
        "messaging",
        replaced(
            (
                'part name="parameters" element="crm:GetPlugins"',
                'part name="parameters" element="crm:Credentials"',
            )
        ),
    ),
    "use of body": (
        "messaging",
        replaced(('<soap:body use="literal"/>', '<soap:body use="encoded"/>')),
    ),
    "header block left out": ("messaging", replaced((HEADER.format("TimeZone"), ""))),
    "header block order": (
        "messaging",
        swapped(HEADER.format("ApplicationToken"), HEADER.format("Credentials")),
    ),
    "header block element": (
        "messaging",
        replaced(
            (
                '<part name="TimeZone" element="crm:TimeZone"/>',
                '<part name="TimeZone" element="crm:Credentials"/>',
            )
        ),
    ),
    "use of header block": (
        "messaging",
        replaced(
            (
                HEADER.format("TimeZone"),
                HEADER.format("TimeZone").replace("literal", "encoded"),
            )
        ),
    ),
    "member": ("messaging", replaced((STATUS, STATUS.replace("Status", "Other")))),
    "member order": ("messaging", swapped(MEMBER.format("From"), MEMBER.format("To"))),
    "member left out": ("messaging", replaced((STATUS, ""))),
    "member type": ("messaging", replaced((STATUS, STATUS.replace("int", "long")))),
    "nillable": (
        "messaging",
        replaced(
            (
                MEMBER.format("From"),
                MEMBER.format("From").replace(' nillable="true"', ""),
            )
        ),
    ),
    "least occurrence": (
        "messaging",
        replaced((STATUS, STATUS.replace(' minOccurs="0"', ""))),
    ),
    "greatest occurrence": (
        "messaging",
        replaced(('maxOccurs="unbounded"', 'maxOccurs="9"')),
    ),
    "base type": (
        "messaging",
        replaced(('base="crm:Carrier"', 'base="crm:TableRight"')),
    ),
    "no base type": (
        "messaging",
        replaced(
            ("<xs:complexContent>", ""),
            ("</xs:complexContent>", ""),
            ('<xs:extension base="crm:Carrier">', ""),
            ("</xs:extension>", ""),
        ),
    ),
    "type": (
        "messaging",
        replaced(
            ('Type name="ETableRight"', 'Type name="Other"'),
            ('type="crm:ETableRight"', 'type="crm:Other"'),
        ),
    ),
    "global element": (
        "messaging",
        replaced(('element name="ETableRight"', 'element name="Other"')),
    ),
    "global attribute": (
        "messaging",
        replaced(('attribute name="FactoryType"', 'attribute name="Other"')),
    ),
    "facet": ("messaging", replaced(('pattern value="[', 'pattern value="x['))),
    "form": (
        "messaging",
        replaced(('elementFormDefault="qualified"', "")),
    ),
    "dictionary": (
        "messaging",
        replaced(("<ser:IsDictionary>true<", "<ser:IsDictionary>false<")),
    ),
    "flags": (
        "messaging",
        replaced(("<xs:list>", "<xs:union>"), ("</xs:list>", "</xs:union>")),
    ),
    "flag": (
        "messaging",
        replaced(('enumeration value="Filtering"', 'enumeration value="Other"')),
    ),
    "value type": (
        "so_principal",
        replaced(("<ser:IsValueType>true</ser:IsValueType>", "")),
    ),
    "enumeration member": (
        "so_principal",
        replaced(('enumeration value="StatusSpm"', 'enumeration value="Other"')),
    ),
    "enumeration order": (
        "so_principal",
        swapped('<xs:enumeration value="Alpha"/>', '<xs:enumeration value="Beta"/>'),
    ),
    "enumeration number": (
        "so_principal",
        replaced(("EnumerationValue>127<", "EnumerationValue>128<")),
    ),
    "actual type": (
        "so_principal",
        replaced(('ActualType Name="short"', 'ActualType Name="int"')),
    ),
}


@pytest.mark.parametrize("fact", FACTS)
def test_change_of_fact_changes_contract(fact: str, tmp_path: Path) -> None:
    service, change = FACTS[fact]
    changed = change(text(service))
    assert changed != text(service)
    other = read(changed, tmp_path)
    assert other != contract(service)
    assert contract_fingerprint(other) != contract_fingerprint(contract(service))


@pytest.mark.parametrize("service", SERVICES)
def test_what_is_no_fact_changes_nothing(service: str, tmp_path: Path) -> None:
    """Order of definitions, prefixes, documentation, comments and layout."""
    root = etree.fromstring(
        text(service).encode(), etree.XMLParser(remove_comments=True)
    )
    for schema in root.iter(f"{XS}schema"):
        imports = schema.findall(f"{XS}import")
        others = [child for child in schema if child not in imports]
        schema[:] = [*imports, *reversed(others)]
    types = root.find(f"{WSDL}types")
    assert types is not None
    types[:] = list(reversed(types))
    messages = root.findall(f"{WSDL}message")
    for message in messages:
        root.remove(message)
    root.extend(reversed(messages))
    binding = root.find(f"{WSDL}binding")
    assert binding is not None
    binding[1:] = list(reversed(binding[1:]))
    for operation in root.iter(f"{WSDL}operation"):
        note = etree.Element(f"{WSDL}documentation")
        note.text = "Other words."
        operation.insert(0, note)
    etree.indent(root, " ")
    changed = etree.tostring(root).replace(b"crm:", b"p:").replace(b":crm=", b":p=")
    other = read(changed, tmp_path)
    assert other == contract(service)
    assert contract_fingerprint(other) == contract_fingerprint(contract(service))


def test_a_copy_is_equal() -> None:
    for service in SERVICES:
        assert copy.deepcopy(contract(service)) == contract(service)
    assert contract("messaging") != contract("so_principal")
