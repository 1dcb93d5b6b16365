"""An audit hook that notes files written outside a folder, sockets and programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

_FORBIDDEN: Final = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork"),
    *("ftplib.", "http.client.", "urllib.Request", "smtplib.", "ctypes.dlopen"),
)
_WRITING: Final = {
    *("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink"),
    *("os.truncate", "os.chmod", "os.chown", "shutil.move", "shutil.copyfile"),
}


class _Watch:
    """The folder that may be written to now, and what else was done."""

    folder: str | None = None
    seen: tuple[str, ...] = ()


@contextmanager
def watched(folder: Path) -> Generator[list[str]]:
    """What the block does that it must not do; it may write in `folder` alone."""
    _install()
    _Watch.folder, _Watch.seen = os.path.realpath(folder), ()
    seen: list[str] = []
    try:
        yield seen
    finally:
        seen += _Watch.seen
        _Watch.folder = None


def _install() -> None:
    if not _installed:
        _installed.append(True)
        sys.addaudithook(_audit)


_installed: list[bool] = []


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if _Watch.folder is None:
        return
    if event.startswith(_FORBIDDEN):
        _note(f"{event} {arguments!r:.200}")
    elif event == "open":
        path, mode, flags = arguments
        writing = isinstance(mode, str) and bool(set(mode) & set("wax+"))
        writing = writing or bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if writing and not isinstance(path, int):
            _check(event, path)
    elif event in _WRITING:
        _check(event, arguments[0])


def _check(event: str, path: Any) -> None:
    assert _Watch.folder is not None
    real = os.path.realpath(os.fsdecode(path))
    if real != os.devnull and not f"{real}/".startswith(f"{_Watch.folder}/"):
        _note(f"{event} outside of the output: {real}")


def _note(text: str) -> None:
    _Watch.seen = (*_Watch.seen, text)
