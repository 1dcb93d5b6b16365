"""Child processes: new interpreters that run one module and print one thing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.modules import ROOT


def run_child(module: str, *arguments: str, compiled: Path | None = None) -> str:
    """What a module of this repository prints when it is run in a new interpreter.

    Args:
        module: Its dotted name.
        arguments: What it is given.
        compiled: Where compiled modules are looked for and written; by default where
            Python does, if it does.
    """
    environment = dict(os.environ)
    if compiled is not None:
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    completed = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    if completed.returncode:
        raise ChildFailed(f"{module}: {completed.stderr.strip()}")
    return completed.stdout


class ChildFailed(Exception):
    """A child process ended with an error; the text is what it printed."""
