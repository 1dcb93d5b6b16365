"""Reads a normalised sample by the contract alone, without the generated codec."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from typedsoap import contract
from typedsoap.contract import ComplexType, QName, Schema
from typedsoap.errors import Location
from typedsoap.source.nodes import Element
from typedsoap.verify.infoset import Node
from typedsoap.verify.lexical import scalar
from typedsoap.verify.shapes import (
    allowed_texts,
    definition_of,
    members_of,
    text_type,
)
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
class Composite:
    """The declared child elements, in document order for each name."""

    members: Mapping[QName, tuple[Value, ...]]

    def first(self, name: QName) -> Value:
        """The first value of that name; None where there is none, or it is nil."""
        return next(iter(self.members.get(name, ())), None)


# None is an element that says nil.
Value = Text | Composite | None


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
        if isinstance(definition_of(declaration, self._schema), ComplexType):
            return (self._composite(element, declaration),)
        text = "".join(str(part) for part in element.itertext())
        type_name, is_list = text_type(declaration, self._schema)
        if type_name == "QName":
            text = str(resolve(element, text) or text)
        if len(element) == 0 and self._allows(declaration, text, type_name, is_list):
            return (Text(type_name, text),)
        # The text itself may be a secret; the infosets show it if it is none.
        self._problem(element, "holds what its type does not allow")
        return ()

    def _composite(self, element: Element, declaration: contract.Element) -> Composite:
        declared = {m.name: m for m in members_of(declaration, self._schema)}
        members: dict[QName, list[Value]] = {}
        for child in element:
            member = declared.get(qname(child))
            if member is None:
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

    def _allows(
        self, declaration: contract.Element, text: str, type_name: str, is_list: bool
    ) -> bool:
        allowed = allowed_texts(declaration, self._schema)
        words = text.split() if is_list else [text]
        if allowed is None:
            return all(scalar(type_name, word) is not None for word in words)
        return allowed.issuperset(words)

    def _problem(self, element: Element, message: str) -> None:
        where = Location(self._file, element.sourceline)
        self.problems.append(Problem(f"{qname(element).name} {message}", where))


def written(value: Value, declaration: contract.Element, schema: Schema) -> Node:
    """The infoset that the contract gives a value: declared elements in schema order."""
    name = str(declaration.name)
    if value is None:
        return Node(name, _NIL)
    if isinstance(value, Text):
        return Node(name, content=(value.text,) if value.text else ())
    return Node(
        name,
        content=tuple(
            written(item, member, schema)
            for member in members_of(declaration, schema)
            for item in value.members.get(member.name, ())
        ),
    )
