"""Documents that are files; their addresses are absolute paths."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from typedsoap.errors import Location
from typedsoap.reporting import Report
from typedsoap.source.locations import display_name, local_path


class LocalFiles:
    """The files of this machine; nothing is fetched. An `Origin`."""

    def locate(
        self, location: str, importer: str, where: Location, report: Report
    ) -> tuple[str, str] | None:
        """The file that a relative location names (else TS001, TS008, TS009)."""
        path = local_path(location, Path(importer), where, report)
        if path is None:
            return None
        display = display_name(location, where.file)
        if not os.path.lexists(path):
            _nothing_there(display, where, report)
            return None
        return str(path), display

    def identity(self, address: str) -> str:
        """The path without links."""
        try:
            return os.path.realpath(address)
        except (OSError, ValueError):
            return address

    def content(
        self, address: str, display: str, where: Location, most: int, report: Report
    ) -> bytes | None:
        """The bytes of a regular file (else TS001)."""
        path = Path(address)
        try:
            mode = path.stat().st_mode
            # A pipe or a device would block or never end.
            if not stat.S_ISREG(mode):
                kind = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
                message = f"{display!r} is {kind}"
                report.error("TS001", message, where, "name the WSDL file itself")
                return None
            with path.open("rb") as file:
                return file.read(most + 1)
        except FileNotFoundError:
            _nothing_there(display, where, report)
        except (OSError, ValueError) as problem:
            reason = getattr(problem, "strerror", None) or str(problem)
            message = f"{display!r} cannot be read: {reason}"
            hint = "check the path and its permissions"
            report.error("TS001", message, where, hint)
        return None


def _nothing_there(display: str, where: Location, report: Report) -> None:
    hint = "check the path; imports are relative to the importing file"
    if display.startswith(("http:", "https:")):
        hint = "nothing is fetched but by 'typedsoap pin'; name a file"
    report.error("TS001", f"{display!r} does not exist", where, hint)
