"""Documents that are at hand as texts, before they are files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from typedsoap.errors import Location
from typedsoap.paths import shown
from typedsoap.reporting import Report


class Texts:
    """Texts by file name, as they would stand in one folder. An `Origin`.

    Args:
        texts: Contents by name.
        folder: Where messages say that they are.
    """

    def __init__(self, texts: Mapping[str, bytes], folder: Path) -> None:
        self._texts = texts
        self._folder = folder

    def locate(
        self, location: str, importer: str, where: Location, report: Report
    ) -> tuple[str, str] | None:
        """The text of that name."""
        return location, shown(self._folder / location)

    def identity(self, address: str) -> str:
        """The name itself."""
        return address

    def content(
        self, address: str, display: str, where: Location, most: int, report: Report
    ) -> bytes | None:
        """The text (else TS001)."""
        text = self._texts.get(address)
        if text is None:
            hint = "only what was read can be named"
            report.error("TS001", f"{display!r} does not exist", where, hint)
        return text
