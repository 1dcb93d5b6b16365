"""What all commands print alike: diagnostics, paths, JSON."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Set
from typing import Final

import click

from typedsoap.annotations import annotated
from typedsoap.errors import Diagnostic, Severity, TypedSoapError

MOST_LISTED: Final = 20
"""More files than these are told by their number, such as all of a new package."""

_ANNOTATED = "typedsoap.annotated"
# What the runner of GitHub Actions takes for a command: the first at the start of a
# line, behind spaces as well, the second anywhere.
_COMMANDS: Final = re.compile(r"(?m)^(?P<indent> *):(?=:)|#(?=#\[)")
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def annotate(ctx: click.Context) -> None:
    """From now on print diagnostics as annotations of GitHub Actions."""
    ctx.meta[_ANNOTATED] = True


def echo_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics to standard error, with how many there are of each kind."""
    if click.get_current_context().meta.get(_ANNOTATED):
        echo_commands(annotated(diagnostics), err=True)
        return
    counts = dict.fromkeys(Severity, 0)
    for diagnostic in diagnostics:
        severity = diagnostic.severity
        counts[severity] += 1
        place = f"{diagnostic.where}: " if diagnostic.where else ""
        label = click.style(f"{severity} {diagnostic.code}", fg=_COLORS[severity])
        message = _printable(diagnostic.message)
        click.echo(_inert(f"{_printable(place)}{label}: {message}"), err=True)
        if diagnostic.hint:
            echo_line(f"    hint: {diagnostic.hint}", err=True)
    told = [f"{n} {s}{'s' if n > 1 else ''}" for s, n in counts.items() if n]
    if told:
        click.echo(", ".join(told), err=True)


def report(
    diagnostics: Iterable[Diagnostic],
    *,
    strict: bool,
    accepted: Set[str] = frozenset(),
) -> None:
    """Print the warnings of a run that can go on.

    Args:
        accepted: The codes of those that are no failure where `strict` is set.

    Raises:
        TypedSoapError: `strict` is set and there are others; nothing is printed then.
    """
    warnings = tuple(diagnostics)
    if strict and any(warning.code not in accepted for warning in warnings):
        raise TypedSoapError(warnings)
    echo_diagnostics(warnings)


def echo_line(text: str, *, err: bool = False, color: str | None = None) -> None:
    """Print a line of text, which can neither steer the terminal nor a CI job.

    Args:
        err: Whether it goes to standard error.
        color: As `click.style` names it.
    """
    click.secho(_inert(_printable(text)), err=err, fg=color)


def count_of_files(count: int) -> str:
    """How many files, in words."""
    return "1 file" if count == 1 else f"{count} files"


def echo_commands(lines: Iterable[str], *, err: bool = False) -> None:
    """Print workflow commands of GitHub Actions, as `annotation` makes them."""
    for line in lines:
        click.echo(_printable(line), err=err)


def _printable(text: str) -> str:
    """A text for the terminal; what could steer it is escaped.

    Names and addresses come from files that may be hostile.
    """
    return "".join(
        char if char.isprintable() or char == "\n" else ascii(char)[1:-1]
        for char in text
    )


def _inert(text: str) -> str:
    """A text of which, in a log of GitHub Actions, no line is a command.

    Source: `ActionCommand.TryParseV2` and `TryParse` of github.com/actions/runner.
    """
    if not os.environ.get("GITHUB_ACTIONS"):
        return text
    return _COMMANDS.sub(
        lambda found: (
            r"\x23" if found["indent"] is None else rf"{found['indent']}\x3a"
        ),
        text,
    )


def echo_json(data: object) -> None:
    """Print JSON for programs; strings of it are no commands of a CI job."""
    click.echo(json.dumps(data, indent=2).replace("##[", r"\u0023#["))
