"""Which elements of XML Schema may stand in which, for all that nobody reads as well.

XML Schema 1.0 Part 1 appendix A, the schema for schemas. Order is not looked at.
"""

from __future__ import annotations

from typing import Final

from typedsoap.contract import XSD_NAMESPACE
from typedsoap.reporting import Report
from typedsoap.schema.components import unexpected
from typedsoap.source.nodes import Node

_GROUPS: Final = frozenset(("sequence", "choice", "all", "group"))
_ATTRIBUTES: Final = frozenset(("attribute", "attributeGroup", "anyAttribute"))
_KEYS: Final = frozenset(("unique", "key", "keyref"))
_PARTICLES: Final = _GROUPS | {"element", "any"}
_FACETS: Final = frozenset(
    (
        *(
            "minExclusive",
            "minInclusive",
            "maxExclusive",
            "maxInclusive",
            "totalDigits",
        ),
        *("fractionDigits", "length", "minLength", "maxLength", "enumeration"),
        *("whiteSpace", "pattern"),
    )
)
_CONTENT: Final = frozenset(("extension", "restriction"))
_ALLOWED: Final = {
    "element": _KEYS | {"simpleType", "complexType"},
    "attribute": frozenset(("simpleType",)),
    "complexType": _GROUPS | _ATTRIBUTES | {"simpleContent", "complexContent"},
    "simpleContent": _CONTENT,
    "complexContent": _CONTENT,
    "extension": _GROUPS | _ATTRIBUTES,
    "restriction": _GROUPS | _ATTRIBUTES | _FACETS | {"simpleType"},
    "group": _GROUPS,
    "sequence": _PARTICLES - {"all"},
    "choice": _PARTICLES - {"all"},
    # A wildcard and a group here are of XML Schema 1.1.
    "all": frozenset(("element", "any", "group")),
    "simpleType": frozenset(("restriction", "list", "union")),
    "list": frozenset(("simpleType",)),
    "union": frozenset(("simpleType",)),
    "attributeGroup": _ATTRIBUTES,
    **dict.fromkeys(_KEYS, frozenset(("selector", "field"))),
}
# Of these, an element has one at most.
_ONE: Final = {
    "element": ("simpleType", "complexType"),
    "attribute": ("simpleType",),
    "simpleType": ("restriction", "list", "union"),
    "simpleContent": ("extension", "restriction"),
    "complexContent": ("extension", "restriction"),
    "complexType": (*sorted(_GROUPS), "simpleContent", "complexContent"),
    "extension": tuple(sorted(_GROUPS)),
    "restriction": (*sorted(_GROUPS), "simpleType"),
    "list": ("simpleType",),
}


def check_placement(component: Node, report: Report) -> None:
    """Report TS115 for everything in a global component that cannot stand there."""
    pending = [component]
    while pending:
        parent = pending.pop()
        allowed = _ALLOWED.get(parent.tag.name, frozenset[str]())
        single = _ONE.get(parent.tag.name, ())
        found = 0
        for child in parent.children(XSD_NAMESPACE):
            name = child.tag.name
            if name == "annotation":
                continue
            found += name in single
            if name not in allowed or (name in single and found > 1):
                unexpected(child, report)
            else:
                pending.append(child)
