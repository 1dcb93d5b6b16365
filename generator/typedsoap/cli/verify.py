"""`typedsoap verify`."""

from __future__ import annotations

from pathlib import Path

import click

from typedsoap.cli.options import config_option, strict_option
from typedsoap.cli.output import echo_line, report
from typedsoap.config.arguments import choose_config
from typedsoap.errors import TypedSoapError
from typedsoap.verify.client import config_for, plan_client
from typedsoap.verify.pages import read_pages
from typedsoap.verify.report import report_lines
from typedsoap.verify.verification import verify


@click.command("verify")
@click.argument("pages", metavar="PAGES", type=click.Path(path_type=Path))
@click.option(
    "--wsdl",
    "wsdls",
    metavar="PATH",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A contract or a folder of them, as often as needed; by default those of the "
    "configuration.",
)
@config_option
@strict_option
@click.pass_context
def verify_command(
    ctx: click.Context,
    pages: Path,
    wsdls: tuple[Path, ...],
    config: Path | None,
    strict: bool,
) -> None:
    """Prove the client against documentation pages with examples.

    PAGES is a Markdown page or a folder of them. Each shows, under the headings
    "<Operation> Request" and "<Operation> Response", one envelope in a fenced block.

    \b
    Examples:
      typedsoap verify docs/orders
      typedsoap verify docs/orders/PlaceOrder.md --wsdl orders.wsdl
      typedsoap verify docs --wsdl wsdl

    The client is generated, passes the gate, and runs in an interpreter of its own: it is
    called with what the example request says, and answered with the example response.
    Nothing is written. Exit code 0: all hold; 1: there are differences; 2: an error, or a
    page that cannot be used, after what came of the others.
    """
    found = read_pages(pages)
    settings = config_for(wsdls, config) if wsdls else choose_config((), file=config)
    client = plan_client(settings)
    report(client.plan.diagnostics, strict=strict, accepted=settings.accepted)
    verification = verify(found, client.sources, client.view, client.plan.files)
    for line in report_lines(verification, found):
        echo_line(line)
    if verification.unusable:
        raise TypedSoapError(verification.unusable)
    ctx.exit(0 if verification.holds else 1)
