"""The command line, with the configuration file that it may leave to us -> `Config`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from typedsoap.changes.ignoring import IgnoreRule
from typedsoap.config import Config
from typedsoap.config import names as config_names
from typedsoap.config.loading import find_config, load_config
from typedsoap.config.services import service_of_file
from typedsoap.errors import Diagnostic, TypedSoapError, error


def choose_config(
    wsdls: Sequence[Path],
    output: Path | None = None,
    package: str | None = None,
    file: Path | None = None,
    only: tuple[str, ...] = (),
) -> Config:
    """What to run with.

    Args:
        wsdls: WSDL files to generate from; none for what the configuration names.
        output: Goes before the configured output.
        package: Goes before the configured package.
        file: The configuration file; by default the nearest `pyproject.toml` with
            `[tool.typedsoap]`, in the current folder or above.
        only: Goes before the configured choice of operations; for a single service.

    Raises:
        TypedSoapError: What is wrong with either (TS201 to TS209, TS233).
    """
    if wsdls:
        return choose_operations(config_from_arguments(wsdls, output, package), only)
    found = file or find_config(Path.cwd())
    if found is None:
        raise TypedSoapError(
            [
                error(
                    "TS209",
                    "no pyproject.toml here or above has [tool.typedsoap]",
                    hint="`typedsoap init WSDL...` writes it; or name WSDL files on the "
                    "command line",
                )
            ]
        )
    return choose_operations(override(load_config(found), output, package), only)


def ignored_changes(file: Path | None = None) -> tuple[IgnoreRule, ...]:
    """What the configuration that is to be used ignores; nothing where there is none.

    Args:
        file: As for `choose_config`.

    Raises:
        TypedSoapError: What is wrong with the file (TS201 to TS209).
    """
    found = file or find_config(Path.cwd())
    return load_config(found).ignored if found is not None else ()


def config_from_arguments(
    wsdls: Sequence[Path], output: Path | None, package: str | None
) -> Config:
    """The configuration that a command line stands for: WSDL files into one package.

    Args:
        wsdls: At least one; the current folder is what their names are relative to.
        output: Where the package goes; the current folder by default.
        package: The package's name, which is needed here.

    Raises:
        TypedSoapError: No or an unusable package name (TS205, TS206, TS208), or two
            files that would be the same module (TS207).
    """
    root = Path.cwd()
    report: list[Diagnostic] = []
    if package is None:
        report.append(
            error(
                "TS205",
                "WSDL files on the command line need a package to go into",
                hint="add --package NAME",
            )
        )
    elif problem := config_names.package_problem(package):
        report.append(error(*problem, hint=config_names.PACKAGE_HINT))
    services = tuple(service_of_file(wsdl, root) for wsdl in wsdls)
    seen: dict[str, str] = {}
    for service in services:
        if problem := config_names.module_problem(service.module, seen):
            hint = "configure a module for each service in pyproject.toml"
            report.append(error(*problem, hint=hint))
        seen[service.module.casefold()] = service.display
    if report:
        raise TypedSoapError(report)
    return Config(
        root=root,
        output=output.absolute() if output is not None else root,
        package=package or "",
        distribution=config_names.distribution_name(package or ""),
        write_distribution=False,
        services=services,
    )


def override(config: Config, output: Path | None, package: str | None) -> Config:
    """The configuration with another output folder or package name.

    Raises:
        TypedSoapError: The package name is unusable (TS206, TS208).
    """
    if output is not None:
        config = replace(config, output=output.absolute())
    if package is not None:
        if problem := config_names.package_problem(package):
            raise TypedSoapError([error(*problem, hint=config_names.PACKAGE_HINT)])
        config = replace(config, package=package)
    return config


def choose_operations(config: Config, only: tuple[str, ...]) -> Config:
    """The configuration with the operations that a command line chooses, if it does.

    Raises:
        TypedSoapError: TS233, it is not clear which of several services is meant.
    """
    if not only:
        return config
    if len(config.services) > 1:
        message = "--only cannot tell which of several services is meant"
        hint = "name one WSDL, or set only = [...] for each service in pyproject.toml"
        raise TypedSoapError([error("TS233", message, hint=hint)])
    services = tuple(
        replace(service, only=only, only_location=None) for service in config.services
    )
    return replace(config, services=services)
