"""Which encoded messages can be generated, and what their types may need."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.reader.reducing import ASK, names, reduced
from typedsoap.contract import SOAP_12_ENCODING, SOAP_ENCODING, Use
from typedsoap.errors import TypedSoapError

STYLE = f'encodingStyle="{SOAP_ENCODING}"'
BODY = f'<soap:body use="encoded" namespace="urn:x" {STYLE}/>'
INPUT = '<wsdl:input><soap:body use="literal"/></wsdl:input>'
OUTPUT = '<wsdl:output><soap:body use="literal"/></wsdl:output>'
WAYS = ("input", "output")
PART = '<wsdl:part name="body" element="tns:Place"/>'


def encoded(sent: str = BODY, answered: str = BODY, style: str = "rpc") -> str:
    """The binding whose operation Place has these bodies."""
    binding = ASK["binding"]
    assert INPUT in binding
    assert OUTPUT in binding
    binding = binding.replace(INPUT, f"<wsdl:input>{sent}</wsdl:input>", 1)
    binding = binding.replace(OUTPUT, f"<wsdl:output>{answered}</wsdl:output>", 1)
    return binding.replace(
        '<soap:operation soapAction="urn:place"',
        f'<soap:operation style="{style}" soapAction="urn:place"',
    )


def with_part(kind: str) -> str:
    """The messages, with a type for the part of Place and of its answer."""
    messages = ASK["messages"]
    assert PART in messages
    messages = messages.replace(PART, f'<wsdl:part name="body" type="{kind}"/>')
    return messages.replace(
        '<wsdl:part name="body" element="tns:PlaceResponse"/>',
        '<wsdl:part name="body" type="xs:int"/>',
    )


def array(declared: str) -> str:
    """A SOAP array as a schema has it."""
    return (
        "<xs:complexType name='T'><xs:complexContent>"
        "<xs:restriction base='soapenc:Array'>"
        f"<xs:attribute ref='soapenc:arrayType' wsdl:arrayType='{declared}'/>"
        "</xs:restriction></xs:complexContent></xs:complexType>"
    )


def struct(content: str) -> str:
    """A complex type as a schema has it."""
    return f"<xs:complexType name='T'>{content}</xs:complexType>"


def of(declaration: str) -> str:
    """A struct of one element."""
    return struct(f"<xs:sequence>{declaration}</xs:sequence>")


SUPPORTED = {
    "an array of anything": array("xs:anyType[]"),
    "anything": of("<xs:element name='I' type='xs:anyType'/>"),
    "an array": array("xs:string[]"),
    "an array of itself in a struct": of("<xs:element name='I' type='tns:T'/>"),
    "a type of SOAP encoding": of("<xs:element name='I' type='soapenc:boolean'/>"),
    "a repeated element": of(
        "<xs:element name='I' type='xs:int' maxOccurs='unbounded'/>"
    ),
    "an attribute without a type of its own": struct("<xs:all/>"),
    "an array as in SOAP 1.2": (
        "<xs:complexType name='T' xmlns:enc='http://www.w3.org/2003/05/soap-encoding'>"
        "<xs:complexContent><xs:restriction base='enc:Array'>"
        "<xs:attribute ref='enc:itemType' default='xs:string'/>"
        "</xs:restriction></xs:complexContent></xs:complexType>"
    ),
}


@pytest.mark.parametrize("case", SUPPORTED)
def test_what_can_be_generated(case: str, tmp_path: Path) -> None:
    found = reduced(
        tmp_path,
        elements=ASK["elements"] + SUPPORTED[case],
        messages=with_part("tns:T"),
        binding=encoded(),
    )
    assert found.diagnostics == ()
    assert names(found) == ["Place", "Ask"]
    place = found.contract.bindings[0].operations[0]
    assert (place.use, place.input.encoding_style) == (Use.ENCODED, SOAP_ENCODING)
    assert place.input.namespace == "urn:x"


TYPES = {
    "a SOAP array of '[,]'": array("xs:int[,]"),
    "a SOAP array of '[][]'": array("xs:int[][]"),
    "a SOAP array of {http://schemas.xmlsoap.org/soap/encoding/}Struct": array(
        "soapenc:Struct[]"
    ),
    "an array of itself": array("tns:T[]"),
    "an encoded {http://www.w3.org/2001/XMLSchema}QName": of(
        "<xs:element name='I' type='xs:QName'/>"
    ),
    "encoded attributes": struct("<xs:attribute name='a' type='xs:int'/>"),
    "encoded simple content": struct(
        "<xs:simpleContent><xs:extension base='xs:int'/></xs:simpleContent>"
    ),
    "a type derived from a SOAP array": struct(
        "<xs:complexContent><xs:extension base='tns:List'><xs:sequence/></xs:extension>"
        "</xs:complexContent>"
    )
    + array("xs:anyType[]").replace("name='T'", "name='List'"),
    "an encoded xs:any": of("<xs:any/>"),
    "an encoded repeated group": of(
        "<xs:choice maxOccurs='9'><xs:element name='I' type='xs:int'/>"
        "<xs:element name='J' type='xs:int'/></xs:choice>"
    ),
    "an encoded reference to a global element": of("<xs:element ref='tns:Ask'/>"),
    "two accessors of one name": of(
        "<xs:element name='I' type='xs:int'/>"
        "<xs:element name='I' type='xs:int' form='unqualified'/>"
    ),
}


@pytest.mark.parametrize("what", TYPES)
def test_type_that_cannot_be_generated(what: str, tmp_path: Path) -> None:
    found = reduced(
        tmp_path,
        elements=ASK["elements"] + TYPES[what],
        messages=with_part("tns:T"),
        binding=encoded(),
    )
    assert names(found) == ["Ask"]
    (warning,) = found.diagnostics
    assert warning.code == "TS152"
    assert warning.message == (
        f"the operation 'Place' needs {what} (type 'T'); it is left out of the client"
    )


PARTS = {
    "xs:QName": "an encoded {http://www.w3.org/2001/XMLSchema}QName",
    "tns:Mixed": "encoded mixed content",
}


@pytest.mark.parametrize("kind", PARTS)
def test_part_that_cannot_be_generated(kind: str, tmp_path: Path) -> None:
    mixed = "<xs:complexType name='Mixed' mixed='true'/>"
    found = reduced(
        tmp_path,
        elements=ASK["elements"] + mixed,
        messages=with_part(kind),
        binding=encoded(),
    )
    (warning,) = found.diagnostics
    assert warning.code == "TS152"
    assert f"needs {PARTS[kind]} (part 'body');" in warning.message


OTHER = BODY.replace(SOAP_ENCODING, "urn:my-style")
BLANK = BODY.replace(SOAP_ENCODING, "&#160;")
SHAPES = {
    "document/encoded": encoded(style="document"),
    "an encoded message beside a literal one": encoded(
        answered='<soap:body use="literal" namespace="urn:x"/>'
    ),
    "rpc/encoded with the encoding style 'urn:my-style'": encoded(OTHER, OTHER),
    # Blank to Python, and no white space to XML.
    r"rpc/encoded with the encoding style '\xa0'": encoded(BLANK, BLANK),
}


@pytest.mark.parametrize("what", SHAPES)
def test_message_that_cannot_be_generated(what: str, tmp_path: Path) -> None:
    found = reduced(tmp_path, messages=with_part("xs:int"), binding=SHAPES[what])
    (warning,) = found.diagnostics
    assert (warning.code, names(found)) == ("TS151", ["Ask"])
    assert warning.message == (
        f"the operation 'Place' uses {what}; it is left out of the client"
    )


def test_one_encoding_for_all_operations(tmp_path: Path) -> None:
    later = BODY.replace(SOAP_ENCODING, SOAP_12_ENCODING)
    sent, answered = (f"<wsdl:{way}>{later}</wsdl:{way}>" for way in WAYS)
    ask = '<wsdl:operation name="Ask"/>'
    binding = encoded()
    assert ask in binding
    binding = binding.replace(
        ask,
        '<wsdl:operation name="Ask"><soap:operation style="rpc"/>'
        f"{sent}{answered}</wsdl:operation>",
    )
    messages = with_part("xs:int")
    for name in ("Ask", "Answer"):
        messages = messages.replace(f'element="tns:{name}"', 'type="xs:int"')
    found = reduced(tmp_path, messages=messages, binding=binding)
    (warning,) = found.diagnostics
    assert (warning.code, names(found)) == ("TS151", ["Place"])
    assert warning.message == (
        f"the operation 'Ask' uses the encoding {SOAP_12_ENCODING!r} beside"
        f" {SOAP_ENCODING!r} of operations before it; it is left out of the client"
    )


def test_the_type_of_items_is_a_name(tmp_path: Path) -> None:
    definition = SUPPORTED["an array as in SOAP 1.2"].replace("xs:string", "no:string")
    with pytest.raises(TypedSoapError) as caught:
        reduced(
            tmp_path,
            elements=ASK["elements"] + definition,
            messages=with_part("tns:T"),
            binding=encoded(),
        )
    assert "TS104" in {found.code for found in caught.value.diagnostics}
