from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.unit.tool.cli_runs import ARGUMENTS, planning, run
from tests.unit.tool.tool_plans import make_plan, snapshot
from typedsoap.cli import main
from typedsoap.errors import Location, TypedSoapError, error, warning
from typedsoap.output.plan import Plan

WARNING = warning(
    "TS151",
    "operation 'Upload' is left out",
    where=Location("orders.wsdl", 3),
    hint="none",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


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
