"""Annotations of generated code as objects."""

from __future__ import annotations

import sys
from typing import Any, get_type_hints


def annotations_of(annotated: Any) -> dict[str, Any]:
    """`typing.get_type_hints` of a class or a function of a generated package.

    The modules of a service import many types for type checkers alone; its package offers
    them all.
    """
    package = sys.modules[sys.modules[annotated.__module__].__package__ or ""]
    known = {name: getattr(package, name) for name in getattr(package, "__all__", ())}
    return get_type_hints(annotated, localns=known)
