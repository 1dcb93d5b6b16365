"""Changes as text, JSON values, Markdown and annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from typedsoap.annotations import ERROR, NOTICE, WARNING, annotation
from typedsoap.changes.model import Change, Changes, Verdict
from typedsoap.changes.rules import RULES
from typedsoap.errors import Location
from typedsoap.markdown import escaped

VERSION: Final = 1
"""Of the JSON; it grows when a name is taken away or means something else."""


def summary(changes: Sequence[Change], ignored: int = 0) -> str:
    """One line: how many there are of each kind, and how many do not count."""
    if not changes:
        return f"no changes but {ignored} ignored" if ignored else "no changes"
    severities = [change.severity for change in changes]
    counts = [
        f"{severities.count(severity)} {severity}"
        for severity in (Verdict.BREAKING, Verdict.WARNING, Verdict.SAFE)
    ]
    counts += [f"{ignored} ignored"] if ignored else []
    plural = "" if len(changes) == 1 else "s"
    return f"{len(changes)} change{plural}: {', '.join(counts)}"


def as_text(changes: Changes) -> Iterator[str]:
    """Lines for people: a summary, then groups by operations, breaking first."""
    yield summary(changes.changes, len(changes.ignored))
    for old, new in changes.namespaces:
        yield f"read as one namespace: {old} -> {new}"
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes.changes:
        groups.setdefault(change.operations, []).append(change)
    for operations, found in groups.items():
        yield ""
        yield ", ".join(operations) or "reaches no operation"
        for change in found:
            yield headline(change)
            yield f"           {RULES[change.rule].purpose}"
            if change.renamed_to is not None:
                yield f"           {renamed(change)}"
            yield f"           {verdicts(change)}; {change.fingerprint}{_places(change)}"
    if changes.ignored:
        yield ""
        yield "ignored"
    for ignored in changes.ignored:
        until = f", until {ignored.until}" if ignored.until else ""
        yield headline(ignored.change)
        yield f"           {ignored.reason}{until}; {ignored.change.fingerprint}"


def as_data(changes: Changes) -> Mapping[str, object]:
    """JSON values; docs/diff.md has the names."""
    counts = {str(level): changes.count(level) for level in Verdict}
    return {
        "version": VERSION,
        "summary": {**counts, "ignored": len(changes.ignored)},
        "namespaces": [{"old": old, "new": new} for old, new in changes.namespaces],
        "changes": [_change_data(change) for change in changes.changes],
        "ignored": [
            {
                **_change_data(ignored.change),
                "reason": ignored.reason,
                "until": ignored.until.isoformat() if ignored.until else None,
            }
            for ignored in changes.ignored
        ],
    }


def _change_data(change: Change) -> Mapping[str, object]:
    return {
        "rule": change.rule,
        "fingerprint": change.fingerprint,
        "severity": str(change.severity),
        "verdicts": {
            "request": str(change.request),
            "reply": str(change.reply),
            "python": str(change.python),
        },
        "path": list(change.path),
        "namespace": change.namespace,
        "old": change.old,
        "new": change.new,
        "renamed_to": change.renamed_to,
        "old_location": _location(change.old_location),
        "new_location": _location(change.new_location),
        "requests": sorted(change.reached.requests),
        "replies": sorted(change.reached.replies),
    }


def as_markdown(changes: Changes) -> Iterator[str]:
    """Lines for a pull request."""
    yield f"**{summary(changes.changes, len(changes.ignored))}**"
    if changes:
        yield ""
        yield "| severity | rule | where | old | new | verdicts | operations |"
        yield "|---|---|---|---|---|---|---|"
    for change in changes.changes:
        cells = (
            str(change.severity),
            change.rule,
            where(change),
            change.old or "",
            change.new or renamed(change),
            verdicts(change),
            ", ".join(change.operations),
        )
        yield f"| {' | '.join(map(escaped, cells))} |"


def as_annotations(changes: Changes) -> Iterator[str]:
    """Workflow commands of GitHub Actions, one a change; an ignored one has none."""
    levels = {Verdict.BREAKING: ERROR, Verdict.WARNING: WARNING}
    for change in changes.changes:
        told = filter(None, [renamed(change), verdicts(change)])
        yield annotation(
            levels.get(change.severity, NOTICE),
            "; ".join([f"{where(change)}{_values(change)}", *told]),
            title=change.rule,
            place=change.new_location or change.old_location,
        )


def headline(change: Change) -> str:
    """One indented line: how bad it is, its rule, where, and from what to what."""
    return f"  {change.severity:8} {change.rule}: {where(change)}{_values(change)}"


def where(change: Change) -> str:
    """The path of a change in one line."""
    return _line(" / ".join(change.path)) or "contract"


def verdicts(change: Change) -> str:
    """The three verdicts of a change in one line."""
    return f"requests {change.request}, replies {change.reply}, Python {change.python}"


def renamed(change: Change) -> str:
    """What may be the new name of something that is gone; empty where nothing is."""
    return f"renamed to {_line(change.renamed_to)}?" if change.renamed_to else ""


def between(change: Change) -> str:
    """From what to what, in one line; empty for a change without facts."""
    if change.old is None and change.new is None:
        return ""
    facts = ("(none)" if v is None else v for v in (change.old, change.new))
    return " -> ".join(map(_line, facts))


def _line(text: str) -> str:
    """A text as part of a line: documentation has lines, and so may a name in quotes.

    They must not pass for lines of the report.
    """
    return " ".join(text.split())


def _values(change: Change) -> str:
    text = between(change)
    return f": {text}" if text else ""


def _places(change: Change) -> str:
    places = [str(p) for p in (change.old_location, change.new_location) if p]
    return f" ({' -> '.join(places)})" if places else ""


def _location(place: Location | None) -> Mapping[str, object] | None:
    return None if place is None else {"file": place.file, "line": place.line}
