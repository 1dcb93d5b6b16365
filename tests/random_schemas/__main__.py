"""`make random-schemas`: random legal WSDLs, judged as `make corpus` judges files.

    python -m tests.random_schemas [--count N] [--seed S] [--jobs J] [--keep FOLDER]
    python -m tests.random_schemas --replay FILE

The same numbers give the same WSDLs. Ends with 1 where something went wrong; what is left
out with a diagnostic is counted, and is not wrong. WSDLs of both kinds are kept.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpus.checking import checked, sample
from tests.corpus.index import Entry
from tests.corpus.results import Result
from tests.corpus.running import results
from tests.corpus.table import problems, table
from tests.corpus.workers import ROOT
from tests.random_schemas.contracts import contract


def main(arguments: Sequence[str]) -> int:
    """Run or replay."""
    parser = argparse.ArgumentParser(prog="python -m tests.random_schemas")
    parser.add_argument("--count", type=int, default=300, help="WSDLs (300)")
    parser.add_argument("--seed", type=int, default=1, help="other WSDLs (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--check", type=int, default=8, help="packages for mypy (8)")
    parser.add_argument("--keep", type=Path, default=ROOT / ".fuzz", metavar="FOLDER")
    parser.add_argument("--replay", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    replayed: Path | None = options.replay
    with TemporaryDirectory(prefix="random-schemas-") as name:
        folder = Path(name).resolve()
        if replayed is None:
            chosen = [write(folder, options.seed, n) for n in range(options.count)]
            found = results(folder, chosen, folder, options.jobs, options.seed)
        else:
            chosen = [_entry(str(replayed.resolve()), (), "", 1)]
            found = results(folder, chosen, folder, 1, options.seed)
        print(*table(found), *problems(found), sep="\n")
        typed = checked(sample(found, options.check), folder)
        print(typed, *typed.errors, sep="\n")
        if replayed is None:
            print(*keep(found, folder, options.keep), sep="\n")
    return 1 if typed.errors or any(True for r in found for _ in r.wrong()) else 0


def write(folder: Path, seed: int, number: int) -> Entry:
    """Write one WSDL; returns it as an entry of a corpus."""
    made = contract(seed, number)
    path = f"schemas-{seed}-{number}.wsdl"
    (folder / path).write_text(str(made), "utf-8")
    count = len(made.versions) * len(made.operations)
    return _entry(path, made.versions, made.style, count)


def keep(found: Sequence[Result], folder: Path, kept: Path) -> list[Path]:
    """Copy the WSDLs that are wrong or not whole; returns the copies."""
    paths: list[Path] = []
    for result in found:
        if not result.is_whole or any(True for _ in result.wrong()):
            kept.mkdir(parents=True, exist_ok=True)
            paths.append(kept / result.entry.path)
            paths[-1].write_bytes((folder / result.entry.path).read_bytes())
    return paths


def _entry(path: str, versions: tuple[str, ...], style: str, count: int) -> Entry:
    styles = (style,) if style else ()
    return Entry(path, versions, styles, ("literal",), "none", count, 0, 0, 3)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
