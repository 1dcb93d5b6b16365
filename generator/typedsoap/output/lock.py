"""One writing run at a time per output folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from typedsoap.errors import Location, TypedSoapError, error
from typedsoap.paths import shown


@contextmanager
def locked(output: Path) -> Generator[None]:
    """Hold the output folder, which must exist, for writing.

    The operating system ends the lock with the process, whatever happens to it, and
    nothing stays behind.

    Raises:
        TypedSoapError: Another run holds it (TS406).
    """
    try:
        descriptor = _acquire(output)
    except (BlockingIOError, FileExistsError) as problem:
        raise TypedSoapError(
            [
                error(
                    "TS406",
                    "another run is writing to this folder",
                    where=Location(shown(output)),
                    hint="wait until it has ended, then run again",
                )
            ]
        ) from problem
    try:
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":

    def _acquire(output: Path) -> int:
        """Make a file that only one can make and that goes when it is closed."""
        flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_TEMPORARY
        return os.open(output / ".typedsoap.lock", flags)

else:
    import fcntl

    def _acquire(output: Path) -> int:
        """Lock the folder itself, so that no lock file is needed."""
        descriptor = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise
        return descriptor
