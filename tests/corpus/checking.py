"""mypy --strict over a sample of the packages that a run has generated, all in one go."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpus.results import Result


@dataclass(frozen=True, slots=True)
class Checked:
    """What mypy says; `errors` has its own lines."""

    packages: int
    errors: tuple[str, ...]
    seconds: float

    def __str__(self) -> str:
        return (
            f"mypy --strict: {len(self.errors)} errors in {self.packages} packages,"
            f" {self.seconds:.0f} s"
        )


def sample(results: Sequence[Result], size: int) -> list[Result]:
    """The packages to check: those that add most features to the sample, then most code."""
    left = [result for result in results if result.has_client]
    chosen: list[Result] = []
    seen: set[str] = set()
    while left and len(chosen) < size:
        best = max(
            left, key=lambda r: (len({*r.entry.features} - seen), r.entry.operations)
        )
        left.remove(best)
        chosen.append(best)
        seen.update(best.entry.features)
    return chosen


def checked(results: Sequence[Result], folder: Path) -> Checked:
    """Check these packages, each of which is in a folder of its own name in `folder`."""
    started = time.monotonic()
    if not results:
        return Checked(0, (), 0.0)
    places = [str(folder / result.package) for result in results]
    packages = [part for result in results for part in ("-p", result.package)]
    with TemporaryDirectory(prefix="corpus-") as cache:
        command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", cache]
        completed = subprocess.run(
            [*command, "--config-file", "", "--no-error-summary", *packages],
            cwd=folder,
            env=os.environ | {"MYPYPATH": os.pathsep.join(places)},
            capture_output=True,
            text=True,
            check=False,
        )
    lines = (completed.stdout + completed.stderr).splitlines()
    if completed.returncode and not lines:
        lines = [f"mypy ended with {completed.returncode}"]
    return Checked(len(results), tuple(lines), time.monotonic() - started)
