"""What the README says to type, typed."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.support.command import typedsoap
from tests.support.documents import README, blocks
from tests.support.goldens import GOLDEN


def _commands() -> list[list[str]]:
    """Every `typedsoap ...` line of the README's console blocks."""
    return [
        shlex.split(line)[2:]
        for block in blocks(README, "console")
        for line in block.splitlines()
        if line.startswith("$ typedsoap ") and " diff " not in line
    ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the WSDL that the README's examples could mean."""
    (tmp_path / "wsdl").mkdir()
    wsdl = GOLDEN / "required-and-nillable" / "in.wsdl"
    shutil.copy(wsdl, tmp_path / "orders.wsdl")
    shutil.copy(wsdl, tmp_path / "wsdl")
    (tmp_path / "wsdl" / "in.wsdl").rename(tmp_path / "wsdl" / "orders.wsdl")
    return tmp_path


def test_commands_work(project: Path) -> None:
    commands = _commands()
    assert [command[0] for command in commands] == ["show", "generate"]
    for command in commands:
        completed = typedsoap(*command, folder=project)
        assert (completed.exit_code, completed.stderr) == (0, "")
    assert (project / "src" / "shop" / "orders" / "__init__.py").exists()


def test_configuration_and_overlay_work(project: Path) -> None:
    configuration, overlay = blocks(README, "toml")
    (project / "pyproject.toml").write_text(configuration, "utf-8")
    (project / "wsdl" / "orders.overlay.toml").write_text(overlay, "utf-8")
    assert typedsoap("generate", folder=project).exit_code == 0
    assert typedsoap("check", folder=project).exit_code == 0
    types = (project / "src/shop/types/orders/order.py").read_text("utf-8")
    assert "metadata=SECRET" in types
    client = (project / "src/shop/orders/client.py").read_text("utf-8")
    assert "Place an order." in client


def test_make_targets_exist() -> None:
    makefile = (README.parent / "Makefile").read_text("utf-8")
    for block in blocks(README, "console"):
        for line in block.splitlines():
            if line.startswith("$ make "):
                assert f"\n{line.removeprefix('$ make ')}: " in makefile
