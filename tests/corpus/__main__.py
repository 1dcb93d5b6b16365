"""`make corpus`: every WSDL of a corpus through the generator, and counted.

    python -m tests.corpus [FOLDER] --reasons [--all] [--only TEXT]

The corpus is a folder with an `INDEX.tsv`; by default `corpus` in the folder that
`TYPEDSOAP_REFERENCE` names.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from tests.corpus.index import default_folder, entries
from tests.corpus.reasons import reasons_report
from tests.corpus.workers import Limits, run


def main(arguments: list[str]) -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus")
    parser.add_argument("folder", type=Path, nargs="?", default=default_folder())
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--reasons", action="store_true", help="only plan, and count what is left out"
    )
    parser.add_argument("--all", action="store_true", help="not only the VALID files")
    parser.add_argument("--only", default="", help="only paths that contain this")
    parser.add_argument("--examples", type=int, default=3, help="files a reason (3)")
    options = parser.parse_args(arguments)
    if options.folder is None:
        print(
            "skipped: there is no corpus; name its folder, or that above it in"
            " TYPEDSOAP_REFERENCE"
        )
        return 0
    chosen = [
        entry
        for entry in entries(options.folder)
        if (options.all or entry.valid) and options.only in entry.path
    ]
    tasks = [
        {"wsdl": str(options.folder / entry.path), "output": None} for entry in chosen
    ]
    answers = run("tests.corpus.planning", tasks, options.jobs, Limits())
    print(*reasons_report(chosen, answers, options.examples), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
