"""Which encoded header blocks and faults can be generated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reader.reducing import ASK, names, reduced
from typedsoap.support.operations import Supported

H = '<wsdl:message name="H"><wsdl:part name="token" type="{}"/></wsdl:message>'
BLOCK = '<soap:header message="tns:{}" part="{}" use="{}"/>'


def with_blocks(
    folder: Path, first: str, second: str, kind: str = "xs:int"
) -> Supported:
    """The contract with a header block for each of its two operations."""
    binding = ASK["binding"].replace("<wsdl:input>", f"<wsdl:input>{first}")
    ask = (
        f'<wsdl:operation name="Ask"><wsdl:input>{second}</wsdl:input></wsdl:operation>'
    )
    return reduced(
        folder,
        messages=ASK["messages"] + H.format(kind),
        binding=binding.replace('<wsdl:operation name="Ask"/>', ask),
    )


def test_encoded_header_blocks(tmp_path: Path) -> None:
    block = BLOCK.format("H", "token", "encoded")
    found = with_blocks(tmp_path, block, block)
    assert found.diagnostics == ()
    assert names(found) == ["Place", "Ask"]


def test_an_encoded_header_block_that_is_an_element(tmp_path: Path) -> None:
    found = with_blocks(tmp_path, BLOCK.format("Ask", "p", "encoded"), "")
    (warning,) = found.diagnostics
    assert (warning.code, names(found)) == ("TS151", ["Ask"])
    assert "uses an encoded header block that is an element;" in warning.message


def test_encoded_header_blocks_beside_literal_ones(tmp_path: Path) -> None:
    blocks = [BLOCK.format("H", "token", use) for use in ("literal", "encoded")]
    found = with_blocks(tmp_path, *blocks)
    (warning,) = found.diagnostics
    assert (warning.code, names(found)) == ("TS151", ["Place"])
    assert "uses an encoded header block beside literal ones;" in warning.message


def test_an_encoded_header_block_of_a_type_that_cannot_be(tmp_path: Path) -> None:
    found = with_blocks(tmp_path, BLOCK.format("H", "token", "encoded"), "", "xs:QName")
    (warning,) = found.diagnostics
    assert (warning.code, names(found)) == ("TS152", ["Ask"])
    assert "needs an encoded {http://www.w3.org/2001/XMLSchema}QName" in warning.message


FAULTS = {
    "an encoded message whose part is an element": 'element="tns:Token"',
    "a part that needs an encoded {http://www.w3.org/2001/XMLSchema}QName": (
        'type="xs:QName"'
    ),
    "a part that needs encoded attributes (type 'T')": 'type="tns:T"',
}


def with_faults(folder: Path, part: str, *uses: str) -> Supported:
    """The contract with a fault of each use for its first operation."""
    declared = "".join(f'<wsdl:fault name="{u}" message="tns:F"/>' for u in uses)
    bound = "".join(
        f'<wsdl:fault name="{use}"><soap:fault name="{use}" use="{use}"/></wsdl:fault>'
        for use in uses
    )
    output = '<wsdl:output message="tns:PlaceOut"/>'
    assert output in ASK["port_type"]
    sent = '<wsdl:output><soap:body use="literal"/></wsdl:output>'
    assert sent in ASK["binding"]
    return reduced(
        folder,
        elements=ASK["elements"]
        + '<xs:complexType name="T"><xs:attribute name="a" type="xs:int"/>'
        "</xs:complexType>",
        messages=ASK["messages"]
        + f'<wsdl:message name="F"><wsdl:part name="p" {part}/></wsdl:message>',
        port_type=ASK["port_type"].replace(output, output + declared),
        binding=ASK["binding"].replace(sent, sent + bound, 1),
    )


def test_an_encoded_fault(tmp_path: Path) -> None:
    found = with_faults(tmp_path, 'type="xs:int"', "encoded")
    assert found.diagnostics == ()
    (fault,) = found.contract.bindings[0].operations[0].faults
    assert fault.name == "encoded"


@pytest.mark.parametrize("what", FAULTS)
def test_encoded_faults_without_a_class(what: str, tmp_path: Path) -> None:
    found = with_faults(tmp_path, FAULTS[what], "encoded")
    assert names(found) == ["Place", "Ask"]
    (warning,) = found.diagnostics
    assert warning.code == "TS170"
    assert f"the fault 'encoded' has {what}" in warning.message


def test_one_message_as_a_literal_and_an_encoded_fault(tmp_path: Path) -> None:
    found = with_faults(tmp_path, 'type="xs:int"', "literal", "encoded")
    (warning,) = found.diagnostics
    assert warning.code == "TS170"
    assert "the fault 'encoded' has the use encoded, and elsewhere literal;" in (
        warning.message
    )
