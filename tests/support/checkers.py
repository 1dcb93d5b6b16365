"""Runs the type checkers at their strictest and reads what they found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.modules import ROOT

with_checkers = pytest.mark.skipif(
    find_spec("mypy") is None, reason="the type checkers are in the extra 'dev'"
)
SOURCE_ROOTS = (ROOT / "generator", ROOT / "generated")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One error of a checker; `line` counts from 1."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def mypy(targets: Sequence[Path], roots: Sequence[Path] = ()) -> list[Finding]:
    """The errors of `mypy --strict`; `roots` are further folders to import from."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--config-file=", "--strict"),
            # No cache: what it says must not depend on an earlier run's folders.
            *("--output=json", f"--cache-dir={os.devnull}"),
            *("--explicit-package-bases", *map(str, targets)),
        ],
        env=os.environ
        | {"MYPYPATH": os.pathsep.join(map(str, [*SOURCE_ROOTS, *roots]))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    assert not done.stderr, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines() if line]
    return sorted(
        Finding(Path(entry["file"]).resolve(), entry["line"], entry["message"])
        for entry in found
        if entry["severity"] == "error"
    )


def pyright(
    targets: Sequence[Path], folder: Path, roots: Sequence[Path] = ()
) -> list[Finding]:
    """The errors of pyright in strict mode; `folder` is where to keep its settings."""
    project = folder / "pyrightconfig.json"
    settings = {
        "typeCheckingMode": "strict",
        "include": [str(target) for target in targets],
        "extraPaths": [str(root) for root in (*SOURCE_ROOTS, *roots)],
    }
    project.write_text(json.dumps(settings), "utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "basedpyright", "--outputjson"),
            *("--project", str(project), "--pythonpath", sys.executable),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] > 0
    return sorted(
        Finding(
            Path(entry["file"]).resolve(),
            entry["range"]["start"]["line"] + 1,
            entry["message"],
        )
        for entry in report["generalDiagnostics"]
    )
