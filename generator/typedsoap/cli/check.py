"""`typedsoap check`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from typedsoap import pipeline
from typedsoap.checking.contract_changes import contract_changes
from typedsoap.checking.report import (
    ADVICE,
    drift_as_annotations,
    drift_as_data,
    drift_as_markdown,
    drift_as_text,
)
from typedsoap.cli.options import (
    cache_options,
    chosen_store,
    config_options,
    format_option,
    strict_option,
)
from typedsoap.cli.output import (
    MOST_LISTED,
    annotate,
    count_of_files,
    echo_commands,
    echo_json,
    echo_line,
    report,
)
from typedsoap.config.arguments import choose_config
from typedsoap.output.drift import Drift, State
from typedsoap.output.generation import check
from typedsoap.paths import shown
from typedsoap.pinning.lock import edited_files


@click.command("check")
@config_options
@cache_options
@strict_option
@format_option("text", "json", "markdown", "github")
@click.pass_context
def check_command(
    ctx: click.Context,
    wsdls: tuple[Path, ...],
    output: Path | None,
    package: str | None,
    config: Path | None,
    only: tuple[str, ...],
    strict: bool,
    cache: bool,
    cache_dir: Path | None,
    output_format: str,
) -> None:
    """Tell whether the package is in sync with its inputs, and why not.

    \b
    Examples:
      typedsoap check
      typedsoap check --format github

    Writes nothing. What changed in a contract is told where git has the WSDL that the
    package was generated from.

    Exit code 0: in sync; 1: not; 2: an error.
    """
    if output_format == "github":
        annotate(ctx)
    settings = choose_config(wsdls, output, package, config, only)
    store = chosen_store(cache=cache, cache_dir=cache_dir)
    plan = pipeline.plan(settings, store=store)
    edited = edited_files(service.wsdl for service in settings.services)
    told = (*plan.diagnostics, *edited)
    report(told, strict=strict, accepted=settings.accepted)
    drift = check(plan, settings.output)
    changes = contract_changes(drift, settings, datetime.now(UTC).date())
    place = shown(settings.output / settings.package)
    match output_format:
        case "json":
            echo_json(drift_as_data(drift, changes))
        case "markdown":
            _echo_lines(drift_as_markdown(drift, changes, place))
        case "github":
            echo_commands(drift_as_annotations(drift, changes, place, settings))
        case _:
            _echo_lines(drift_as_text(drift, changes, place))
            _echo_files(drift, settings.output)
    ctx.exit(1 if drift else 0)


def _echo_lines(lines: Iterable[str]) -> None:
    for line in lines:
        echo_line(line)


def _echo_files(drift: Drift, output: Path) -> None:
    if drift:
        click.echo()
    for file in drift.files:
        for line in file.diff.splitlines():
            echo_line(line, color={"-": "red", "+": "green"}.get(line[:1]))
    new = [f for f in drift.files if f.state is State.MISSING and not f.edited]
    if len(new) > MOST_LISTED:
        click.echo(f"{State.MISSING:7} {count_of_files(len(new))}")
    for file in drift.files:
        if len(new) > MOST_LISTED and file in new:
            continue
        did = "removed" if file.state is State.MISSING else "edited"
        note = f" ({did} by hand)" if file.edited else ""
        echo_line(f"{file.state:7} {shown(output / file.path)}{note}")
    if any(file.state is not State.FOREIGN for file in drift.files):
        click.echo(ADVICE)
    if any(file.state is State.FOREIGN for file in drift.files):
        click.echo("A file that was not generated: list it in 'keep', or remove it")
