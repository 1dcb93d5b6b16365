"""Types of parts in style document: which of them Body itself can be of.

Source: WSDL 1.1 §3.5 makes the type of the only part that of Body; SOAP 1.1 §4.3 and
SOAP 1.2 part 1 §5.3 leave Body elements alone.
"""

from __future__ import annotations

from typedsoap.contract.components import Schema
from typedsoap.contract.names import QName
from typedsoap.contract.schema import ComplexType, Element
from typedsoap.contract.shapes import all_attributes, content_lineage, is_mixed
from typedsoap.contract.wsdl import Message, Operation, Part, Style


def is_body_type(reference: QName, schema: Schema) -> bool:
    """Whether what a type holds is elements alone, so that Body can be of it."""
    definition = schema.definition(reference)
    return (
        isinstance(definition, ComplexType)
        and not definition.simple_content
        and not is_mixed(definition)
        and not all_attributes(definition, schema)
        and not any(
            link.wildcard_attributes for link in content_lineage(definition, schema)
        )
    )


def part_element(part: Part, reference: QName) -> Element:
    """The element that programs send for a part whose type Body cannot be of.

    It is called like the part and in no namespace, as an accessor of style rpc.
    """
    return Element(name=QName("", part.name), type=reference, location=part.location)


def parts_as_elements(operation: Operation, schema: Schema) -> tuple[Part, ...]:
    """The parts of an operation's messages that are sent as such elements."""
    if operation.style is Style.RPC:
        return ()
    return tuple(
        part
        for message in operation.messages
        for part in message.body_parts
        if _is_only(message) and part.type and not is_body_type(part.type, schema)
    )


def _is_only(message: Message) -> bool:
    return len(message.body_parts) == 1
