"""Files read once each, bounded in number and size, and parsed."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from typedsoap.errors import Location, TypedSoapError
from typedsoap.reporting import Report
from typedsoap.source.limits import Limits
from typedsoap.source.nodes import Node
from typedsoap.source.parsing import parse


def identity(path: Path) -> str:
    """What is the same for two paths to one file; never fails."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


class SourceFiles:
    """The parsed files of one WSDL.

    Over the limits of files, or of bytes in all of them, it reports TS007 and is
    `exhausted`: reading on makes no sense.

    Attributes:
        read: SHA-256 of each file, by every absolute path that it was asked for by.
    """

    def __init__(self, limits: Limits, report: Report) -> None:
        self.exhausted = False
        self._limits = limits
        self._report = report
        self._digest = hashlib.sha256()
        self._bytes = 0
        self._roots: dict[str, Node | None] = {}
        self._digests: dict[str, str] = {}
        self.read: dict[str, str] = {}

    @property
    def digest(self) -> str:
        """SHA-256 over all bytes so far, each file with its length before it."""
        return self._digest.hexdigest()

    def root(self, path: Path, display: str, where: Location) -> Node | None:
        """The root element of a file; None with TS001 to TS007 reported, once.

        Args:
            display: What messages call the file.
            where: What asked for the file.
        """
        key = identity(path)
        if key not in self._roots:
            self._roots[key] = None
            if len(self._roots) > self._limits.files:
                self._exhaust(
                    f"more than {self._limits.files} files are imported", where
                )
            else:
                self._roots[key] = self._parsed(path, display, where)
        if key in self._digests:
            self.read[str(path.absolute())] = self._digests[key]
        return self._roots[key]

    def _parsed(self, path: Path, display: str, where: Location) -> Node | None:
        data = self._data(path, display, where)
        if data is None:
            return None
        self._bytes += len(data)
        if self._bytes > self._limits.bytes:
            self._exhaust(
                f"the WSDL and its imports exceed {self._limits.bytes} bytes", where
            )
            return None
        self._digests[identity(path)] = hashlib.sha256(data).hexdigest()
        self._digest.update(len(data).to_bytes(8, "big") + data)
        try:
            return Node(parse(data, display), display)
        except TypedSoapError as problem:
            for diagnostic in problem.diagnostics:
                self._report.add(diagnostic)
            return None

    def _data(self, path: Path, display: str, where: Location) -> bytes | None:
        """The bytes of a file, at most one more than may still be read."""
        try:
            mode = path.stat().st_mode
            # A pipe or a device would block or never end.
            if not stat.S_ISREG(mode):
                kind = "a folder" if stat.S_ISDIR(mode) else "not a regular file"
                message = f"{display!r} is {kind}"
                self._report.error("TS001", message, where, "name the WSDL file itself")
                return None
            with path.open("rb") as file:
                return file.read(self._limits.bytes - self._bytes + 1)
        except FileNotFoundError:
            hint = "check the path; imports are relative to the importing file"
            self._report.error("TS001", f"{display!r} does not exist", where, hint)
        except (OSError, ValueError) as problem:
            reason = getattr(problem, "strerror", None) or str(problem)
            message = f"{display!r} cannot be read: {reason}"
            hint = "check the path and its permissions"
            self._report.error("TS001", message, where, hint)
        return None

    def _exhaust(self, message: str, where: Location) -> None:
        hint = "generate from a smaller WSDL, or raise [tool.typedsoap.limits]"
        self._report.error("TS007", message, where, hint)
        self.exhausted = True
