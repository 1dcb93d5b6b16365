"""Why operations of a corpus are left out, counted by the text of the diagnostics."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from tests.corpus.index import Entry
from tests.corpus.workers import Task, WorkerLost

# Names in a message differ from file to file; what is the matter does not.
_NAMES: Final = (
    (re.compile(r"'(?:[^'\\]|\\.)*'"), "'…'"),
    (re.compile(r"\"(?:[^\"\\]|\\.)*\""), "'…'"),
    (re.compile(r" \((?:type|element|attribute|part) '…'\)"), ""),
    (re.compile(r"\{[^}]*\}"), ""),
    (
        re.compile(r"(the (?:type|element|message|binding|port type)) [\w.-]+\b"),
        r"\1 …",
    ),
    (re.compile(r"\b\d+\b"), "N"),
)
_NOTHING_LEFT: Final = "TS150"  # the warnings beside it say why


@dataclass(slots=True)
class Reason:
    """What one kind of diagnostic stands in the way of.

    Attributes:
        count: How often it was said.
        files: Where, and how often each.
    """

    count: int = 0
    files: Counter[str] = field(default_factory=Counter[str])


def kind(code: str, message: str) -> str:
    """A diagnostic without the names in it."""
    for pattern, instead in _NAMES:
        message = pattern.sub(instead, message)
    return f"{code}: {message}"


def counted(
    entries: Sequence[Entry], answers: Sequence[Task | WorkerLost]
) -> dict[str, Reason]:
    """Reasons by kind, those of most files first."""
    found: defaultdict[str, Reason] = defaultdict(Reason)
    for entry, answer in zip(entries, answers, strict=True):
        for text in _kinds(answer):
            found[text].count += 1
            found[text].files[entry.path] += 1
    return dict(sorted(found.items(), key=lambda item: -len(item[1].files)))


def reasons_report(
    entries: Sequence[Entry], answers: Sequence[Task | WorkerLost], examples: int = 3
) -> Iterator[str]:
    """Lines: totals, then reasons with the files that have least beside them."""
    whole = [
        entry
        for entry, answer in zip(entries, answers, strict=True)
        if is_whole(entry, answer)
    ]
    some = [answer for answer in answers if _has(answer, "planned")]
    got = sum(_number(answer, "generated") for answer in answers)
    wanted = sum(entry.operations for entry in entries)
    yield f"files: {len(entries)}, with a client: {len(some)}, whole: {len(whole)}"
    yield f"SOAP operations: {wanted}, generated: {got}"
    yield ""
    yield "files  times  kind of diagnostic"
    kinds = [set(_kinds(answer)) for answer in answers]
    paths = [entry.path for entry in entries]
    alone = {p: len(k) for p, k in zip(paths, kinds, strict=True)}
    for text, reason in counted(entries, answers).items():
        yield f"{len(reason.files):5}  {reason.count:5}  {text}"
        for path in sorted(reason.files, key=lambda p: (alone[p], p))[:examples]:
            yield f"{'':14}{path} ({alone[path]} kinds)"


def is_whole(entry: Entry, answer: Task | WorkerLost) -> bool:
    """Whether a file gave a client with all its SOAP operations."""
    return _has(answer, "planned") and _number(answer, "generated") >= entry.operations


def _kinds(answer: Task | WorkerLost) -> Iterator[str]:
    if isinstance(answer, WorkerLost):
        yield f"crash: {answer}"
        return
    diagnostics: list[list[str]] = answer["diagnostics"]
    for code, _, message, _ in diagnostics:
        if code != _NOTHING_LEFT or len(diagnostics) == 1:
            yield kind(code, message)


def _has(answer: Task | WorkerLost, key: str) -> bool:
    return not isinstance(answer, WorkerLost) and bool(answer[key])


def _number(answer: Task | WorkerLost, key: str) -> int:
    value: Any = 0 if isinstance(answer, WorkerLost) else answer[key]
    return int(value)
