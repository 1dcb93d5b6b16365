"""The infoset that the contract gives to what was read of a sample."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from typedsoap import contract
from typedsoap.contract import Schema, Wildcard
from typedsoap.verify.infoset import Node
from typedsoap.verify.said_types import with_type
from typedsoap.verify.shapes import particles_of
from typedsoap.verify.values import Composite, Fragment, Placed, Text, Value
from typedsoap.verify.xml import XSI_NIL, XSI_TYPE

_NIL: Final = ((XSI_NIL, "true"),)


def written(value: Value, declaration: contract.Element, schema: Schema) -> Node:
    """The infoset that the contract gives a value: declared elements in schema order."""
    name = str(declaration.name)
    if value is None:
        return Node(name, _NIL)
    if isinstance(value, Fragment):
        return value.node
    if isinstance(value, Text):
        return Node(name, content=(value.text,) if value.text else ())
    attributes = tuple(sorted(_attributes(value)))
    declaration = with_type(declaration, value.type)
    if value.text is not None:
        return Node(name, attributes, (value.text.text,) if value.text.text else ())
    return Node(name, attributes, tuple(_content(value, declaration, schema)))


def _attributes(value: Composite) -> Iterator[tuple[str, str]]:
    if value.type is not None:
        yield XSI_TYPE, str(value.type.written)
    for name, found in value.attributes.declared.items():
        yield str(name), found.text
    for name, text in value.attributes.other.items():
        yield str(name), text


def _content(
    value: Composite, declaration: contract.Element, schema: Schema
) -> Iterator[Node]:
    if value.placed is not None:
        yield from _placed(value.placed, schema)
        return
    for particle in particles_of(declaration, schema):
        if isinstance(particle, contract.Element):
            for item in value.members.get(particle.name, ()):
                yield written(item, particle, schema)
        elif isinstance(particle, Wildcard) and particle.key is not None:
            for item in value.members.get(particle.key, ()):
                if isinstance(item, Fragment):
                    yield item.node


def _placed(placed: Iterable[Placed], schema: Schema) -> Iterator[Node]:
    for declaration, value in placed:
        if declaration is not None:
            yield written(value, declaration, schema)
        elif isinstance(value, Fragment):
            yield value.node
