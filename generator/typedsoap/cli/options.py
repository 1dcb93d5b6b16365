"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from typedsoap.cache.store import Store, default_folder

_F = TypeVar("_F", bound=Callable[..., None])


def config_options(command: _F) -> _F:
    """What to work on: `wsdls`, `output`, `package`, `config` and `only`."""
    for decorate in (
        only_option,
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


def only_option(command: _F) -> _F:
    """`only`: patterns of the operations that are wanted."""
    return click.option(
        "--only",
        metavar="OPERATION",
        multiple=True,
        help="Only this operation, with the types that it reaches; * stands for any "
        "text. May be given several times.",
    )(command)


def wsdls_argument(command: _F) -> _F:
    """`wsdls`: the WSDL files, none for what the configuration names."""
    return click.argument(
        "wsdls", metavar="[WSDL]...", nargs=-1, type=click.Path(path_type=Path)
    )(command)


def cache_options(command: _F) -> _F:
    """`cache`: whether to use what earlier runs found out, and `cache_dir`: where."""
    for decorate in (
        click.option(
            "--cache-dir",
            metavar="DIR",
            type=click.Path(path_type=Path),
            envvar="TYPEDSOAP_CACHE_DIR",
            help="Where to keep what a later run needs not find out again; by default "
            "'typedsoap' in the user's cache folder.",
        ),
        click.option(
            "--cache/--no-cache",
            default=True,
            help="Whether to keep and use it; the result is the same.",
        ),
    ):
        command = decorate(command)
    return command


def chosen_store(*, cache: bool, cache_dir: Path | None) -> Store | None:
    """The store that `cache_options` ask for."""
    folder = cache_dir.absolute() if cache_dir is not None else default_folder()
    return Store(folder) if cache and folder is not None else None


def strict_option(command: _F) -> _F:
    """`strict`: warnings are failures."""
    return click.option(
        "--strict",
        is_flag=True,
        help="Fail where there is as much as a warning that 'accept' does not name.",
    )(command)


_FORMATS = {
    "text": "for people",
    "json": "for programs",
    "markdown": "for the summary of a job",
    "github": "as annotations",
}


def format_option(*formats: str) -> Callable[[_F], _F]:
    """`output_format`: one of some formats, the first by default."""
    *others, last = (_FORMATS[name] for name in formats)
    meaning = f"{', '.join(others)} or {last}."
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=meaning[0].upper() + meaning[1:],
    )
