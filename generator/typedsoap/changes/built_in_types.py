"""Built-in types in place of those that they derive from (XML Schema Part 2 §3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from typedsoap.contract import XSD_NAMESPACE, QName

# The type that each is derived from, by what both are in Python: decimal numbers, from
# which integers derive, are another type.
_BASES: Final[Mapping[str, Mapping[str, str]]] = {
    "integer": {
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
    },
    "text": {
        "normalizedString": "string",
        "token": "normalizedString",
        "language": "token",
        "NMTOKEN": "token",
        "Name": "token",
        "NCName": "Name",
        "ID": "NCName",
        "IDREF": "NCName",
        "ENTITY": "NCName",
    },
}
# The rules of facts that are types, some of which are built in.
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
    """The rule for a type in place of one that it is derived from, or the reverse.

    That the values of one are values of the other is not enough: `xsi:type` of an encoded
    message names the sender's type, which has to be the receiver's or derived from it.

    Args:
        rule: The rule for any other type, which is given back for all others.
        old: The old fact; only the name of a type can be one of a built-in type.
        new: The new fact.
    """
    if rule in _RULES and isinstance(old, QName) and isinstance(new, QName):
        for kind, bases in _BASES.items():
            if new in _lineage(old, bases):
                return f"{kind}-type-widened"
            if old in _lineage(new, bases):
                return f"{kind}-type-narrowed"
    return rule


def kind_of(name: QName) -> str:
    """ "integer" or "text", or the name of a type that is neither of the two."""
    for kind, bases in _BASES.items():
        if name.namespace == XSD_NAMESPACE and name.name in (*bases, *bases.values()):
            return kind
    return name.name


def _lineage(name: QName, bases: Mapping[str, str]) -> Iterator[QName]:
    """The types that a type is derived from, the nearest first."""
    if name.namespace == XSD_NAMESPACE:
        base = bases.get(name.name)
        while base is not None:
            yield QName(XSD_NAMESPACE, base)
            base = bases.get(base)
