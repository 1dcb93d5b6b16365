"""Which elements in Body are wrappers, so that a message is about what they hold.

The wrapper style is not in WSDL itself; its conditions are those that makers of tools
have agreed on.
"""

from __future__ import annotations

from typedsoap.contract.arrays import is_array
from typedsoap.contract.components import Schema
from typedsoap.contract.kinds import Compositor
from typedsoap.contract.schema import ComplexType, Element
from typedsoap.contract.shapes import is_mixed
from typedsoap.contract.wsdl import Operation


def is_wrapped(operation: Operation, schema: Schema) -> bool:
    """Whether the request's only element is a sequence and named like the operation."""
    names = operation.input.body_elements
    if len(operation.input.body) != 1 or [n.name for n in names] != [operation.name]:
        return False
    element = schema.elements.get(names[0])
    return element is not None and is_spread(element, wrapped=True, schema=schema)


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
