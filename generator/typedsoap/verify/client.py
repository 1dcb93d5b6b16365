"""The generated client that pages are held against: planned, gated, not written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from typedsoap.config import Config, ServiceConfig
from typedsoap.config.arguments import config_from_arguments
from typedsoap.config.loading import find_config, load_config
from typedsoap.contract import QName
from typedsoap.errors import Location, TypedSoapError, error
from typedsoap.output.plan import Plan
from typedsoap.paths import shown
from typedsoap.pipeline import build_view
from typedsoap.pipeline import plan as plan_package
from typedsoap.service_source import ServiceSource, read_services
from typedsoap.source.documents import load
from typedsoap.views.service_model import PackageView
from typedsoap.wsdl.reading import read_contract

# The package lives in a temporary folder for the length of a run.
_PACKAGE: Final = "verified_client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A package in memory.

    Attributes:
        sources: Its services.
        view: What it was rendered from.
        plan: Its files, which the gate has passed.
    """

    sources: tuple[ServiceSource, ...]
    view: PackageView
    plan: Plan


def plan_client(config: Config) -> Client:
    """Plan the package of a configuration.

    Raises:
        TypedSoapError: What is wrong with its inputs, or a finding of the gate.
    """
    plan = plan_package(config)
    sources = read_services(config.services)
    return Client(sources=sources, view=build_view(config, sources), plan=plan)


def config_for(wsdls: Sequence[Path], file: Path | None = None) -> Config:
    """A configuration of some WSDLs.

    Where the configuration has a service of the same name, its module and overlay hold
    for such a WSDL too; else the WSDL's own overlay does, if there is one.

    Args:
        wsdls: Files, and folders of them.
        file: The configuration file; by default the nearest one, if there is any.

    Raises:
        TypedSoapError: A folder has no WSDL (TS605), a WSDL or the configuration cannot
            be read, or two WSDLs would be the same module.
    """
    files = [file for wsdl in wsdls for file in _files(wsdl)]
    alone = config_from_arguments(files, None, _PACKAGE)
    found = file or find_config(Path.cwd())
    if found is None:
        return alone
    known = [
        (_service_names(configured), configured)
        for configured in load_config(found).services
    ]
    services = tuple(_configured(service, known) for service in alone.services)
    return replace(alone, services=services)


def _files(wsdl: Path) -> list[Path]:
    if not wsdl.is_dir():
        return [wsdl]
    for pattern in ("*.wsdl", "*.xml"):
        files = sorted(file for file in wsdl.glob(pattern) if file.is_file())
        if files:
            return files
    message = "no WSDL (*.wsdl, or else *.xml) in this folder"
    hint = "name a WSDL, or a folder of WSDLs"
    where = Location(wsdl.as_posix())
    raise TypedSoapError([error("TS605", message, where=where, hint=hint)])


def _configured(
    service: ServiceConfig, known: Iterable[tuple[frozenset[QName], ServiceConfig]]
) -> ServiceConfig:
    names = _service_names(service)
    for others, configured in known:
        if names & others:
            return replace(configured, wsdl=service.wsdl, display=service.display)
    return service


def _service_names(service: ServiceConfig) -> frozenset[QName]:
    contract, _ = read_contract(
        load(service.wsdl, display=shown(service.wsdl), limits=service.limits)
    )
    return frozenset(service.name for service in contract.services)
