"""What a loader needs of the place that a WSDL and its imports come from."""

from __future__ import annotations

from typing import Protocol

from typedsoap.errors import Location
from typedsoap.reporting import Report


class Origin(Protocol):
    """Files, the network, or texts at hand; a document is known there by its address."""

    def locate(
        self, location: str, importer: str, where: Location, report: Report
    ) -> tuple[str, str] | None:
        """What an import location means.

        Args:
            location: As it is written.
            importer: The address of the importing document.
            where: The import statement; its file is what messages call the importer.
            report: Told why there is no such address.

        Returns:
            The address and what messages call it, or None with an error reported.
        """
        ...

    def identity(self, address: str) -> str:
        """What is the same for two addresses of one document; never fails.

        It may be another one once the document has been read.
        """
        ...

    def content(
        self, address: str, display: str, where: Location, most: int, report: Report
    ) -> bytes | None:
        """The bytes of a document, at most one more than `most`.

        Args:
            display: What messages call it.
            where: What asked for it.
            report: Told why there are none; a failure that ends the run is raised.
        """
        ...
