"""Carries changes out: all of them, or none as far as an operating system allows.

Everything that needs space is written first, under temporary names in the folders where
it belongs; after that there are only renames. When one fails, those before it are undone
by renames as well. A file that is replaced or removed is moved aside until the end.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.paths import shown

_NEW: Final = ".typedsoap-new"
_OLD: Final = ".typedsoap-old"
_UNTOUCHED: Final = (
    "nothing has been changed; see that the folder can be written to and has space, or "
    "name another"
)


class Disk:
    """The operations on the disk that writing consists of."""

    def make_folder(self, path: Path) -> None:
        """Make one folder whose parent exists."""
        path.mkdir()

    def write(self, path: Path, content: bytes) -> None:
        """Make a new file, over nothing."""
        with path.open("xb") as file:
            file.write(content)

    def move(self, path: Path, target: Path) -> None:
        """Rename within a folder, over what stands there."""
        path.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()


def write_changes(
    output: Path,
    writes: Mapping[str, bytes],
    removes: Iterable[str],
    disk: Disk | None = None,
) -> None:
    """Write files and remove others below `output`.

    Args:
        output: The output folder, which must exist.
        writes: Contents by path; carried out in this order.
        removes: Paths to remove; a folder that is empty after that goes too.
        disk: What does the work; a test passes one that fails.

    Raises:
        TypedSoapError: TS405, all is as before; TS409, it is not, and the message
            names what could not be put back.
    """
    removed = tuple(removes)
    change = _Change(output, disk or Disk())
    try:
        change.prepare(writes)
        change.commit(writes, removed)
    except BaseException as problem:
        left = change.undo()
        if not isinstance(problem, OSError):
            raise
        hint = None if left else _UNTOUCHED
        raise TypedSoapError([_failed(output, problem, hint), *left]) from problem
    change.tidy(removed)


@contextmanager
def made_folder(output: Path) -> Generator[None]:
    """Make the output folder with its parents; unmake it if what follows fails.

    Raises:
        TypedSoapError: It cannot be made (TS405).
    """
    missing = [path for path in (output, *output.parents) if not path.exists()]
    made: list[Path] = []
    try:
        for folder in reversed(missing):
            folder.mkdir(exist_ok=True)
            made.append(folder)
        yield
    except BaseException as problem:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        if not isinstance(problem, OSError):
            raise
        raise TypedSoapError([_failed(output, problem, _UNTOUCHED)]) from problem


class _Change:
    """One run of `write_changes`, with the steps that undo what it has done so far."""

    def __init__(self, output: Path, disk: Disk) -> None:
        self._output = output
        self._disk = disk
        self._undo: list[tuple[Callable[[], None], Path]] = []
        self._aside: list[Path] = []

    def prepare(self, writes: Mapping[str, bytes]) -> None:
        """Write every new content under its temporary name."""
        for path, content in writes.items():
            target = self._output / path
            self._make_folders(target.parent)
            new = _beside(target, _NEW)
            # Only a run that was killed leaves one, and this run holds the lock.
            with suppress(FileNotFoundError):
                self._disk.remove(new)
            # Noted before the attempt: a disk that is full leaves half a file.
            self._undo.append((partial(self._discard, new), new))
            self._disk.write(new, content)

    def commit(self, writes: Iterable[str], removes: Iterable[str]) -> None:
        """Give every new file its name and move aside what it replaces."""
        for path in writes:
            target = self._output / path
            if target.exists() or target.is_symlink():
                self._move_aside(target)
            new = _beside(target, _NEW)
            self._disk.move(new, target)
            self._undo.append((partial(self._disk.move, target, new), target))
        for path in removes:
            self._move_aside(self._output / path)

    def undo(self) -> tuple[Diagnostic, ...]:
        """Take every step back, the last one first; what fails is told."""
        left: list[Diagnostic] = []
        for step, path in reversed(self._undo):
            try:
                step()
            except OSError as problem:
                left.append(
                    error(
                        "TS409",
                        f"cannot be put back: {problem.strerror or problem}",
                        where=Location(shown(path)),
                        hint=f"its old content may be in '{path.name}' with '{_OLD}'",
                    )
                )
        return tuple(left)

    def tidy(self, removes: Iterable[str]) -> None:
        """Remove what was moved aside, and folders that are empty now.

        Everything is in place by now, so a failure here is no failure of the run.
        """
        with suppress(OSError):
            for old in self._aside:
                self._disk.remove(old)
        for path in removes:
            for folder in tuple(PurePosixPath(path).parents)[:-1]:
                with suppress(OSError):
                    self._remove_if_unused(self._output / folder)

    def _make_folders(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._make_folders(folder.parent)
        self._disk.make_folder(folder)
        self._undo.append((partial(self._disk.remove_folder, folder), folder))

    def _move_aside(self, target: Path) -> None:
        old = _beside(target, _OLD)
        self._disk.move(target, old)
        self._undo.append((partial(self._disk.move, old, target), target))
        self._aside.append(old)

    def _discard(self, path: Path) -> None:
        with suppress(FileNotFoundError):
            self._disk.remove(path)

    def _remove_if_unused(self, folder: Path) -> None:
        """Remove a folder that holds nothing but Python's own cache."""
        cache = folder / "__pycache__"
        if all(entry == cache for entry in folder.iterdir()):
            if cache.is_dir():
                for file in cache.glob("*.pyc"):
                    self._disk.remove(file)
                self._disk.remove_folder(cache)
            self._disk.remove_folder(folder)


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f".{target.name}{suffix}")


def _failed(output: Path, problem: OSError, hint: str | None) -> Diagnostic:
    place = Path(problem.filename) if problem.filename else output
    return error(
        "TS405",
        f"cannot write: {problem.strerror or problem}",
        where=Location(shown(place)),
        hint=hint,
    )
