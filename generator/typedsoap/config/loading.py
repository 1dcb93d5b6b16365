"""`[tool.typedsoap]` of a `pyproject.toml` -> `Config`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from typedsoap.codes import CODES
from typedsoap.config import Config
from typedsoap.config import names as config_names
from typedsoap.config.ignored import DIFF_KEYS, IGNORE_KEYS, read_ignored
from typedsoap.config.limits import LIMITS
from typedsoap.config.pin import PIN_KEYS
from typedsoap.config.services import SERVICE_KEYS, read_services
from typedsoap.errors import Diagnostic, TypedSoapError, error
from typedsoap.overlay.loading import overlay_beside
from typedsoap.paths import shown
from typedsoap.toml.source import TomlSource, read_toml
from typedsoap.toml.table import Table

FILE_NAME: Final = "pyproject.toml"

CONFIG_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "tool.typedsoap": (
        "package",
        "output",
        "distribution",
        "keep",
        "limits",
        "templates",
        "accept",
        "diff",
        "services",
    ),
    "tool.typedsoap.distribution": ("name", "version", "description"),
    "tool.typedsoap.limits": LIMITS,
    "tool.typedsoap.diff": DIFF_KEYS,
    "tool.typedsoap.diff.ignore": IGNORE_KEYS,
    "tool.typedsoap.services": SERVICE_KEYS,
    "tool.typedsoap.services.pin": PIN_KEYS,
}
"""Every table of the configuration and the keys it may hold."""


def find_config(start: Path) -> Path | None:
    """The nearest `pyproject.toml` with `[tool.typedsoap]`, in `start` or above it."""
    for folder in (start, *start.parents):
        path = folder / FILE_NAME
        if path.is_file() and has_section(read_toml(path, shown(path.absolute()))):
            return path
    return None


def load_config(path: Path) -> Config:
    """Read the configuration from a TOML file; relative paths belong to its folder.

    Raises:
        TypedSoapError: Everything that is wrong with it, with lines (TS201 to TS209).
    """
    source = _read(path)
    report: list[Diagnostic] = []
    section = _section(source, report)
    if section is None and report:
        raise TypedSoapError(report)
    if section is None:
        report.append(
            error(
                "TS209",
                "there is no [tool.typedsoap] here",
                where=source.where(()),
                hint="add the section, or name WSDL files on the command line",
            )
        )
        raise TypedSoapError(report)
    config = _config(section, path.absolute())
    if report:
        raise TypedSoapError(sorted(report, key=Diagnostic.sort_key))
    return config


def configured_files(path: Path) -> tuple[tuple[Path, Path | None], ...]:
    """The WSDLs that a configuration names, each with its overlay if it has one.

    They are absolute, and what else is wrong with the configuration does not matter.

    Raises:
        TypedSoapError: The file cannot be read (TS201) or is not TOML (TS202).
    """
    section = _section(_read(path), [])
    if section is None:
        return ()
    files: list[tuple[Path, Path | None]] = []
    for table in section.array("services", SERVICE_KEYS):
        if (named := table.text("wsdl")) is not None:
            wsdl = Path(os.path.normpath(path.parent / named))
            overlay = table.text("overlay")
            files.append(
                (
                    wsdl,
                    (
                        Path(os.path.normpath(path.parent / overlay))
                        if overlay is not None
                        else overlay_beside(wsdl)
                    ),
                )
            )
    return tuple(files)


def has_section(source: TomlSource) -> bool:
    """Whether a file has `[tool.typedsoap]`, be it usable or not."""
    report: list[Diagnostic] = []
    return _section(source, report) is not None or bool(report)


def _read(path: Path) -> TomlSource:
    return read_toml(path, shown(path.absolute()))


def _section(source: TomlSource, report: list[Diagnostic]) -> Table | None:
    root = Table(source, (), source.data, report, None)
    tool = root.table("tool", None) if root.has("tool") else None
    return tool.table("typedsoap", CONFIG_KEYS["tool.typedsoap"]) if tool else None


def _config(section: Table, path: Path) -> Config:
    root = path.parent
    package = section.text("package")
    if package is None:
        _need(section, "package")
        package = ""
    elif problem := config_names.package_problem(package):
        section.refuse(*problem, "package", hint=config_names.PACKAGE_HINT)
    output = Path(os.path.normpath(root / (section.text("output") or ".")))
    distribution = section.table(
        "distribution", CONFIG_KEYS["tool.typedsoap.distribution"]
    )
    if distribution is not None and output / FILE_NAME == path:
        section.refuse(
            "TS206",
            f"the distribution's {FILE_NAME} would be written over this file",
            "distribution",
            hint='set output = "generated", or another folder',
        )
    name, version, description = _distribution(distribution, package)
    return Config(
        root=root,
        file=path,
        output=output,
        package=package,
        distribution=name,
        version=version,
        description=description,
        write_distribution=distribution is not None,
        keep=_keep(section),
        templates=_templates(section, root),
        ignored=read_ignored(section),
        accepted=_accepted(section),
        services=read_services(section, root),
    )


def _distribution(table: Table | None, package: str) -> tuple[str, str, str]:
    default = config_names.distribution_name(package)
    if table is None:
        return default, "0.1.0", ""
    checks = {
        "name": config_names.distribution_problem,
        "version": config_names.version_problem,
        "description": config_names.description_problem,
    }
    for key, check in checks.items():
        value = table.text(key)
        if value is not None and (problem := check(value)):
            table.refuse(*problem, key)
    return (
        table.text("name") or default,
        table.text("version") or "0.1.0",
        table.text("description") or "",
    )


def _keep(section: Table) -> tuple[str, ...]:
    patterns = section.texts("keep")
    for pattern in patterns:
        if problem := config_names.pattern_problem(pattern):
            section.refuse(*problem, "keep")
    return patterns


def _accepted(section: Table) -> frozenset[str]:
    codes = section.texts("accept")
    for code in codes:
        if code not in CODES:
            message = f"there is no diagnostic {code!a}"
            hint = "copy the code of a warning, such as TS151"
            section.refuse("TS206", message, "accept", hint=hint)
    return frozenset(codes)


def _templates(section: Table, root: Path) -> Path | None:
    written = section.text("templates")
    if written is None:
        return None
    folder = Path(os.path.normpath(root / written))
    # Unlike Path.is_dir, this never fails, whatever the name holds.
    if not os.path.isdir(folder):
        message = f"the folder of templates {written!a} is not there"
        hint = "create it, or leave the key out"
        section.refuse("TS206", message, "templates", hint=hint)
        return None
    return folder


def _need(table: Table, key: str) -> None:
    if not table.has(key):
        table.refuse("TS205", f"{table.title} needs '{key}'")
