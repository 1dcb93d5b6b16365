"""A file, a folder, a zip or `git:REV:path` -> contracts with overlays, by services."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from typedsoap.contract.offers import offer
from typedsoap.errors import TypedSoapError, error
from typedsoap.overlay import Overlay
from typedsoap.overlay.loading import load_overlay, overlay_beside
from typedsoap.overlay.overlaid import Overlaid
from typedsoap.paths import shown
from typedsoap.revisions.archives import unpack_zip
from typedsoap.revisions.git import unpack_revision
from typedsoap.revisions.texts import ContractReader

_GIT: Final = "git:"


def read_side(text: str, reader: ContractReader) -> Mapping[str, Overlaid]:
    """The contracts that one side of a comparison names, with the overlays beside them.

    Where there is no overlay at all in what is no revision, nothing is known of overlays.

    Args:
        text: A WSDL, a folder or zip that holds some, or `git:REV:path` for one of
            these at a revision. Nothing is fetched.
        reader: One for both sides.

    Returns:
        Contracts by the names of their services, without namespace.

    Raises:
        TypedSoapError: TS0xx, TS1xx and TS201 to TS205 of the files; TS601 to TS604.
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
        known = _read(found, text, reader)
        # A revision is all that there was.
        return {
            name: Overlaid(side.contract, side.overlay or Overlay())
            for name, side in known.items()
        }


def _read(path: Path, display: str, reader: ContractReader) -> Mapping[str, Overlaid]:
    if path.is_dir():
        return _read_folder(path, display, reader)
    if path.suffix.lower() == ".zip":
        with tempfile.TemporaryDirectory() as folder:
            unpack_zip(path, display, Path(folder))
            return _read_folder(Path(folder), display, reader)
    side = _read_file(path, display, reader)
    return {offer(side.contract): side}


def _read_file(path: Path, display: str, reader: ContractReader) -> Overlaid:
    contract = reader.read(path, display)
    overlay = overlay_beside(path)
    if overlay is None:
        return Overlaid(contract)
    named = f"{display.removesuffix(path.name)}{overlay.name}"
    return Overlaid(contract, load_overlay(overlay, named))


def _read_folder(
    folder: Path, display: str, reader: ContractReader
) -> Mapping[str, Overlaid]:
    sides: dict[str, Overlaid] = {}
    problems: list[TypedSoapError] = []
    places: dict[str, str] = {}
    for path in sorted(folder.rglob("*.wsdl")):
        name = f"{display}/{path.relative_to(folder).as_posix()}"
        try:
            side = _read_file(path, name, reader)
        except TypedSoapError as problem:
            # A part that others import has no operation of its own.
            if any(found.code != "TS117" for found in problem.diagnostics):
                problems.append(problem)
            continue
        described = offer(side.contract)
        if described in sides:
            message = f"{name!r} and {places[described]!r} both describe {described!r}"
            hint = "name the two files to compare"
            twice = error("TS603", message, hint=hint)
            problems.append(TypedSoapError([twice]))
        sides[described], places[described] = side, name
    if problems:
        raise TypedSoapError(d for problem in problems for d in problem.diagnostics)
    if not sides:
        message = f"{display!r} holds no WSDL with a SOAP operation"
        hint = "files are found by their ending, .wsdl"
        raise TypedSoapError([error("TS602", message, hint=hint)])
    if all(side.overlay is None for side in sides.values()):
        return sides
    return {
        name: Overlaid(side.contract, side.overlay or Overlay())
        for name, side in sides.items()
    }
