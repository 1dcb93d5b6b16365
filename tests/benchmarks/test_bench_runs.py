"""The whole way with tiny samples and without peers; no time is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.benchmarks.calls import call_rows
from tests.benchmarks.children import ChildFailed, run_child
from tests.benchmarks.codec import (
    Task,
    codec_rows,
    decode_tasks,
    encode_tasks,
    measure,
)
from tests.benchmarks.compare import Version, lines, take_turns
from tests.benchmarks.comparing import Mismatch
from tests.benchmarks.contenders.ours import Ours
from tests.benchmarks.effort import Effort
from tests.benchmarks.environment import environment
from tests.benchmarks.measures import Measure
from tests.benchmarks.payloads import (
    Plain,
    rich_statuses,
    status_reply,
    statuses,
)
from tests.support.modules import ROOT
from tests.support.schema_validation import assert_valid_envelope

TINY = Effort(rounds=2, least=1e-6, large=3, large_rounds=1, children=1, repeats=1)


def test_replies_are_valid() -> None:
    assert_valid_envelope(status_reply(statuses(5)))
    assert_valid_envelope(status_reply(rich_statuses(2)))


def test_decoding_is_measured_beside_the_bare_parse() -> None:
    tasks = decode_tasks(TINY.large)
    measures = [measure(task, Ours(), (), TINY) for task in tasks]
    rows = [
        row
        for task, m in zip(tasks, measures, strict=True)
        for row in codec_rows(task, m, None)
    ]
    assert [row.measure for row in rows[:2]] == [
        "decode 1 status ÷ bare parse",
        "call without network, 1 status ÷ bare parse",
    ]
    assert [row.reached is None for row in rows] == [False, True] * 3 + [False] * 2 + [
        True
    ]
    assert all(row.values["ours"] > 0 for row in rows)
    rounds = [len(m.samples["ours"]) for m in measures]
    assert rounds == [2, 2, TINY.large_rounds, TINY.large_rounds, 2]


def test_encoding_is_measured_beside_the_parse_of_what_it_wrote() -> None:
    tasks = encode_tasks(TINY.large)
    rows = [
        row
        for task in tasks
        for row in codec_rows(task, measure(task, Ours(), (), TINY), None)
    ]
    assert [row.measure for row in rows] == [
        "encode 1 message ÷ bare parse of it",
        "encode 100 messages ÷ bare parse of it",
        "encode 3 messages ÷ bare parse of it",
        "encode 3 messages, memory kept ÷ bare parse of it",
    ]
    assert [row.reached is None for row in rows] == [True, False, False, False]


class _Forgetful(Ours):
    """Loses the last record and the last message."""

    name = "forgetful"

    def plain(self, result: object) -> list[Plain]:
        return super().plain(result)[:-1]

    def encoding(self, messages: Sequence[Plain]) -> Callable[[], bytes]:
        return super().encoding(messages[:-1])


@pytest.mark.parametrize("tasks", [decode_tasks, encode_tasks])
def test_nobody_is_timed_who_does_less(tasks: Callable[[int], list[Task]]) -> None:
    with pytest.raises(Mismatch, match="forgetful"):
        measure(tasks(3)[1], Ours(), (_Forgetful(),), TINY)


def test_reading_is_given_what_a_call_gives_it() -> None:
    ours = Ours()
    reply = status_reply(rich_statuses(2))
    assert ours.plain(ours.decoding(reply)()) == rich_statuses(2)
    assert ours.plain(ours.calling(reply)()) == rich_statuses(2)
    assert ours.plain(ours.holding(statuses(2))) == statuses(2)


def test_calls_go_to_a_server_in_another_process() -> None:
    measures: list[Measure] = []
    rows = list(call_rows((), TINY, measures.append))
    assert [row.measure.partition(" (")[0] for row in rows] == [
        "whole call on loopback, 1 status",
        "whole call on loopback, 100 statuses",
        "calls a second from 8 threads ÷ from one",
    ]
    assert set(measures[-1].samples) == {"one", "many"}


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(),
    reason="memory is read from Linux' /proc",
)
def test_memory_is_measured_in_a_child_process(tmp_path: Path) -> None:
    count = 4_000
    reply = tmp_path / "reply.xml"
    reply.write_bytes(status_reply(statuses(count)))

    def grows_by(what: str, contender: str) -> int:
        arguments = (what, contender, str(count), str(reply))
        return int(run_child("tests.benchmarks.memory_child", *arguments))

    tree = grows_by("parse", "bare")
    # A tree of four elements a status, more than the text that it is made of.
    assert tree > reply.stat().st_size
    assert 0 < grows_by("hold", "ours") < tree
    assert grows_by("decode", "ours") > 0


def test_imports_are_timed_with_compiled_modules(tmp_path: Path) -> None:
    run_child("tests.benchmarks.import_child", "ours", compiled=tmp_path)
    assert list(tmp_path.rglob("services86/messaging/client.*.pyc"))


def test_a_child_that_fails_says_why() -> None:
    with pytest.raises(ChildFailed, match="no_such_module"):
        run_child("tests.benchmarks.no_such_module")


def test_versions_take_turns_and_are_compared() -> None:
    generated = ROOT / "generated"
    old, new = take_turns(generated, generated, pairs=1, effort=(1, 1e-6, 2))
    assert old.digests == new.digests
    report = "\n".join(lines(old, new))
    assert "decode 100 rich" in report
    assert "encode 2" in report
    assert "different" not in report


def test_a_slowdown_is_told_and_so_is_another_envelope() -> None:
    old = Version({"encode": [1.0, 1.0, 1.01], "gone": [1.0]}, {"encode": "a"})
    new = Version({"encode": [1.2, 1.2, 1.2]}, {"encode": "b"})
    head, slower, different = lines(old, new)
    assert head.split() == ["measure", "old", "new", "new/old", "spread"]
    assert slower.split() == [
        "encode",
        "1",
        "s",
        "1.2",
        "s",
        "1.200",
        "±0.2%",
        "SLOWER",
    ]
    assert different == "encode: the two versions write different envelopes"
    noisy = Version({"encode": [0.9, 1.2, 1.6]}, {})
    assert "SLOWER" not in lines(old, noisy)[1]


def test_a_run_says_what_it_was_made_with() -> None:
    facts = environment(peers=False)
    assert {"date", "revision", "python", "lxml", "libxml2", "processor"} <= set(facts)
    assert "zeep" not in facts
    assert all(facts.values())
