"""All global components of the schemas of a contract.

Source: XML Schema 1.0 Part 1 §3.15.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from typedsoap.contract.names import QName
from typedsoap.contract.schema import (
    Attribute,
    ComplexType,
    Element,
    SimpleType,
    TypeReference,
)

# A document has no more levels, unless a limit of the configuration says otherwise.
_NESTING: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """All global components of the schemas of one contract, by expanded name.

    Attributes:
        namespaces: The target namespaces, sorted.
        value_types: The names of anonymous types of global elements that are values in
            some messages, as header blocks are, and are spread in others.
    """

    namespaces: tuple[str, ...] = ()
    elements: Mapping[QName, Element] = field(default_factory=dict[QName, Element])
    types: Mapping[QName, ComplexType | SimpleType] = field(
        default_factory=dict[QName, ComplexType | SimpleType]
    )
    attributes: Mapping[QName, Attribute] = field(
        default_factory=dict[QName, Attribute]
    )
    value_types: Mapping[QName, QName] = field(
        default_factory=dict[QName, QName], compare=False
    )

    @property
    def steps(self) -> range:
        """Steps enough from a type to the last one that it comes down to.

        Each named type is one, and anonymous types nest no deeper than elements do.
        """
        return range(len(self.types) + _NESTING)

    def definition(self, reference: TypeReference) -> ComplexType | SimpleType | None:
        """The definition a reference means; None for a type built into XML Schema."""
        if isinstance(reference, QName):
            return self.types.get(reference)
        return reference

    def declaration(self, element: Element) -> Element:
        """The global declaration that a reference means; any other element itself."""
        if element.reference:
            return self.elements.get(element.name, element)
        return element

    def value(self, name: QName) -> Element | None:
        """A global element where it is a value of its own; None for one not declared."""
        element = self.elements.get(name)
        if element is None:
            return None
        return replace(element, type=self.value_types.get(name, element.type))
