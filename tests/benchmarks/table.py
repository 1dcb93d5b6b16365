"""The table, aligned for a terminal or as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tests.benchmarks.rows import OURS, Row

CONTENDERS: Final = (OURS, "zeep", "suds", "xsdata", "bare")
_HEAD: Final = ("measure", "reach", "", *CONTENDERS, "± ours")
_MARKS: Final = {True: "yes", False: "NO", None: ""}


def plain_table(rows: Sequence[Row]) -> str:
    """The table with aligned columns."""
    lines = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    return "\n".join(_aligned(line, widths).rstrip() for line in lines)


def markdown_table(rows: Sequence[Row]) -> str:
    """The table as Markdown."""
    rule = ["---"] * 3 + ["---:"] * (len(_HEAD) - 3)
    lines = [_HEAD, rule, *(_cells(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    spread = "" if row.ours is None else f"{row.ours.spread:.1%}"
    return (
        row.measure,
        row.reach,
        _MARKS[row.reached],
        *(row.cells.get(name, "") for name in CONTENDERS),
        spread,
    )


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        text.ljust(width) if column < 3 else text.rjust(width)
        for column, (text, width) in enumerate(zip(line, widths, strict=True))
    ]
    return "  ".join(cells)
