"""What came of a run: counts, and what was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.fuzz.findings import SUFFIX, Kept, pending, store
from tests.fuzz.mutants import mutant

LEAST_WELL_FORMED: Final = 0.3
"""The share of mutants that a second parser must be able to read."""

_KEPT_OF_A_KIND: Final = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """A property that did not hold for the mutant with this number."""

    index: int
    problem: str

    @property
    def kind(self) -> str:
        """The problem without what differs from mutant to mutant."""
        return re.sub(r"\d+|'[^']*'", "_", self.problem)[:60]


@dataclass(slots=True)
class Tally:
    """Counts of a run.

    Attributes:
        outcomes: How many mutants ended in a value, and in each class of error.
        well_formed: How many a second parser can read.
        findings: What is wrong and not known yet.
        known: How many show what a kept regression says is still to be repaired.
        peak: The most memory that a worker used, in MiB.
        seconds: How long it took.
    """

    outcomes: Counter[str] = field(default_factory=Counter[str])
    well_formed: int = 0
    findings: list[Finding] = field(default_factory=list[Finding])
    known: Counter[str] = field(default_factory=Counter[str])
    peak: int = 0
    seconds: float = 0.0

    @property
    def total(self) -> int:
        """How many mutants were judged."""
        return self.outcomes.total()

    @property
    def share(self) -> float:
        """The share of well-formed mutants."""
        return self.well_formed / self.total if self.total else 0.0

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found and the mutants were good enough to find something."""
        return not self.findings and self.share >= LEAST_WELL_FORMED

    def count(self, outcome: str, well_formed: bool) -> None:
        """Count one mutant."""
        self.outcomes[outcome] += 1
        self.well_formed += well_formed

    def note(self, index: int, problem: str) -> None:
        """Note a property that did not hold."""
        known = _known(problem, pending())
        if known is None:
            self.findings.append(Finding(index, problem))
        else:
            self.known[known] += 1

    def lines(self) -> Iterator[str]:
        """The whole tally for people."""
        for outcome, count in self.outcomes.most_common():
            yield f"{outcome:<24}{count:>9,}{count / self.total:>8.1%}"
        rate = self.total / self.seconds if self.seconds else 0
        yield (
            f"{'all':<24}{self.total:>9,}        in {self.seconds:.0f} s, {rate:,.0f} a "
            f"second; a worker used {self.peak} MiB at most"
        )
        yield f"{'well-formed':<24}{self.well_formed:>9,}{self.share:>8.1%}"
        if self.share < LEAST_WELL_FORMED:
            yield f"too few are well-formed: at least {LEAST_WELL_FORMED:.0%} must be"
        for name, count in sorted(self.known.items()):
            yield f"known: {name} ({count:,} times)"
        kinds = Counter(finding.kind for finding in self.findings)
        for finding in {f.kind: f for f in reversed(self.findings)}.values():
            yield f"found {kinds[finding.kind]:,} times: {finding.problem}"


def _known(problem: str, known: Mapping[str, str]) -> str | None:
    return next((name for name, text in known.items() if text in problem), None)


def keep(
    findings: Iterable[Finding], seed: int, service: str | None, folder: Path
) -> list[Path]:
    """Write the first findings of each kind into a folder; returns the files."""
    kinds: Counter[str] = Counter()
    paths: list[Path] = []
    for finding in findings:
        kinds[finding.kind] += 1
        if kinds[finding.kind] <= _KEPT_OF_A_KIND:
            run = f"{service}-seed{seed}" if service else f"seed{seed}"
            path = folder / f"{run}-mutant{finding.index}{SUFFIX}"
            folder.mkdir(parents=True, exist_ok=True)
            made = mutant(seed, finding.index, service)
            store(path, Kept(made, "", finding.problem))
            paths.append(path)
    return [*dict.fromkeys(paths)]
