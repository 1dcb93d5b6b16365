"""Header blocks as elements: global ones, or such as a part with a type stands for."""

from __future__ import annotations

from typedsoap.contract.components import Schema
from typedsoap.contract.schema import Element
from typedsoap.contract.wsdl import Header, Message


def header_blocks(message: Message | None, schema: Schema) -> tuple[Element, ...]:
    """The elements of a message's header blocks in binding order.

    Those that no schema declares are left out; there are none for a reply that does not
    exist.
    """
    headers = () if message is None else message.headers
    found = (_block(header, schema) for header in headers)
    return tuple(element for element in found if element is not None)


def _block(header: Header, schema: Schema) -> Element | None:
    if header.type is None:
        return schema.elements.get(header.block)
    return Element(name=header.block, type=header.type, location=header.location)
