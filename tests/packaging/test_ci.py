"""The action and the hooks with the tool that they install, as in somebody else's job."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.pull_requests import NEW, REQUIRED, WSDL, checked_out, new_project
from tests.ci.runner import run_action
from tests.packaging.environments import HIDDEN
from tests.support.command import typedsoap
from tests.support.modules import ROOT
from tests.support.repository import ENVIRONMENT, Repository

pytestmark = pytest.mark.packaging


def test_the_action_installs_the_tool(tmp_path: Path) -> None:
    origin = new_project(tmp_path / "origin")
    origin.git("switch", "-q", "-c", "change")
    (origin.folder / WSDL).write_text(NEW, "utf-8")
    origin.commit()
    clone = checked_out(origin, "change", tmp_path / "clone")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    job = run_action(clone, temporary, base="main", installed=False)
    assert job.failed == "Judge", job.log
    assert (temporary / "typedsoap/bin/typedsoap").exists()
    assert (job.outputs["check.status"], job.outputs["diff.status"]) == ("1", "1")
    assert len(job.annotations()) == 2


def try_hook(
    hook: str, repository: Repository, home: Path, *arguments: str
) -> tuple[int, str]:
    """`pre-commit try-repo` with this repository, in another one."""
    kept = {k: v for k, v in os.environ.items() if k not in HIDDEN}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook),
            *("--all-files", "--verbose", "--color", "never", *arguments),
        ],
        cwd=repository.folder,
        env={**kept, **ENVIRONMENT, "PRE_COMMIT_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_pre_commit_runs_the_hooks(tmp_path: Path) -> None:
    origin = new_project(tmp_path / "origin")
    origin.git("clone", "-q", origin.folder.as_uri(), str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    home = tmp_path / "home"
    code, text = try_hook("typedsoap-check", clone, home)
    assert code == 0, text
    assert "src/shop: in sync" in text
    (clone.folder / WSDL).write_text(NEW, "utf-8")
    clone.git("add", "--all")
    code, text = try_hook("typedsoap-check", clone, home)
    assert code == 1, text
    assert f"contract changed: {WSDL}" in text
    assert typedsoap("generate", folder=clone.folder).exit_code == 0
    clone.git("add", "--all")
    code, text = try_hook("typedsoap-diff", clone, home)
    assert code == 1, text
    assert f"breaking {REQUIRED}" in text
