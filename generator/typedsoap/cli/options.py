"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

_F = TypeVar("_F", bound=Callable[..., None])


def config_options(command: _F) -> _F:
    """What to work on: `wsdls`, `output`, `package` and `config`."""
    for decorate in (
        config_option,
        click.option(
            "--package",
            metavar="NAME",
            help="The import name of the generated package.",
        ),
        click.option(
            "-o",
            "--output",
            metavar="DIR",
            type=click.Path(path_type=Path),
            help="The folder that receives the package.",
        ),
        wsdls_argument,
    ):
        command = decorate(command)
    return command


def config_option(command: _F) -> _F:
    """`config`: the configuration file."""
    return click.option(
        "--config",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="The configuration; by default the nearest pyproject.toml with "
        "[tool.typedsoap], here or above.",
    )(command)


def wsdls_argument(command: _F) -> _F:
    """`wsdls`: the WSDL files, none for what the configuration names."""
    return click.argument(
        "wsdls", metavar="[WSDL]...", nargs=-1, type=click.Path(path_type=Path)
    )(command)


def strict_option(command: _F) -> _F:
    """`strict`: warnings are failures."""
    return click.option(
        "--strict", is_flag=True, help="Fail where there is as much as a warning."
    )(command)


def format_option(command: _F) -> _F:
    """`output_format`: text or json."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="For people or for programs.",
    )(command)
