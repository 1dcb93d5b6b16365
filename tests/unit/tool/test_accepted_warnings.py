"""`accept`: warnings that are no failure of a strict run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.support.command import Completed, typedsoap
from tests.support.goldens import GOLDEN

CASE = GOLDEN / "left-out-operations"
CODES = sorted(set(re.findall(r"TS\d{3}", (CASE / "stderr.txt").read_text("utf-8"))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose contract has several kinds of operations that are left out."""
    shutil.copy(CASE / "in.wsdl", tmp_path)
    return tmp_path


def run(folder: Path, command: str, *accepted: str) -> Completed:
    """A strict run of a configuration that accepts these codes."""
    text = (CASE / "options.toml").read_text("utf-8")
    section = "[tool.typedsoap]\n"
    accept = f"{section}accept = [{', '.join(map(repr, accepted))}]\n"
    (folder / "pyproject.toml").write_text(text.replace(section, accept), "utf-8")
    return typedsoap(command, "--strict", folder=folder)


def test_those_that_are_accepted_are_told(folder: Path) -> None:
    generated = run(folder, "generate", *CODES)
    assert (generated.exit_code, generated.stderr) == (
        0,
        (CASE / "stderr.txt").read_text("utf-8"),
    )


@pytest.mark.parametrize("missing", CODES)
def test_another_one_fails(folder: Path, missing: str) -> None:
    generated = run(folder, "generate", *(c for c in CODES if c != missing))
    assert generated.exit_code == 2
    assert f"warning {missing}" in generated.stderr
    assert not (folder / "out").exists()


def test_it_is_no_part_of_what_is_generated(folder: Path) -> None:
    run(folder, "generate", *CODES)
    checked = run(folder, "check", *CODES, "TS136")
    assert checked.exit_code == 0, checked.stdout
    assert run(folder, "check").exit_code == 2


def test_a_code_that_there_is_not(folder: Path) -> None:
    generated = run(folder, "generate", "TS151", "W605")
    assert generated.exit_code == 2
    assert "error TS206: there is no diagnostic 'W605'" in generated.stderr
