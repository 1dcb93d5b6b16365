"""`action.yml` itself: what reaches a script, and what it uses of others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

import pytest

from tests.ci.expressions import holds, resolved
from tests.ci.workflow_files import Step, action, inputs, steps

TRUSTED = re.compile(
    r"\$\{\{ (inputs\.[a-z-]+|github\.action_path|steps\.[a-z]+\.outputs\.[a-z]+) \}\}"
)
SCRIPTS = [step for step in steps() if "run" in step]


@pytest.mark.parametrize("step", SCRIPTS, ids=lambda step: str(step["name"]))
def test_no_expression_stands_in_a_script(step: Step) -> None:
    assert "${{" not in str(step["run"])
    for value in cast("Mapping[str, str]", step.get("env", {})).values():
        assert TRUSTED.fullmatch(value)
    assert TRUSTED.fullmatch(str(step.get("working-directory", "${{ inputs.x }}")))


def test_every_variable_of_a_script_is_quoted() -> None:
    for step in SCRIPTS:
        for line in str(step["run"]).splitlines():
            # An assignment is not split, and `$?` and `$status` are numbers.
            bare = re.sub(r'"[^"]*"|status=\$\?|^\s*\w+=\$\w+$', "", line)
            assert "$" not in bare, line


def test_actions_of_others_are_pinned_by_commit() -> None:
    used = [str(step["uses"]) for step in steps() if "uses" in step]
    assert len(used) == 1
    for action_used in used:
        assert re.fullmatch(r"actions/setup-python@[0-9a-f]{40}", action_used)


def test_inputs_have_a_description_and_a_default_that_is_a_text() -> None:
    for name, entry in cast(
        "Mapping[str, Mapping[str, object]]", action()["inputs"]
    ).items():
        assert str(entry["description"]).endswith("."), name
        assert isinstance(entry["default"], str), name
    used = set(re.findall(r"inputs\.([a-z-]+)", str(action())))
    assert used == inputs().keys()


def test_outputs_are_those_of_steps() -> None:
    named = {str(step["id"]) for step in steps() if "id" in step}
    outputs = cast("Mapping[str, Mapping[str, str]]", action()["outputs"])
    for entry in outputs.values():
        found = re.fullmatch(
            r"\$\{\{ steps\.(\w+)\.outputs\.status \}\}", entry["value"]
        )
        assert found is not None
        assert found[1] in named


def test_expressions() -> None:
    context = {"inputs.a-b": "x y", "steps.s.outputs.o": "1"}
    assert resolved("<${{ inputs.a-b }}>${{ steps.s.outputs.p }}", context) == "<x y>"
    assert holds("contains(inputs.a-b, 'y') && inputs.a-b != ''", context)
    assert not holds("steps.s.outputs.o == '2'", context)
    for text in ("${{ github.head_ref }}", "${{ toJSON(github) }}"):
        with pytest.raises((AssertionError, KeyError)):
            resolved(text, context)
