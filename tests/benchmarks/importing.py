"""How long it takes until a client can be made, in new interpreters."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.arithmetic import figure
from tests.benchmarks.children import run_child
from tests.benchmarks.rows import OURS, Row, duration

_CHILD: Final = "tests.benchmarks.import_child"
_MOST: Final = 0.015


def import_rows(folder: Path, peers: Sequence[str], children: int) -> Iterator[Row]:
    """Our import above lxml and urllib3, and all that a first client takes.

    Args:
        folder: Where the new interpreters keep compiled modules.
        peers: Of zeep and suds those that take part.
        children: New interpreters for each; they take turns. One more of each comes
            before them, which compiles.
    """
    names = (OURS, *peers)
    seconds: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for number in range(children + 1):
        for name in names:
            elapsed = json.loads(run_child(_CHILD, name, compiled=folder / "compiled"))
            if number:
                seconds[name].append(elapsed)
    yield _row(
        "import above lxml and urllib3; of peers: loading the WSDL",
        {name: [one["last"] for one in found] for name, found in seconds.items()},
        _MOST,
    )
    yield _row(
        "import with all libraries; of peers: and loading the WSDL",
        {name: [one["all"] for one in found] for name, found in seconds.items()},
    )


def _row(title: str, seconds: dict[str, list[float]], most: float | None = None) -> Row:
    figures = {name: figure(found) for name, found in seconds.items()}
    return Row(
        measure=title,
        reach="" if most is None else f"≤ {duration(most)}",
        cells={name: duration(found.value) for name, found in figures.items()},
        values={name: found.value for name, found in figures.items()},
        ours=figures[OURS],
        reached=None if most is None else figures[OURS].value <= most,
    )
