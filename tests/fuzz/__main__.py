"""`make fuzz`: mutated replies for the generated clients.

python -m tests.fuzz [--count N] [--seed S] [--workers W] [--service NAME] [--findings DIR]
python -m tests.fuzz --replay FILE
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path

from tests.fuzz.findings import load
from tests.fuzz.mutants import SERVICES
from tests.fuzz.properties import judge
from tests.fuzz.running import ROOT, Share, run
from tests.fuzz.tally import keep


def main() -> int:
    """Run or replay; 1 if something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--count", type=int, default=100_000, help="mutants (100000)")
    parser.add_argument(
        "--seed", type=int, default=1, help="another, other mutants (1)"
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--service", choices=SERVICES, help="only this one's operations"
    )
    parser.add_argument("--findings", type=Path, default=ROOT / ".fuzz")
    parser.add_argument("--replay", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.replay:
        return replay(options.replay)
    share = Share(options.seed, 0, options.count, service=options.service)
    tally = run(share, options.workers, progress=True)
    print(*tally.lines(), sep="\n")
    for path in keep(tally.findings, share.seed, share.service, options.findings):
        print(shlex.join(["python", "-m", "tests.fuzz", "--replay", str(path)]))
    return 0 if tally.is_clean else 1


def replay(path: Path) -> int:
    """Judge the reply in a file again and print what comes of it."""
    kept = load(path)
    verdict = judge(kept.mutant, logged=True)
    print(kept.mutant)
    print(f"well-formed: {verdict.well_formed}, outcome: {verdict.outcome}")
    print(*verdict.problems, sep="\n")
    return 1 if verdict.problems else 0


if __name__ == "__main__":
    sys.exit(main())
