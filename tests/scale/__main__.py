"""`make scale`: one package from 56 services, generated, checked, imported and measured.

    python -m tests.scale [--types] [--children N] [--keep FOLDER]

Times are of one run on one machine, and never fail; a command that ends in another way than
it should does, and so does an error of a type checker.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.benchmarks.environment import load
from tests.scale.contracts import services
from tests.scale.importing import import_rows
from tests.scale.rows import Row, table
from tests.scale.running import command_rows, type_rows

_PACKAGE: Final = "agents"


def main(arguments: list[str]) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="make scale", description=__doc__)
    parser.add_argument("--types", action="store_true", help="type checkers as well")
    parser.add_argument("--children", type=int, default=15, help="for each import (15)")
    parser.add_argument("--keep", type=Path, help="a new folder, kept afterwards")
    options = parser.parse_args(arguments)
    before = load()
    with TemporaryDirectory(prefix="scale-") as name:
        folder: Path = options.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        rows: list[Row] = []
        for row in _rows(folder.resolve(), options.children, types=options.types):
            print(f"measured: {row.measure}: {row.value}", file=sys.stderr)
            rows.append(row)
    print(table(rows))
    print(f"load before {before}, afterwards {load()}")
    wrong = [row for row in rows if row.reach == "0" and not row.reached]
    return 1 if wrong else 0


def _rows(folder: Path, children: int, *, types: bool) -> Iterator[Row]:
    yield from command_rows(folder, _PACKAGE)
    largest, small, *_ = services()
    yield from import_rows(folder / "out", _PACKAGE, small, largest, children)
    if types:
        yield from type_rows(folder, _PACKAGE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
