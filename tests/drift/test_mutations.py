"""Every single edit of a feature-rich contract is reported by exactly its rule.

The pinned contracts take longer: `python -m tests.drift.mutations` edits them as well.
"""

from __future__ import annotations

import pytest

from tests.drift.contract_mutations import mutations, read, wrong
from typedsoap.changes import facts
from typedsoap.contract import Element


def test_each_edit_is_reported_by_its_rule_and_so_is_its_inverse() -> None:
    contract = read("rich")
    edits = [*mutations(contract)]
    assert len(edits) > 400
    assert [problem for edit in edits if (problem := wrong(contract, edit))] == []


def test_a_fact_that_is_forgotten_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    forgetful = {**facts.FACTS[Element], "default": facts.NODES}
    monkeypatch.setitem(facts.FACTS, Element, forgetful)
    contract = read("rich")
    missed = [edit for edit in mutations(contract) if wrong(contract, edit)]
    assert missed
    assert all(edit.rule == "default-changed" for edit in missed)
