"""`make bench`: prints the table, and writes it with all samples as JSON."""

from __future__ import annotations

import argparse
import sys

from tests.benchmarks.codec import FULL, QUICK, decode_rows, encode_rows
from tests.benchmarks.comparing import Mismatch
from tests.benchmarks.contenders.ours import Ours
from tests.benchmarks.measures import Measure
from tests.benchmarks.table import markdown_table, plain_table


def main(arguments: list[str]) -> int:
    """Run what was asked for; 1 if a contender does not do what the others do."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer and smaller samples"
    )
    parser.add_argument("--markdown", action="store_true", help="print as Markdown")
    options = parser.parse_args(arguments)
    effort = QUICK if options.quick else FULL
    measures: list[Measure] = []
    ours = Ours()
    try:
        rows = [
            *decode_rows(ours, (), effort, measures.append),
            *encode_rows(ours, (), effort, measures.append),
        ]
    except Mismatch as mismatch:
        print(mismatch, file=sys.stderr)
        return 1
    print(markdown_table(rows) if options.markdown else plain_table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
