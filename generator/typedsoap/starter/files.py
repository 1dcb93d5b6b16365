"""The files that `typedsoap init` writes, as texts; nothing is written here."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from typedsoap.config import ServiceConfig
from typedsoap.config.arguments import config_from_arguments
from typedsoap.config.loading import FILE_NAME, has_section
from typedsoap.config.names import default_module
from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.overlay.loading import OVERLAY_SUFFIX
from typedsoap.paths import shown
from typedsoap.service_source import ServiceSource, read_services
from typedsoap.starter.configuration import configuration_text
from typedsoap.starter.overlay import starting_overlay
from typedsoap.starter.workflow import WORKFLOW_PATH, workflow_text
from typedsoap.toml.source import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How a project starts.

    Attributes:
        files: Contents by path relative to the project's folder.
        secrets: What the overlays declare secret, by the path of the overlay.
        kept: Files that were there already and stay as they are.
        diagnostics: Warnings about what will be left out.
    """

    files: Mapping[str, bytes]
    secrets: Mapping[str, tuple[str, ...]]
    kept: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def start(
    wsdls: Sequence[Path],
    root: Path,
    package: str | None = None,
    output: str | None = None,
    *,
    workflow: bool = False,
) -> Start:
    """A configuration in `root`, and an overlay for each WSDL that has none.

    Args:
        wsdls: At least one.
        root: The current folder; its `pyproject.toml`, if there is one, gets the section.
        package: The package's name; by default the first WSDL's with `_client`.
        output: What receives the package, relative to `root`; by default `src` where
            there is such a folder, else `root` itself.
        workflow: A workflow of GitHub Actions as well.

    Raises:
        TypedSoapError: What is wrong with the WSDLs or with a name, as `generate` would
            say it; the file has a configuration already (TS210) or cannot be read; a
            workflow cannot be in this folder (TS633).
    """
    package = package or f"{default_module(wsdls[0].stem)}_client"
    output = output or ("src" if (root / "src").is_dir() else ".")
    config = config_from_arguments(wsdls, root / output, package)
    before = _before(root / FILE_NAME)
    files: dict[str, bytes] = {}
    secrets: dict[str, tuple[str, ...]] = {}
    kept: list[str] = []
    entries: list[tuple[ServiceConfig, str, str | None]] = []
    sources = read_services(config.services)
    for service in config.services:
        path, configured = _overlay_path(service, root)
        entries.append((service, _relative(service.wsdl, root), configured))
        if os.path.lexists(root / path):
            kept.append(path)
            continue
        contracts = [s.supported for s in sources if s.config.wsdl == service.wsdl]
        overlay = starting_overlay(contracts, service.display)
        files[path] = overlay.text.encode()
        secrets[path] = overlay.secrets
    if workflow:
        _refuse_other_folder(root)
        if os.path.lexists(root / WORKFLOW_PATH):
            kept.append(WORKFLOW_PATH)
        else:
            files[WORKFLOW_PATH] = workflow_text().encode()
    section = configuration_text(config, Path(output).as_posix(), entries)
    files[FILE_NAME] = _joined(before, section, root / FILE_NAME)
    return Start(
        files=files,
        secrets=secrets,
        kept=tuple(kept),
        diagnostics=_warnings(sources),
    )


def _overlay_path(service: ServiceConfig, root: Path) -> tuple[str, str | None]:
    """Where the overlay goes; and again, where the configuration has to say so."""
    beside = service.wsdl.with_name(service.wsdl.stem + OVERLAY_SUFFIX)
    if beside.is_relative_to(root):
        return beside.relative_to(root).as_posix(), None
    return beside.name, beside.name


def _refuse_other_folder(root: Path) -> None:
    """TS633 where GitHub would not look for workflows."""
    if not os.path.lexists(root / ".git"):
        message = "a workflow has its place in the root of a git repository"
        hint = "run this there, or copy the job of docs/ci.md"
        raise TypedSoapError([error("TS633", message, hint=hint)])


def _before(path: Path) -> str:
    """What the configuration file holds now.

    Raises:
        TypedSoapError: It has the section (TS210), or is no TOML file.
    """
    if not os.path.lexists(path):
        return ""
    source = read_toml(path, shown(path))
    if has_section(source):
        raise TypedSoapError(
            [
                error(
                    "TS210",
                    "[tool.typedsoap] is here already",
                    where=source.where(("tool", "typedsoap")),
                    hint="add [[tool.typedsoap.services]] to it for another WSDL",
                )
            ]
        )
    return source.content.decode("utf-8")


def _joined(before: str, section: str, path: Path) -> bytes:
    text = section
    if before:
        newline = "\r\n" if "\r\n" in before else "\n"
        text = before.rstrip() + newline * 2 + section.replace("\n", newline)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise TypedSoapError(
            [
                error(
                    "TS210",
                    f"[tool.typedsoap] cannot be appended to this file: {problem}",
                    where=Location(shown(path)),
                    hint="write [tool] as a table, not as an inline value",
                )
            ]
        ) from problem
    return text.encode()


def _relative(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _warnings(sources: Sequence[ServiceSource]) -> tuple[Diagnostic, ...]:
    found = {diagnostic for source in sources for diagnostic in source.diagnostics}
    return tuple(sorted(found, key=Diagnostic.sort_key))
