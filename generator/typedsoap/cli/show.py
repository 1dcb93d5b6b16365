"""`typedsoap show`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from typedsoap import pipeline
from typedsoap.cli.options import format_option, only_option, strict_option
from typedsoap.cli.output import echo_json, echo_line, report
from typedsoap.config.arguments import choose_config
from typedsoap.description.needs import needs, unknown_type
from typedsoap.description.outline import describe
from typedsoap.description.text import as_text, why_as_text
from typedsoap.service_source import ServiceSource, read_services
from typedsoap.views.service_model import PackageView


@click.command("show")
@click.argument("wsdl", type=click.Path(path_type=Path))
@only_option
@click.option(
    "--why",
    metavar="TYPE",
    help="Tell instead which operations need this type, and where it is in them.",
)
@strict_option
@format_option("text", "json")
def show_command(
    wsdl: Path,
    only: tuple[str, ...],
    why: str | None,
    strict: bool,
    output_format: str,
) -> None:
    """Tell what a WSDL offers, as the Python client would.

    \b
    Examples:
      typedsoap show wsdl/orders.wsdl
      typedsoap show wsdl/orders.wsdl --format json
      typedsoap show wsdl/orders.wsdl --why Customer

    An overlay beside the WSDL is read too. Nothing is written. A WSDL with several
    port types is several clients: one after the other, and in JSON a list of them.
    """
    config = choose_config([wsdl], package="client", only=only)
    sources = read_services(config.services)
    clients = [(source, pipeline.build_view(config, [source])) for source in sources]
    diagnostics = sources[0].diagnostics
    if why is not None:
        report(diagnostics if strict else (), strict=strict)
        _show_why(clients, why, output_format)
        return
    descriptions = [describe(source, package) for source, package in clients]
    if output_format == "json":
        report(diagnostics if strict else (), strict=strict)
        one = len(descriptions) == 1
        echo_json(descriptions[0] if one else descriptions)
        return
    for index, description in enumerate(descriptions):
        if index:
            click.echo()
        for line in as_text(description):
            echo_line(line)
    report(diagnostics, strict=strict)


def _show_why(
    clients: Sequence[tuple[ServiceSource, PackageView]], why: str, output_format: str
) -> None:
    found = [n for source, package in clients for n in needs(source, package, why)]
    if not found:
        raise unknown_type(clients, why)
    if output_format == "json":
        echo_json(found)
        return
    for type_ in found:
        for line in why_as_text(type_):
            echo_line(line)
