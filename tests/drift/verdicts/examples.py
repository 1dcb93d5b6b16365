"""The examples of the rules: a folder each, with two contracts and what is expected."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from typedsoap.changes import Changes, compare
from typedsoap.changes.report import where
from typedsoap.contract import Contract
from typedsoap.overlay import Overlay
from typedsoap.overlay.loading import load_overlay, overlay_beside
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

FOLDER: Final = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Example:
    """A folder `tests/drift/<rule>` with `old.wsdl`, `new.wsdl` and `expected.json`.

    Either WSDL may have an overlay, `old.overlay.toml` or `new.overlay.toml`.
    """

    rule: str

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return FOLDER / self.rule

    @property
    def module(self) -> str:
        """The module that its service is in both generated packages."""
        return self.rule.replace("-", "_")

    def wsdl(self, side: str) -> Path:
        """The contract of a side: "old" or "new"."""
        return self.folder / f"{side}.wsdl"

    def expected(self) -> Mapping[str, Any]:
        """What must be found; see `expected.json` of docs/diff.md."""
        found: Mapping[str, Any] = json.loads(
            (self.folder / "expected.json").read_text("utf-8")
        )
        return found

    def contract(self, side: str) -> Contract:
        """What the WSDL of a side says."""
        return read_contract(load(self.wsdl(side)))[0]

    def overlay(self, side: str) -> Overlay:
        """What the overlay of a side says."""
        path = overlay_beside(self.wsdl(side))
        return Overlay() if path is None else load_overlay(path, path.name)

    def changes(self) -> Changes:
        """What `typedsoap diff` reports."""
        contracts = self.contract("old"), self.contract("new")
        overlays = self.overlay("old"), self.overlay("new")
        return compare(*contracts, overlays=overlays)


def examples() -> tuple[Example, ...]:
    """Every example there is."""
    return tuple(
        Example(path.parent.name) for path in sorted(FOLDER.glob("*/old.wsdl"))
    )


def reported(changes: Changes) -> list[str]:
    """The rule and the place of each change, sorted."""
    return sorted(f"{change.rule}: {where(change)}" for change in changes.changes)
