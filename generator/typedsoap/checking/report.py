"""A drift as lines, JSON values and annotations, the causes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from typedsoap.annotations import ERROR, annotation
from typedsoap.changes.report import as_data, as_markdown, headline, summary
from typedsoap.checking.contract_changes import ContractChange
from typedsoap.config import Config
from typedsoap.errors import Location
from typedsoap.markdown import escaped
from typedsoap.output.drift import Cause, Drift, FileDrift, Reason
from typedsoap.paths import shown

_MOST_CHANGES: Final = 10
_UNKNOWN: Final = "what it was is not in git's recent history, so no changes are shown"
ADVICE: Final = "To bring it in sync, run: typedsoap generate"

_Changes = Mapping[str, ContractChange]


def drift_as_text(drift: Drift, changes: _Changes, place: str) -> Iterator[str]:
    """Lines for people: each cause, a changed contract with its worst changes.

    Args:
        place: How messages call the package's folder.
    """
    yield _state(drift, place)
    for reason in drift.reasons:
        yield str(reason)
        if reason.cause is Cause.CONTRACT:
            yield from (f"  {line}" for line in _contract(changes.get(_key(reason))))


def drift_as_markdown(drift: Drift, changes: _Changes, place: str) -> Iterator[str]:
    """Lines for the summary of a job: each cause, and what changed in a contract."""
    yield f"**{escaped(_state(drift, place))}**"
    for reason in drift.reasons:
        yield ""
        yield f"- {escaped(str(reason))}"
        if reason.cause is Cause.CONTRACT:
            yield ""
            change = changes.get(_key(reason))
            yield from [_UNKNOWN] if change is None else as_markdown(change.changes)
    if drift:
        yield ""
        count = len(drift.files)
        yield f"{count} {'files differ' if count > 1 else 'file differs'}. {ADVICE}"


def drift_as_data(drift: Drift, changes: _Changes) -> Mapping[str, object]:
    """The drift as JSON values; the names are stable and documented."""
    return {
        "in_sync": not drift,
        "reasons": [
            {
                "cause": reason.cause.value,
                "subject": reason.subject,
                "text": str(reason),
                "contract": _contract_data(changes.get(_key(reason))),
            }
            for reason in drift.reasons
        ],
        "files": [
            {
                "path": file.path,
                "state": file.state.value,
                "edited_by_hand": file.edited,
                "diff": file.diff,
            }
            for file in drift.files
        ],
    }


def drift_as_annotations(
    drift: Drift, changes: _Changes, place: str, config: Config
) -> Iterator[str]:
    """A line for the log, and workflow commands of GitHub Actions, one a cause."""
    yield _state(drift, place)
    files = {file.path: file for file in drift.files}
    for reason in drift.reasons:
        lines = [str(reason)]
        if reason.cause is Cause.CONTRACT:
            lines += _contract(changes.get(_key(reason)))
        if reason.cause is not Cause.FOREIGN:
            lines.append(ADVICE)
        where = _place(reason, config, files)
        title = f"typedsoap check: {reason.cause}"
        yield annotation(ERROR, "\n".join(lines), title=title, place=where)


def _state(drift: Drift, place: str) -> str:
    """Whether the package is in sync, in one line."""
    return f"{place}: {'not in sync' if drift else 'in sync'}"


def _key(reason: Reason) -> str:
    return reason.subject or ""


def _contract(change: ContractChange | None) -> Iterator[str]:
    if change is None:
        yield _UNKNOWN
        return
    found = change.changes
    yield summary(found.changes, len(found.ignored))
    yield from map(headline, found.changes[:_MOST_CHANGES])
    more = len(found.changes) - _MOST_CHANGES
    if more > 0:
        yield f"  and {more} more"
    yield f"in full: typedsoap diff {change.old} {change.new}"


def _contract_data(change: ContractChange | None) -> Mapping[str, object] | None:
    if change is None:
        return None
    return {"old": change.old, "new": change.new, "diff": as_data(change.changes)}


def _place(
    reason: Reason, config: Config, files: Mapping[str, FileDrift]
) -> Location | None:
    """What a cause is about, as a file that can be opened."""
    match reason.cause:
        case Cause.CONTRACT | Cause.SOURCE:
            found = [s for s in config.services if s.display == reason.subject]
            return Location(shown(found[0].wsdl)) if found else None
        case Cause.CONFIGURATION if config.file is not None:
            return Location(shown(config.file))
        case Cause.EDITED | Cause.FOREIGN if reason.subject is not None:
            file = files.get(reason.subject)
            line = _first_difference(file.diff) if file is not None else None
            return Location(shown(config.output / Path(reason.subject)), line)
        case _:
            return None


def _first_difference(diff: str) -> int | None:
    """The line on disk where a unified diff begins to differ."""
    line = 0
    for text in diff.splitlines():
        if text.startswith("@@ -"):
            line = int(text[4:].partition(" ")[0].partition(",")[0])
        elif line and text[:1] in ("-", "+"):
            return line
        elif line:
            line += 1
    return None
