"""`[[tool.typedsoap.services]]`: the services of a configuration."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from typedsoap.config import ServiceConfig
from typedsoap.config import names as config_names
from typedsoap.config.limits import read_limits
from typedsoap.config.pin import read_pin
from typedsoap.overlay.loading import overlay_beside
from typedsoap.toml.table import Table

SERVICE_KEYS: Final = (
    "wsdl",
    "module",
    "overlay",
    "default_endpoint",
    "only",
    "types",
    "pin",
)


def read_services(section: Table, root: Path) -> tuple[ServiceConfig, ...]:
    """The services of a configuration; what is wrong with them is reported.

    Args:
        section: The table `[tool.typedsoap]`.
        root: The folder that paths are relative to.
    """
    tables = section.array("services", SERVICE_KEYS)
    if section.lacks("services"):
        section.refuse(
            "TS205",
            "[tool.typedsoap] names no service",
            "services",
            hint='add [[tool.typedsoap.services]] with wsdl = "..."',
        )
    limits = read_limits(section)
    seen: dict[str, str] = {}
    services: list[ServiceConfig] = []
    for table in tables:
        wsdl = table.text("wsdl")
        if wsdl is None:
            if not table.has("wsdl"):
                table.refuse("TS205", f"{table.title} needs 'wsdl'")
            continue
        service = _service(table, wsdl, root)
        if problem := config_names.module_problem(service.module, seen):
            key = "module" if table.has("module") else "wsdl"
            table.refuse(*problem, key, hint='set module = "..."')
        seen[service.module.casefold()] = service.display
        services.append(replace(service, limits=limits))
    return tuple(services)


def service_of_file(wsdl: Path, root: Path) -> ServiceConfig:
    """What a WSDL's name alone says: its module, and the overlay beside it.

    Args:
        root: The folder that names in generated code are relative to.
    """
    path = Path(os.path.normpath(wsdl.absolute()))
    return ServiceConfig(
        wsdl=path,
        display=_relative(path, root),
        module=config_names.default_module(path.stem),
        overlay=overlay_beside(path),
    )


def _service(table: Table, wsdl: str, root: Path) -> ServiceConfig:
    service = service_of_file(root / wsdl, root)
    if (overlay := table.text("overlay")) is not None:
        path = Path(os.path.normpath(root / overlay))
        service = replace(service, overlay=path)
    if (module := table.text("module")) is not None:
        service = replace(service, module=module)
    if table.has("only"):
        patterns = table.texts("only")
        if "" in patterns or table.lacks("only"):
            hint = "name operations, or leave the key out for all of them"
            table.refuse("TS206", "'only' chooses no operation", "only", hint=hint)
        location = table.where("only")
        service = replace(service, only=patterns, only_location=location)
    types = table.text("types")
    if types not in (None, "own", "shared"):
        hint = 'types = "own", or leave the key out'
        table.refuse("TS206", f"'types' cannot be {types!a}", "types", hint=hint)
    return replace(
        service,
        own_types=types == "own",
        default_endpoint=table.flag("default_endpoint"),
        pin=read_pin(table, root),
    )


def _relative(path: Path, root: Path) -> str:
    """The path below `root`, else its last part: it is written into generated code."""
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return path.name
