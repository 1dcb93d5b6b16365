"""WSDLs made to exhaust their reader end soon, in little memory, in a diagnostic."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from tests.attack.bombs import BOMBS
from tests.support.modules import ROOT

SECONDS = 20
MEGABYTES = 500
Generate = Callable[[Path], dict[str, Any]]


@pytest.fixture(scope="module")
def generated() -> Generator[Generate]:
    """Generates in a child with limits, and says how it ended."""
    command = [sys.executable, "-m", "tests.attack.bomb_child", str(SECONDS)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        asked, answers = child.stdin, child.stdout

        def generate(wsdl: Path) -> dict[str, Any]:
            print(wsdl, file=asked, flush=True)
            answer: dict[str, Any] = json.loads(answers.readline())
            return answer

        yield generate
        asked.close()


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name: str, tmp_path: Path, generated: Generate) -> None:
    bomb, codes = BOMBS[name]
    folder = tmp_path / "in"
    folder.mkdir()
    found = generated(bomb(folder))
    assert found["exit"] == (2 if codes else 0), found
    assert found["written"] is not bool(codes)
    assert found["seconds"] < SECONDS, found
    assert found["megabytes"] < MEGABYTES, found
    said = {line.partition("error ")[2][:5] for line in found["stderr"].splitlines()}
    assert said - {""} == set(codes.split()), found["stderr"]


def test_a_file_of_the_system_is_not_quoted(
    tmp_path: Path, generated: Generate
) -> None:
    text = "a secret of the system"
    (tmp_path / "outside.txt").write_text(text, "utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    wsdl = BOMBS["a file of the system"][0](folder)
    wsdl.write_text(
        wsdl.read_text("utf-8").replace(
            "../../../../../../etc/passwd", "../outside.txt"
        )
    )
    found = generated(wsdl)
    assert found["exit"] == 2
    assert "outside.txt" in found["stderr"]
    assert "secret" not in found["stderr"]


def test_the_limits_of_the_child_are_felt(tmp_path: Path, generated: Generate) -> None:
    found = generated(tmp_path / "missing.wsdl")
    assert (found["exit"], found["written"]) == (2, False)
    assert 0 < found["megabytes"] < MEGABYTES
