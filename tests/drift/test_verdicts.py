"""Each rule's verdicts are what happens: both sides of its example are run.

docs/diff.md tells what is run, and what `expected.json` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from tests.drift.verdicts.examples import examples, reported
from tests.drift.verdicts.executions import Execution, Executions, execute
from typedsoap.changes import RULES, Change, Verdict
from typedsoap.changes.model import worst
from typedsoap.contract import Contract

EXAMPLES = {example.rule: example for example in examples()}
WAYS = ("requests", "replies", "python")


@pytest.fixture(scope="module")
def executions(tmp_path_factory: pytest.TempPathFactory) -> Executions:
    return execute([*EXAMPLES.values()], tmp_path_factory.mktemp("verdicts"))


def test_every_rule_has_an_example() -> None:
    """All but the rule of facts without a rule: there are none, as test_changes has it."""
    assert EXAMPLES.keys() == RULES.keys() - {"fact-changed"}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_diff_reports_what_is_expected(rule: str) -> None:
    example = EXAMPLES[rule]
    changes = example.changes()
    assert reported(changes) == example.expected()["changes"]
    assert rule in {change.rule for change in changes.changes}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_what_happens_is_what_is_expected(rule: str, executions: Executions) -> None:
    expected: Mapping[str, object] = EXAMPLES[rule].expected()["executed"]
    found = {key: _words(run) for key, run in executions[rule].items()}
    assert found == expected, executions[rule]


@pytest.mark.parametrize("rule", EXAMPLES)
def test_what_happens_is_what_the_verdicts_say(
    rule: str, executions: Executions
) -> None:
    example = EXAMPLES[rule]
    changes = example.changes().changes
    reasons: Mapping[str, str] = example.expected().get("unshown", {})
    contract = example.contract("old")
    for key, run in executions[rule].items():
        for way in WAYS:
            at = [change for change in changes if _concerns(change, key, contract)]
            operation = key.rpartition(" / ")[2]
            said = worst(v for c in at for v in _verdicts(c, operation, way))
            if run is None:
                assert "all" in reasons, key
            elif said is not _proven(run, way):
                assert {way, "all"} & reasons.keys(), (key, way, said, run)
    assert set(reasons) <= {"all", *WAYS}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_example_has_each_verdict_of_the_rule(rule: str) -> None:
    """Each that is not safe: a change of that rule reaches such an operation."""
    own = [c for c in EXAMPLES[rule].changes().changes if c.rule == rule]
    known = RULES[rule]
    if worst((known.request, known.python_request)) is not Verdict.SAFE:
        assert any(change.reached.requests for change in own)
    if worst((known.reply, known.python_reply)) is not Verdict.SAFE:
        assert any(change.reached.replies for change in own)


def _concerns(change: Change, key: str, contract: Contract) -> bool:
    """Whether the place of a change has to do with a port of the old contract."""
    service, port, _ = key.split(" / ")
    bindings = {
        (offered.name.name, found.name): contract.binding(found.binding)
        for offered in contract.services
        for found in offered.ports
    }
    binding = bindings[service, port]
    assert binding is not None
    names = {
        "service": service,
        "port": port,
        "binding": binding.name.name,
        "port-type": binding.port_type.name,
    }
    parts = [part.split(" ", 1) for part in change.path if " " in part]
    return all(names.get(kind, name) == name for kind, name in parts)


def _verdicts(change: Change, operation: str, way: str) -> Iterator[Verdict]:
    """What a change's rule says of an operation that it reaches."""
    rule = RULES[change.rule]
    if operation in change.reached.requests and way != "replies":
        yield rule.request if way == "requests" else rule.python_request
    if operation in change.reached.replies and way != "requests":
        yield rule.reply if way == "replies" else rule.python_reply


def _proven(run: Execution, way: str) -> Verdict:
    return run.python if way == "python" else getattr(run, way).verdict


def _words(run: Execution | None) -> Mapping[str, str] | None:
    return None if run is None else {way: str(getattr(run, way)) for way in WAYS}
