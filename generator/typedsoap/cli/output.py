"""What all commands print alike: diagnostics, paths, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

import click

from typedsoap.annotations import annotated
from typedsoap.errors import Diagnostic, Severity, TypedSoapError

_ANNOTATED = "typedsoap.annotated"
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def annotate(ctx: click.Context) -> None:
    """From now on print diagnostics as annotations of GitHub Actions."""
    ctx.meta[_ANNOTATED] = True


def echo_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics to standard error, with how many there are of each kind."""
    if click.get_current_context().meta.get(_ANNOTATED):
        for line in annotated(diagnostics):
            click.echo(printable(line), err=True)
        return
    counts = dict.fromkeys(Severity, 0)
    for diagnostic in diagnostics:
        severity = diagnostic.severity
        counts[severity] += 1
        place = f"{diagnostic.where}: " if diagnostic.where else ""
        label = click.style(f"{severity} {diagnostic.code}", fg=_COLORS[severity])
        message = printable(diagnostic.message)
        click.echo(f"{printable(place)}{label}: {message}", err=True)
        if diagnostic.hint:
            click.echo(f"    hint: {printable(diagnostic.hint)}", err=True)
    told = [f"{n} {s}{'s' if n > 1 else ''}" for s, n in counts.items() if n]
    if told:
        click.echo(", ".join(told), err=True)


def report(diagnostics: Iterable[Diagnostic], *, strict: bool) -> None:
    """Print the warnings of a run that can go on.

    Raises:
        TypedSoapError: `strict` is set and there are warnings; nothing is printed then.
    """
    warnings = tuple(diagnostics)
    if strict and warnings:
        raise TypedSoapError(warnings)
    echo_diagnostics(warnings)


def printable(text: str) -> str:
    """A text for the terminal; what could steer it is escaped.

    Names and addresses come from files that may be hostile.
    """
    return "".join(
        char if char.isprintable() or char == "\n" else ascii(char)[1:-1]
        for char in text
    )


def echo_json(data: object) -> None:
    """Print JSON for programs."""
    click.echo(json.dumps(data, indent=2))
