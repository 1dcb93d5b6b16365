"""What came of a verification, in lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from typedsoap.verify.normalise import NORMALISATIONS
from typedsoap.verify.pages import Pages
from typedsoap.verify.verdicts import Finding
from typedsoap.verify.verification import Verdict, Verification


def report_lines(verification: Verification, pages: Pages) -> Iterator[str]:
    """A line for each operation, every difference, and a summary at the end."""
    for name in pages.skipped:
        yield f"skipped: {name}: no example envelopes"
    for page in verification.matches.unknown:
        yield f"skipped: {page.where.file}: no operation {page.operation} in the contract"
    for page in verification.matches.left_out:
        yield f"{page.operation}: FAILS: the client does not have this operation"
    for verdict in verification.verdicts:
        yield from _verdict(verdict)
    for file in _unusable(verification):
        yield f"{file}: FAILS: the page cannot be used"
    if names := verification.matches.undocumented:
        yield f"no page shows: {', '.join(names)}"
    yield from _normalisations(verification)
    yield _summary(verification)


def _verdict(verdict: Verdict) -> Iterator[str]:
    envelopes = "request, response" if verdict.envelopes == 2 else "request"
    if verdict.holds:
        yield f"{verdict.operation}: holds: {envelopes}{_counts(verdict.applied)}"
        return
    yield f"{verdict.operation}: FAILS: {verdict.page}"
    for side, findings in (
        ("request", verdict.request),
        ("response", verdict.response),
    ):
        for finding in findings:
            yield from _finding(side, finding)


def _finding(side: str, finding: Finding) -> Iterator[str]:
    yield f"  {side}: {finding.message}"
    for line in finding.detail.splitlines():
        yield f"    {line}"


def _counts(applied: Counter[str]) -> str:
    counts = ", ".join(
        f"{name} {applied[name]}" for name in NORMALISATIONS if applied[name]
    )
    return f" ({counts})" if counts else ""


def _normalisations(verification: Verification) -> Iterator[str]:
    total: Counter[str] = Counter()
    for verdict in verification.verdicts:
        total += verdict.applied
    for name, meaning in NORMALISATIONS.items():
        if total[name]:
            times = "time" if total[name] == 1 else "times"
            yield f"{name}: {total[name]} {times}: {meaning}"


def _summary(verification: Verification) -> str:
    held = [verdict for verdict in verification.verdicts if verdict.holds]
    envelopes = sum(verdict.envelopes for verdict in held)
    passed_over = (*verification.matches.left_out, *_unusable(verification))
    count = len(verification.verdicts) + len(passed_over)
    noun = "operation" if count == 1 else "operations"
    verb = "holds" if count == 1 else "hold"
    return f"{len(held)} of {count} {noun} {verb}: {envelopes} envelopes"


def _unusable(verification: Verification) -> list[str]:
    """The pages that could not be judged; each is one operation as far as one can tell."""
    files = (found.where.file for found in verification.unusable if found.where)
    return [*dict.fromkeys(files)]
