"""What is not at hand, or says too little, and matters to no operation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    BINDING,
    MESSAGES,
    PORT_TYPE,
    SERVICE,
    codes,
    errors,
    line_of,
    name,
    write,
    wsdl,
    xs,
)
from typedsoap.contract import Contract, Part
from typedsoap.errors import Diagnostic, Location
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

FAR = "urn:example:far"
REMOTE = "http://localhost:9/far.xsd"
UNNEEDED = f'<xs:element name="Kept" type="f:Type" xmlns:f="{FAR}"/>'


def with_import(location: str, types: str = "", place: str = "") -> str:
    """A WSDL whose schema imports `FAR`; `place` is the type of its operation's item."""
    text = wsdl(types=types)
    if place:
        text = text.replace('type="xs:string"', f'{place} xmlns:f="{FAR}"', 1)
    statement = f'\n<xs:import namespace="{FAR}" schemaLocation="{location}"/>\n'
    return text.replace("<xs:element", f"{statement}<xs:element", 1)


def warned(folder: Path, text: str) -> tuple[Contract, tuple[Diagnostic, ...]]:
    return read_contract(load(write(folder, text), display="orders.wsdl"))


def test_a_schema_that_no_operation_needs(tmp_path: Path) -> None:
    text = with_import(REMOTE, UNNEEDED)
    contract, (found,) = warned(tmp_path, text)
    assert found.code == "TS133"
    assert found.where == Location("orders.wsdl", line_of(text, "<xs:import"))
    what = f"the import location '{REMOTE}' is remote, and nothing is fetched"
    assert found.message == f"{what}; no operation needs what it defines"
    assert found.hint
    plain, _ = read_contract(load(write(tmp_path, wsdl()), display="orders.wsdl"))
    assert contract.bindings == plain.bindings


@pytest.mark.parametrize(
    ("location", "code"),
    [("far.xsd", "TS001"), ("/dev/zero", "TS009"), ("../../etc/passwd", "TS001")],
)
def test_a_file_has_to_be_there_all_the_same(
    location: str, code: str, tmp_path: Path
) -> None:
    (found,) = errors(tmp_path, with_import(location, UNNEEDED))
    assert found.code == code


@pytest.mark.parametrize("use", ['type="f:Type"', 'type="tns:Holder"'])
def test_a_schema_that_an_operation_needs_is_one_error(
    use: str, tmp_path: Path
) -> None:
    holder = (
        '<xs:complexType name="Holder"><xs:sequence>'
        f'<xs:element ref="f:Element" xmlns:f="{FAR}"/>'
        f'<xs:element name="A" type="f:Type" xmlns:f="{FAR}"/>'
        "</xs:sequence></xs:complexType>"
    )
    text = with_import(REMOTE, UNNEEDED + holder, use)
    (found,) = errors(tmp_path, text)
    assert (found.code, found.severity) == ("TS008", "error")


def test_a_part_of_a_schema_that_is_not_at_hand(tmp_path: Path) -> None:
    part = f'element="f:Place" xmlns:f="{FAR}"'
    text = with_import(REMOTE).replace('element="tns:Place"', part, 1)
    assert codes(errors(tmp_path, text)) == ["TS008"]


def test_another_file_may_define_what_is_imported(tmp_path: Path) -> None:
    far = (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{FAR}">'
        '<xs:simpleType name="Type"><xs:restriction base="xs:string"/></xs:simpleType>'
        "</xs:schema>"
    )
    write(tmp_path, far, "near.xsd")
    near = f'<xs:import namespace="{FAR}" schemaLocation="near.xsd"/>'
    text = with_import(REMOTE, place='type="f:Type"')
    text = text.replace("<xs:import", f"{near}\n<xs:import", 1)
    _, (found,) = warned(tmp_path, text)
    assert found.code == "TS133"


def test_an_included_schema_has_to_be_at_hand(tmp_path: Path) -> None:
    include = f'<xs:include schemaLocation="{REMOTE}"/>'
    text = wsdl().replace("<xs:element", f"{include}<xs:element", 1)
    assert codes(errors(tmp_path, text)) == ["TS008"]


PLAIN = """
<wsdl:message name="PlainIn"><wsdl:part name="a" type="tns:No"/></wsdl:message>
<wsdl:message name="PlainOut"><wsdl:part name="Body"/></wsdl:message>
<wsdl:message name="PlainToo"><wsdl:part name="b" element="tns:No" type="tns:No"/>
</wsdl:message>"""
PLAIN_PORT_TYPE = """
<wsdl:portType name="Plain"><wsdl:operation name="Get">
<wsdl:input message="tns:PlainIn"/><wsdl:output message="tns:PlainOut"/>
</wsdl:operation></wsdl:portType>"""
PLAIN_BINDING = """
<wsdl:binding name="PlainHttp" type="tns:Plain">
<h:binding verb="GET" xmlns:h="http://schemas.xmlsoap.org/wsdl/http/"/>
<wsdl:operation name="Get"><wsdl:input/><wsdl:output/></wsdl:operation></wsdl:binding>"""


def test_messages_of_other_bindings(tmp_path: Path) -> None:
    text = wsdl(
        messages=MESSAGES + PLAIN,
        port_type=PORT_TYPE + PLAIN_PORT_TYPE,
        binding=BINDING + PLAIN_BINDING,
    )
    contract, warnings = warned(tmp_path, text)
    assert warnings == ()
    assert [binding.name for binding in contract.bindings] == [name("OrdersSoap")]


def test_the_same_messages_of_an_operation(tmp_path: Path) -> None:
    port_type = PORT_TYPE.replace("tns:PlaceIn", "tns:PlainIn")
    text = wsdl(messages=MESSAGES + PLAIN, port_type=port_type)
    assert codes(errors(tmp_path, text)) == ["TS106"]
    port_type = PORT_TYPE.replace("tns:PlaceIn", "tns:PlainToo")
    text = wsdl(messages=MESSAGES + PLAIN, port_type=port_type)
    assert codes(errors(tmp_path, text)) == ["TS119"]


def test_a_part_of_no_kind_may_hold_anything(tmp_path: Path) -> None:
    port_type = PORT_TYPE.replace("tns:PlaceOut", "tns:PlainOut")
    text = wsdl(messages=MESSAGES + PLAIN, port_type=port_type)
    contract, (found,) = warned(tmp_path, text)
    assert found.code == "TS134"
    assert found.where == Location("orders.wsdl", line_of(text, '"PlainOut"'))
    output = contract.bindings[0].operations[0].output
    assert output is not None
    assert output.parts == (Part(name="Body", type=xs("anyType")),)


def test_a_port_without_its_binding(tmp_path: Path) -> None:
    port = (
        '\n<wsdl:port name="Other" binding="tns:No"><soap:address location="a"/>'
        "</wsdl:port>"
    )
    text = wsdl(service=SERVICE.replace("</wsdl:service>", f"{port}</wsdl:service>"))
    contract, (found,) = warned(tmp_path, text)
    assert found.code == "TS109"
    assert found.where == Location("orders.wsdl", line_of(text, '"Other"'))
    assert "it is left out" in found.message
    ((port_read,),) = [service.ports for service in contract.services]
    assert port_read.name == "OrdersPort"


def test_a_service_without_any_binding(tmp_path: Path) -> None:
    text = wsdl(service=SERVICE.replace("tns:OrdersSoap", "tns:No"))
    contract, warnings = warned(tmp_path, text)
    assert codes(warnings) == ["TS109"]
    assert contract.services == ()
    found = errors(tmp_path, wsdl(binding=""))
    assert codes(found) == ["TS117", "TS109"]
