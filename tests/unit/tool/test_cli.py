from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tests.unit.tool.tool_plans import FILES, make_plan, snapshot
from typedsoap import pipeline
from typedsoap.cache.store import Store
from typedsoap.cli import main
from typedsoap.config import Config
from typedsoap.errors import Location, TypedSoapError, error, warning
from typedsoap.output.plan import Plan

ARGUMENTS = ["orders.wsdl", "--package", "shop"]
WARNING = warning(
    "TS151",
    "operation 'Upload' is left out",
    where=Location("orders.wsdl", 3),
    hint="none",
)


def run(*arguments: str, color: bool = False) -> Result:
    return CliRunner().invoke(main, list(arguments), color=color)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def planning(monkeypatch: pytest.MonkeyPatch, result: Plan | BaseException) -> None:
    def plan(_: Config, *, store: Store | None) -> Plan:
        if isinstance(result, BaseException):
            raise result
        return result

    monkeypatch.setattr(pipeline, "plan", plan)


@pytest.fixture
def planned(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    planning(monkeypatch, make_plan())
    return folder


@pytest.mark.parametrize("command", ["generate", "check", "show"])
def test_help_has_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"  typedsoap {command}" in result.output
    assert "Example" in result.output


def test_help_lists_the_commands() -> None:
    output = run("--help").output
    for command in main.commands:
        assert f"  {command} " in output
    assert "Example" in output


def test_help_says_of_each_command_in_one_whole_line_what_it_does() -> None:
    # click cuts what is longer, with three dots.
    listed = run("--help").output.partition("\nCommands:\n")[2]
    assert len(listed.splitlines()) == len(main.commands)
    assert "..." not in listed


def test_python_m_is_the_same_command(folder: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "typedsoap", "--help"],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        cwd=folder,
    )
    assert result.stdout.startswith("Usage: typedsoap [OPTIONS] COMMAND")


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


class TestFailing:
    def test_errors_are_exit_code_2_without_a_traceback(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        problem = error(
            "TS001", "no such file", where=Location("orders.wsdl"), hint="?"
        )
        planning(monkeypatch, TypedSoapError([WARNING, problem]))
        result = run("generate", *ARGUMENTS)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.splitlines() == [
            "orders.wsdl:3: warning TS151: operation 'Upload' is left out",
            "    hint: none",
            "orders.wsdl: error TS001: no such file",
            "    hint: ?",
            "1 error, 1 warning",
        ]
        assert snapshot(folder) == {}

    def test_debug_adds_the_traceback(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        planning(monkeypatch, TypedSoapError([error("TS001", "no such file")]))
        result = run("--debug", "generate", *ARGUMENTS)
        assert result.exit_code == 2
        assert "Traceback (most recent call last)" in result.stderr

    def test_a_mistake_of_the_tool_is_told_as_one(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        planning(monkeypatch, ZeroDivisionError("oh"))
        result = run("check", *ARGUMENTS)
        assert result.exit_code == 2
        assert result.stderr.startswith("error TS499: ZeroDivisionError: oh\n    hint:")
        assert "Traceback" not in result.stderr
        assert "Traceback" in run("--debug", "check", *ARGUMENTS).stderr

    def test_an_interrupt(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        planning(monkeypatch, KeyboardInterrupt())
        result = run("generate", *ARGUMENTS)
        assert (result.exit_code, result.stderr) == (130, "interrupted\n")

    def test_warnings_are_told_and_fail_where_they_are_to(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        plan = make_plan()
        warned = Plan(files=plan.files, inputs=plan.inputs, diagnostics=(WARNING,))
        planning(monkeypatch, warned)
        result = run("generate", *ARGUMENTS, "--strict")
        assert result.exit_code == 2
        assert "1 warning" in result.stderr
        assert snapshot(folder) == {}
        result = run("generate", *ARGUMENTS)
        assert result.exit_code == 0
        assert result.stderr.startswith("orders.wsdl:3: warning TS151: ")

    @pytest.mark.parametrize(
        "arguments",
        [
            ("generate", "--nonsense"),
            ("nonsense",),
            ("check", "--format", "xml"),
            ("show",),
        ],
    )
    def test_wrong_usage_is_exit_code_2(self, arguments: tuple[str, ...]) -> None:
        result = run(*arguments)
        assert result.exit_code == 2
        assert "Usage: " in result.stderr

    def test_no_configuration(self, folder: Path) -> None:
        result = run("generate")
        assert result.exit_code == 2
        assert result.stderr.startswith("error TS209: ")

    def test_a_missing_file(self, folder: Path) -> None:
        result = run("show", "none.wsdl")
        assert result.exit_code == 2
        assert result.stderr.startswith("none.wsdl: error TS001: ")


class TestColor:
    def test_severities_and_diffs_are_coloured_on_a_terminal(
        self, planned: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("NO_COLOR", raising=False)
        run("generate", *ARGUMENTS)
        (planned / "shop/__init__.py").write_bytes(b"# mine\n")
        assert (
            click.style("-# mine", fg="red")
            in run("check", *ARGUMENTS, color=True).output
        )
        assert "\x1b" not in run("check", *ARGUMENTS).output

    def test_no_color(self, planned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NO_COLOR", "1")
        run("generate", *ARGUMENTS)
        (planned / "shop/__init__.py").write_bytes(b"# mine\n")
        assert "\x1b" not in run("check", *ARGUMENTS, color=True).output

    def test_what_could_steer_a_terminal_is_escaped(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        evil = error("TS001", "a\x1b[2Jb\u202ec\r", where=Location("x\x9b.wsdl"))
        planning(monkeypatch, TypedSoapError([evil]))
        result = run("check", *ARGUMENTS)
        first = result.stderr.splitlines()[0]
        assert first == "x\\x9b.wsdl: error TS001: a\\x1b[2Jb\\u202ec\\r"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way there")
def test_a_reader_that_has_gone(planned: Path) -> None:
    script = (
        "import sys\n"
        "from typedsoap import cli\n"
        "import click\n"
        "@cli.main.command()\n"
        "def much():\n"
        "    for _ in range(100_000): click.echo('x' * 100)\n"
        "cli.main(['much'])\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), errors) == (141, b"")
