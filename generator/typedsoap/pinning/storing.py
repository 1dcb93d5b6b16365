"""Candidates -> the folders of pinned files: all of them are stored, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.output.lock import locked
from typedsoap.output.writing import Disk, made_folder, write_changes
from typedsoap.paths import shown
from typedsoap.pinning.candidate import Candidate
from typedsoap.pinning.lock import LOCK_NAME, Pin, digest, lock_text, read_lock


@dataclass(frozen=True, slots=True)
class Storage:
    """What storing does, or would do.

    Attributes:
        writes: Contents by absolute path; lock files come last.
        removes: Files that were pinned and are no longer imported.
        overwrites: Which of the written files are there.
    """

    writes: Mapping[Path, bytes] = field(default_factory=dict[Path, bytes])
    removes: tuple[Path, ...] = ()
    overwrites: frozenset[Path] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.writes or self.removes)


def plan_storage(candidates: Sequence[Candidate], now: str) -> Storage:
    """How the folders differ from the candidates; nothing is written.

    Args:
        now: The time of retrieval of those that differ, as in the lock file.

    Raises:
        TypedSoapError: A lock file cannot be understood (TS612), or a file that was not
            pinned stands where one must be written (TS615).
    """
    writes: dict[Path, bytes] = {}
    locks: dict[Path, bytes] = {}
    removes: list[Path] = []
    problems: list[Diagnostic] = []
    for folder in sorted({found.service.wsdl.parent for found in candidates}):
        pins = dict(read_lock(folder))
        claimed: dict[str, str] = {
            name: wsdl for wsdl, pin in pins.items() for name in pin.files
        }
        for found in (c for c in candidates if c.service.wsdl.parent == folder):
            wsdl = found.service.wsdl.name
            before = pins.get(wsdl)
            for name, text in found.texts.items():
                path = folder / name
                owner = claimed.get(name, wsdl if name == wsdl else None)
                claimed[name] = wsdl
                if owner != wsdl and (owner or os.path.lexists(path)):
                    problems.append(_foreign(path))
                elif not _holds(path, found.files[name].sha256):
                    writes[path] = text
            if before is None or before.files != found.files:
                gone = before.files.keys() - found.files.keys() if before else ()
                removes += [p for n in sorted(gone) if (p := folder / n).exists()]
                pins[wsdl] = Pin(now, found.files)
        text = lock_text(pins)
        if not _holds(folder / LOCK_NAME, digest(text)):
            locks[folder / LOCK_NAME] = text
    if problems:
        raise TypedSoapError(problems)
    writes |= locks
    return Storage(writes, tuple(removes), frozenset(filter(os.path.lexists, writes)))


def store(
    candidates: Sequence[Candidate], now: str, disk: Disk | None = None
) -> Storage:
    """Make the folders equal to the candidates, writing only what differs.

    Args:
        now: As for `plan_storage`.
        disk: What writes; a test passes one that fails.

    Raises:
        TypedSoapError: As `plan_storage`; another run is writing (TS406), or writing
            failed (TS405). Nothing was changed then; TS409 alone tells otherwise.
    """
    folders = sorted({found.service.wsdl.parent for found in candidates})
    with ExitStack() as held:
        for folder in folders:
            held.enter_context(made_folder(folder))
            held.enter_context(locked(folder))
        storage = plan_storage(candidates, now)
        top = Path(os.path.commonpath(folders))
        write_changes(
            top,
            {p.relative_to(top).as_posix(): text for p, text in storage.writes.items()},
            [path.relative_to(top).as_posix() for path in storage.removes],
            disk,
        )
    return storage


def _holds(path: Path, sha256: str) -> bool:
    try:
        return digest(path.read_bytes()) == sha256
    except OSError:
        return False


def _foreign(path: Path) -> Diagnostic:
    return error(
        "TS615",
        "this file would be written, and it is none of this pin's",
        where=Location(shown(path)),
        hint="move it away; the name follows from what the WSDL imports",
    )
