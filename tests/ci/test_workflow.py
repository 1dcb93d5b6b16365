"""The workflow that `typedsoap init --workflow` writes, its commands run."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest

from tests.ci.expressions import resolved
from tests.ci.pull_requests import NEW, OLD
from tests.support.command import typedsoap
from tests.support.modules import ROOT
from tests.support.repository import ENVIRONMENT, Repository

PATH = ".github/workflows/typedsoap.yml"
Step = Mapping[str, object]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository.create(tmp_path / "project")
    (repository.folder / "orders.wsdl").write_text(OLD, "utf-8")
    done = typedsoap("init", "orders.wsdl", "--workflow", folder=repository.folder)
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"add    {PATH}\n" in done.stdout
    return repository


def steps(repository: Repository) -> Sequence[Step]:
    load = importlib.import_module("yaml").safe_load
    data = load((repository.folder / PATH).read_text("utf-8"))
    assert data["permissions"] == {"contents": "read"}
    return cast("Sequence[Step]", data["jobs"]["contract"]["steps"])


def run(step: Step, repository: Repository, base: str) -> tuple[int, str]:
    command = str(step["run"]).replace(
        "typedsoap ", f'"{sys.executable}" -m typedsoap '
    )
    given = cast("Mapping[str, str]", step.get("env", {}))
    context = {"github.base_ref": base}
    done = subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=repository.folder,
        env=os.environ
        | ENVIRONMENT
        | {name: resolved(value, context) for name, value in given.items()}
        | {"PYTHONPATH": str(ROOT / "generator")},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_its_commands_judge_a_branch(repository: Repository) -> None:
    assert typedsoap("generate", folder=repository.folder).exit_code == 0
    commit = repository.commit()
    base = "a;touch${IFS}pwned;$(touch${IFS}pwned)"
    repository.git("update-ref", f"refs/remotes/origin/{base}", commit)
    check, diff = steps(repository)[-2:]
    assert run(check, repository, base) == (0, "orders_client: in sync\n")
    assert run(diff, repository, base) == (0, "")
    (repository.folder / "orders.wsdl").write_text(NEW, "utf-8")
    for step, title in ((check, "typedsoap check%3A contract"), (diff, "element-made")):
        code, text = run(step, repository, base)
        assert code == 1
        assert f"::error title={title}" in text
    assert not (repository.folder / "pwned").exists()


def test_it_pins_what_it_uses(repository: Repository) -> None:
    text = (repository.folder / PATH).read_text("utf-8")
    for used in re.findall(r"uses: (.*)", text):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+", used)
    assert re.search(r"pip install typedsoap==[0-9.]+$", text, re.MULTILINE)
    assert not any("${{" in str(step.get("run")) for step in steps(repository))


def test_one_that_is_there_stays(tmp_path: Path) -> None:
    repository = Repository.create(tmp_path)
    (tmp_path / "orders.wsdl").write_text(OLD, "utf-8")
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text("mine", "utf-8")
    done = typedsoap("init", "orders.wsdl", "--workflow", folder=repository.folder)
    assert done.exit_code == 0
    assert f"keep   {PATH}\n" in done.stdout
    assert (tmp_path / PATH).read_text("utf-8") == "mine"


def test_a_folder_that_github_does_not_look_at(repository: Repository) -> None:
    inner = repository.folder / "inner"
    inner.mkdir()
    (inner / "orders.wsdl").write_text(OLD, "utf-8")
    done = typedsoap("init", "orders.wsdl", "--workflow", folder=inner)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "error TS633: " in done.stderr
    assert [path.name for path in inner.iterdir()] == ["orders.wsdl"]
