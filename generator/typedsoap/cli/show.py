"""`typedsoap show`."""

from __future__ import annotations

from pathlib import Path

import click

from typedsoap import pipeline
from typedsoap.cli.options import format_option, strict_option
from typedsoap.cli.output import echo_json, printable, report
from typedsoap.config.arguments import config_from_arguments
from typedsoap.description.outline import describe
from typedsoap.description.text import as_text
from typedsoap.service_source import read_services


@click.command("show")
@click.argument("wsdl", type=click.Path(path_type=Path))
@strict_option
@format_option
def show_command(wsdl: Path, strict: bool, output_format: str) -> None:
    """Tell what a WSDL offers, as the Python client would.

    \b
    Examples:
      typedsoap show wsdl/orders.wsdl
      typedsoap show wsdl/orders.wsdl --format json

    An overlay beside the WSDL is read too. Nothing is written. A WSDL with several
    port types is several clients: one after the other, and in JSON a list of them.
    """
    config = config_from_arguments([wsdl], None, "client")
    sources = read_services(config.services)
    descriptions = [describe(s, pipeline.build_view(config, [s])) for s in sources]
    diagnostics = sources[0].diagnostics
    if output_format == "json":
        report(diagnostics if strict else (), strict=strict)
        one = len(descriptions) == 1
        echo_json(descriptions[0] if one else descriptions)
        return
    for index, description in enumerate(descriptions):
        if index:
            click.echo()
        for line in as_text(description):
            click.echo(printable(line))
    report(diagnostics, strict=strict)
