"""Which messages, header blocks and faults can be generated."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import name
from tests.unit.reader.reducing import ASK, ITEM, names, reduced
from typedsoap.support.operations import Supported


def test_all_of_it(tmp_path: Path) -> None:
    supported = reduced(tmp_path)
    assert supported.diagnostics == ()
    assert names(supported) == ["Place", "Ask"]


LITERAL = '<wsdl:input><soap:body use="literal"/></wsdl:input>'
SHAPES = {
    "document/encoded": {
        "binding": ASK["binding"].replace(
            LITERAL, LITERAL.replace("literal", "encoded")
        )
    },
    "one element as two parts in Body": {
        "messages": ASK["messages"].replace(
            '<wsdl:part name="body" element="tns:Place"/>',
            '<wsdl:part name="body" element="tns:Place"/>'
            '<wsdl:part name="more" element="tns:Place"/>',
        )
    },
    "the Body part 'more', which is a type beside other parts": {
        "messages": ASK["messages"].replace(
            '<wsdl:part name="body" element="tns:Place"/>',
            '<wsdl:part name="body" element="tns:Place"/>'
            '<wsdl:part name="more" type="xs:int"/>',
        )
    },
    "an element as a part of style rpc": {
        "binding": ASK["binding"].replace(
            '<soap:operation soapAction="urn:place"', '<soap:operation style="rpc"'
        )
    },
}


@pytest.mark.parametrize("what", SHAPES)
def test_message_that_cannot_be_generated(what: str, tmp_path: Path) -> None:
    supported = reduced(tmp_path, **SHAPES[what])
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert warning.code == "TS151"
    assert warning.message == (
        f"the operation 'Place' uses {what}; it is left out of the client"
    )


@pytest.mark.parametrize(
    ("element", "what"),
    [
        ("<xs:element name='Place' type='xs:anyAtomicType'/>", "xs:anyAtomicType"),
        ("<xs:element name='Place' abstract='true'/>", "an abstract element"),
        (
            "<xs:element name='Place'><xs:complexType><xs:annotation><xs:appinfo>"
            "<ser:IsDictionary>true</ser:IsDictionary></xs:appinfo></xs:annotation>"
            "</xs:complexType></xs:element>",
            "not a sequence of elements",
        ),
    ],
)
def test_body_element_that_cannot_be_generated(
    element: str, what: str, tmp_path: Path
) -> None:
    start = ASK["elements"].index("</xs:element>") + len("</xs:element>")
    supported = reduced(tmp_path, elements=element + ASK["elements"][start:])
    assert names(supported) == ["Ask"]
    assert what in supported.diagnostics[0].message


def test_element_that_no_schema_declares(tmp_path: Path) -> None:
    messages = ASK["messages"].replace(
        'element="tns:Place"', 'element="soapenc:string"'
    )
    supported = reduced(tmp_path, messages=messages)
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert warning.code == "TS152"
    assert "which no schema declares" in warning.message


def test_abstract_type_that_cannot_be_that_of_body(tmp_path: Path) -> None:
    supported = _of_type(tmp_path, '<xs:complexType name="T" abstract="true"/>')
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert (warning.code, warning.message) == (
        "TS152",
        "the operation 'Place' needs an abstract type as that of Body (part 'body'); it is"
        " left out of the client",
    )


@pytest.mark.parametrize(
    "definition",
    [
        '<xs:simpleType name="T"><xs:restriction base="xs:int"/></xs:simpleType>',
        '<xs:complexType name="T"><xs:simpleContent><xs:extension base="xs:int"/>'
        "</xs:simpleContent></xs:complexType>",
        '<xs:complexType name="T"><xs:attribute name="a" type="xs:int"/></xs:complexType>',
        '<xs:complexType name="T"><xs:anyAttribute/></xs:complexType>',
        '<xs:complexType name="T" mixed="true"/>',
    ],
)
def test_type_of_which_a_part_is_an_element(definition: str, tmp_path: Path) -> None:
    supported = _of_type(tmp_path, definition)
    assert names(supported) == ["Place", "Ask"]
    (warning,) = supported.diagnostics
    assert (warning.code, warning.message) == (
        "TS176",
        "the type of the part 'body' cannot be that of Body; the part is sent as an element"
        " of its name, without a namespace",
    )
    assert warning.where is not None


def test_simple_type_that_cannot_be_generated(tmp_path: Path) -> None:
    supported = _of_type(tmp_path, "", "xs:anyAtomicType")
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert "needs xs:anyAtomicType (element 'body')" in warning.message


def _of_type(folder: Path, definition: str, name: str = "tns:T") -> Supported:
    messages = ASK["messages"].replace(
        '<wsdl:part name="body" element="tns:Place"/>',
        f'<wsdl:part name="body" type="{name}"/>',
    )
    return reduced(folder, messages=messages, elements=ASK["elements"] + definition)


def test_part_of_style_rpc_that_cannot_be_generated(tmp_path: Path) -> None:
    part = '<wsdl:part name="body" element="tns:Place{}"/>'
    messages = ASK["messages"].replace(
        part.format(""), '<wsdl:part name="body" type="xs:anyAtomicType"/>'
    )
    messages = messages.replace(part.format("Response"), "")
    binding = ASK["binding"].replace(
        '<soap:operation soapAction="urn:place"', '<soap:operation style="rpc"'
    )
    supported = reduced(tmp_path, messages=messages, binding=binding)
    assert names(supported) == ["Ask"]
    (warning,) = supported.diagnostics
    assert warning.message == (
        "the operation 'Place' needs xs:anyAtomicType (part 'body'); it is left out of the"
        " client"
    )


def test_wrapper_of_a_named_type(tmp_path: Path) -> None:
    start = ASK["elements"].index("</xs:element>") + len("</xs:element>")
    element = (
        "<xs:element name='Place' type='tns:P'/><xs:complexType name='P'><xs:sequence>"
        f"{ITEM}</xs:sequence></xs:complexType>"
    )
    supported = reduced(tmp_path, elements=element + ASK["elements"][start:])
    assert supported.diagnostics == ()
    assert supported.contract.schema.elements[name("Place")].type == name("P")


@pytest.mark.parametrize(
    ("token", "what"),
    [
        ("<xs:element name='Token' type='xs:anyAtomicType'/>", "xs:anyAtomicType"),
        (
            "<xs:element name='Token'><xs:complexType/></xs:element>",
            "an anonymous type",
        ),
        ("<xs:element name='Token' type='xs:date' fixed='2024-01-01'/>", "fixed"),
    ],
)
def test_header_block_that_cannot_be_generated(
    token: str, what: str, tmp_path: Path
) -> None:
    elements = ASK["elements"].replace(
        '<xs:element name="Token" type="xs:string"/>', token
    )
    header = '<soap:header message="tns:Headers" part="Token" use="literal"/>'
    binding = ASK["binding"].replace(
        LITERAL, LITERAL.replace("<soap:b", f"{header}<soap:b")
    )
    supported = reduced(tmp_path, elements=elements, binding=binding)
    assert names(supported) == ["Ask"]
    assert what in supported.diagnostics[0].message


TWO_PARTS = {
    **ASK,
    "messages": ASK["messages"]
    + '<wsdl:message name="Odd"><wsdl:part name="a" element="tns:Token"/>'
    '<wsdl:part name="b" element="tns:Place"/></wsdl:message>'
    '<wsdl:message name="Typed"><wsdl:part name="a" type="xs:anyAtomicType"/>'
    "</wsdl:message>",
}


@pytest.mark.parametrize(
    ("message", "what"),
    [("Odd", "2 parts"), ("Typed", "a part that needs xs:anyAtomicType")],
)
def test_faults_without_a_class_leave_the_operation(
    message: str, what: str, tmp_path: Path
) -> None:
    port_type = ASK["port_type"].replace(
        '<wsdl:output message="tns:PlaceOut"/>',
        '<wsdl:output message="tns:PlaceOut"/>'
        f'<wsdl:fault name="F" message="tns:{message}"/>',
    )
    supported = reduced(tmp_path, **{**TWO_PARTS, "port_type": port_type})
    assert names(supported) == ["Place", "Ask"]
    (binding,) = supported.contract.bindings
    assert [operation.faults for operation in binding.operations] == [(), ()]
    (warning,) = supported.diagnostics
    assert warning.code == "TS170"
    assert f"the fault 'F' has {what}" in warning.message


def test_one_header_block_of_two_types(tmp_path: Path) -> None:
    block = '<soap:header message="tns:H" part="token" use="literal"/>'
    other = block.replace("tns:H", "tns:I")
    binding = ASK["binding"].replace("<wsdl:input>", f"<wsdl:input>{block}")
    ask = (
        f'<wsdl:operation name="Ask"><wsdl:input>{other}</wsdl:input></wsdl:operation>'
    )
    supported = reduced(
        tmp_path,
        messages=ASK["messages"]
        + '<wsdl:message name="H"><wsdl:part name="token" type="xs:int"/></wsdl:message>'
        + '<wsdl:message name="I"><wsdl:part name="token" type="xs:date"/></wsdl:message>',
        binding=binding.replace('<wsdl:operation name="Ask"/>', ask),
    )
    assert names(supported) == ["Place"]
    (warning,) = supported.diagnostics
    assert (warning.code, warning.message) == (
        "TS151",
        "the operation 'Ask' uses the header block token with another type than before; it"
        " is left out of the client",
    )
