"""The fuzzer itself: the same mutants everywhere, and nothing lost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.fuzz.__main__ import replay
from tests.fuzz.corpus import seeds, seeds_of
from tests.fuzz.findings import Kept, load, store
from tests.fuzz.mutants import Mutant, mutant
from tests.fuzz.properties import VALUE, judge
from tests.fuzz.running import ROOT, Share, run
from tests.fuzz.tally import Finding, Tally, keep
from tests.fuzz.targets import TARGETS

COUNT = 300
DIGEST = f"""
from hashlib import sha256
from tests.fuzz.mutants import mutant
made = [(m := mutant(7, number), m.body) for number in range({COUNT})]
print(sha256(repr(made).encode()).hexdigest())
"""


def _mutant(body: bytes, operation: str = "CreateMessage") -> Mutant:
    return Mutant(operation, 200, "text/xml", False, False, body)


def test_mutants_are_the_same_in_every_process() -> None:
    made = [(m := mutant(7, number), m.body) for number in range(COUNT)]
    environment = {**os.environ, "PYTHONHASHSEED": "1234"}
    completed = subprocess.run(
        [sys.executable, "-c", DIGEST],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    digest = sha256(repr(made).encode()).hexdigest()
    assert completed.stdout.strip() == digest


def test_mutants_differ() -> None:
    bodies = {mutant(seed, number).body for seed in (1, 2) for number in range(COUNT)}
    assert len(bodies) > COUNT
    assert {mutant(1, n, "principal").target.service for n in range(COUNT)} == {
        "principal"
    }
    assert {mutant(1, n).operation for n in range(COUNT)} == set(TARGETS)


@pytest.mark.parametrize("operation", TARGETS)
def test_an_own_seed_of_every_operation_is_a_value(operation: str) -> None:
    outcomes = {judge(_mutant(s.data, operation)).outcome for s in seeds_of(operation)}
    assert outcomes <= {VALUE, "OperationFailed", "AuthenticationFailed"}
    assert VALUE in outcomes


def test_other_seeds_are_faults_and_pages() -> None:
    found = {s.name: judge(_mutant(s.data)).outcome for s in seeds() if not s.operation}
    assert found == {
        "fault_11": "SoapFault",
        "fault_12": "SoapFault",
        "fault_12_shape": "SoapFault",
        "html": "ProtocolError",
    }


def test_a_worker_that_crashes_hangs_or_fails_is_found_with_its_mutant() -> None:
    share = Share(1, 0, 9, module="tests.fuzz.misbehaving_worker", silent=2.0)
    tally = run(share, workers=2)
    assert [finding.index for finding in tally.findings] == [2, 4, 6]
    crashed, silent, failed = (finding.problem for finding in tally.findings)
    assert crashed.startswith("the worker ended with -6: Fatal Python error: Aborted")
    assert silent.startswith("the worker went silent")
    assert failed == "the worker ended with 1: no more mutants"
    assert tally.outcomes == {VALUE: 6, "nothing": 3}
    assert not tally.is_clean


def test_a_run_ends_when_no_worker_lasts() -> None:
    tally = run(Share(1, 0, 7_000, module="tests.fuzz.none"), workers=1)
    assert tally.total == 20
    assert tally.findings[-1] == Finding(20, "no worker lasted: 20 ended")


def test_a_worker_has_limited_memory() -> None:
    code = (
        "from tests.fuzz.worker import main\nmain(1, 0, 1, 1, None)\n"
        "try:\n    bytes(1 << 30)\nexcept MemoryError:\n    print('limited')"
    )
    command = [sys.executable, "-c", code]
    completed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert completed.stdout.splitlines()[-1] == b"limited"


def test_too_few_well_formed_mutants_are_a_failure() -> None:
    tally = Tally(seconds=1.0)
    for number in range(100):
        tally.count(VALUE, well_formed=number < 29)
    assert not tally.is_clean
    assert "too few are well-formed: at least 30% must be" in [*tally.lines()]
    tally.count(VALUE, well_formed=True)
    tally.count(VALUE, well_formed=True)
    assert tally.is_clean


def test_a_finding_is_kept_and_replayed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [Finding(number, "raised NoError: 1") for number in range(9)]
    paths = keep(found, 7, None, tmp_path / "new")
    assert [path.name for path in paths] == [f"seed7-mutant{n}.reply" for n in range(5)]
    assert load(paths[3]).mutant == mutant(7, 3)
    assert replay(paths[3]) == 0
    shown = capsys.readouterr().out
    assert re.search(f"outcome: {judge(mutant(7, 3)).outcome}$", shown, re.MULTILINE)


def test_the_command_prints_a_table(tmp_path: Path) -> None:
    options = ["--count", "40", "--workers", "2", "--findings", str(tmp_path)]
    completed = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", *options],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert re.search(r"^value +[1-9]\d* +\d+\.\d%$", completed.stdout, re.MULTILINE)
    assert re.search(
        r"^all +40 +in \d+ s, \d+ a second", completed.stdout, re.MULTILINE
    )
    assert re.search(r"^well-formed +\d+ +\d+\.\d%$", completed.stdout, re.MULTILINE)
    assert list(tmp_path.iterdir()) == []


def test_a_file_gives_back_what_was_stored(tmp_path: Path) -> None:
    body = b"\n\n<a: b>\r\n\x00\xff"
    kept = Kept(replace(_mutant(body), content_type="", strict=True), "", "a: b", "c")
    store(tmp_path / "a.reply", kept)
    assert load(tmp_path / "a.reply") == kept
