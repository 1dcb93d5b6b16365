"""`make corpus`: every WSDL of a corpus generated, checked, run and counted.

    python -m tests.corpus [FOLDER] [--reasons] [--valid] [--only TEXT] [--peers] ...

The corpus is a folder with an `INDEX.tsv`; by default `corpus` in the folder that
`TYPEDSOAP_REFERENCE` names. Ends with 1 where something went wrong: a crash, a client that
cannot be imported or does not give back what it was given, or an error of the type checker.
What is left out with a diagnostic is not wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpus.checking import checked, sample
from tests.corpus.index import Entry, default_folder, entries
from tests.corpus.peers import PEERS, available
from tests.corpus.reasons import reasons_report
from tests.corpus.running import plans, results
from tests.corpus.table import problems, table
from tests.corpus.workers import Limits, run


def main(arguments: list[str]) -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus")
    parser.add_argument("folder", type=Path, nargs="?", default=default_folder())
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--reasons", action="store_true", help="only plan, and count what is left out"
    )
    parser.add_argument("--valid", action="store_true", help="only the VALID files")
    parser.add_argument("--only", default="", help="only paths that contain this")
    parser.add_argument("--examples", type=int, default=3, help="files a reason (3)")
    parser.add_argument("--seed", type=int, default=1, help="other values (1)")
    parser.add_argument("--check", type=int, default=8, help="packages for mypy (8)")
    parser.add_argument("--peers", action="store_true", help="zeep, suds, xsdata too")
    options = parser.parse_args(arguments)
    folder: Path | None = options.folder
    if folder is None:
        print(
            "skipped: there is no corpus; name its folder, or that above it in"
            " TYPEDSOAP_REFERENCE"
        )
        return 0
    chosen = [
        entry
        for entry in entries(folder)
        if options.only in entry.path and (entry.valid or not options.valid)
    ]
    if options.reasons:
        answers = plans(folder, chosen, None, options.jobs)
        print(*reasons_report(chosen, answers, options.examples), sep="\n")
        return 0
    started = time.monotonic()
    with TemporaryDirectory(prefix="corpus-") as name:
        output = Path(name).resolve()
        found = results(folder, chosen, output, options.jobs, options.seed)
        wrong = any(True for result in found for _ in result.wrong())
        print(*table(found), *problems(found), sep="\n")
        if options.check:
            typed = checked(sample(found, options.check), output)
            print(typed, *typed.errors, sep="\n")
            wrong = wrong or bool(typed.errors)
    print(f"{time.monotonic() - started:.0f} s")
    if options.peers:
        for line in _peers(folder, chosen, options.jobs):
            print(line)
    return 1 if wrong else 0


def _peers(folder: Path, chosen: Sequence[Entry], jobs: int) -> list[str]:
    valid = [entry for entry in chosen if entry.valid]
    lines: list[str] = []
    for peer in PEERS:
        if not available(peer):
            lines.append(f"{peer}: not installed; it is in the extra 'bench'")
            continue
        tasks = [{"wsdl": str(folder / e.path), "peer": peer} for e in valid]
        answers = run("tests.corpus.peers", tasks, jobs, Limits())
        good = sum(isinstance(a, dict) and not a["problem"] for a in answers)
        lines.append(f"{peer}: loads {good} of {len(valid)} VALID files")
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
