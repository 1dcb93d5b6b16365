"""WSDLs -> contracts, each text once: of two sides of a comparison most are the same."""

from __future__ import annotations

from pathlib import Path

from typedsoap.contract import Contract
from typedsoap.source.documents import load
from typedsoap.source.limits import Limits
from typedsoap.wsdl.reading import read_contract


class ContractReader:
    """Reads WSDLs, and gives for the same texts the same contract.

    Its locations are then those of the first. Nothing is told of these: a contract does
    not differ from itself.
    """

    def __init__(self) -> None:
        self._known: dict[str, Contract] = {}

    def read(self, path: Path, display: str, limits: Limits | None = None) -> Contract:
        """The contract of a WSDL with all that it imports.

        Args:
            display: How messages call it.
            limits: How much it may have; the usual ones by default.

        Raises:
            TypedSoapError: What is wrong with the files (TS0xx, TS1xx).
        """
        documents = load(path, display=display, limits=limits)
        known = self._known.get(documents.digest)
        if known is None:
            known, _ = read_contract(documents)
            self._known[documents.digest] = known
        return known
