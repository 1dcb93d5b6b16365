"""What type checkers say of a package whose services share a fault, and differ."""

from __future__ import annotations

from pathlib import Path

from tests.support.checkers import mypy, pyright
from tests.unit.messages import test_faults_of_two_services as faults
from tests.unit.messages.two_services import run_of
from typedsoap.output.writing import write_changes
from typedsoap.pipeline import plan


def test_a_shared_fault(tmp_path: Path) -> None:
    run = run_of(tmp_path, faults.SAME, faults.SAME)
    run.output.mkdir()
    write_changes(run.output, plan(run).files.files, ())
    package = run.output / "sample"
    assert mypy([package]) == []
    assert pyright([package], tmp_path) == []
