"""`lowest.txt` pins what the two distributions call their lowest dependencies."""

from __future__ import annotations

import tomllib

from packaging.requirements import Requirement

from tests.support.modules import ROOT

DISTRIBUTIONS = ("pyproject.toml", "generated/pyproject.toml")


def _lower_bounds() -> set[str]:
    """`name==version` of the lower bound of every dependency."""
    bounds: set[str] = set()
    for file in DISTRIBUTIONS:
        project = tomllib.loads((ROOT / file).read_text("utf-8"))["project"]
        for requirement in map(Requirement, project["dependencies"]):
            versions = {s.operator: s.version for s in requirement.specifier}
            if "==" not in versions:
                bounds.add(f"{requirement.name}=={versions['>=']}")
    return bounds


def test_pins_are_the_lower_bounds() -> None:
    lines = (ROOT / "tests/packaging/lowest.txt").read_text("utf-8").splitlines()
    assert {line for line in lines if not line.startswith("#")} == _lower_bounds()


def test_the_tool_bounds_what_shapes_its_output() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in map(Requirement, project["dependencies"]):
        assert {s.operator for s in requirement.specifier} & {"<", "=="}, requirement
