"""Which elements a wildcard allows.

Source: XML Schema Part 1, §3.10.4.
"""

from __future__ import annotations

from typedsoap.contract import QName, Wildcard


def allows_name(wildcard: Wildcard, name: QName) -> bool:
    """Whether an element of that name may stand for a wildcard."""
    target = wildcard.target_namespace
    match wildcard.namespace:
        case "##any":
            return True
        case "##other":
            return name.namespace not in ("", target)
        case listed:
            special = {"##local": "", "##targetNamespace": target}
            return name.namespace in [special.get(n, n) for n in listed.split()]
