"""`docs/messages.md`: what it names exists."""

from __future__ import annotations

import re

from tests.support.goldens import CASES
from tests.support.modules import ROOT


def test_every_row_names_a_golden_case() -> None:
    page = (ROOT / "docs" / "messages.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")][1:]
    named = [re.findall(r"`([a-z0-9-]+)` \|$", row) for row in rows]
    assert len(rows) == 19
    assert all(len(cases) == 1 and cases[0] in CASES for cases in named), named
