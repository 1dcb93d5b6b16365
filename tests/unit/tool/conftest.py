"""Folders that more than one module needs."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def orders_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the overlay of a WSDL, from which commands run."""
    (tmp_path / "wsdl").mkdir()
    (tmp_path / "wsdl" / "orders.overlay.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where a run writes; it is not there yet."""
    return tmp_path / "out"
