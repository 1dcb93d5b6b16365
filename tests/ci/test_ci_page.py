"""`docs/ci.md` says of the action and the hooks what their files say."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping, Sequence
from typing import cast

import pytest

from tests.ci.workflow_files import action, hooks, inputs
from tests.support.documents import blocks
from tests.support.modules import ROOT
from typedsoap.cli.main import main

PAGE = ROOT / "docs" / "ci.md"
TEXT = PAGE.read_text("utf-8")
EXAMPLES = blocks(PAGE, "yaml")


def example(number: int) -> object:
    load = importlib.import_module("yaml").safe_load
    return cast("object", load(EXAMPLES[number]))


def table(head: str) -> dict[str, list[str]]:
    rows = TEXT.partition(head)[2].lstrip("|-\n").partition("\n\n")[0].splitlines()
    cells = [row.strip("| ").split(" | ") for row in rows]
    return {first.strip("`"): rest for first, *rest in cells}


def test_inputs() -> None:
    listed = table("| input | without it | meaning |")
    assert list(listed) == list(inputs())
    for name, default in inputs().items():
        shown = listed[name][0]
        assert shown == f"`{default}`" or not default, name


def test_outputs() -> None:
    listed = table("| output | meaning |")
    assert list(listed) == list(cast("Mapping[str, object]", action()["outputs"]))


def test_the_job_uses_inputs_that_there_are() -> None:
    job = cast("Mapping[str, Mapping[str, Mapping[str, object]]]", example(0))
    steps = cast("Sequence[Mapping[str, object]]", job["jobs"]["contract"]["steps"])
    given = cast("Mapping[str, str]", steps[1]["with"])
    assert given.keys() <= inputs().keys()


def test_the_hooks_have_the_arguments_that_are_shown() -> None:
    configuration = cast("Mapping[str, Sequence[Mapping[str, object]]]", example(3))
    (repository,) = configuration["repos"]
    shown = cast("Sequence[Mapping[str, object]]", repository["hooks"])
    assert [hook["id"] for hook in shown] == list(hooks())
    default = cast("Sequence[str]", hooks()["typedsoap-diff"]["args"])
    given = cast("Sequence[str]", shown[1]["args"])
    assert given == [*default, "--fail-on=breaking"]


@pytest.mark.parametrize("text", EXAMPLES)
def test_commands_have_the_options_that_are_shown(text: str) -> None:
    for command, rest in re.findall(r"typedsoap (check|diff)\b(.*)", text):
        options = {o for p in main.commands[command].params for o in p.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= options
