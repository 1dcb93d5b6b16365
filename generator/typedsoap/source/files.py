"""Documents read once each, bounded in number and size, and parsed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from typedsoap.errors import Location, TypedSoapError
from typedsoap.reporting import Report
from typedsoap.source.limits import Limits
from typedsoap.source.nodes import Node
from typedsoap.source.origin import Origin
from typedsoap.source.parsing import parse


class SourceFiles:
    """The parsed documents of one WSDL.

    Over the limits of files, or of bytes in all of them, it reports TS007 and is
    `exhausted`: reading on makes no sense.

    Attributes:
        read: SHA-256 of each document, by every address that it was asked for by.
    """

    def __init__(self, origin: Origin, limits: Limits, report: Report) -> None:
        self.exhausted = False
        self._origin = origin
        self._limits = limits
        self._report = report
        self._digest = hashlib.sha256()
        self._bytes = 0
        self._roots: dict[str, Node | None] = {}
        self._digests: dict[str, str] = {}
        self.read: dict[str, str] = {}

    @property
    def digest(self) -> str:
        """SHA-256 over all bytes so far, each document with its length before it."""
        return self._digest.hexdigest()

    @property
    def roots(self) -> Mapping[str, Node]:
        """The root elements by identity, in the order of reading."""
        known = {self._origin.identity(key): root for key, root in self._roots.items()}
        return {key: root for key, root in known.items() if root is not None}

    def root(self, address: str, display: str, where: Location) -> Node | None:
        """The root element of a document; None with an error reported, once.

        Args:
            display: What messages call the document.
            where: What asked for it.
        """
        key = self._origin.identity(address)
        if key not in self._roots:
            self._roots[key] = None
            if len(self._roots) > self._limits.files:
                self._exhaust(
                    f"more than {self._limits.files} files are imported", where
                )
            else:
                self._read(key, address, display, where)
        if key in self._digests:
            self.read[address] = self._digests[key]
        return self._roots[key]

    def _read(self, key: str, address: str, display: str, where: Location) -> None:
        root = self._parsed(key, address, display, where)
        # Where an address leads is known for sure only now.
        final = self._origin.identity(address)
        if final == key or final not in self._roots:
            self._roots[final] = root
        self._roots[key] = self._roots[final]

    def _parsed(
        self, key: str, address: str, display: str, where: Location
    ) -> Node | None:
        most = self._limits.bytes - self._bytes
        data = self._origin.content(address, display, where, most, self._report)
        if data is None:
            return None
        self._bytes += len(data)
        if self._bytes > self._limits.bytes:
            self._exhaust(
                f"the WSDL and its imports exceed {self._limits.bytes} bytes", where
            )
            return None
        self._digests[key] = hashlib.sha256(data).hexdigest()
        self._digest.update(len(data).to_bytes(8, "big") + data)
        try:
            return Node(parse(data, display), display)
        except TypedSoapError as problem:
            for diagnostic in problem.diagnostics:
                self._report.add(diagnostic)
            return None

    def _exhaust(self, message: str, where: Location) -> None:
        hint = "generate from a smaller WSDL, or raise [tool.typedsoap.limits]"
        self._report.error("TS007", message, where, hint)
        self.exhausted = True
