"""The scheduled job of `docs/pin.md`, run against a server of our own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest

from tests.support.documents import blocks
from tests.support.modules import ROOT
from tests.unit.pin.vendor import CHANGED, ORDERS, Project, Vendor, page
from typedsoap.cli.pin import pin_command
from typedsoap.config.loading import load_config
from typedsoap.config.pin import PIN_KEYS

PAGE = ROOT / "docs" / "pin.md"
SUMMARY = "summary.md"


def step() -> str:
    """The shell commands of the workflow's last step."""
    (workflow,) = blocks(PAGE, "yaml")
    *_, script = workflow.split("run: |\n")
    return dedent(script)


def run_step(project: Project) -> int:
    """Run it as a runner does, which has the command on its path and no terminal."""
    commands = Path(sys.executable).parent
    return subprocess.run(
        ["bash", "-e", "-c", step()],
        cwd=project.folder,
        env=os.environ
        | {
            "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_STEP_SUMMARY": str(project.folder / SUMMARY),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    ).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="the runner has bash")
def test_the_job_tells_of_a_change_under_the_same_namespace(tmp_path: Path) -> None:
    with Vendor({"/orders?wsdl": page(ORDERS)}) as vendor:
        project = Project(tmp_path, vendor.at("/orders?wsdl"))
        assert project.pin().exit_code == 0
        summary = tmp_path / SUMMARY
        assert run_step(project) == 0
        assert summary.read_text("utf-8") == "**no changes**\n"

        vendor.pages["/orders?wsdl"] = page(CHANGED)
        before = project.wsdl.read_bytes()
        assert run_step(project) == 1
        told = summary.read_text("utf-8")
        assert "**1 change: 1 breaking, 0 warning, 0 safe**" in told
        assert "| breaking | element-made-required | type Order" in told
        assert project.wsdl.read_bytes() == before

        assert project.pin().exit_code == 0
        assert run_step(project) == 0
        del vendor.pages["/orders?wsdl"]
        assert run_step(project) == 2


def test_the_configuration_is_accepted(tmp_path: Path) -> None:
    (block,) = blocks(PAGE, "toml")
    (tmp_path / "pyproject.toml").write_text(block, "utf-8")
    (service,) = load_config(tmp_path / "pyproject.toml").services
    assert service.pin is not None


def test_the_page_has_every_key_and_option() -> None:
    text = PAGE.read_text("utf-8")
    table = text.partition("| key of ")[2].partition("\n\n")[0]
    first = [row.split("|")[1] for row in table.splitlines()[2:]]
    assert re.findall(r"`(\w+)`", " ".join(first)) == [*PIN_KEYS]
    options = {name for found in pin_command.params for name in found.opts}
    table = text.partition("| option |")[2].partition("\n\n")[0]
    named = set(re.findall(r"`(-[\w-]+)", table))
    assert named == {name for name in options if name.startswith("-")} - {"--config"}


def test_the_version_is_that_of_the_tool() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert f"typedsoap=={project['version']}" in PAGE.read_text("utf-8")
