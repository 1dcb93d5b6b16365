"""`[tool.typedsoap.limits]`: how much the WSDLs of a configuration may have."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from typedsoap.source.limits import Limits
from typedsoap.toml.table import Table

LIMITS: Final = tuple(field.name for field in fields(Limits))
"""The keys of the table."""


def read_limits(section: Table) -> Limits:
    """The limits that `[tool.typedsoap]` sets; the usual ones where it is silent."""
    table = section.table("limits", LIMITS)
    if table is None:
        return Limits()
    chosen: dict[str, int] = {}
    for key in LIMITS:
        number = table.number(key)
        if number is not None and number > 0:
            chosen[key] = number
        elif number is not None:
            table.refuse("TS206", f"'{key}' in {table.title} must be positive", key)
    return Limits(**chosen)
