"""A folder of entries by key: written whole or not at all, checked when read, bounded."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_LIMIT: Final = 256 * 1024 * 1024
_ENTRY_LIMIT: Final = 256 * 1024 * 1024
_SUFFIX: Final = ".entry"
_HASH_BYTES: Final = hashlib.sha256().digest_size


def default_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """`typedsoap` in the user's cache folder (XDG Base Directory), None without a home.

    Args:
        environment: Where XDG_CACHE_HOME is looked up; a relative path is ignored, as
            the specification wants.
    """
    chosen = Path(environment.get("XDG_CACHE_HOME", ""))
    if chosen.is_absolute():
        return chosen / "typedsoap"
    try:
        return Path.home() / ".cache" / "typedsoap"
    except RuntimeError:
        return None


class Store:
    """Bytes by key. No method fails: an entry that is no good is none.

    Safe with several processes: an entry appears by being renamed, and one key always
    stands for the same content.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written = False

    def get(self, key: str) -> bytes | None:
        """The content of an entry; None if there is none, or if it is damaged."""
        path = self._path(key)
        try:
            packed = path.read_bytes()
            # The oldest go first when there are too many; in use means young.
            os.utime(path)
        except OSError:
            return None
        unpacking = zlib.decompressobj()
        try:
            content = unpacking.decompress(packed[_HASH_BYTES:], _ENTRY_LIMIT)
        except zlib.error:
            return None
        whole = unpacking.eof and _digest(key, content) == packed[:_HASH_BYTES]
        return content if whole else None

    def put(self, key: str, content: bytes) -> None:
        """Keep a content; where that cannot be, it is simply not kept."""
        path = self._path(key)
        temporary: str | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, temporary = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(descriptor, "wb") as file:
                file.write(_digest(key, content) + zlib.compress(content, 1))
            os.replace(temporary, path)
            self._written = True
        except OSError:
            if temporary is not None:
                _remove(Path(temporary))

    def prune(self, limit: int = _LIMIT) -> None:
        """Remove the entries that were not used for longest, down to `limit` bytes.

        Only after something was written: a run that only reads does not need to look.
        """
        if not self._written:
            return
        entries: list[tuple[float, int, Path]] = []
        try:
            for path in self._folder.glob(f"*/*{_SUFFIX}"):
                status = path.stat()
                entries.append((status.st_mtime, status.st_size, path))
        except OSError:
            # Another process prunes at the same time.
            return
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= limit:
                break
            _remove(path)
            total -= size

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(key.encode()).hexdigest()
        return self._folder / name[:2] / f"{name[2:]}{_SUFFIX}"


def _digest(key: str, content: bytes) -> bytes:
    return hashlib.sha256(f"{key}\0".encode() + content).digest()


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return
