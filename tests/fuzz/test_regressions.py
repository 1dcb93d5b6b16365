"""What the fuzzer has found, replayed."""

from __future__ import annotations

import pytest

from tests.fuzz.findings import Kept, regressions
from tests.fuzz.properties import judge


def _parameters() -> list[object]:
    return [
        pytest.param(
            kept,
            id=name,
            # Strict: who repairs it takes the line out of the file.
            marks=[pytest.mark.xfail(reason=kept.pending)] if kept.pending else [],
        )
        for name, kept in regressions().items()
    ]


@pytest.mark.parametrize("kept", _parameters())
def test_outcome(kept: Kept) -> None:
    verdict = judge(kept.mutant, logged=True)
    assert verdict.outcome == kept.expect
    assert verdict.problems == ()
