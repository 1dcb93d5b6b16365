"""Formatting in several processes gives what formatting in one gives."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from typedsoap import child_formatting
from typedsoap.child_formatting import format_all

TEXTS = [f"x{number} = {{'a':1}}  # \u00e6" for number in range(7)]
FORMATTED = [f'x{number} = {{"a": 1}}  # \u00e6\n' for number in range(7)]


@pytest.fixture(autouse=True)
def _three_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_formatting, "_WORTHWHILE", 1)
    monkeypatch.setattr(child_formatting, "_processors", lambda: 3)


def test_the_results_are_in_the_order_of_the_texts() -> None:
    assert format_all(TEXTS) == FORMATTED


def test_what_a_child_does_not_do_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A Python that ends at once with a failure.
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    assert format_all(TEXTS) == FORMATTED


def test_a_text_that_is_no_python_is_refused() -> None:
    with pytest.raises(ValueError, match="annot parse"):
        format_all([*TEXTS, "x ="])
