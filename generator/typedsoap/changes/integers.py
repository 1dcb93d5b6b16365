"""Integer types in place of each other (XML Schema Part 2 §3.3.13 to §3.3.25)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from typedsoap.contract import XSD_NAMESPACE, QName

# The type that each is derived from. Decimal numbers are another type in Python.
_BASES: Final = {
    "nonPositiveInteger": "integer",
    "negativeInteger": "nonPositiveInteger",
    "long": "integer",
    "int": "long",
    "short": "int",
    "byte": "short",
    "nonNegativeInteger": "integer",
    "unsignedLong": "nonNegativeInteger",
    "unsignedInt": "unsignedLong",
    "unsignedShort": "unsignedInt",
    "unsignedByte": "unsignedShort",
    "positiveInteger": "nonNegativeInteger",
}
# The rules of facts that are types, of which some are integers.
_RULES: Final = frozenset(
    (
        "element-type-changed",
        "attribute-type-changed",
        "part-type-changed",
        "header-type-changed",
        "base-type-changed",
        "simple-base-changed",
        "item-type-changed",
    )
)


def precise_rule(rule: str, old: object, new: object) -> str:
    """The rule for one integer type in place of another, else the given rule.

    Only of two types where one is derived from the other: `xsi:type` of an encoded
    message names the sender's, which has to be the receiver's or derived from it.

    Args:
        rule: The rule for any other type.
        old: The old fact; only the name of a type can be one of an integer type.
        new: The new fact.
    """
    if rule in _RULES and isinstance(old, QName) and isinstance(new, QName):
        if new in _bases(old):
            return "integer-type-widened"
        if old in _bases(new):
            return "integer-type-narrowed"
    return rule


def _bases(name: QName) -> Iterator[QName]:
    """The integer types that an integer type is derived from, the nearest first."""
    if name.namespace == XSD_NAMESPACE:
        base = _BASES.get(name.name)
        while base is not None:
            yield QName(XSD_NAMESPACE, base)
            base = _BASES.get(base)
