"""Output folders that cannot be one, and what `check` advises."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.unit.tool.tool_plans import make_plan
from typedsoap import pipeline
from typedsoap.cache.store import Store
from typedsoap.cli import main
from typedsoap.config import Config
from typedsoap.errors import TypedSoapError
from typedsoap.output.generation import check, generate
from typedsoap.output.plan import Plan

ADVICE = "To bring it in sync, run"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_an_output_that_no_folder_can_be_called(name: str, tmp_path: Path) -> None:
    for run in (generate, check):
        with pytest.raises(TypedSoapError) as raised:
            run(make_plan(), tmp_path / name)
        (found,) = raised.value.diagnostics
        assert found.code == "TS401"
        assert found.hint


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_an_output_that_is_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(tmp_path / "out")
    with pytest.raises(TypedSoapError) as raised:
        generate(make_plan(), tmp_path / "out")
    (found,) = raised.value.diagnostics
    assert found.code in {"TS401", "TS405"}
    assert found.hint


@pytest.mark.skipif(sys.platform != "linux", reason="a file system that takes nothing")
def test_an_output_that_cannot_be_written_comes_with_advice() -> None:
    with pytest.raises(TypedSoapError) as raised:
        generate(make_plan(), Path("/proc/typedsoap"))
    (found,) = raised.value.diagnostics
    assert found.code == "TS405"
    assert found.hint == (
        "nothing has been changed; see that the folder can be written to and has "
        "space, or name another"
    )


class TestAdvice:
    @pytest.fixture(autouse=True)
    def generated(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def plan(_: Config, *, store: Store | None) -> Plan:
            return make_plan()

        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(pipeline, "plan", plan)
        generate(make_plan(), tmp_path)

    @staticmethod
    def check() -> str:
        arguments = ["check", "orders.wsdl", "--package", "shop"]
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 1
        return result.stdout

    def test_a_foreign_file_is_not_put_right_by_generating(self) -> None:
        Path("shop/mine.py").touch()
        told = self.check()
        assert ADVICE not in told
        assert "list it in 'keep', or remove it" in told

    def test_a_foreign_file_beside_an_edited_one(self) -> None:
        Path("shop/mine.py").touch()
        Path("shop/__init__.py").touch()
        Path("shop/__init__.py").write_text("x", encoding="utf-8")
        told = self.check()
        assert ADVICE in told
        assert "list it in 'keep', or remove it" in told

    def test_an_edited_file(self) -> None:
        Path("shop/__init__.py").write_text("x", encoding="utf-8")
        assert "keep" not in self.check()
