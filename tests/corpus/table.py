"""The table of a run: files and operations, by what the list of the corpus says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tests.corpus.results import Result

_HEADINGS: Final = (
    *("files", "client", "whole"),
    *("operations", "generated", "requests", "replies", "by XSD"),
)


def table(results: Sequence[Result]) -> Iterator[str]:
    """Lines: a row for each feature of VALID files, one for all, one for the others."""
    valid = [result for result in results if result.entry.valid]
    yield f"{'VALID files':26}" + "".join(f"{heading:>11}" for heading in _HEADINGS)
    features = sorted({f for result in valid for f in result.entry.features})
    for feature in features:
        yield _row(feature, [r for r in valid if feature in r.entry.features])
    yield _row("all", valid)
    yield from _rest(valid)
    others = [result for result in results if not result.entry.valid]
    if others:
        yield _row("other files", others)
        refused = [result for result in others if not result.has_client]
        yield f"of the other files {len(refused)} are refused with a diagnostic"


def _rest(valid: Sequence[Result]) -> Iterator[str]:
    """How many files are whole, and why each of the others is not."""
    rest = [result for result in valid if not result.is_whole]
    yield f"{len(valid) - len(rest)} of {len(valid)} VALID files are whole"
    for result in rest:
        first, *more = result.reasons() or ["no reason is told"]
        others = f" (and {len(more)} more)" if more else ""
        yield f"not whole {result.entry.path}: {first}{others}"


def _row(title: str, results: Sequence[Result]) -> str:
    cells = (
        len(results),
        sum(result.has_client for result in results),
        sum(result.is_whole for result in results),
        sum(result.entry.operations for result in results),
        sum(result.generated for result in results),
        sum(result.requests for result in results),
        sum(result.replies for result in results),
        sum(result.validated for result in results),
    )
    return f"{title:26}" + "".join(f"{cell:11,}" for cell in cells)


def problems(results: Sequence[Result]) -> Iterator[str]:
    """Lines: what is wrong, and which schemas libxml2 does not compile."""
    for result in results:
        for text in result.wrong():
            yield f"WRONG {result.entry.path}: {text}"
    for result in results:
        done = result.exchanged
        if isinstance(done, dict) and done["schema"]:
            yield f"not validated {result.entry.path}: {done['schema']}"
