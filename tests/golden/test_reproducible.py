"""The same input gives the same bytes: anywhere, and under any hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.modules import ROOT


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_services_are_generated_as_committed(seed: str, tmp_path: Path) -> None:
    project = tmp_path / "another folder"
    project.mkdir()
    shutil.copy(ROOT / "pyproject.toml", project)
    shutil.copytree(ROOT / "wsdl", project / "wsdl")
    subprocess.run(
        [sys.executable, "-m", "typedsoap", "generate"],
        cwd=project,
        env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Asia/Tokyo"},
        check=True,
        capture_output=True,
    )
    assert _content(project / "generated") == _content(ROOT / "generated")


def _content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
