"""`make fuzz-wsdl`: mutated WSDLs for the generator.

python -m tests.fuzz_wsdl [--count N] [--seed S] [--workers W] [--findings DIR]
python -m tests.fuzz_wsdl --replay FILE
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.fuzz.running import ROOT, Share, run
from tests.fuzz.tally import Tally
from tests.fuzz_wsdl.mutants import mutant
from tests.fuzz_wsdl.properties import judge

MODULE: Final = "tests.fuzz_wsdl.worker"
SILENT: Final = 10.0
"""Seconds that a worker may take for one mutant."""

_KEPT_OF_A_KIND: Final = 5


def main() -> int:
    """Run or replay; 1 if something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_wsdl")
    parser.add_argument("--count", type=int, default=100_000, help="mutants (100000)")
    parser.add_argument("--seed", type=int, default=1, help="other mutants (1)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--findings", type=Path, default=ROOT / ".fuzz")
    parser.add_argument("--replay", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.replay:
        return replay(options.replay)
    share = Share(options.seed, 0, options.count, silent=SILENT, module=MODULE)
    tally = run(share, options.workers, progress=True)
    print(*tally.lines(), sep="\n")
    for path in keep(tally, share.seed, options.findings):
        print(f"python -m tests.fuzz_wsdl --replay {path}")
    return 0 if tally.is_clean else 1


def keep(tally: Tally, seed: int, folder: Path) -> list[Path]:
    """Write the first findings of each kind into a folder; returns the files."""
    kinds: Counter[str] = Counter()
    paths: list[Path] = []
    for finding in tally.findings:
        kinds[finding.kind] += 1
        if kinds[finding.kind] <= _KEPT_OF_A_KIND:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"seed{seed}-mutant{finding.index}.wsdl"
            path.write_bytes(mutant(seed, finding.index))
            paths.append(path)
    return [*dict.fromkeys(paths)]


def replay(path: Path) -> int:
    """Judge the WSDL in a file again, whole, and print what comes of it."""
    with TemporaryDirectory(prefix="replay_") as name:
        verdict = judge(path.read_bytes(), Path(name), whole=True)
    print(f"well-formed: {verdict.well_formed}, outcome: {verdict.outcome}")
    print(*verdict.problems, sep="\n")
    return 1 if verdict.problems else 0


if __name__ == "__main__":
    sys.exit(main())
