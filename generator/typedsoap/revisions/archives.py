"""Zip archives unpacked within limits."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Final

from typedsoap.errors import Location, TypedSoapError, error

MOST_FILES: Final = 2000
MOST_BYTES: Final = 64 * 1024 * 1024


def unpack_zip(path: Path, display: str, folder: Path) -> None:
    """Unpack an archive; what it holds stays inside of the folder.

    Raises:
        TypedSoapError: It is no zip archive, damaged, or over a limit (TS604).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries)
            # What an entry declares is all that is ever unpacked of it.
            if len(entries) > MOST_FILES or size > MOST_BYTES:
                limit = f"{MOST_FILES} files and {MOST_BYTES} bytes"
                raise _unusable(display, f"holds more than {limit}")
            archive.extractall(folder)
    except (
        OSError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as problem:
        raise _unusable(display, f"cannot be unpacked: {problem}") from problem


def _unusable(display: str, message: str) -> TypedSoapError:
    hint = "unpack it, and name the folder"
    where = Location(display)
    return TypedSoapError(
        [error("TS604", f"the archive {message}", where=where, hint=hint)]
    )
