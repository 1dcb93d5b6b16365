"""Runs the steps of `action.yml` as GitHub's runner does, without a container."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from tests.ci.expressions import holds, resolved
from tests.ci.workflow_files import Step, inputs, steps
from tests.support.modules import ROOT
from tests.support.repository import ENVIRONMENT

# `shell: bash`, as "Workflow syntax for GitHub Actions" has it.
_SHELL = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
_SOURCES = os.pathsep.join(str(ROOT / name) for name in ("generator", "generated"))


@dataclass(frozen=True, slots=True)
class Job:
    """What a run of the action left.

    Attributes:
        failed: The name of the step that failed; None for none.
        log: What was printed, by the name of the step.
        summary: The job's summary.
        outputs: Of the steps, by `<id>.<name>`.
    """

    failed: str | None
    log: Mapping[str, str]
    summary: str
    outputs: Mapping[str, str]

    def annotations(self) -> list[str]:
        """Every line that the runner takes for a command."""
        lines = [line for text in self.log.values() for line in text.splitlines()]
        return [line for line in lines if line.lstrip().startswith("::")]


def run_action(
    workspace: Path,
    temporary: Path,
    *,
    base: str = "",
    installed: bool = True,
    given: Mapping[str, str] | None = None,
) -> Job:
    """Run it.

    Args:
        workspace: The checked out repository.
        temporary: An empty folder.
        base: The base branch, where a pull request is what happens.
        installed: Whether the tool is there; else the action installs it.
        given: Inputs.
    """
    defaults = {**inputs(), "install": str(not installed).lower()}
    chosen = {**defaults, **(given or {})}
    assert chosen.keys() == defaults.keys()
    context = {f"inputs.{name}": value for name, value in chosen.items()}
    context["github.action_path"] = str(ROOT)
    environment = _environment(workspace, temporary, base, installed)
    log: dict[str, str] = {}
    outputs: dict[str, str] = {}
    failed: str | None = None
    for step in steps():
        name = str(step["name"])
        condition = step.get("if")
        if condition is not None and not holds(str(condition), context):
            continue
        if "uses" in step:
            # Python is there already.
            assert str(step["uses"]).startswith("actions/setup-python@")
            continue
        done, written = _run(step, context, environment, workspace, temporary)
        log[name] = done.stdout
        for key, value in written.items():
            outputs[f"{step.get('id')}.{key}"] = value
            context[f"steps.{step.get('id')}.outputs.{key}"] = value
        if done.returncode:
            failed = name
            break
    summary = temporary / "summary"
    return Job(
        failed, log, summary.read_text("utf-8") if summary.exists() else "", outputs
    )


def _environment(
    workspace: Path, temporary: Path, base: str, installed: bool
) -> dict[str, str]:
    hidden = ("PYTHONPATH", "VIRTUAL_ENV", "NO_COLOR")
    kept = {k: v for k, v in os.environ.items() if k not in hidden}
    chosen = {
        **kept,
        **ENVIRONMENT,
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_BASE_REF": base,
        "GITHUB_EVENT_NAME": "pull_request" if base else "push",
        "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
        "GITHUB_WORKSPACE": str(workspace),
        "RUNNER_TEMP": str(temporary),
        "TYPEDSOAP_CACHE_DIR": str(temporary / "cache"),
    }
    if not installed:
        # Where actions/setup-python puts the Python of its own.
        own = str(Path(sys.executable).parent)
        chosen["PATH"] = os.pathsep.join([own, chosen["PATH"]])
    else:
        commands = temporary / "commands"
        commands.mkdir()
        command = commands / "typedsoap"
        python = f'exec "{sys.executable}" -m typedsoap "$@"\n'
        command.write_text(f"#!/bin/sh\n{python}", "utf-8")
        command.chmod(0o755)
        chosen["PATH"] = os.pathsep.join([str(commands), chosen["PATH"]])
        chosen["PYTHONPATH"] = _SOURCES
    return chosen


def _run(
    step: Step,
    context: Mapping[str, str],
    environment: Mapping[str, str],
    workspace: Path,
    temporary: Path,
) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    assert step["shell"] == "bash"
    given = cast("Mapping[str, str]", step.get("env", {}))
    script, output = temporary / "script.sh", temporary / "output"
    script.write_text(str(step["run"]), "utf-8")
    output.write_text("", "utf-8")
    folder = resolved(str(step.get("working-directory", ".")), context)
    done = subprocess.run(
        [*_SHELL, str(script)],
        cwd=workspace / folder,
        env={
            **environment,
            **{name: resolved(value, context) for name, value in given.items()},
            "GITHUB_OUTPUT": str(output),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    lines = output.read_text("utf-8").splitlines()
    pairs = [line.partition("=") for line in lines]
    return done, {name: value for name, _, value in pairs}
