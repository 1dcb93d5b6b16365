"""The lock file: where pinned files come from, and what they were when they came."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from typedsoap.errors import Diagnostic, Location, TypedSoapError, error, warning
from typedsoap.paths import shown
from typedsoap.toml.source import TomlSource, read_toml
from typedsoap.toml.table import Table
from typedsoap.toml.writing import toml_key, toml_string

LOCK_NAME: Final = "typedsoap.lock"
"""The file's name; it stands in the folder of the WSDLs that it tells of."""

_VERSION: Final = 1
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_HEAD: Final = """\
# Written by `typedsoap pin`: where the files beside it come from. Commit it with them.

"""


@dataclass(frozen=True, slots=True)
class PinnedFile:
    """A file beside the lock file.

    Attributes:
        source: The URL that it was fetched from, secrets masked, or a file's name.
        sha256: Of its content, in hex; however its lines end.
    """

    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Pin:
    """One WSDL and what it imports.

    Attributes:
        retrieved: When, in UTC: `2026-01-31T12:00:00Z`.
        files: By name, the WSDL among them.
    """

    retrieved: str
    files: Mapping[str, PinnedFile]


def digest(content: bytes) -> str:
    """SHA-256 in hex. git may turn line ends on its way; nothing else in a pin has CR."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def read_lock(folder: Path) -> Mapping[str, Pin]:
    """The pins of a folder by the WSDL's name; none where there is no lock file.

    Raises:
        TypedSoapError: The file cannot be read (TS201, TS202) or understood (TS612).
    """
    path = folder / LOCK_NAME
    if not path.exists():
        return {}
    source = read_toml(path, shown(path))
    report: list[Diagnostic] = []
    root = Table(source, (), source.data, report, ("version", "pins"))
    if root.number("version") != _VERSION:
        root.refuse("TS612", f"the lock file's version is not {_VERSION}", "version")
    pins = {
        name: Pin(table.text("retrieved") or "", dict(_files(table)))
        for name, table in root.tables("pins", ("retrieved", "files"))
    }
    for pin in pins.values():
        for name, file in pin.files.items():
            # Names are removed and written: they must not lead elsewhere.
            if Path(name).name != name or not _SHA256.fullmatch(file.sha256):
                report.append(_unclear(source, f"the entry {name!a} is none of ours"))
    if report:
        problems = [_unclear(source, found.message, found.where) for found in report]
        raise TypedSoapError(problems)
    return pins


def lock_text(pins: Mapping[str, Pin]) -> bytes:
    """The lock file with these pins; the same for the same pins."""
    lines = [f"version = {_VERSION}"]
    for name, pin in sorted(pins.items()):
        lines += ["", f"[{toml_key('pins', name)}]"]
        lines.append(f"retrieved = {toml_string(pin.retrieved)}")
        for file_name, file in sorted(pin.files.items()):
            lines += ["", f"[{toml_key('pins', name, 'files', file_name)}]"]
            lines.append(f"source = {toml_string(file.source)}")
            lines.append(f"sha256 = {toml_string(file.sha256)}")
    return (_HEAD + "".join(f"{line}\n" for line in lines)).encode()


def edited_files(wsdls: Iterable[Path]) -> Iterator[Diagnostic]:
    """A warning (TS613) for each file of a pinned WSDL that is not as it was stored.

    Raises:
        TypedSoapError: As `read_lock`.
    """
    locks: dict[Path, Mapping[str, Pin]] = {}
    for wsdl in wsdls:
        folder = wsdl.parent
        if folder not in locks:
            locks[folder] = read_lock(folder)
        pin = locks[folder].get(wsdl.name)
        for name, file in sorted(pin.files.items()) if pin else ():
            path = folder / name
            try:
                content = path.read_bytes()
            except OSError:
                what = "is pinned and cannot be read"
            else:
                if digest(content) == file.sha256:
                    continue
                what = "is pinned and was edited by hand"
            yield warning(
                "TS613",
                f"this file {what}",
                where=Location(shown(path)),
                hint="restore it, or run 'typedsoap pin'; what a WSDL lacks goes into its"
                " overlay",
            )


def _files(pin: Table) -> Iterator[tuple[str, PinnedFile]]:
    for name, table in pin.tables("files", ("source", "sha256")):
        yield name, PinnedFile(table.text("source") or "", table.text("sha256") or "")


def _unclear(
    source: TomlSource, message: str, where: Location | None = None
) -> Diagnostic:
    return error(
        "TS612",
        f"the lock file cannot be understood: {message}",
        where=where or source.where(()),
        hint="restore it from version control, or remove it and pin again",
    )
