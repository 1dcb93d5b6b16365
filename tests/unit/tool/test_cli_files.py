"""What `generate` and `check` tell of files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.tool.cli_runs import ARGUMENTS, planning, run
from tests.unit.tool.tool_plans import FILES, make_plan, snapshot


@pytest.fixture
def planned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    planning(monkeypatch, make_plan())
    return tmp_path


class TestGenerate:
    def test_it_writes_and_tells(self, planned: Path) -> None:
        result = run("generate", *ARGUMENTS)
        assert result.exit_code == 0
        assert result.output.splitlines() == [
            "add    pyproject.toml",
            "add    shop/.typedsoap.json",
            "add    shop/__init__.py",
            "add    shop/orders/client.py",
            "add    shop/types/orders.py",
            "shop: 5 files changed",
            "the package needs lxml and urllib3 at run time",
        ]
        assert (planned / "shop/__init__.py").read_bytes() == FILES["shop/__init__.py"]
        assert run("generate", *ARGUMENTS).output == "shop: up to date\n"

    def test_a_new_package_needs_libraries(self, planned: Path) -> None:
        told = "the package needs lxml and urllib3 at run time\n"
        assert run("generate", *ARGUMENTS).output.endswith(told)
        (planned / "shop/__init__.py").unlink()
        assert told not in run("generate", *ARGUMENTS).output

    def test_many_files_are_counted(
        self, planned: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("typedsoap.cli.generate.MOST_LISTED", 4)
        assert run("generate", *ARGUMENTS).output.splitlines()[:2] == [
            "add    5 files",
            "shop: 5 files changed",
        ]

    def test_a_dry_run_lists_every_file(
        self, planned: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("typedsoap.cli.generate.MOST_LISTED", 4)
        dry = run("generate", *ARGUMENTS, "--dry-run").output.splitlines()
        assert dry[2] == "add    shop/__init__.py"

    def test_hand_edits_are_told_among_many_files(
        self, planned: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("typedsoap.cli.generate.MOST_LISTED", 0)
        run("generate", *ARGUMENTS)
        (planned / "shop/__init__.py").write_bytes(b"mine")
        assert run("generate", *ARGUMENTS).output.splitlines() == [
            "update 1 file",
            "update shop/__init__.py (was edited by hand)",
            "shop: 1 file changed",
        ]

    def test_a_dry_run(self, planned: Path) -> None:
        result = run("generate", *ARGUMENTS, "--dry-run", "-o", "out")
        assert result.exit_code == 0
        assert result.output.endswith("out/shop: 5 files would change\n")
        assert snapshot(planned) == {}

    def test_hand_edits_are_told(self, planned: Path) -> None:
        run("generate", *ARGUMENTS)
        (planned / "shop/__init__.py").write_bytes(b"mine")
        result = run("generate", *ARGUMENTS)
        assert "update shop/__init__.py (was edited by hand)\n" in result.output


class TestCheck:
    def test_in_sync(self, planned: Path) -> None:
        run("generate", *ARGUMENTS)
        before = snapshot(planned)
        result = run("check", *ARGUMENTS)
        assert (result.exit_code, result.output) == (0, "shop: in sync\n")
        assert snapshot(planned) == before

    def test_not_in_sync(self, planned: Path) -> None:
        run("generate", *ARGUMENTS)
        (planned / "shop/__init__.py").write_bytes(b"# mine\n")
        result = run("check", *ARGUMENTS)
        assert result.exit_code == 1
        assert result.output.splitlines() == [
            "shop: not in sync",
            "edited by hand: shop/__init__.py",
            "",
            "--- shop/__init__.py (on disk)",
            "+++ shop/__init__.py (as generated now)",
            "@@ -1 +1 @@",
            "-# mine",
            "+# init",
            "changed shop/__init__.py (edited by hand)",
            "To bring it in sync, run: typedsoap generate",
        ]

    def test_a_removed_file(self, planned: Path) -> None:
        run("generate", *ARGUMENTS)
        (planned / "shop/__init__.py").unlink()
        assert run("check", *ARGUMENTS).output.splitlines()[1:4] == [
            "removed by hand: shop/__init__.py",
            "",
            "missing shop/__init__.py (removed by hand)",
        ]

    def test_many_missing_files_are_counted(
        self, planned: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("typedsoap.cli.check.MOST_LISTED", 4)
        assert run("check", *ARGUMENTS).output.splitlines() == [
            "shop: not in sync",
            "nothing has been generated here yet",
            "",
            "missing 5 files",
            "To bring it in sync, run: typedsoap generate",
        ]

    def test_json(self, planned: Path) -> None:
        result = run("check", *ARGUMENTS, "--format", "json")
        assert result.exit_code == 1
        data = json.loads(result.stdout)
        assert data["in_sync"] is False
        assert [reason["cause"] for reason in data["reasons"]] == ["not-generated"]
        assert {file["state"] for file in data["files"]} == {"missing"}
        run("generate", *ARGUMENTS)
        result = run("check", *ARGUMENTS, "--format", "json")
        assert result.exit_code == 0
        assert json.loads(result.stdout) == {
            "in_sync": True,
            "reasons": [],
            "files": [],
        }
