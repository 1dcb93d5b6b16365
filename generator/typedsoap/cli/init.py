"""`typedsoap init`."""

from __future__ import annotations

from pathlib import Path

import click

from typedsoap.cli.output import echo_line, report
from typedsoap.output.writing import write_changes
from typedsoap.starter.files import start


@click.command("init")
@click.argument(
    "wsdls", metavar="WSDL...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--package",
    metavar="NAME",
    help="The import name of the package; by default the first WSDL's with _client.",
)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    help="The folder that receives the package; by default src where there is one.",
)
@click.option(
    "--workflow",
    is_flag=True,
    help="Write a workflow of GitHub Actions too, for check and diff on pull requests.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing and only tell.")
def init_command(
    wsdls: tuple[Path, ...],
    package: str | None,
    output: str | None,
    workflow: bool,
    dry_run: bool,
) -> None:
    """Write a commented configuration, and an overlay for each WSDL.

    \b
    Example:
      typedsoap init wsdl/orders.wsdl --package shop

    The section goes into pyproject.toml of the current folder, whose other content stays
    as it is. What looks like a secret by its name is masked at once. An overlay or
    workflow that is there stays as it is.
    """
    here = Path.cwd()
    begun = start(wsdls, here, package, output, workflow=workflow)
    known = {path for path in begun.files if (here / path).exists()}
    if not dry_run:
        write_changes(here, begun.files, ())
    report(begun.diagnostics, strict=False)
    for path in sorted(begun.files):
        echo_line(f"{'update' if path in known else 'add':6} {path}")
        for name in begun.secrets.get(path, ()):
            echo_line(f"       secret: {name}")
    for path in begun.kept:
        echo_line(f"keep   {path}")
    click.echo("next: typedsoap generate")
