"""Runs the command line in this process."""

from __future__ import annotations

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from typedsoap.cli import main


@dataclass(frozen=True, slots=True)
class Completed:
    """A command that has ended."""

    exit_code: int
    stdout: str
    stderr: str


def typedsoap(*arguments: str, folder: Path) -> Completed:
    """Run `typedsoap` with these arguments in a folder."""
    stdout, stderr = io.StringIO(), io.StringIO()
    exit_code: object = 0
    with chdir(folder), redirect_stdout(stdout), redirect_stderr(stderr):
        try:
            main(list(arguments))
        except SystemExit as end:
            exit_code = end.code or 0
    assert isinstance(exit_code, int), exit_code
    return Completed(exit_code, stdout.getvalue(), stderr.getvalue())
