"""The reference page of `verify` is complete."""

from __future__ import annotations

from pathlib import Path

from typedsoap.verify.normalise import NORMALISATIONS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "verify.md"


def test_every_normalisation_is_documented() -> None:
    rows = [
        row for row in PAGE.read_text("utf-8").splitlines() if row.startswith("| N")
    ]
    assert [row.split("|")[1].strip() for row in rows] == list(NORMALISATIONS)
