"""What can go wrong, as data: diagnostics with a stable code, a place and a hint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a diagnostic is: an error ends the run, a warning leaves something out."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file.

    Attributes:
        file: The file as the user named it, or relative to the working folder.
        line: The line, counted from 1, or None where only the file is known.
    """

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        code: Stable identifier, `TS` and three digits; `typedsoap.codes` lists them all.
        severity: Error or warning.
        message: What is the matter, without a full stop at the end.
        where: Where it is, if it is in a file.
        hint: What to do about it.
    """

    code: str
    severity: Severity
    message: str
    where: Location | None = None
    hint: str | None = None

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        text = f"{place}{self.severity} {self.code}: {self.message}"
        return f"{text}\n    hint: {self.hint}" if self.hint else text

    def sort_key(self) -> tuple[str, int, str, str]:
        """Order of a report: by file, line, code, message."""
        file, line = (self.where.file, self.where.line or 0) if self.where else ("", 0)
        return file, line, self.code, self.message


class TypedSoapError(Exception):
    """A run that cannot go on.

    Attributes:
        diagnostics: At least one diagnostic, every one of them worth printing.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))


def error(
    code: str, message: str, *, where: Location | None = None, hint: str | None = None
) -> Diagnostic:
    """An error diagnostic; raise it inside a `TypedSoapError` or collect it with others."""
    return Diagnostic(code, Severity.ERROR, message, where, hint)


def warning(
    code: str, message: str, *, where: Location | None = None, hint: str | None = None
) -> Diagnostic:
    """A warning diagnostic: something of the contract is left out, and said."""
    return Diagnostic(code, Severity.WARNING, message, where, hint)
