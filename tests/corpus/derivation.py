"""What a complex type has with all that it is derived from.

Source: XML Schema 1.0 Part 1 §3.4.2.
"""

from __future__ import annotations

from typedsoap.contract import Attribute, ComplexType, Derivation, QName


def contributing(links: list[ComplexType]) -> list[ComplexType]:
    """The types whose content counts: those since the last restriction, which has all."""
    for number in range(len(links) - 1, 0, -1):
        if links[number].derivation is Derivation.RESTRICTION:
            return links[number:]
    return links


def every_attribute(links: list[ComplexType]) -> list[Attribute]:
    """The attributes of a type and its bases, the furthest first."""
    found: dict[QName, Attribute] = {}
    for link in links:
        for name in link.prohibited_attributes:
            found.pop(name, None)
        found |= {attribute.name: attribute for attribute in link.attributes}
    return [*found.values()]
