"""Hostile texts in a run's configuration, in file names and as chosen names."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from tests.attack.attack_run import PACKAGE, config
from tests.attack.hostile_contract import hostile, toml, wsdl
from tests.attack.hostile_texts import CANARY, RUN, TEXTS
from typedsoap.config import Config
from typedsoap.config.loading import load_config
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import plan

CONTRACT = wsdl(hostile(["text"]))
DESCRIPTIONS = tuple(text for text in TEXTS if text.isprintable())
FILE = (
    "\"\"\" ''' # coding: utf-7, coding=x {{ x }}{% y %} \u202e"
    f"\n{RUN}\u2028{RUN}\\.wsdl"
)
CHOSEN = ("x = 1", "class", f"x: {RUN}", "x\nimport os")


def test_the_distribution_says_what_the_configuration_says(tmp_path: Path) -> None:
    description = " ".join(DESCRIPTIONS)
    files = plan(config(tmp_path, CONTRACT, description=description)).files.files
    project = tomllib.loads(files["pyproject.toml"].decode())["project"]
    assert project["description"] == description
    assert project["name"] == PACKAGE


def _syntax(run: Config) -> dict[str, str]:
    files = plan(run).files.files
    tomllib.loads(files["pyproject.toml"].decode())
    return {
        path: ast.dump(ast.parse(content))
        for path, content in files.items()
        if path.endswith(".py")
    }


def test_file_names_stay_in_a_comment(tmp_path: Path) -> None:
    hostile_name = config(tmp_path, CONTRACT, file=FILE)
    assert _syntax(hostile_name) == _syntax(config(tmp_path, CONTRACT))


@pytest.mark.parametrize(
    "text", [f'x"\n{RUN}', f"'; {RUN}", "../x", "a\\b", "x\x7f", ""]
)
@pytest.mark.parametrize("key", ["package", "name", "version", "module"])
def test_names_of_a_configuration_are_refused(
    key: str, text: str, tmp_path: Path
) -> None:
    values = {"package": "shop", "name": "shop", "version": "1.0", "module": "shop"}
    values[key] = text
    (tmp_path / "in.wsdl").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(f"""
[tool.typedsoap]
package = {toml(values["package"])}
distribution = {{ name = {toml(values["name"])}, version = {toml(values["version"])} }}
[[tool.typedsoap.services]]
wsdl = "in.wsdl"
module = {toml(values["module"])}
""")
    with pytest.raises(TypedSoapError) as raised:
        load_config(tmp_path / "pyproject.toml")
    assert {diagnostic.code for diagnostic in raised.value.diagnostics} == {"TS206"}


@pytest.mark.parametrize("text", CHOSEN)
@pytest.mark.parametrize(
    "line",
    [
        "service.client",
        "operations.Call0.name",
        "operations.Call0.parameters.Kind.name",
        "operations.Call0.result.Kind.name",
        "headers.request.Ask0.name",
        "headers.response.Told0.name",
        "types.Thing0.name",
        "types.Thing0.fields.Text.name",
        "types.Kind0.members.text.name",
        "operations.Call0.failure.error",
    ],
)
def test_chosen_names_are_refused(line: str, text: str, tmp_path: Path) -> None:
    overlay = f"{line} = {toml(text)}\n"
    if line.endswith("error"):
        overlay += 'operations.Call0.failure.element = "Kind"\n'
    with pytest.raises(TypedSoapError) as raised:
        plan(config(tmp_path, CONTRACT, overlay))
    codes = {diagnostic.code for diagnostic in raised.value.diagnostics}
    assert codes <= {"TS224", "TS223", "TS204", "TS205", "TS301", "TS302"}
    assert CANARY not in "".join(codes)
