"""`typedsoap check`."""

from __future__ import annotations

from pathlib import Path

import click

from typedsoap import pipeline
from typedsoap.cli.options import (
    cache_options,
    chosen_store,
    config_options,
    format_option,
    strict_option,
)
from typedsoap.cli.output import echo_json, report
from typedsoap.config.arguments import choose_config
from typedsoap.output.drift import Drift, State, drift_as_data
from typedsoap.output.generation import check
from typedsoap.paths import shown


@click.command("check")
@config_options
@cache_options
@strict_option
@format_option
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
    """Tell whether the package is what its inputs give now, and if not, why.

    \b
    Examples:
      typedsoap check
      typedsoap check --format json

    Writes nothing. Exit code 0: in sync; 1: not; 2: an error.
    """
    settings = choose_config(wsdls, output, package, config, only)
    store = chosen_store(cache=cache, cache_dir=cache_dir)
    plan = pipeline.plan(settings, store=store)
    report(plan.diagnostics, strict=strict)
    drift = check(plan, settings.output)
    if output_format == "json":
        echo_json(drift_as_data(drift))
    else:
        _echo(drift, settings.output, settings.package)
    ctx.exit(1 if drift else 0)


def _echo(drift: Drift, output: Path, package: str) -> None:
    place = shown(output / package)
    if not drift:
        click.echo(f"{place}: in sync")
        return
    for file in drift.files:
        for line in file.diff.splitlines():
            click.secho(line, fg={"-": "red", "+": "green"}.get(line[:1]))
    for file in drift.files:
        note = " (edited by hand)" if file.edited else ""
        click.echo(f"{file.state:7} {shown(output / file.path)}{note}")
    click.echo(f"{place}: not in sync, because")
    for reason in drift.reasons:
        click.echo(f"  {reason}")
    if any(file.state is not State.FOREIGN for file in drift.files):
        click.echo("To bring it in sync, run: typedsoap generate")
    if any(file.state is State.FOREIGN for file in drift.files):
        click.echo("A file that was not generated: list it in 'keep', or remove it")
