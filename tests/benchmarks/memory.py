"""Memory that decoding takes beside the result itself, in child processes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from tests.benchmarks.children import run_child
from tests.benchmarks.payloads import status_reply, statuses
from tests.benchmarks.rows import BARE, OURS, ZEEP, Row

MANY: Final = 100_000
TREE: Final = 15_000
_MEGABYTE: Final = 1_000_000
_CHILD: Final = "tests.benchmarks.memory_child"


def memory_rows(folder: Path, repeats: int, *, with_zeep: bool) -> Iterator[Row]:
    """Rows of a reply that is read as a tree, and of one that is large.

    Args:
        folder: Where the replies are kept for the child processes.
        repeats: How many of them measure each figure.
        with_zeep: Whether zeep takes part.
    """
    small = _above_result(folder, TREE, repeats, with_zeep=with_zeep)
    yield Row(
        measure=f"memory above the result, {TREE:,} statuses ({_size(folder, TREE)})",
        reach="≤ bare + 15 %",
        cells=_cells(small),
        values=small,
        reached=small[OURS] <= 1.15 * small[BARE],
    )
    large = _above_result(folder, MANY, repeats, with_zeep=with_zeep)
    yield Row(
        measure=f"memory above the result, {MANY:,} statuses ({_size(folder, MANY)})",
        reach="≤ 25 MB",
        cells=_cells(large),
        values=large,
        reached=large[OURS] <= 25 * _MEGABYTE,
    )


def _above_result(
    folder: Path, count: int, repeats: int, *, with_zeep: bool
) -> dict[str, float]:
    path = folder / f"{count}.xml"
    path.write_bytes(status_reply(statuses(count)))

    def bytes_of(what: str, contender: str) -> float:
        arguments = (_CHILD, what, contender, str(count), str(path))
        return median(int(run_child(*arguments)) for _ in range(repeats))

    found = {
        name: bytes_of("decode", name) - bytes_of("hold", name)
        for name in ((OURS, ZEEP) if with_zeep else (OURS,))
    }
    return {**found, BARE: bytes_of("parse", BARE)}


def _cells(sizes: dict[str, float]) -> dict[str, str]:
    return {name: f"{size / _MEGABYTE:.1f} MB" for name, size in sizes.items()}


def _size(folder: Path, count: int) -> str:
    size = (folder / f"{count}.xml").stat().st_size
    return f"{size / _MEGABYTE:.1f} MB"
