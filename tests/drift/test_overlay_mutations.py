"""Every single edit of an overlay is reported by exactly its rule.

The overlays of the pinned contracts take longer: `python -m tests.drift.mutations` edits
them as well.
"""

from __future__ import annotations

import pytest

from tests.drift.overlay_mutations import (
    OVERLAID,
    overlay_mutations,
    read_overlaid,
    wrong_overlay,
)
from typedsoap.changes import RULES, facts
from typedsoap.overlay import OperationOverlay

QUICK = ("rich", "arrays-nested", "header-blocks-and-failure", "repeated-groups")


def test_each_edit_is_reported_by_its_rule_and_so_is_its_inverse() -> None:
    rules: set[str | None] = set()
    problems: list[str] = []
    number = 0
    for name in QUICK:
        contract, overlay = read_overlaid(OVERLAID[name])
        for whole, edit in overlay_mutations(contract, overlay):
            problem = wrong_overlay(contract, whole, edit)
            problems += [] if problem is None else [problem]
            rules |= {edit.rule, edit.inverse}
            number += 1
    assert problems == []
    assert number > 200
    assert rules - {None, "documentation"} == {
        rule for rule in RULES if rule.startswith("overlay-")
    }


def test_a_fact_that_is_forgotten_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    forgetful = {**facts.FACTS[OperationOverlay], "name": facts.NODES}
    monkeypatch.setitem(facts.FACTS, OperationOverlay, forgetful)
    contract, overlay = read_overlaid(OVERLAID["rich"])
    missed = [
        edit
        for whole, edit in overlay_mutations(contract, overlay)
        if wrong_overlay(contract, whole, edit)
    ]
    assert missed
    assert all(edit.rule == "overlay-name-changed" for edit in missed)
