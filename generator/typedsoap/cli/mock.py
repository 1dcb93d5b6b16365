"""`typedsoap mock`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from typedsoap.cli.options import config_option, strict_option, wsdls_argument
from typedsoap.cli.output import echo_line, report
from typedsoap.config.arguments import choose_config
from typedsoap.pipeline import build_view, plan
from typedsoap.serve.serving import Started, serve
from typedsoap.service_source import read_services

_PACKAGE: Final = "mocked_client"
_HANDLER: Final = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*")


def _handler(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _HANDLER.fullmatch(value):
        raise click.BadParameter("expected MODULE:CLASS, such as shop.fakes:Orders")
    return value


@click.command("mock")
@wsdls_argument
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port on 127.0.0.1; by default a free one.",
)
@click.option(
    "--handler",
    metavar="MODULE:CLASS",
    callback=_handler,
    help="A class that serves operations of any of the services; its module is looked "
    "for in the current folder as well.",
)
@click.option(
    "--package",
    metavar="NAME",
    help="The import name of the generated package, for a handler to import from.",
)
@config_option
@strict_option
def mock_command(
    wsdls: tuple[Path, ...],
    port: int,
    handler: str | None,
    package: str | None,
    config: Path | None,
    strict: bool,
) -> None:
    """Serve the services on loopback, each at the path of its address.

    \b
    Examples:
      typedsoap mock
      typedsoap mock orders.wsdl --port 8080
      typedsoap mock --handler shop.fakes:Orders

    Every operation is answered with sample values, unless the handler's class has a
    method for it: the client's own method, as the generated Protocol describes it. It is
    made once and without arguments, and called by several threads at a time.

    The addresses come first, one line a service. An interrupt ends it: exit code 0;
    2 is an error.
    """
    settings = choose_config(
        wsdls, package=package or (_PACKAGE if wsdls else None), file=config
    )
    planned = plan(settings)
    report(planned.diagnostics, strict=strict, accepted=settings.accepted)
    services = build_view(settings, read_services(settings.services)).services
    names = {service.module: service.name for service in services}
    width = max(map(len, names.values()))

    def started(server: Started) -> None:
        for module, url in server.urls.items():
            echo_line(f"{names[module]:{width}}  {url}")
        if handler is not None and server.samples:
            text = ", ".join(server.samples)
            echo_line(f"answered with samples: {text}", err=True)

    serve(planned.files, services, port=port, handler=handler, started=started)
