"""`make bench-compare REF=...`: this tree's generated client beside an earlier commit's.

Both versions are timed by this tree's benchmark, each in child processes of its own that
take turns, so that the earlier commit need not know of any benchmark.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from tests.benchmarks.arithmetic import Figure, figure, ratio
from tests.benchmarks.rows import duration
from tests.support.modules import ROOT

_CHILD: Final = "tests.benchmarks.compare_child"


@dataclass(frozen=True, slots=True)
class Version:
    """What the child processes of one version have measured.

    Attributes:
        seconds: By measure, the median of each child.
        digests: By measure, what stands for the content of the envelope it wrote.
    """

    seconds: Mapping[str, Sequence[float]]
    digests: Mapping[str, str]


def main(arguments: Sequence[str]) -> int:
    """Compare and print; 1 if the two versions cannot be compared."""
    parser = argparse.ArgumentParser(prog="make bench-compare", description=__doc__)
    parser.add_argument("ref", help="the earlier commit, for example main or HEAD~5")
    parser.add_argument(
        "--quick", action="store_true", help="fewer and smaller samples"
    )
    options = parser.parse_args(arguments)
    pairs, effort = (3, (3, 0.02, 1_000)) if options.quick else (11, (5, 0.03, 10_000))
    with checked_out(options.ref) as (revision, folder):
        try:
            old, new = take_turns(
                folder / "generated", ROOT / "generated", pairs=pairs, effort=effort
            )
        except subprocess.CalledProcessError as failed:
            print(failed.stderr, file=sys.stderr)
            print("a version could not be timed, see above", file=sys.stderr)
            return 1
    print(f"CPU time of this tree over that of {options.ref} ({revision[:12]}),")
    print(f"medians of {pairs} pairs of child processes; below 1 this tree is faster\n")
    for line in lines(old, new):
        print(line)
    return 0


@contextmanager
def checked_out(ref: str) -> Generator[tuple[str, Path]]:
    """A commit's revision, and a folder with its tree that is gone afterwards."""
    revision = _git("rev-parse", "--verify", f"{ref}^{{commit}}").strip()
    with TemporaryDirectory(prefix="bench-compare-") as name:
        folder = Path(name) / "tree"
        _git("worktree", "add", "--detach", str(folder), revision)
        try:
            yield revision, folder
        finally:
            _git("worktree", "remove", "--force", str(folder))


def take_turns(
    old: Path, new: Path, *, pairs: int, effort: tuple[int, float, int]
) -> tuple[Version, Version]:
    """Run child processes of two folders in turn, the first in a pair changing too."""
    runs: dict[Path, list[Version]] = {old: [], new: []}
    for number in range(pairs):
        for folder in (old, new) if number % 2 == 0 else (new, old):
            runs[folder].append(_child(folder, effort))
    return _merged(runs[old]), _merged(runs[new])


def lines(old: Version, new: Version) -> list[str]:
    """The report: one line a measure that both versions have."""
    width = max(len(name) for name in new.seconds)
    report = [f"{'measure':{width}}  {'old':>9}  {'new':>9}  {'new/old':>7}  spread"]
    for name in new.seconds:
        if name in old.seconds:
            change = ratio(new.seconds[name], old.seconds[name])
            times = [duration(median(one.seconds[name])) for one in (old, new)]
            report.append(
                f"{name:{width}}  {times[0]:>9}  {times[1]:>9}  {change.value:7.3f}  "
                f"±{change.spread:.1%}{_verdict(change)}"
            )
    report += [
        f"{name}: the two versions write different envelopes"
        for name, digest in new.digests.items()
        if old.digests.get(name, digest) != digest
    ]
    return report


def _verdict(change: Figure) -> str:
    """A word where the difference is larger than what the pairs differ among each other."""
    noise = max(3 * change.spread * change.value, 0.03)
    if change.value > 1 + noise:
        return "  SLOWER"
    return "  faster" if change.value < 1 - noise else ""


def _child(folder: Path, effort: tuple[int, float, int]) -> Version:
    completed = subprocess.run(
        [sys.executable, "-m", _CHILD, str(folder), *map(str, effort)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found = json.loads(completed.stdout)
    seconds = {name: [figure(s).value] for name, s in found["seconds"].items()}
    return Version(seconds, found["digests"])


def _merged(runs: Sequence[Version]) -> Version:
    seconds = {
        name: [value for run in runs for value in run.seconds[name]]
        for name in runs[0].seconds
    }
    return Version(seconds, runs[0].digests)


def _git(*arguments: str) -> str:
    completed = subprocess.run(
        ["git", *arguments], check=False, cwd=ROOT, capture_output=True, text=True
    )
    if completed.returncode:
        sys.exit(completed.stderr.strip())
    return completed.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
