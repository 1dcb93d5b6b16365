"""Hints of the kind "did you mean 'package'?"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wanted: str, known: Iterable[str]) -> str | None:
    """The known name most like `wanted`, case aside; None where none is like it."""
    by_folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    matches = get_close_matches(wanted.casefold(), by_folded, n=1, cutoff=0.5)
    return by_folded[matches[0]] if matches else None


def did_you_mean(wanted: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known name, else all of them if they are few."""
    names = sorted(set(known))
    match = nearest(wanted, names)
    if match is not None:
        return f"did you mean '{match}'?"
    if not names:
        return None
    shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
    return f"known here: {shown}"
