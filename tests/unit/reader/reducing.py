"""A contract of two operations, reduced to what can be generated."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.support.wsdl_texts import BINDING, ELEMENTS, MESSAGES, PORT_TYPE, read, wsdl
from typedsoap.support.operations import Supported, unsupported

ASK: Final = {
    "elements": ELEMENTS
    + "<xs:element name='Ask'><xs:complexType><xs:sequence/></xs:complexType></xs:element>"
    "<xs:element name='Answer'><xs:complexType/></xs:element>",
    "messages": MESSAGES
    + '<wsdl:message name="Ask"><wsdl:part name="p" element="tns:Ask"/></wsdl:message>'
    '<wsdl:message name="Answer"><wsdl:part name="p" element="tns:Answer"/>'
    "</wsdl:message>",
    "port_type": PORT_TYPE.replace(
        "</wsdl:portType>",
        '<wsdl:operation name="Ask"><wsdl:input message="tns:Ask"/>'
        '<wsdl:output message="tns:Answer"/></wsdl:operation></wsdl:portType>',
    ),
    "binding": BINDING.replace(
        "</wsdl:binding>", '<wsdl:operation name="Ask"/></wsdl:binding>'
    ),
}
"""Its parts; the second operation, `Ask`, can always be generated."""
ITEM: Final = '<xs:element name="Item" type="xs:string"/>'


def reduced(folder: Path, **parts: str) -> Supported:
    return unsupported(read(folder, wsdl(**(ASK | parts))))


def names(supported: Supported) -> list[str]:
    (binding,) = supported.contract.bindings
    (port_type,) = supported.contract.port_types
    found = [operation.name for operation in binding.operations]
    assert found == list(port_type.operations)
    return found


def with_item(declaration: str) -> str:
    """The elements, with another member of the wrapper `Place`."""
    assert ITEM in ASK["elements"]
    return ASK["elements"].replace(ITEM, declaration, 1)
