"""`only` chooses operations; what they do not reach is not generated."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from tests.support.goldens import GOLDEN

WSDL = str(GOLDEN / "chosen-operations" / "in.wsdl")


def generate(folder: Path, only: Iterable[str], command: str = "generate") -> Completed:
    chosen = [argument for name in only for argument in ("--only", name)]
    return typedsoap(command, WSDL, "--package", "shop", *chosen, folder=folder)


def described(*only: str) -> dict[str, list[str]]:
    chosen = [argument for name in only for argument in ("--only", name)]
    shown = typedsoap("show", WSDL, *chosen, "--format", "json", folder=GOLDEN)
    assert (shown.exit_code, shown.stderr) == (0, "")
    data = json.loads(shown.stdout)
    return {
        key: [found["name"] for found in data[key]] for key in ("operations", "types")
    }


def test_exactly_what_is_reached() -> None:
    assert described("CloseOrder") == {"operations": ["CloseOrder"], "types": []}
    assert described("PlaceOrder") == {
        "operations": ["PlaceOrder"],
        "types": ["Draft", "Entity", "Kind"],
    }
    assert described("GetOrder") == {
        "operations": ["GetOrder"],
        "types": ["Order", "RushOrder", "Line", "Entity"],
    }


def test_patterns() -> None:
    assert described("*Order")["operations"] == ["GetOrder", "PlaceOrder", "CloseOrder"]
    assert described("[GC]*")["operations"] == ["GetOrder", "CloseOrder"]
    assert described("Clos?Order")["operations"] == ["CloseOrder"]


def test_another_port_type_is_chosen_by_its_operation() -> None:
    assert described("Purge")["operations"] == ["Purge"]


@pytest.mark.parametrize(
    ("pattern", "hint"),
    [
        ("GetOrdr", "did you mean 'GetOrder'?"),
        ("getorder", "did you mean 'GetOrder'?"),
        ("Zzz*", "known here: CloseOrder, GetOrder, PlaceOrder, Purge"),
    ],
)
def test_a_pattern_without_an_operation(
    tmp_path: Path, pattern: str, hint: str
) -> None:
    done = generate(tmp_path, ["GetOrder", pattern])
    assert done.exit_code == 2
    assert f"error TS232: only = '{pattern}': the WSDL has no such" in done.stderr
    assert f"hint: {hint}" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_is_configured_is_told_with_its_line(tmp_path: Path) -> None:
    configuration = f"""
[tool.typedsoap]
package = "shop"

[[tool.typedsoap.services]]
wsdl = {json.dumps(WSDL)}
only = ["Purge", "Nothing"]
"""
    path = tmp_path / "pyproject.toml"
    path.write_text(configuration, encoding="utf-8")
    done = typedsoap("generate", folder=tmp_path)
    assert done.exit_code == 2
    assert "pyproject.toml:7: error TS232: only = 'Nothing'" in done.stderr
    done = typedsoap("generate", "--only", "Purge", folder=tmp_path)
    assert done.exit_code == 0, done.stderr


def test_several_services(tmp_path: Path) -> None:
    other = tmp_path / "other.wsdl"
    other.write_bytes(Path(WSDL).read_bytes())
    arguments = ("generate", WSDL, str(other), "--package", "shop", "--only", "Purge")
    done = typedsoap(*arguments, folder=tmp_path)
    assert done.exit_code == 2
    assert "error TS233: --only cannot tell which of several services" in done.stderr


def test_another_choice_is_drift(tmp_path: Path) -> None:
    assert generate(tmp_path, ["Get*"]).exit_code == 0
    assert generate(tmp_path, ["Get*"], "check").exit_code == 0
    checked = generate(tmp_path, ["GetOrder", "CloseOrder"], "check")
    assert checked.exit_code == 1
    assert "configuration" in checked.stdout


@pytest.mark.parametrize("value", ["[]", '[""]', '["Get*", ""]'])
def test_a_choice_of_nothing(tmp_path: Path, value: str) -> None:
    configuration = f"""
[tool.typedsoap]
package = "shop"

[[tool.typedsoap.services]]
wsdl = {json.dumps(WSDL)}
only = {value}
"""
    (tmp_path / "pyproject.toml").write_text(configuration, encoding="utf-8")
    done = typedsoap("generate", folder=tmp_path)
    assert done.exit_code == 2
    assert "pyproject.toml:7: error TS206: 'only' chooses no operation" in done.stderr
