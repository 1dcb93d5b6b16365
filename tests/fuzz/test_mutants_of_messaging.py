"""Mutated replies of the messaging service. (xdist gives a file to one process.)"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.chunks import CHUNKS, assert_clean


@pytest.mark.parametrize("seed", CHUNKS)
def test_mutants(seed: int, tmp_path: Path) -> None:
    assert_clean(seed, "messaging", tmp_path)
