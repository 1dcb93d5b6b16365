"""Changes as a part of release notes, in Markdown, for those who use the client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from typedsoap.changes.model import Change, Changes, Verdict
from typedsoap.changes.report import where
from typedsoap.changes.rules import RULES
from typedsoap.markdown import escaped

_TEXT_ALONE: Final = "documentation"
_VERBS: Final = {Verdict.BREAKING: "Breaks", Verdict.WARNING: "May break"}


def as_changelog(changes: Changes) -> Iterator[str]:
    """Sections with a bullet a change: what breaks, then by what happened.

    Ignored changes are among them: the client's users meet them all the same. What changed
    in the documentation alone is one bullet at the end.
    """
    found = [*changes.changes, *(ignored.change for ignored in changes.ignored)]
    found.sort(key=Change.sort_key)
    if not found:
        yield "The contract is the same."
        return
    sections: dict[str, list[Change]] = {
        title: [] for title in ("Breaking", "Added", "Removed", "Changed")
    }
    documented = [change for change in found if change.rule == _TEXT_ALONE]
    for change in found:
        if change.rule != _TEXT_ALONE:
            sections[_section(change)].append(change)
    bullets = {title: [*map(_bullet, some)] for title, some in sections.items()}
    if documented:
        places = ", ".join(sorted({escaped(where(change)) for change in documented}))
        bullets["Changed"].append(f"- The documentation of {places}.")
    yield from _sections(bullets.items())


def _sections(bullets: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    first = True
    for title, lines in bullets:
        if lines:
            yield from () if first else ("",)
            yield f"### {title}"
            yield ""
            yield from lines
            first = False


def _section(change: Change) -> str:
    if change.severity is Verdict.BREAKING:
        return "Breaking"
    for ending in ("added", "removed"):
        if change.rule.endswith(f"-{ending}"):
            return ending.capitalize()
    return "Changed"


def _bullet(change: Change) -> str:
    """What changed, where it is used, why that matters, and for whom."""
    text = f"- **{escaped(where(change))}**"
    if change.operations:
        text += f" in {', '.join(map(escaped, change.operations))}"
    # That something is there or not is in the rule's own sentence.
    if change.old is not None and change.new is not None:
        text += f": {escaped(change.old)} -> {escaped(change.new)}"
    text = f"{text}. {RULES[change.rule].purpose}"
    if change.renamed_to is not None:
        text += f" It may be called {escaped(change.renamed_to)} now."
    for verdict, verb in _VERBS.items():
        if affected := _affected(change, verdict):
            text += f" {verb} {' and '.join(affected)}."
    return text


def _affected(change: Change, verdict: Verdict) -> list[str]:
    wire = [
        what
        for what, found in (("requests", change.request), ("replies", change.reply))
        if found is verdict
    ]
    affected = ["code that uses it"] if change.python is verdict else []
    if wire:
        affected.append(f"{' and '.join(wire)} of clients that are deployed")
    return affected
