"""The command `typedsoap`: its subcommands, its exit codes and how it fails.

Exit codes: 0 all is well, 1 the output or the pages differ, 2 an error; 130 after an
interrupt, 141 when the reader of the output has gone.
"""

from __future__ import annotations

import os
import sys
import traceback

import click

from typedsoap.cli.check import check_command
from typedsoap.cli.diff import diff_command
from typedsoap.cli.generate import generate_command
from typedsoap.cli.init import init_command
from typedsoap.cli.mock import mock_command
from typedsoap.cli.output import echo_diagnostics
from typedsoap.cli.pin import pin_command
from typedsoap.cli.show import show_command
from typedsoap.cli.verify import verify_command
from typedsoap.errors import TypedSoapError, error

_DEBUG = "typedsoap.debug"
_INTERRUPTED = 130
_BROKEN_PIPE = 141


class Tool(click.Group):
    """Turns whatever a subcommand raises into messages and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; no traceback unless `--debug` asks for it."""
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            result: object = super().invoke(ctx)
            # Here, where a reader that has gone can still be noticed.
            sys.stdout.flush()
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except TypedSoapError as problem:
            echo_diagnostics(problem.diagnostics)
            self._debug(ctx)
            ctx.exit(2)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            self._debug(ctx)
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            # Python flushes once more at its end; that must not fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(_BROKEN_PIPE)
        except Exception as problem:
            hint = "run again with --debug, and report what it prints"
            message = f"{type(problem).__name__}: {problem}"
            echo_diagnostics([error("TS499", message, hint=hint)])
            self._debug(ctx)
            ctx.exit(2)
        return result

    @staticmethod
    def _debug(ctx: click.Context) -> None:
        if ctx.meta.get(_DEBUG):
            click.echo(traceback.format_exc(), err=True, nl=False)


def _set_debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_DEBUG] = value


@click.group(cls=Tool, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_set_debug,
    help="Show a traceback where something fails.",
)
@click.version_option(package_name="typedsoap", prog_name="typedsoap")
def main() -> None:
    """Generate a typed Python client from a WSDL.

    \b
    Example:
      typedsoap generate wsdl/orders.wsdl --package orders_client

    Without WSDL files, [tool.typedsoap] of the nearest pyproject.toml says what to do.
    Exit codes: 0 all is well, 1 there are differences, 2 an error.
    """


main.add_command(init_command)
main.add_command(generate_command)
main.add_command(check_command)
main.add_command(diff_command)
main.add_command(pin_command)
main.add_command(show_command)
main.add_command(verify_command)
main.add_command(mock_command)
