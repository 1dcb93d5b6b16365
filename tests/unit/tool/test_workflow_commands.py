"""No text of a file is taken for a command where GitHub Actions reads the output."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.support.command import typedsoap
from tests.support.goldens import GOLDEN

OLD = (GOLDEN / "required-and-nillable" / "in.wsdl").read_text("utf-8")
# Long enough that a docstring breaks within.
EVIL = "&#10;".join(["::stop-commands::x"] * 9) + "&#10;a ##[add-mask]z"
CONFIGURATION = """\
[tool.typedsoap]
package = "shop"
output = "src"

[[tool.typedsoap.services]]
wsdl = "orders.wsdl"
"""


@pytest.fixture(autouse=True)
def in_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")


def commands(text: str) -> list[str]:
    """The lines that the runner takes for commands.

    Source: TryParseV2 and TryParse in src/Runner.Common/ActionCommand.cs of
    github.com/actions/runner: `::` after leading spaces, or `##[` anywhere.
    """
    return [
        line
        for line in re.split(r"\r\n|\r|\n", text)
        if re.match(r"\s*::.*::", line) or re.search(r"##\[.*\]", line)
    ]


def documented(text: str) -> str:
    """The contract with a text as documentation of its type."""
    annotation = f"<xs:annotation><xs:documentation>{text}</xs:documentation>"
    edited, count = re.subn(
        r"(<xs:complexType name=\"\w+\">)", rf"\1{annotation}</xs:annotation>", OLD
    )
    assert count
    return edited


def test_the_differences_that_check_shows(tmp_path: Path) -> None:
    (tmp_path / "orders.wsdl").write_text(documented(EVIL), "utf-8")
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION, "utf-8")
    assert typedsoap("generate", folder=tmp_path).exit_code == 0
    changed = documented(EVIL.replace("a ##", "b ##"))
    (tmp_path / "orders.wsdl").write_text(changed, "utf-8")
    done = typedsoap("check", folder=tmp_path)
    assert done.exit_code == 1
    assert commands(done.stdout + done.stderr) == []
    # A reader still sees what is there.
    assert "\\x3a:stop-commands::x" in done.stdout
    assert "\\x23#[add-mask]z" in done.stdout


def test_outside_of_actions_text_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS")
    (tmp_path / "old.wsdl").write_text(OLD, "utf-8")
    (tmp_path / "new.wsdl").write_text(documented("##[add-mask]z"), "utf-8")
    done = typedsoap("diff", "old.wsdl", "new.wsdl", folder=tmp_path)
    assert " -> ##[add-mask]z" in done.stdout


@pytest.mark.parametrize("shape", ["text", "json", "markdown", "junit", "changelog"])
def test_no_format_of_diff_has_a_command(tmp_path: Path, shape: str) -> None:
    (tmp_path / "old.wsdl").write_text(OLD, "utf-8")
    (tmp_path / "new.wsdl").write_text(documented(EVIL), "utf-8")
    chosen = ("--changelog",) if shape == "changelog" else ("--format", shape)
    done = typedsoap("diff", "old.wsdl", "new.wsdl", *chosen, folder=tmp_path)
    assert done.exit_code == 0
    assert commands(done.stdout + done.stderr) == []
    if shape == "json":
        (change,) = json.loads(done.stdout)["changes"]
        assert change["new"].endswith("a ##[add-mask]z")
    if shape == "junit":
        details = "".join(ET.fromstring(done.stdout).itertext())  # noqa: S314
        assert "a ##[add-mask]z" in details


def test_diagnostics(tmp_path: Path) -> None:
    """A message quotes names of the WSDL; a file's name begins its line."""
    file = tmp_path / "::error::a.wsdl"
    file.write_text(OLD.replace('type="xs:int"', 'type="xs:##[add-mask]z"'), "utf-8")
    done = typedsoap("show", file.name, folder=tmp_path)
    assert done.exit_code == 2
    assert done.stderr.startswith("\\x3a:error::a.wsdl:")
    assert commands(done.stdout + done.stderr) == []
