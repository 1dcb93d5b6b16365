"""A TOML file as data, with the line of every key for messages."""

from __future__ import annotations

import re
import stat
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from typedsoap.errors import Location, TypedSoapError, error

Key = tuple[str | int, ...]

MAX_BYTES: Final = 4 * 1024 * 1024
"""Nobody writes more; what is longer may have no end."""

_BARE_OR_QUOTED = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = rf"{_BARE_OR_QUOTED}(?:\s*\.\s*{_BARE_OR_QUOTED})*"
_ASSIGNMENT = re.compile(rf"\s*({_DOTTED})\s*=")
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_ERROR_LINE = re.compile(r"\(at line (\d+), column \d+\)$")
_MULTI_LINE_QUOTES = ('"""', "'''")
_DEEPEST: Final = 16
"""How many names a path has whose line is kept; no key of ours has as many."""


@dataclass(frozen=True, slots=True)
class TomlSource:
    """A parsed TOML file.

    Attributes:
        display: The file's name in messages.
        data: The top-level table.
        lines: Line numbers by key path; the items of an array of tables count from 0.
        content: The bytes that were read.
    """

    display: str
    data: dict[str, object]
    lines: dict[Key, int]
    content: bytes

    def where(self, key: Key) -> Location:
        """The place of a key, or of the nearest table around it whose line is known."""
        for end in range(len(key), 0, -1):
            if (line := self.lines.get(key[:end])) is not None:
                return Location(self.display, line)
        return Location(self.display)


def read_toml(path: Path, display: str) -> TomlSource:
    """Read a TOML file.

    Raises:
        TypedSoapError: The file cannot be read (TS201) or is not TOML (TS202).
    """
    content = _content(path, display)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise _refused(display, "not UTF-8 text", line) from problem
    try:
        data = cast("dict[str, object]", tomllib.loads(text))
    except tomllib.TOMLDecodeError as problem:
        message = str(problem)
        at = _ERROR_LINE.search(message)
        line = int(at[1]) if at else text.count("\n") + 1
        reason = message[: at.start()].rstrip() if at else message
        raise _refused(display, f"not TOML: {reason}", line) from problem
    except RecursionError as problem:
        raise _refused(display, "tables or arrays are nested too deep") from problem
    except ValueError as problem:
        # Python turns only so many digits into an integer.
        raise _refused(display, "an integer has too many digits") from problem
    return TomlSource(display, data, key_lines(text), content)


def _content(path: Path, display: str) -> bytes:
    try:
        # A pipe or a device would block or never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise _unreadable(display, "it is not a regular file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise _unreadable(display, reason) from problem
    if len(content) > MAX_BYTES:
        raise _unreadable(display, f"it is larger than {MAX_BYTES} bytes")
    return content


def _refused(display: str, message: str, line: int | None = None) -> TypedSoapError:
    return TypedSoapError([error("TS202", message, where=Location(display, line))])


def _unreadable(display: str, reason: str) -> TypedSoapError:
    message = f"cannot read the file: {reason}"
    hint = "check the path; it names a TOML file"
    return TypedSoapError([error("TS201", message, where=Location(display), hint=hint)])


def key_lines(text: str) -> dict[Key, int]:
    """The line of each key path of a TOML text that is known to be well-formed.

    tomllib keeps no positions, so the text is scanned once more for headers and
    assignments. Keys inside an inline table have the line of the table's own key.
    """
    lines: dict[Key, int] = {}
    counts: dict[Key, int] = {}
    table: Key = ()
    closing: str | None = None
    # Of what Python takes for the end of a line, TOML has line feeds alone.
    for number, line in enumerate(text.split("\n"), start=1):
        if closing is not None:
            closing = None if closing in line else closing
            continue
        if header := _HEADER.match(line):
            table = _resolve(_split(header[2]), counts)
            if header[1] == "[[":
                name = table[:-1] if isinstance(table[-1], int) else table
                counts[name] = counts.get(name, -1) + 1
                table = (*name, counts[name])
            _note(lines, table, number)
        elif assignment := _ASSIGNMENT.match(line):
            _note(lines, (*table, *_split(assignment[1])), number)
        closing = next((q for q in _MULTI_LINE_QUOTES if line.count(q) % 2), None)
    return lines


def _note(lines: dict[Key, int], key: Key, number: int) -> None:
    for end in range(1, min(len(key), _DEEPEST) + 1):
        lines.setdefault(key[:end], number)


def _split(dotted: str) -> tuple[str, ...]:
    """The parts of a dotted key, unquoted by tomllib itself."""
    parts: list[str] = []
    value: object = tomllib.loads(f"{dotted} = 0")
    while isinstance(value, dict):
        ((part, value),) = cast("dict[str, object]", value).items()
        parts.append(part)
    return tuple(parts)


def _resolve(parts: tuple[str, ...], counts: dict[Key, int]) -> Key:
    """The path of a header: below an array of tables it belongs to the last item."""
    path: Key = ()
    for part in parts:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    return path
