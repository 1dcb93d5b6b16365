"""What the fuzzer has found, replayed."""

from __future__ import annotations

import pytest

from tests.fuzz.findings import NOT_RUN, Kept, regressions
from tests.fuzz.properties import judge


def _marks(kept: Kept) -> list[pytest.MarkDecorator]:
    if not kept.pending:
        return []
    # Strict: who repairs it takes the line out of the file. What hangs is not tried.
    return [pytest.mark.xfail(reason=kept.pending, run=kept.pending != NOT_RUN)]


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(kept, id=name, marks=_marks(kept))
        for name, kept in regressions().items()
    ],
)
def test_outcome(kept: Kept) -> None:
    verdict = judge(kept.mutant, logged=True)
    assert verdict.outcome == kept.expect
    assert verdict.problems == ()
