"""What a sample says, in the terms of the contract: texts, attributes, child elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from typedsoap import contract
from typedsoap.contract import QName
from typedsoap.errors import Location
from typedsoap.verify.infoset import Node


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
        default: What an empty element means where the contract has a default for it.
    """

    type: str
    text: str
    default: str | None = None

    @property
    def meaning(self) -> str:
        """The text, or that which an empty element stands for."""
        return self.text if self.default is None else self.default


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
class Attributes:
    """The attributes of an element, those of XML Schema's own namespace left out.

    Attributes:
        declared: Those that its type names.
        other: Those that it allows without naming them.
        absent: What the contract says of those that it names and that are not there.
    """

    declared: Mapping[QName, Text]
    other: Mapping[QName, str]
    absent: Mapping[QName, Text]


NO_ATTRIBUTES: Final = Attributes({}, {}, {})


@dataclass(frozen=True, slots=True)
class Composite:
    """An element of a complex type.

    Attributes:
        members: The child elements, in document order for each name. What stands in the
            place of a wildcard goes by the wildcard's key, an occurrence of a repeated
            group by the group's.
        text: What it holds where its content is simple.
        type: Its type, where that is not the declared one but derived from it.
        placed: Its child elements with their declarations, in document order, where they
            were read by a content model; None where each has one place by its name.
    """

    members: Mapping[QName, tuple[Value, ...]]
    attributes: Attributes = NO_ATTRIBUTES
    text: Text | None = None
    type: QName | None = None
    placed: tuple[Placed, ...] | None = None

    def first(self, name: QName) -> Value:
        """The first value of that name; None where there is none, or it is nil."""
        return next(iter(self.members.get(name, ())), None)


# None is an element that says nil.
Value = Text | Composite | Fragment | None
# What a wildcard allows has no declaration.
Placed = tuple[contract.Element | None, Value]
