"""Counts the edits of contracts and overlays: `python -m tests.drift.mutations`.

Prints how many there are, and which are reported wrongly, if any; exit code 1 then.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.drift.contract_mutations import CONTRACTS, mutations, read, wrong
from tests.drift.overlay_mutations import (
    OVERLAID,
    overlay_mutations,
    read_overlaid,
    wrong_overlay,
)


def main() -> int:
    """Print the counts."""
    return 1 if _contracts() + _overlays() else 0


def _contracts() -> int:
    failed = 0
    for name in CONTRACTS:
        contract = read(name)
        rules: Counter[str] = Counter()
        problems: list[str] = []
        for mutation in mutations(contract):
            rules.update((mutation.rule, mutation.inverse))
            problem = wrong(contract, mutation)
            problems += [] if problem is None else [problem]
        edits = sum(rules.values()) // 2
        summary = f"{edits} edits and their inverses, {len(rules)} rules"
        failed += _told(name, summary, problems)
    return failed


def _overlays() -> int:
    failed = 0
    for name, path in OVERLAID.items():
        contract, overlay = read_overlaid(path)
        rules: Counter[str | None] = Counter()
        problems: list[str] = []
        for whole, mutation in overlay_mutations(contract, overlay):
            rules.update((mutation.rule, mutation.inverse))
            problem = wrong_overlay(contract, whole, mutation)
            problems += [] if problem is None else [problem]
        edits, silent = sum(rules.values()) // 2, rules.pop(None, 0) // 2
        effect = f"{silent} of them without effect"
        summary = f"{edits} edits and their inverses, {effect}, {len(rules)} rules"
        failed += _told(f"overlay of {name}", summary, problems)
    return failed


def _told(name: str, summary: str, problems: list[str]) -> int:
    print(f"{name}: {summary}, {len(problems)} wrong")
    for problem in problems[:20]:
        print(f"  {problem}")
    return len(problems)


if __name__ == "__main__":
    sys.exit(main())
