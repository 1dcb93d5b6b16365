"""A file, a folder, a zip or `git:REV:path` -> contracts by what they offer."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from typedsoap.contract import Contract
from typedsoap.errors import TypedSoapError, error
from typedsoap.paths import shown
from typedsoap.revisions.archives import unpack_zip
from typedsoap.revisions.git import unpack_revision
from typedsoap.revisions.texts import ContractReader

_GIT: Final = "git:"


def read_side(text: str, reader: ContractReader) -> Mapping[str, Contract]:
    """The contracts that one side of a comparison names.

    Args:
        text: A WSDL, a folder or zip that holds some, or `git:REV:path` for one of
            these at a revision. Nothing is fetched.
        reader: One for both sides.

    Returns:
        Contracts by the names of their services, without namespace.

    Raises:
        TypedSoapError: TS0xx and TS1xx of the files; TS601 to TS604.
    """
    if not text.startswith(_GIT):
        return _read(Path(text), shown(Path(text)), reader)
    revision, _, path = text.removeprefix(_GIT).partition(":")
    if not revision or not path:
        message = f"{text!r} is not git:REV:path"
        hint = "name a revision and a path, such as git:HEAD:wsdl/orders.wsdl"
        raise TypedSoapError([error("TS601", message, hint=hint)])
    with tempfile.TemporaryDirectory() as folder:
        found = unpack_revision(revision, path, Path(folder))
        return _read(found, text, reader)


def _read(path: Path, display: str, reader: ContractReader) -> Mapping[str, Contract]:
    if path.is_dir():
        return _read_folder(path, display, reader)
    if path.suffix.lower() == ".zip":
        with tempfile.TemporaryDirectory() as folder:
            unpack_zip(path, display, Path(folder))
            return _read_folder(Path(folder), display, reader)
    contract = reader.read(path, display)
    return {offer(contract): contract}


def _read_folder(
    folder: Path, display: str, reader: ContractReader
) -> Mapping[str, Contract]:
    contracts: dict[str, Contract] = {}
    problems: list[TypedSoapError] = []
    places: dict[str, str] = {}
    for path in sorted(folder.rglob("*.wsdl")):
        name = f"{display}/{path.relative_to(folder).as_posix()}"
        try:
            contract = reader.read(path, name)
        except TypedSoapError as problem:
            # A part that others import has no operation of its own.
            if any(found.code != "TS117" for found in problem.diagnostics):
                problems.append(problem)
            continue
        described = offer(contract)
        if described in contracts:
            message = f"{name!r} and {places[described]!r} both describe {described!r}"
            hint = "name the two files to compare"
            twice = error("TS603", message, hint=hint)
            problems.append(TypedSoapError([twice]))
        contracts[described], places[described] = contract, name
    if problems:
        raise TypedSoapError(d for problem in problems for d in problem.diagnostics)
    if not contracts:
        message = f"{display!r} holds no WSDL with a SOAP operation"
        hint = "files are found by their ending, .wsdl"
        raise TypedSoapError([error("TS602", message, hint=hint)])
    return contracts


def offer(contract: Contract) -> str:
    """What a WSDL describes: its services, or without any its port types."""
    named = [service.name.name for service in contract.services]
    return ", ".join(named or [found.name.name for found in contract.port_types])
