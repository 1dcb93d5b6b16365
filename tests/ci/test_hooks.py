"""The commands of the pre-commit hooks, run as pre-commit runs them."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from tests.ci.pull_requests import NEW, REQUIRED, WSDL, new_project
from tests.ci.workflow_files import hooks
from tests.support.command import typedsoap
from tests.support.modules import ROOT
from tests.support.repository import Repository


@pytest.fixture
def clone(tmp_path: Path) -> Repository:
    """A clone with a branch `change` that is checked out."""
    origin = new_project(tmp_path / "origin")
    origin.git("clone", "-q", origin.folder.as_uri(), str(tmp_path / "clone"))
    repository = Repository(tmp_path / "clone")
    repository.git("switch", "-q", "-c", "change")
    return repository


def run(hook: str, repository: Repository) -> tuple[int, str]:
    entry = hooks()[hook]
    program, *arguments = shlex.split(str(entry["entry"]))
    assert program == "typedsoap"
    arguments += cast("Sequence[str]", entry.get("args", []))
    done = subprocess.run(
        [sys.executable, "-m", "typedsoap", *arguments],
        cwd=repository.folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "generator")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_hooks_look_at_the_project_and_not_at_files() -> None:
    assert sorted(hooks()) == ["typedsoap-check", "typedsoap-diff"]
    for hook in hooks().values():
        assert hook["language"] == "python"
        assert hook["pass_filenames"] is False
        assert hook["require_serial"] is True


def test_nothing_is_the_matter(clone: Repository) -> None:
    assert run("typedsoap-check", clone) == (0, "src/shop: in sync\n")
    assert run("typedsoap-diff", clone) == (0, "no changes\n")


def test_a_changed_contract(clone: Repository) -> None:
    (clone.folder / WSDL).write_text(NEW, "utf-8")
    code, text = run("typedsoap-check", clone)
    assert code == 1
    assert text.splitlines()[:2] == [
        "src/shop: not in sync",
        f"contract changed: {WSDL}",
    ]
    assert typedsoap("generate", folder=clone.folder).exit_code == 0
    clone.commit()
    assert run("typedsoap-check", clone) == (0, "src/shop: in sync\n")
    code, text = run("typedsoap-diff", clone)
    assert code == 1
    assert f"breaking {REQUIRED}" in text
