"""`typedsoap generate`."""

from __future__ import annotations

from pathlib import Path

import click

from typedsoap import pipeline
from typedsoap.cli.options import (
    cache_options,
    chosen_store,
    config_options,
    strict_option,
)
from typedsoap.cli.output import MOST_LISTED, count_of_files, echo_line, report
from typedsoap.config.arguments import choose_config
from typedsoap.output.generation import generate
from typedsoap.output.manifest import manifest_path
from typedsoap.paths import shown


@click.command("generate")
@config_options
@cache_options
@strict_option
@click.option("--dry-run", is_flag=True, help="Write nothing and only tell.")
def generate_command(
    wsdls: tuple[Path, ...],
    output: Path | None,
    package: str | None,
    config: Path | None,
    only: tuple[str, ...],
    strict: bool,
    cache: bool,
    cache_dir: Path | None,
    dry_run: bool,
) -> None:
    """Generate the client package, writing only what has changed.

    \b
    Examples:
      typedsoap generate
      typedsoap generate orders.wsdl stock.wsdl -o src --package shop

    An overlay `orders.overlay.toml` beside `orders.wsdl` is read too. Files that were
    not generated are left alone; where one is in the way, nothing is written.
    """
    settings = choose_config(wsdls, output, package, config, only)
    store = chosen_store(cache=cache, cache_dir=cache_dir)
    plan = pipeline.plan(settings, store=store)
    report(plan.diagnostics, strict=strict, accepted=settings.accepted)
    changes = generate(plan, settings.output, dry_run=dry_run)
    for verb, paths in (
        ("add", changes.added),
        ("update", changes.updated),
        ("remove", changes.removed),
    ):
        each = dry_run or len(paths) <= MOST_LISTED
        if not each:
            click.echo(f"{verb:6} {count_of_files(len(paths))}")
        for path in paths:
            note = " (was edited by hand)" if path in changes.overwritten else ""
            if each or note:
                echo_line(f"{verb:6} {shown(settings.output / path)}{note}")
    files = count_of_files(
        len(changes.added) + len(changes.updated) + len(changes.removed)
    )
    place = shown(settings.output / settings.package)
    if not changes:
        click.echo(f"{place}: up to date")
    elif dry_run:
        click.echo(f"{place}: {files} would change")
    else:
        click.echo(f"{place}: {files} changed")
        if manifest_path(settings.package) in changes.added:
            click.echo("the package needs lxml and urllib3 at run time")
