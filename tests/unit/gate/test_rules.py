"""Each rule of the gate: what breaks it, and it alone, and what comes close and passes."""

from __future__ import annotations

import pytest

from tests.unit.gate import breaks_expressions, breaks_statements
from tests.unit.gate.gate_package import FILES, PACKAGE, RUNTIME, body_rules
from tests.unit.gate.keeps import KEEPS
from typedsoap.gate import RULES, Rule, findings

BREAKS = {**breaks_statements.BREAKS, **breaks_expressions.BREAKS}


@pytest.mark.parametrize("rule", BREAKS)
def test_modules_that_break_one_rule(rule: Rule) -> None:
    broken = {body: body_rules(body) for body in BREAKS[rule]}
    assert broken == {body: {rule} for body in broken}


@pytest.mark.parametrize("rule", KEEPS)
def test_modules_that_keep_the_rule(rule: Rule) -> None:
    broken = {body: body_rules(body) for body in KEEPS[rule]}
    assert broken == {body: set() for body in broken}


def test_every_rule_has_modules_that_break_and_keep_it() -> None:
    elsewhere = {Rule.PATH, Rule.FUTURE, Rule.RUNTIME}  # test_gate.py
    assert set(RULES) == set(Rule)
    assert set(BREAKS) == set(KEEPS) == set(Rule) - elsewhere


def test_the_package_to_break_is_whole() -> None:
    assert findings(FILES, PACKAGE, RUNTIME) == ()
