"""What is known of one file of a corpus when everything has been done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.corpus.index import Entry
from tests.corpus.workers import Task, WorkerLost

_NOTHING_LEFT: Final = "TS150"  # what stands beside it says why


@dataclass(frozen=True, slots=True)
class Result:
    """One file.

    Attributes:
        package: The package that was generated from it, if one was.
        planned: What `planning` says of it.
        exchanged: What `exchanging` says of its package; None without one.
    """

    entry: Entry
    package: str
    planned: Task | WorkerLost
    exchanged: Task | WorkerLost | None

    @property
    def has_client(self) -> bool:
        """Whether there is a package."""
        return not isinstance(self.planned, WorkerLost) and self.planned["planned"]

    @property
    def generated(self) -> int:
        """How many SOAP operations the package has."""
        if isinstance(self.planned, WorkerLost):
            return 0
        return min(int(self.planned["generated"]), self.entry.operations)

    @property
    def is_whole(self) -> bool:
        """Whether the package has every SOAP operation."""
        return self.has_client and self.generated >= self.entry.operations

    @property
    def requests(self) -> int:
        """How many operations' requests came through both sides."""
        return sum(found["request"] == "" for found in self._operations.values())

    @property
    def replies(self) -> int:
        """How many operations' replies came through both sides; one-way ones count."""
        return sum(
            found["request"] == "" and not found["reply"]
            for found in self._operations.values()
        )

    @property
    def validated(self) -> bool:
        """Whether what was sent was held against the file's schemas."""
        done = self.exchanged
        return isinstance(done, dict) and not done["schema"] and not done["import"]

    @property
    def _operations(self) -> Mapping[str, Task]:
        done = self.exchanged
        return done["operations"] if isinstance(done, dict) else {}

    def reasons(self) -> list[str]:
        """What the tool says of the operations that the package lacks."""
        if isinstance(self.planned, WorkerLost):
            return []
        told = [
            (f"{Path(where).name}: {code}: {message}", severity == "error")
            for code, severity, message, where in self.planned["diagnostics"]
            if code != _NOTHING_LEFT
        ]
        errors = [text for text, is_error in told if is_error]
        return errors or [text for text, _ in told if "left out" in text]

    def wrong(self) -> Iterator[str]:
        """Everything that is a mistake of the generator, or of this tool."""
        if isinstance(self.planned, WorkerLost):
            yield f"the generator {self.planned}"
        elif self.planned["wrong"]:
            yield self.planned["wrong"]
        if isinstance(self.exchanged, WorkerLost):
            yield f"the generated code {self.exchanged}"
        elif self.exchanged and self.exchanged["import"]:
            yield f"it cannot be imported: {self.exchanged['import']}"
        for name, found in self._operations.items():
            yield from (f"{name}: {text}" for text in found.values() if text)
