"""The contracts that a configuration names: now, and where its branch began."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from typedsoap.config import Config
from typedsoap.config.loading import configured_wsdls
from typedsoap.contract import Contract
from typedsoap.errors import Diagnostic, TypedSoapError, error
from typedsoap.paths import shown
from typedsoap.revisions.git import merge_base, top_folder, unpack_commit
from typedsoap.revisions.reading import offer
from typedsoap.revisions.texts import ContractReader
from typedsoap.source.limits import Limits


def contracts_now(config: Config, reader: ContractReader) -> Mapping[str, Contract]:
    """The configured contracts as they are in the working tree.

    Args:
        reader: One for both sides.

    Returns:
        Contracts by the names of their services, as `read_side` gives them.

    Raises:
        TypedSoapError: TS0xx and TS1xx of the files.
    """
    files = {shown(s.wsdl): (s.wsdl, s.limits) for s in config.services}
    return _read(files, reader)


def contracts_before(
    config: Config, revision: str, reader: ContractReader
) -> Mapping[str, Contract]:
    """What was configured in the commit where the branch left another, and as it was.

    Args:
        config: Read from a file; what that file named then may be other WSDLs.
        revision: The other branch, or anything that git takes for a commit.
        reader: One for both sides.

    Returns:
        As `contracts_now`; nothing where the file was not there yet.

    Raises:
        TypedSoapError: TS0xx and TS1xx of the files; git, the revision or a common
            commit is not there (TS601, TS632), or there is too much (TS604).
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
        unpack_commit(commit, folder, at=at, also=inside.as_posix())
        if not (folder / inside).is_file():
            return {}
        files: dict[str, tuple[Path, Limits]] = {}
        for path in configured_wsdls(folder / inside):
            if not path.is_relative_to(folder):
                raise TypedSoapError([_outside(commit, path.name)])
            seen = os.path.relpath(top / path.relative_to(folder))
            files[f"git:{commit[:12]}:{Path(seen).as_posix()}"] = path, limits
        return _read(files, reader)


def _read(
    files: Mapping[str, tuple[Path, Limits]], reader: ContractReader
) -> Mapping[str, Contract]:
    contracts: dict[str, Contract] = {}
    problems: list[Diagnostic] = []
    for display, (path, limits) in files.items():
        try:
            contract = reader.read(path, display, limits)
            contracts[_free(offer(contract), contracts)] = contract
        except TypedSoapError as problem:
            problems += problem.diagnostics
    if problems:
        raise TypedSoapError(problems)
    return contracts


def _free(name: str, taken: Iterable[str]) -> str:
    """A name for one of several WSDLs that describe the same services, in their order."""
    number = sum(found.partition(" #")[0] == name for found in taken)
    return f"{name} #{number + 1}" if number else name


def _outside(commit: str, name: str) -> Diagnostic:
    message = f"{name!r} of the configuration in git:{commit[:12]} is not in git"
    return error("TS601", message, hint="keep the WSDLs in the repository")
