"""`docs/types.md`: what it names exists."""

from __future__ import annotations

import re

from tests.support.goldens import CASES
from tests.support.modules import ROOT
from typedsoap.source.known_schemas import KNOWN_NAMESPACES

PAGE = (ROOT / "docs" / "types.md").read_text("utf-8")


def test_every_row_names_a_golden_case() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")][1:]
    named = [re.findall(r"`([a-z-]+)` \|$", row) for row in rows]
    assert rows
    assert all(len(cases) == 1 and cases[0] in CASES for cases in named), named


def test_every_known_namespace_is_listed() -> None:
    listed = re.findall("(?m)^- `(http[^`]+)`: ", PAGE)
    assert sorted(listed) == sorted(KNOWN_NAMESPACES)
