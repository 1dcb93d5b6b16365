"""The list of a corpus: `INDEX.tsv`, one WSDL file a line, and what it uses."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NAME: Final = "INDEX.tsv"
_READABLE: Final = ("local", "none")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the corpus, as its list describes it.

    Attributes:
        path: The file, relative to the folder of the corpus.
        bindings: Kinds of bindings, such as `soap11`.
        styles: `document`, `rpc`.
        uses: `literal`, `encoded`.
        imports: Where what it imports is: `none`, `local`, `remote`, `missing`, or
            `malformed` where the file cannot be read at all.
        operations: How many operations its SOAP bindings have.
        header_parts: How many header blocks they have.
        faults: How many faults they have.
        accepted: How many of three independent readers take it.
    """

    path: str
    bindings: tuple[str, ...]
    styles: tuple[str, ...]
    uses: tuple[str, ...]
    imports: str
    operations: int
    header_parts: int
    faults: int
    accepted: int

    @property
    def valid(self) -> bool:
        """Whether a client is expected: at least two readers take it, and it is whole."""
        return self.accepted >= 2 and self.operations > 0 and self.imports in _READABLE

    @property
    def features(self) -> tuple[str, ...]:
        """What the table counts this file under."""
        pairs = [f"{style}/{use}" for style in self.styles for use in self.uses]
        some = {
            "header blocks": self.header_parts > 0,
            "declared faults": self.faults > 0,
            "imports": self.imports == "local",
            "several kinds of bindings": len(self.bindings) > 1,
        }
        return (*self.bindings, *pairs, *(name for name, has in some.items() if has))


def default_folder() -> Path | None:
    """The corpus beside the other reference files; None where there is none."""
    reference = os.environ.get("TYPEDSOAP_REFERENCE")
    folder = Path(reference, "corpus") if reference else None
    return folder if folder is not None and (folder / NAME).is_file() else None


def entries(folder: Path) -> tuple[Entry, ...]:
    """Every file of a corpus, in the order of its list."""
    with (folder / NAME).open(encoding="utf-8", newline="") as file:
        return tuple(_entry(row) for row in csv.DictReader(file, delimiter="\t"))


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        path=row["path"],
        bindings=_several(row["bindings"]),
        styles=_several(row["styles"]),
        uses=_several(row["uses"]),
        imports=row["imports"],
        operations=int(row["soap_operations"] or 0),
        header_parts=int(row["header_parts"] or 0),
        faults=int(row["faults"] or 0),
        accepted=int(row["accepted_by_of_3"] or 0),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.replace(",", "+").split("+") if part)
