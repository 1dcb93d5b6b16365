"""A short run for the suite, and the fuzzer's own oracles."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.running import Share, run
from tests.fuzz_wsdl.__main__ import MODULE, SILENT, keep, replay
from tests.fuzz_wsdl.mutants import mutant
from tests.fuzz_wsdl.properties import IMPORTED, READ, judge
from tests.fuzz_wsdl.seeds import seeds
from tests.fuzz_wsdl.watching import watched
from tests.support.wsdl_texts import wsdl
from typedsoap import service_source

COUNT = 250


@pytest.mark.parametrize("seed", range(1, 5))
def test_mutants(seed: int, tmp_path: Path) -> None:
    # Patient: the machine that runs the suite has other work.
    share = Share(seed, 0, COUNT, silent=6 * SILENT, module=MODULE)
    tally = run(share, workers=1)
    found = keep(tally, seed, tmp_path)
    assert tally.is_clean, "\n".join([*tally.lines(), *map(str, found)])
    assert tally.total == COUNT
    assert tally.outcomes.keys() >= {READ, "TS002", "TS106"}


def test_mutants_are_the_same_everywhere_and_differ() -> None:
    assert mutant(1, 2) == mutant(1, 2)
    made = {mutant(seed, number) for seed in (1, 2) for number in range(100)}
    assert len(made) > 150


def test_seeds_are_read_and_those_that_can_be_are_imported(tmp_path: Path) -> None:
    outcomes: dict[str, str] = {}
    for seed in seeds():
        folder = tmp_path / seed.name
        folder.mkdir()
        verdict = judge(seed.document.write().encode(), folder, whole=False)
        assert verdict.problems == ()
        outcomes[seed.name] = verdict.outcome
    assert len(outcomes) >= 20
    assert outcomes["rpc-literal"] == READ
    refused = {name for name, outcome in outcomes.items() if outcome != READ}
    others = {name for name in refused if not name.startswith("error-")}
    assert others == {"redefinitions"}  # whose schema is another file


def test_a_whole_one_is_imported(tmp_path: Path) -> None:
    assert judge(wsdl().encode(), tmp_path, whole=True).outcome == IMPORTED


def test_an_exception_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(service_source, "read_contract", fail)
    verdict = judge(wsdl().encode(), tmp_path, whole=False)
    assert verdict.outcome == "KeyError"
    (problem,) = verdict.problems
    assert problem.startswith("raised KeyError at test_fuzz_wsdl.py:")


def test_what_may_not_be_done_is_seen(tmp_path: Path) -> None:
    inside, outside = tmp_path / "out", tmp_path / "other"
    with watched(inside) as seen:
        inside.mkdir()
        (inside / "a").write_text("x")
        (inside / "a").rename(inside / "b")
        with open(os.devnull, "w"):
            pass
    assert seen == []
    with watched(inside) as seen:
        outside.write_text("x")
        outside.unlink()
        with socket.socket():
            pass
        subprocess.run([sys.executable, "-c", ""], check=True)
    events = [text.partition(" ")[0] for text in seen]
    assert events[:3] == ["open", "os.remove", "socket.__new__"]
    assert "subprocess.Popen" in events


def test_a_finding_is_kept_and_replayed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    share = Share(1, 0, 3, module="tests.fuzz_wsdl.none")
    tally = run(share, workers=1)
    paths = keep(tally, 1, tmp_path)
    assert [path.name for path in paths] == [f"seed1-mutant{n}.wsdl" for n in range(3)]
    assert paths[0].read_bytes() == mutant(1, 0)
    assert replay(paths[0]) == 0
    assert "outcome: " in capsys.readouterr().out
