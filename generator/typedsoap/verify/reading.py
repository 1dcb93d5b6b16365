"""Reads a normalised sample by the contract alone, without the generated codec."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from typedsoap import contract
from typedsoap.contract import ComplexType, QName, Schema, Wildcard
from typedsoap.errors import Location
from typedsoap.source.nodes import Element
from typedsoap.verify.infoset import Node, infoset
from typedsoap.verify.shapes import (
    definition_of,
    is_kept,
    members_of,
    particles_of,
    wildcards_of,
)
from typedsoap.verify.texts import allows, text_type
from typedsoap.verify.xml import XSI_NIL, is_nil, qname, resolve

_NIL: Final = ((XSI_NIL, "true"),)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a sample that the contract does not allow."""

    message: str
    where: Location

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a simple type.

    Attributes:
        type: What `lexical.scalar` calls the type behind it, or behind a list's items;
            `string` for enumerations and lists of them.
        text: Of an `xs:QName` the expanded name in Clark notation.
    """

    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Fragment:
    """An element that is kept as it is, for the contract does not say what is in it.

    Attributes:
        xml: With every namespace that is in scope.
        node: Its infoset.
    """

    xml: str
    node: Node


@dataclass(frozen=True, slots=True)
class Composite:
    """The child elements, in document order for each name.

    What stands in the place of a wildcard goes by the wildcard's key.
    """

    members: Mapping[QName, tuple[Value, ...]]

    def first(self, name: QName) -> Value:
        """The first value of that name; None where there is none, or it is nil."""
        return next(iter(self.members.get(name, ())), None)


# None is an element that says nil.
Value = Text | Composite | Fragment | None


class SampleReader:
    """Reads samples of one contract; `problems` gathers what it does not allow."""

    def __init__(self, schema: Schema, file: str) -> None:
        self._schema = schema
        self._file = file
        self.problems: list[Problem] = []

    def read(
        self, element: Element, declaration: contract.Element
    ) -> tuple[Value, ...]:
        """The one value of an element; none at all where the contract forbids it."""
        if is_nil(element):
            if declaration.nillable:
                return (None,)
            self._problem(element, "is nil, which the contract does not allow here")
            return ()
        if is_kept(declaration, self._schema):
            return (_fragment(element),)
        if isinstance(definition_of(declaration, self._schema), ComplexType):
            return (self._composite(element, declaration),)
        text = "".join(str(part) for part in element.itertext())
        reference = self._schema.declaration(declaration).type
        type_name, _ = text_type(reference, self._schema)
        if type_name == "QName":
            text = str(resolve(element, text) or text)
        if len(element) == 0 and allows(reference, text, self._schema):
            return (Text(type_name, text),)
        # The text itself may be a secret; the infosets show it if it is none.
        self._problem(element, "holds what its type does not allow")
        return ()

    def _composite(self, element: Element, declaration: contract.Element) -> Composite:
        declared = {m.name: m for m in members_of(declaration, self._schema)}
        wildcards = wildcards_of(declaration, self._schema)
        members: dict[QName, list[Value]] = {}
        for child in element:
            member = declared.get(qname(child))
            if member is None and (place := _place(wildcards, members)) is not None:
                members.setdefault(place, []).append(_fragment(child))
            elif member is None:
                parent = declaration.name.name
                self._problem(child, f"is not declared in {parent} ({qname(child)})")
            else:
                values = self.read(child, member)
                members.setdefault(member.name, []).extend(values)
        for member in declared.values():
            count = len(members.get(member.name, ()))
            if count < member.min_occurs:
                self._problem(element, f"lacks the required {member.name.name}")
            if member.max_occurs is not None and count > member.max_occurs:
                self._problem(element, f"holds {count} times {member.name.name}")
        return Composite({name: tuple(values) for name, values in members.items()})

    def _problem(self, element: Element, message: str) -> None:
        where = Location(self._file, element.sourceline)
        self.problems.append(Problem(f"{qname(element).name} {message}", where))


def _place(
    wildcards: Sequence[Wildcard], members: Mapping[QName, Sequence[Value]]
) -> QName | None:
    """The key of the first wildcard that allows another element; None for none."""
    for wildcard in wildcards:
        key, most = wildcard.key, wildcard.max_occurs
        if key is not None and (most is None or len(members.get(key, ())) < most):
            return key
    return None


def _fragment(element: Element) -> Fragment:
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return Fragment(xml, infoset(element))


def written(value: Value, declaration: contract.Element, schema: Schema) -> Node:
    """The infoset that the contract gives a value: declared elements in schema order."""
    name = str(declaration.name)
    if value is None:
        return Node(name, _NIL)
    if isinstance(value, Fragment):
        return value.node
    if isinstance(value, Text):
        return Node(name, content=(value.text,) if value.text else ())
    return Node(name, content=tuple(_content(value, declaration, schema)))


def _content(
    value: Composite, declaration: contract.Element, schema: Schema
) -> Iterator[Node]:
    for particle in particles_of(declaration, schema):
        if isinstance(particle, contract.Element):
            for item in value.members.get(particle.name, ()):
                yield written(item, particle, schema)
        elif isinstance(particle, Wildcard) and particle.key is not None:
            for item in value.members.get(particle.key, ()):
                if isinstance(item, Fragment):
                    yield item.node
