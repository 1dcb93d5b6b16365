"""Decoding and encoding in this process, beside lxml's bare parse and beside the peers.

First this client and the bare parse take turns, before any peer is loaded: what peers
leave behind in the heap changes the cost of a large tree. The peers have rounds of their
own, with both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Final

from tests.benchmarks.allocator import memory_kept
from tests.benchmarks.comparing import assert_same_decoded, assert_same_encoded
from tests.benchmarks.contenders.bare import parsing
from tests.benchmarks.contenders.contender import Contender
from tests.benchmarks.contenders.ours import Ours
from tests.benchmarks.effort import Effort
from tests.benchmarks.measures import Measure
from tests.benchmarks.payloads import (
    Plain,
    messages,
    rich_statuses,
    status_reply,
    statuses,
)
from tests.benchmarks.rows import BARE, OURS, Row, against_zeep, counted, over_bare
from tests.benchmarks.sampling import Call, take_samples

_CALL: Final = "call"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is decoded or encoded, and what is to be reached.

    Attributes:
        title: Its name.
        items: The records.
        prepare: The calls to time, by contender, once their results are compared.
        parsed: What the bare parse parses, in words.
        most: Our time over the bare parse's, at the most.
        least: zeep's time over ours, at the least.
        kept: Whether free memory is kept meanwhile; without peers.
    """

    title: str
    items: Sequence[Plain]
    prepare: Callable[[Task, Ours, Sequence[Contender]], dict[str, Call]]
    parsed: str
    most: float | None
    least: float = 10
    kept: bool = False


def decode_tasks(large: int) -> list[Task]:
    """Replies to GetDeliveryStatus, from bytes to values."""

    def task(
        title: str,
        items: Sequence[Plain],
        most: float,
        least: float = 10,
        kept: bool = False,
    ) -> Task:
        return Task(
            title=f"decode {title}",
            items=items,
            prepare=_decoding,
            parsed="bare parse",
            most=most,
            least=least,
            kept=kept,
        )

    many = counted(large, "status")
    return [
        task(counted(1, "status"), statuses(1), 2.5, least=7),
        task(counted(100, "status"), statuses(100), 3.6),
        task(many, statuses(large), 4.5),
        task(f"{many}, memory kept", statuses(large), 4.5, kept=True),
        task("100 rich statuses", rich_statuses(100), 5.0),
    ]


def encode_tasks(large: int) -> list[Task]:
    """SendMessages, from arguments to the bytes of the envelope."""

    def task(count: int, most: float | None, kept: bool = False) -> Task:
        title = f"encode {counted(count, 'message')}"
        return Task(
            title=f"{title}, memory kept" if kept else title,
            items=messages(count),
            prepare=_encoding,
            parsed="bare parse of it",
            most=most,
            kept=kept,
        )

    return [task(1, None), task(100, 1.2), task(large, 1.2), task(large, 1.2, True)]


def measure(
    task: Task, ours: Ours, peers: Sequence[Contender], effort: Effort
) -> Measure:
    """Compare the results of all, then time them.

    Raises:
        Mismatch: A contender reads or writes something else.
    """
    calls = task.prepare(task, ours, peers)
    large = len(task.items) == effort.large
    rounds = effort.large_rounds if large else effort.rounds
    with memory_kept() if task.kept else nullcontext():
        samples = take_samples(calls, rounds=rounds, least=effort.least)
    title = f"{task.title}, beside peers" if peers else task.title
    return Measure(title=title, clock="cpu", samples=samples)


def codec_rows(task: Task, alone: Measure, beside: Measure | None) -> Iterator[Row]:
    """The rows of a task.

    Args:
        task: What was measured.
        alone: Ours and the bare parse.
        beside: Both with the peers, if these took part.
    """
    yield over_bare(alone, task.parsed, task.most, beside)
    if beside is not None:
        yield against_zeep(task.title, beside, task.least)
    if _CALL in alone.samples:
        yield over_bare(_whole_call(alone), task.parsed)


def _decoding(task: Task, ours: Ours, peers: Sequence[Contender]) -> dict[str, Call]:
    reply = status_reply(task.items)
    contenders = (ours, *peers)
    calls = {one.name: one.decoding(reply) for one in contenders}
    results = {one.name: one.plain(calls[one.name]()) for one in contenders}
    assert_same_decoded(task.title, task.items, results)
    whole = {} if peers or task.kept else {_CALL: ours.calling(reply)}
    return {**calls, **whole, BARE: parsing(reply)}


def _encoding(task: Task, ours: Ours, peers: Sequence[Contender]) -> dict[str, Call]:
    calls: Mapping[str, Callable[[], bytes]] = {
        one.name: one.encoding(task.items) for one in (ours, *peers)
    }
    results = {name: call() for name, call in calls.items()}
    assert_same_encoded(task.title, results)
    return {**calls, BARE: parsing(results[OURS])}


def _whole_call(alone: Measure) -> Measure:
    """The part of a measure that is a whole call of ours."""
    return Measure(
        title=alone.title.replace("decode", "call without network,"),
        clock=alone.clock,
        samples={OURS: alone.samples[_CALL], BARE: alone.samples[BARE]},
    )
