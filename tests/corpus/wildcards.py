"""Which elements a wildcard allows.

Source: XML Schema 1.0 Part 1 §3.10.4.
"""

from __future__ import annotations

from typing import Final

from typedsoap.contract import QName, Wildcard

OTHER: Final = "urn:example:other"
"""A namespace that no schema has."""


def allows(wildcard: Wildcard, namespace: str) -> bool:
    """Whether elements of a namespace may stand for a wildcard."""
    target = wildcard.target_namespace
    if wildcard.namespace == "##any":
        return True
    if wildcard.namespace == "##other":
        return namespace not in ("", target)
    special = {"##local": "", "##targetNamespace": target}
    return namespace in [special.get(w, w) for w in wildcard.namespace.split()]


def unknown_name(wildcard: Wildcard) -> QName:
    """The name of an element that is nowhere declared, and allowed if any is."""
    spaces = (OTHER, "", wildcard.target_namespace, *wildcard.namespace.split())
    found = (space for space in spaces if allows(wildcard, space))
    return QName(next(found, OTHER), "thing")
