"""Rows of the table: a measure, what it should be, and what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MARKS: Final = {True: "yes", False: "NO", None: ""}
_HEAD: Final = ("measure", "reach", "", "measured", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row.

    Attributes:
        measure: What is measured.
        reach: What it should be; "" where that is open.
        reached: Whether it is.
        value: What it is.
        note: What else there is to say.
    """

    measure: str
    reach: str = ""
    reached: bool | None = None
    value: str
    note: str = ""


def milliseconds(seconds: float) -> str:
    """`12.3 ms`."""
    return f"{seconds * 1000:.3g} ms"


def table(rows: Sequence[Row]) -> str:
    """The rows with aligned columns."""
    lines = [
        _HEAD,
        *(
            (row.measure, row.reach, _MARKS[row.reached], row.value, row.note)
            for row in rows
        ),
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            text.ljust(width) for text, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    )
