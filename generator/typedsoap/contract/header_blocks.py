"""Header blocks as elements: global ones, or such as a part with a type stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from typedsoap.contract.components import Schema
from typedsoap.contract.names import QName
from typedsoap.contract.schema import Element
from typedsoap.contract.wsdl import Header, Message, Use

T = TypeVar("T", bound=Hashable)


def header_blocks(message: Message | None, schema: Schema) -> tuple[Element, ...]:
    """The elements of a message's header blocks in binding order.

    Those that no schema declares are left out; there are none for a reply that does not
    exist. Several of one name are numbered.
    """
    headers = () if message is None else message.headers
    found = [_block(header, schema) for header in headers]
    elements = [element for element in found if element is not None]
    keys = numbered(element.name for element in elements)
    return tuple(
        element if number == 1 else replace(element, number=number)
        for element, (_, number) in zip(elements, keys, strict=True)
    )


def numbered(names: Iterable[T]) -> Iterator[tuple[T, int]]:
    """Each name, and how many of them there have been so far."""
    counts: Counter[T] = Counter()
    for name in names:
        counts[name] += 1
        yield name, counts[name]


def encoded_blocks(message: Message | None) -> frozenset[QName]:
    """The names of those header blocks of a message that are in SOAP encoding."""
    headers = () if message is None else message.headers
    return frozenset(header.block for header in headers if header.use is Use.ENCODED)


def _block(header: Header, schema: Schema) -> Element | None:
    if header.type is None:
        return schema.value(header.block)
    return Element(name=header.block, type=header.type, location=header.location)
