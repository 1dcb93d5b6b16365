"""Workflow commands of GitHub Actions that annotate lines of files.

Source: "Workflow commands for GitHub Actions" and the escapes of `@actions/core`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Final

from typedsoap.errors import Diagnostic, Location, Severity

ERROR: Final = "error"
WARNING: Final = "warning"
NOTICE: Final = "notice"

_GIT: Final = "git:"
_LEVELS: Final = {Severity.ERROR: ERROR, Severity.WARNING: WARNING}


def annotation(
    level: str, message: str, *, title: str, place: Location | None = None
) -> str:
    """One line; no text can end the command or begin another.

    Args:
        level: `ERROR`, `WARNING` or `NOTICE`.
        message: What is said; it may have several lines.
        title: Its heading.
        place: The file as messages call it, and the line. Of `git:REV:path` the path
            is all that can be opened.
    """
    facts = [f"title={_property(title)}"]
    if place is not None:
        revision, colon, path = place.file.removeprefix(_GIT).partition(":")
        earlier = place.file.startswith(_GIT) and bool(revision and colon)
        file = _from_workspace(path if earlier else place.file)
        facts.append(f"file={_property(file)}")
        if place.line is not None and not earlier:
            facts.append(f"line={place.line}")
    return f"::{level} {','.join(facts)}::{_data(message)}"


def annotated(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Annotations for what is wrong with an input."""
    for diagnostic in diagnostics:
        hint = f"\nhint: {diagnostic.hint}" if diagnostic.hint else ""
        yield annotation(
            _LEVELS[diagnostic.severity],
            f"{diagnostic.message}{hint}",
            title=f"{diagnostic.severity} {diagnostic.code}",
            place=diagnostic.where,
        )


def _from_workspace(file: str) -> str:
    """A file as GitHub calls it: from the folder that the repository is in."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace:
        return file
    path = os.path.relpath(os.path.abspath(file), os.path.realpath(workspace))
    return file if path.startswith("..") else path.replace(os.sep, "/")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
