"""Changes as text, JSON values, Markdown and annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from typedsoap.changes.model import Change, Changes, Verdict
from typedsoap.changes.rules import RULES
from typedsoap.errors import Location

VERSION: Final = 1
"""Of the JSON; it grows when a name is taken away or means something else."""


def summary(changes: Sequence[Change]) -> str:
    """One line: how many there are of each kind."""
    if not changes:
        return "no changes"
    severities = [change.severity for change in changes]
    counts = [
        f"{severities.count(severity)} {severity}"
        for severity in (Verdict.BREAKING, Verdict.WARNING, Verdict.SAFE)
    ]
    plural = "" if len(changes) == 1 else "s"
    return f"{len(changes)} change{plural}: {', '.join(counts)}"


def as_text(changes: Changes) -> Iterator[str]:
    """Lines for people: a summary, then groups by operations, breaking first."""
    yield summary(changes.changes)
    for old, new in changes.namespaces:
        yield f"read as one namespace: {old} -> {new}"
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes.changes:
        groups.setdefault(change.operations, []).append(change)
    for operations, found in groups.items():
        yield ""
        yield ", ".join(operations) or "reaches no operation"
        for change in found:
            yield f"  {change.severity:8} {change.rule}: {where(change)}{_values(change)}"
            yield f"           {RULES[change.rule].purpose}"
            yield f"           {verdicts(change)}; {change.fingerprint}{_places(change)}"


def as_data(changes: Changes) -> Mapping[str, object]:
    """JSON values; docs/diff.md has the names."""
    return {
        "version": VERSION,
        "summary": {str(level): changes.count(level) for level in Verdict},
        "namespaces": [{"old": old, "new": new} for old, new in changes.namespaces],
        "changes": [
            {
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
                "old_location": _location(change.old_location),
                "new_location": _location(change.new_location),
                "requests": sorted(change.reached.requests),
                "replies": sorted(change.reached.replies),
            }
            for change in changes.changes
        ],
    }


def as_markdown(changes: Changes) -> Iterator[str]:
    """Lines for a pull request."""
    yield f"**{summary(changes.changes)}**"
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
            change.new or "",
            verdicts(change),
            ", ".join(change.operations),
        )
        yield f"| {' | '.join(map(_cell, cells))} |"


def as_annotations(changes: Changes) -> Iterator[str]:
    """Workflow commands of GitHub Actions, one a change."""
    levels = {Verdict.BREAKING: "error", Verdict.WARNING: "warning"}
    for change in changes.changes:
        level = levels.get(change.severity, "notice")
        place = change.new_location or change.old_location
        facts = [f"title={_property(change.rule)}"]
        if place is not None:
            facts.append(f"file={_property(place.file)}")
            facts += [] if place.line is None else [f"line={place.line}"]
        text = f"{where(change)}{_values(change)}; {verdicts(change)}"
        yield f"::{level} {','.join(facts)}::{_data(text)}"


def where(change: Change) -> str:
    """The path of a change in one line."""
    return " / ".join(change.path) or "contract"


def verdicts(change: Change) -> str:
    """The three verdicts of a change in one line."""
    return f"requests {change.request}, replies {change.reply}, Python {change.python}"


def _values(change: Change) -> str:
    if change.old is None and change.new is None:
        return ""
    old, new = ("(none)" if v is None else v for v in (change.old, change.new))
    return f": {old} -> {new}"


def _places(change: Change) -> str:
    places = [str(p) for p in (change.old_location, change.new_location) if p]
    return f" ({' -> '.join(places)})" if places else ""


def _location(place: Location | None) -> Mapping[str, object] | None:
    return None if place is None else {"file": place.file, "line": place.line}


def _cell(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
    return " ".join(escaped.replace("`", "\\`").split())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
