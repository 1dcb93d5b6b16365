"""What Body holds: the rules for the styles of WSDL 1.1 §3.5, in terms of elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from typedsoap.contract.body_types import is_body_type, part_element
from typedsoap.contract.components import Schema
from typedsoap.contract.encodings import SOAP_ENCODINGS, message_encoding
from typedsoap.contract.kinds import Compositor
from typedsoap.contract.names import XSD_NAMESPACE, QName
from typedsoap.contract.schema import (
    Attribute,
    ComplexType,
    Element,
    Group,
    Particle,
    TypeReference,
)
from typedsoap.contract.shapes import (
    all_attributes,
    all_content,
    all_particles,
    content_lineage,
)
from typedsoap.contract.wrapping import is_spread, is_wrapped
from typedsoap.contract.wsdl import Message, Operation, Part, Style, Use

DETAIL: Final = " detail"
"""What the name of a detail's type ends in; no name of a schema has a blank in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The content of one message's Body.

    Attributes:
        element: The element in Body, for style rpc with a type made of the parts; None
            where Body is empty. Where it is direct this is Body, called like the message.
        particles: What the message is about: what is inside of that element, or the
            element itself where it is bare.
        bare: Whether that element is itself the one member.
        direct: Whether the particles stand in Body beside one another.
        attributes: The attributes of that element, if it is not bare.
        other_attributes: Whether it may have others.
        content: The model group that the members are in; None where it is bare.
        encoding: The SOAP encoding that it is in; None where it is literal.
    """

    element: Element | None = None
    particles: tuple[Particle, ...] = ()
    bare: bool = False
    direct: bool = False
    attributes: tuple[Attribute, ...] = ()
    other_attributes: bool = False
    content: Group | None = None
    encoding: str | None = None

    @property
    def members(self) -> tuple[Element, ...]:
        """The elements among the particles."""
        return tuple(found for found in self.particles if isinstance(found, Element))

    @property
    def name(self) -> QName | None:
        """The name of `element`; None where Body is empty."""
        return None if self.element is None else self.element.name


def request_body(operation: Operation, schema: Schema) -> Body:
    """What the request's Body holds."""
    if operation.style is Style.RPC:
        return _rpc(operation.input, operation.name)
    return _document(operation.input, is_wrapped(operation, schema), schema)


def reply_body(operation: Operation, schema: Schema) -> Body:
    """What the reply's Body holds; it is empty for a one-way operation."""
    if operation.output is None:
        return Body()
    if operation.style is Style.RPC:
        body = _rpc(operation.output, f"{operation.name}Response")
        return _with_nil(body, schema) if body.encoding else body
    return _document(operation.output, is_wrapped(operation, schema), schema)


def bodies(operation: Operation, schema: Schema) -> tuple[Body, ...]:
    """The Body of the request, and that of the reply if there is one."""
    request = request_body(operation, schema)
    if operation.output is None:
        return (request,)
    return request, reply_body(operation, schema)


def detail_name(element: QName) -> QName:
    """The name that `contract.anonymous` gives to the type of a fault's detail."""
    return QName(element.namespace, f"/{element.name}{DETAIL}")


def root_types(
    operation: Operation,
    schema: Schema,
    use: Use | None = None,
    *,
    spread: bool = False,
) -> Iterator[TypeReference]:
    """The types that the elements and parts of an operation's messages have.

    Args:
        use: Only those that are sent in this way; elements are always literal.
        spread: Give the definition in place of the name where a message is about what
            the element in Body holds, so that no value is of its type.
    """
    inside = spread_elements(operation, schema) if spread else frozenset[QName]()
    if use is not Use.ENCODED:
        for name in (*operation.elements, *operation.fault_elements):
            type_ = schema.elements[name].type
            yield (schema.definition(type_) or type_) if name in inside else type_
        yield from _value_types(operation, schema)
        for name in operation.fault_elements:
            yield detail_name(name)
    for message in operation.messages:
        for part in message.body_parts:
            if part.type is not None and use in (None, message.use):
                yield part.type
        for header in message.headers:
            if header.type is not None and use in (None, header.use):
                yield header.type
    for fault in operation.all_faults:
        for part in fault.parts:
            if part.type is not None and use in (None, fault.use):
                yield part.type


def spread_elements(operation: Operation, schema: Schema) -> frozenset[QName]:
    """The elements in Body that are wrappers or alike, and nothing else besides."""
    found = {body.name for body in bodies(operation, schema) if not body.bare}
    elsewhere = {
        name for message in operation.messages for name in message.header_elements
    }
    return frozenset(n for n in found - elsewhere if n is not None) - {
        *operation.fault_elements
    }


def _value_types(operation: Operation, schema: Schema) -> Iterator[QName]:
    """The types of elements that are values here, and are spread in other messages."""
    for message in operation.messages:
        beside = message.body_elements if len(message.body) > 1 else ()
        for name in (*beside, *message.header_elements):
            if name in schema.value_types:
                yield schema.value_types[name]


def _document(message: Message, wrapped: bool, schema: Schema) -> Body:
    """Style document: the elements of the parts, or content of the one part's type."""
    parts = message.body_parts
    if len(parts) == 1 and parts[0].type is not None:
        return _of_type(message, parts[0], parts[0].type, schema)
    # `parts` selects and does not order, as in style rpc.
    chosen = [part.element for part in message.parts if part.name in message.body]
    get = schema.elements.get if len(parts) == 1 else schema.value
    found = (None if name is None else get(name) for name in chosen)
    elements = tuple(element for element in found if element is not None)
    if len(parts) == 1 and elements:
        return content_body(elements[0], wrapped=wrapped, schema=schema)
    if not elements:
        return Body()
    return Body(
        element=_of_parts(message.name, elements, message),
        particles=elements,
        direct=True,
    )


def _of_type(message: Message, part: Part, reference: QName, schema: Schema) -> Body:
    """The part's type is that of Body itself, where it can be: its content stands there."""
    definition = schema.definition(reference)
    if not is_body_type(reference, schema) or not isinstance(definition, ComplexType):
        element = part_element(part, reference)
        return Body(element=element, particles=(element,), bare=True)
    element = Element(name=message.name, type=reference, location=message.location)
    body = _inside(element, definition, schema)
    return replace(body, direct=True) if body.particles else Body()


def content_body(element: Element, *, wrapped: bool, schema: Schema) -> Body:
    """What a message is about whose content is one element.

    Args:
        wrapped: Whether the operation follows the wrapper style.
    """
    if not is_spread(element, wrapped=wrapped, schema=schema):
        return Body(element=element, particles=(element,), bare=True)
    definition = schema.definition(element.type)
    if not isinstance(definition, ComplexType):
        return Body(element=replace(element, type=ComplexType(name=None)))
    return _inside(element, definition, schema)


def _inside(element: Element, definition: ComplexType, schema: Schema) -> Body:
    """What an element of a complex type holds."""
    links = content_lineage(definition, schema)
    return Body(
        element=element,
        particles=tuple(all_particles(definition, schema)),
        attributes=all_attributes(definition, schema),
        other_attributes=any(link.wildcard_attributes for link in links),
        content=all_content(definition, schema),
    )


def _of_parts(name: QName, members: tuple[Element, ...], message: Message) -> Element:
    """An element that holds one element for each part."""
    content = Group(compositor=Compositor.SEQUENCE, particles=members)
    held = ComplexType(name=None, content=content)
    return Element(name=name, type=held, location=message.location)


def _rpc(message: Message, local: str) -> Body:
    """Style rpc: an element in the namespace of `soap:body`, with one for each part.

    The parts are in the message's order (WS-I Basic Profile 1.1, R2301), and their
    elements in no namespace (R2735).
    """
    chosen = {part.name for part in message.body_parts}
    members = tuple(
        Element(name=QName("", part.name), type=part.type, location=part.location)
        for part in message.parts
        if part.name in chosen and part.type is not None
    )
    element = _of_parts(QName(message.namespace or "", local), members, message)
    encoding = message_encoding(message)
    return Body(element=element, particles=members, encoding=encoding)


def _with_nil(body: Body, schema: Schema) -> Body:
    """An encoded reply: servers say nil where they have no object (SOAP 1.1 §5.1)."""
    members = tuple(
        replace(member, nillable=_is_object(member.type, schema))
        for member in body.members
    )
    return replace(body, particles=members)


def _is_object(reference: TypeReference, schema: Schema) -> bool:
    if reference == QName(XSD_NAMESPACE, "anyType"):
        return True
    if isinstance(reference, QName) and reference.namespace in SOAP_ENCODINGS:
        return True
    return isinstance(schema.definition(reference), ComplexType)
