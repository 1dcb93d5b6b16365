"""The contracts that a configuration names: now, and where its branch began."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from typedsoap.config import Config
from typedsoap.config.loading import configured_files
from typedsoap.contract.offers import offer
from typedsoap.errors import Diagnostic, TypedSoapError, error
from typedsoap.overlay import Overlay
from typedsoap.overlay.loading import load_overlay
from typedsoap.overlay.overlaid import Overlaid
from typedsoap.paths import shown
from typedsoap.revisions.git import merge_base, top_folder, unpack_commit
from typedsoap.revisions.texts import ContractReader
from typedsoap.source.limits import Limits


def contracts_now(config: Config, reader: ContractReader) -> Mapping[str, Overlaid]:
    """The configured contracts as they are in the working tree.

    Args:
        reader: One for both sides.

    Returns:
        Contracts by the names of their services, as `read_side` gives them.

    Raises:
        TypedSoapError: TS0xx, TS1xx and TS201 to TS205 of the files.
    """
    services = config.services
    return _read([_Files(s.wsdl, s.overlay, s.limits) for s in services], shown, reader)


def contracts_before(
    config: Config, revision: str, reader: ContractReader
) -> Mapping[str, Overlaid]:
    """What was configured in the commit where the branch left another, and as it was.

    Args:
        config: Read from a file; what that file named then may be other WSDLs.
        revision: The other branch, or anything that git takes for a commit.
        reader: One for both sides.

    Returns:
        As `contracts_now`; nothing where the file was not there yet.

    Raises:
        TypedSoapError: TS0xx, TS1xx and TS201 to TS205 of the files; git, the revision
            or a common commit is not there (TS601, TS632), or there is too much (TS604).
    """
    file = config.file
    if file is None:
        return {}
    at = config.root
    commit = merge_base(revision, at=at)
    top = top_folder(at).resolve()
    inside = file.resolve().relative_to(top)
    limits = max((s.limits for s in config.services), key=lambda found: found.bytes)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve()
        unpack_commit(commit, folder, at=at, also=[inside.as_posix()])
        if not (folder / inside).is_file():
            return {}
        configured = configured_files(folder / inside)
        found = [path for pair in configured for path in pair if path is not None]
        for path in found:
            if not path.is_relative_to(folder):
                raise TypedSoapError([_outside(commit, path.name)])
        # An overlay that the configuration names may be called anything.
        names = [path.relative_to(folder).as_posix() for path in found]
        if not all(path.exists() for path in found):
            unpack_commit(commit, folder, at=at, also=names)

        def named(path: Path) -> str:
            seen = os.path.relpath(top / path.relative_to(folder))
            return f"git:{commit[:12]}:{Path(seen).as_posix()}"

        return _read([_Files(*pair, limits) for pair in configured], named, reader)


@dataclass(frozen=True, slots=True)
class _Files:
    wsdl: Path
    overlay: Path | None
    limits: Limits


def _read(
    services: Sequence[_Files], named: Callable[[Path], str], reader: ContractReader
) -> Mapping[str, Overlaid]:
    sides: dict[str, Overlaid] = {}
    problems: list[Diagnostic] = []
    # A WSDL that is configured twice is one contract.
    for files in {service.wsdl: service for service in services}.values():
        overlay = Overlay()
        try:
            if files.overlay is not None:
                overlay = load_overlay(files.overlay, named(files.overlay))
            contract = reader.read(files.wsdl, named(files.wsdl), files.limits)
            name = _free(offer(contract), sides)
            sides[name] = Overlaid(contract, overlay)
        except TypedSoapError as problem:
            problems += problem.diagnostics
    if problems:
        raise TypedSoapError(problems)
    return sides


def _free(name: str, taken: Iterable[str]) -> str:
    """A name for one of several WSDLs that describe the same services, in their order."""
    number = sum(found.partition(" #")[0] == name for found in taken)
    return f"{name} #{number + 1}" if number else name


def _outside(commit: str, name: str) -> Diagnostic:
    message = f"{name!r} of the configuration in git:{commit[:12]} is not in git"
    return error("TS601", message, hint="keep WSDLs and overlays in the repository")
