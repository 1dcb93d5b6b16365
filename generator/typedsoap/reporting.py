"""Collects what is wrong with an input, so that one run reports all of it."""

from __future__ import annotations

from typing import Final

from typedsoap.errors import (
    Diagnostic,
    Location,
    Severity,
    TypedSoapError,
    error,
    warning,
)

MAX_ERRORS: Final = 200


class Report:
    """The diagnostics of one run so far.

    A reader adds to it and goes on, and calls `raise_errors` where going on makes no
    sense any more. After `MAX_ERRORS` errors it raises by itself: nobody reads more,
    and a hostile file must not fill the memory with complaints.
    """

    def __init__(self) -> None:
        self._errors: set[Diagnostic] = set()
        self._warnings: set[Diagnostic] = set()

    def error(
        self, code: str, message: str, where: Location | None, hint: str | None = None
    ) -> None:
        """Add an error; a repeated one counts once."""
        self.add(error(code, message, where=where, hint=hint))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic that was made elsewhere."""
        if diagnostic.severity is Severity.WARNING:
            self._warnings.add(diagnostic)
            return
        self._errors.add(diagnostic)
        if len(self._errors) >= MAX_ERRORS:
            self._errors.add(
                error(
                    "TS016",
                    f"stopped after {MAX_ERRORS} errors",
                    where=diagnostic.where,
                    hint="correct the first ones and run again",
                )
            )
            self.raise_errors()

    def warning(
        self, code: str, message: str, where: Location | None, hint: str | None = None
    ) -> None:
        """Add a warning; a repeated one counts once."""
        self.add(warning(code, message, where=where, hint=hint))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors, sorted by place."""
        return tuple(sorted(self._errors, key=Diagnostic.sort_key))

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The warnings, sorted by place."""
        return tuple(sorted(self._warnings, key=Diagnostic.sort_key))

    def raise_errors(self) -> None:
        """Raise what was added, if there is an error among it.

        Raises:
            TypedSoapError: Every error and warning so far, sorted by place.
        """
        if self._errors:
            found = self._errors | self._warnings
            raise TypedSoapError(sorted(found, key=Diagnostic.sort_key))
