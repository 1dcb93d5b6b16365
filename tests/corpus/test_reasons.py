"""The count of what is left out of the clients of a corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.__main__ import main
from tests.corpus.index import default_folder, entries
from tests.corpus.reasons import kind
from tests.corpus.small import write_corpus
from tests.corpus.workers import Limits, WorkerLost, run


def test_the_list_is_read_and_valid_files_are_told_apart(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    found = entries(tmp_path)
    assert [e.path for e in found if e.valid] == ["good.wsdl", "encoded.wsdl"]
    assert found[0].features == ("soap11", "document/literal", "imports")
    assert found[1].features == ("soap11", "document/encoded")


def test_reasons_are_counted_without_their_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(tmp_path)
    assert main([str(tmp_path), "--reasons", "--jobs", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "files: 4, with a client: 2, whole: 2"
    assert lines[1] == "SOAP operations: 4, generated: 2"
    counts = [line.split(maxsplit=2) for line in lines if line.startswith("    1")]
    encoded = (
        "TS151: the operation '…' uses document/encoded; it is left out of the client"
    )
    assert ["1", "1", encoded] in counts
    assert ["1", "1", "TS004: the document ends too early: Premature end of data"] in [
        [files, times, text.partition(" in tag")[0]] for files, times, text in counts
    ]


def test_only_valid_files_and_only_some_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(tmp_path)
    assert main([str(tmp_path), "--reasons", "--valid", "--only", "good"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "files: 1, with a client: 1, whole: 1"


def test_without_a_corpus_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TYPEDSOAP_REFERENCE", raising=False)
    assert default_folder() is None
    assert main(["--reasons"]) == 0
    assert capsys.readouterr().out.startswith("skipped: there is no corpus")


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (
            "the operation 'A' needs xs:choice (type 'B'); it is left out",
            "TS152: the operation '…' needs xs:choice; it is left out",
        ),
        (
            "the operation 'A' needs a list (attribute 'b') (type 'C'); it is left out",
            "TS152: the operation '…' needs a list; it is left out",
        ),
        (
            "the type {urn:a}B.c is not defined",
            "TS152: the type … is not defined",
        ),
        ("the port 'a\\'b' is one of 2", "TS152: the port '…' is one of N"),
    ],
)
def test_a_kind_has_no_name_in_it(message: str, shown: str) -> None:
    assert kind("TS152", message) == shown


def test_a_worker_that_is_lost_is_told_and_replaced() -> None:
    tasks = [{"do": what} for what in ("work", "hang", "end", "fail", "eat", "work")]
    limits = Limits(seconds=2.0, bytes=1 << 30)
    answers = run("tests.corpus.misbehaving_worker", tasks, 1, limits)
    assert answers[0] == answers[5] == {"did": "work"}
    lost = [str(answer) for answer in answers if isinstance(answer, WorkerLost)]
    assert lost == [
        "no answer in 2 s",
        "ended with 7: nothing on stderr",
        "ended with 1: ValueError: no such thing",
        "ended with 1: MemoryError",
    ]


def test_a_whole_run_prints_the_table_and_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(tmp_path)
    assert main([str(tmp_path), "--check", "1", "--jobs", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = {line[:26].strip(): line[26:].split() for line in lines}
    assert rows["all"] == ["2", "1", "1", "2", "1", "1", "1", "1"]
    assert rows["other files"] == ["2", "1", "1", "2", "1", "1", "1", "1"]
    assert "of the other files 1 are refused with a diagnostic" in lines
    assert "mypy --strict: 0 errors in 1 packages" in "\n".join(lines)
    assert not any(line.startswith(("WRONG", "not validated")) for line in lines)
