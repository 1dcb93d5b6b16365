"""What Body holds: the rules for the styles of WSDL 1.1 §3.5, in terms of elements.

The wrapper style is not in WSDL itself; its conditions are those that makers of tools
have agreed on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from typedsoap.contract.arrays import is_array
from typedsoap.contract.components import Schema
from typedsoap.contract.names import SOAP_ENCODING, XSD_NAMESPACE, QName
from typedsoap.contract.schema import (
    Attribute,
    ComplexType,
    Compositor,
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
    is_mixed,
)
from typedsoap.contract.wsdl import Message, Operation, Style, Use

DETAIL: Final = " detail"
"""What the name of a detail's type ends in; no name of a schema has a blank in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The content of one message's Body.

    Attributes:
        element: The element in Body, for style rpc with a type made of the parts; None
            where Body is empty.
        particles: What the message is about: what is inside of that element, or the
            element itself where it is bare.
        bare: Whether that element is itself the one member.
        attributes: The attributes of that element, if it is not bare.
        other_attributes: Whether it may have others.
        content: The model group that the members are in; None where it is bare.
        encoded: Whether it is in SOAP encoding.
    """

    element: Element | None = None
    particles: tuple[Particle, ...] = ()
    bare: bool = False
    attributes: tuple[Attribute, ...] = ()
    other_attributes: bool = False
    content: Group | None = None
    encoded: bool = False

    @property
    def members(self) -> tuple[Element, ...]:
        """The elements among the particles."""
        return tuple(found for found in self.particles if isinstance(found, Element))

    @property
    def name(self) -> QName | None:
        """The name of the element in Body; None where Body is empty."""
        return None if self.element is None else self.element.name


def request_body(operation: Operation, schema: Schema) -> Body:
    """What the request's Body holds."""
    if operation.style is Style.RPC:
        return _rpc(operation.input, operation.name)
    return _document(operation.input, _is_wrapped(operation, schema), schema)


def reply_body(operation: Operation, schema: Schema) -> Body:
    """What the reply's Body holds; it is empty for a one-way operation."""
    if operation.output is None:
        return Body()
    if operation.style is Style.RPC:
        body = _rpc(operation.output, f"{operation.name}Response")
        return _with_nil(body, schema) if body.encoded else body
    return _document(operation.output, _is_wrapped(operation, schema), schema)


def bodies(operation: Operation, schema: Schema) -> tuple[Body, ...]:
    """The Body of the request, and that of the reply if there is one."""
    request = request_body(operation, schema)
    if operation.output is None:
        return (request,)
    return request, reply_body(operation, schema)


def fault_body(name: QName, schema: Schema) -> Body:
    """What an element in the detail of a fault holds: as in Body, but never wrapped.

    An anonymous type that has a name for this use is not spread.
    """
    element = schema.elements[name]
    if detail_name(name) in schema.types:
        element = replace(element, type=detail_name(name))
        return Body(element=element, particles=(element,), bare=True)
    return _content(element, wrapped=False, schema=schema)


def detail_name(element: QName) -> QName:
    """The name that `contract.anonymous` gives to the type of a fault's detail."""
    return QName(element.namespace, f"/{element.name}{DETAIL}")


def root_types(
    operation: Operation, schema: Schema, use: Use | None = None
) -> Iterator[TypeReference]:
    """The types that the elements and parts of an operation's messages have.

    Args:
        use: Only those that are sent in this way; elements are always literal.
    """
    if use is not Use.ENCODED:
        for name in (*operation.elements, *operation.fault_elements):
            yield schema.elements[name].type
        for name in operation.fault_elements:
            yield detail_name(name)
    for message in operation.messages:
        for part in message.body_parts:
            if part.type is not None and use in (None, message.use):
                yield part.type


def is_spread(element: Element, *, wrapped: bool, schema: Schema) -> bool:
    """Whether a message is about what its one element holds, not about the element.

    So is a wrapper. An anonymous type is spread as well, since there is no name for a
    value of it; and a type without content, since nothing can be said with it.

    Args:
        wrapped: Whether the operation follows the wrapper style.
    """
    if element.untyped:
        return True
    definition = schema.definition(element.type)
    if not isinstance(definition, ComplexType):
        return False
    if is_mixed(definition):
        return False
    if definition.name is None:
        return True
    if not _is_sequence(definition):
        return False
    return wrapped or _says_nothing(definition, schema)


def _is_wrapped(operation: Operation, schema: Schema) -> bool:
    """Whether the request's only element is a sequence and named like the operation."""
    names = operation.input.body_elements
    if len(operation.input.body) != 1 or [n.name for n in names] != [operation.name]:
        return False
    element = schema.elements.get(names[0])
    return element is not None and is_spread(element, wrapped=True, schema=schema)


def _is_sequence(definition: ComplexType) -> bool:
    """Whether a type is a sequence of elements and nothing else; no collection."""
    content = definition.content
    return (
        definition.base is None
        and not definition.abstract
        and not definition.is_dictionary
        and not is_array(definition)
        and not definition.simple_content
        and not definition.attributes
        and not definition.wildcard_attributes
        and (content is None or content.compositor is Compositor.SEQUENCE)
    )


def _says_nothing(definition: ComplexType, schema: Schema) -> bool:
    """Whether a sequence is empty, and no type that could stand in for it has more."""
    if definition.abstract:
        return False
    if definition.content is not None and definition.content.particles:
        return False
    return not any(
        isinstance(other, ComplexType) and other.base == definition.name
        for other in schema.types.values()
    )


def _document(message: Message, wrapped: bool, schema: Schema) -> Body:
    """Style document: the part's element is what Body holds."""
    if not message.body:
        return Body()
    elements = tuple(
        schema.elements[name]
        for name in message.body_elements
        if name in schema.elements
    )
    if len(elements) != 1:
        return Body(particles=elements, bare=True)
    return _content(elements[0], wrapped=wrapped, schema=schema)


def _content(element: Element, *, wrapped: bool, schema: Schema) -> Body:
    if not is_spread(element, wrapped=wrapped, schema=schema):
        return Body(element=element, particles=(element,), bare=True)
    definition = schema.definition(element.type)
    if not isinstance(definition, ComplexType):
        return Body(element=replace(element, type=ComplexType(name=None)))
    links = content_lineage(definition, schema)
    return Body(
        element=element,
        particles=tuple(all_particles(definition, schema)),
        attributes=all_attributes(definition, schema),
        other_attributes=any(link.wildcard_attributes for link in links),
        content=all_content(definition, schema),
    )


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
    content = Group(compositor=Compositor.SEQUENCE, particles=members)
    element = Element(
        name=QName(message.namespace or "", local),
        type=ComplexType(name=None, content=content),
        location=message.location,
    )
    encoded = message.use is Use.ENCODED
    return Body(element=element, particles=members, encoded=encoded)


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
    if isinstance(reference, QName) and reference.namespace == SOAP_ENCODING:
        return True
    return isinstance(schema.definition(reference), ComplexType)
