"""Planned files x a folder -> what is missing, changed, stale or foreign.

Only reading is done here; `output.writing` carries changes out. Paths are relative to the
output folder and written with `/`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.paths import shown

_CACHES = frozenset({"__pycache__"})


@dataclass(frozen=True, slots=True)
class FileSet:
    """Everything that a run wants to stand in the output folder.

    Attributes:
        package: The package's folder; files outside of it are single ones that are
            named here, and no other of their folder is looked at.
        files: Contents by path.
        keep: Patterns, relative to the package, of hand-written files; `*` stands for
            any text, also over several folders.
    """

    package: str
    files: Mapping[str, bytes]
    keep: tuple[str, ...] = ()

    def keeps(self, path: str) -> bool:
        """Whether a path is one of the hand-written files."""
        inner = path.removeprefix(f"{self.package}/")
        return inner != path and any(fnmatchcase(inner, p) for p in self.keep)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How planned files and the disk differ; every tuple is sorted.

    Attributes:
        disk: What stands at each path that is planned, recorded or in the package.
        missing: Planned, not on disk.
        changed: Planned, with other content on disk.
        stale: On disk and recorded by an earlier run, no longer planned.
        foreign: On disk in the package, neither planned, recorded nor kept.
        edited: Recorded by an earlier run, and since then changed or removed by hand.
        blocked: Planned, with other content on disk that no earlier run has written.
    """

    disk: Mapping[str, bytes]
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]
    foreign: tuple[str, ...]
    edited: tuple[str, ...]
    blocked: tuple[str, ...]


def sha256(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def compare(output: Path, planned: FileSet, recorded: Mapping[str, str]) -> Comparison:
    """Compare with the disk.

    Args:
        output: The output folder, which need not exist.
        planned: What ought to be there.
        recorded: SHA-256 by path of what the last run has written; empty for none.

    Raises:
        TypedSoapError: A path that cannot be read (TS401), leads out of the output
            folder through a symbolic link (TS403), or is a folder where a file is
            needed or the other way round (TS404).
    """
    paths = {*planned.files, *recorded}
    try:
        _check_paths(output, paths)
    except (OSError, ValueError, RuntimeError) as problem:
        # A name that no folder can have, or (before Python 3.13) an endless link.
        raise TypedSoapError([_unreadable(output, problem)]) from problem
    inside = set(_files_below(output, planned.package))
    disk: dict[str, bytes] = {}
    for path in sorted(paths | inside):
        content = _read(output, path)
        if content is not None:
            disk[path] = content
    present = {p: c for p, c in planned.files.items() if p in disk}
    changed = sorted(path for path, content in present.items() if disk[path] != content)
    ours = {*planned.files, *recorded}
    return Comparison(
        disk=disk,
        missing=tuple(sorted(planned.files.keys() - disk.keys())),
        changed=tuple(changed),
        stale=tuple(
            path
            for path in sorted(recorded)
            if path in disk and path not in planned.files and not planned.keeps(path)
        ),
        foreign=tuple(
            path for path in sorted(inside - ours) if not planned.keeps(path)
        ),
        edited=tuple(
            path
            for path, digest in sorted(recorded.items())
            if not planned.keeps(path)
            and (path not in disk or sha256(disk[path]) != digest)
        ),
        blocked=tuple(path for path in changed if path not in recorded),
    )


def refuse_blocked(output: Path, planned: FileSet, comparison: Comparison) -> None:
    """Refuse to write over files that are not ours.

    Raises:
        TypedSoapError: TS402 for each foreign file at a planned path, TS408 for each
            planned path that `keep` covers.
    """
    problems: list[Diagnostic] = [
        error(
            "TS402",
            "a file that was not generated stands where one must be written",
            where=_place(output, path),
            hint="move it away, or generate into another folder",
        )
        for path in comparison.blocked
    ]
    problems += [
        error(
            "TS408",
            "'keep' covers a file that must be written",
            where=_place(output, path),
            hint="make the pattern of 'keep' narrower",
        )
        for path in sorted(planned.files)
        if planned.keeps(path)
    ]
    if problems:
        raise TypedSoapError(problems)


def _check_paths(output: Path, paths: Collection[str]) -> None:
    problems: set[Diagnostic] = set()
    for folder in (output, *output.parents):
        if folder.is_file():
            text = "a file stands where a folder is needed"
            problems.add(_misplaced(folder, text, "name another output folder"))
    root = output.resolve()
    for path in paths:
        steps = [output.joinpath(*parts) for parts in _prefixes(path)]
        for step in steps:
            if step.is_symlink() and not step.resolve().is_relative_to(root):
                problems.add(
                    error(
                        "TS403",
                        "a symbolic link leads out of the output folder",
                        where=Location(shown(step)),
                        hint="replace it by a real file or folder",
                    )
                )
        for folder in steps[:-1]:
            if folder.exists() and not folder.is_dir():
                text = "a file stands where a folder is needed"
                problems.add(_misplaced(folder, text, "move it away"))
        if steps[-1].is_dir():
            text = "a folder stands where a file is needed"
            problems.add(_misplaced(steps[-1], text, "move it away"))
    if problems:
        raise TypedSoapError(sorted(problems, key=Diagnostic.sort_key))


def _misplaced(path: Path, message: str, hint: str) -> Diagnostic:
    return error("TS404", message, where=Location(shown(path)), hint=hint)


def _prefixes(path: str) -> Iterator[tuple[str, ...]]:
    parts = PurePosixPath(path).parts
    for end in range(1, len(parts) + 1):
        yield parts[:end]


def _files_below(output: Path, package: str) -> Iterator[str]:
    def unreadable(problem: OSError) -> None:
        raise TypedSoapError([_unreadable(problem.filename, problem)]) from problem

    top = output / package
    if not top.is_dir():
        return
    for folder, subfolders, names in os.walk(top, onerror=unreadable):
        links = [name for name in subfolders if Path(folder, name).is_symlink()]
        subfolders[:] = sorted(set(subfolders) - _CACHES - set(links))
        for name in (*names, *links):
            yield Path(folder, name).relative_to(output).as_posix()


def _read(output: Path, path: str) -> bytes | None:
    """The content of a file; None where there is none.

    What is no regular file, such as a link to nowhere, counts as an empty one: it
    stands at the path, and nothing is read through it.
    """
    place = output / path
    try:
        if place.is_symlink() or not place.is_file():
            return b"" if place.is_symlink() or place.exists() else None
        return place.read_bytes()
    except OSError as problem:
        raise TypedSoapError([_unreadable(place, problem)]) from problem


def _unreadable(place: Path | str, problem: Exception) -> Diagnostic:
    return error(
        "TS401",
        f"cannot be read: {getattr(problem, 'strerror', None) or problem}",
        where=Location(shown(Path(place))),
        hint="check its name and permissions, or name another output folder",
    )


def _place(output: Path, path: str) -> Location:
    return Location(shown(output / path))
