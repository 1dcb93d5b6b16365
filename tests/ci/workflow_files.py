"""`action.yml` and `.pre-commit-hooks.yaml` as data."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import cast

from tests.support.modules import ROOT

Step = Mapping[str, object]


def read_yaml(name: str) -> object:
    """A YAML file of the repository's root."""
    # By name: PyYAML has no types.
    load = importlib.import_module("yaml").safe_load
    return cast("object", load((ROOT / name).read_text("utf-8")))


def action() -> Mapping[str, object]:
    """The action."""
    return cast("Mapping[str, object]", read_yaml("action.yml"))


def steps() -> Sequence[Step]:
    """The action's steps."""
    runs = cast("Mapping[str, object]", action()["runs"])
    assert runs["using"] == "composite"
    return cast("Sequence[Step]", runs["steps"])


def inputs() -> Mapping[str, str]:
    """The defaults of the action's inputs."""
    declared = cast("Mapping[str, Mapping[str, str]]", action()["inputs"])
    return {name: entry["default"] for name, entry in declared.items()}


def hooks() -> Mapping[str, Mapping[str, object]]:
    """The hooks by id."""
    listed = cast("Sequence[Mapping[str, object]]", read_yaml(".pre-commit-hooks.yaml"))
    return {str(hook["id"]): hook for hook in listed}
