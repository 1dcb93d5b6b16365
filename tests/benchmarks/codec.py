"""Decoding and encoding in this process, beside the peers and lxml's bare parse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.comparing import assert_same_decoded, assert_same_encoded
from tests.benchmarks.contenders.bare import parsing
from tests.benchmarks.contenders.contender import Contender
from tests.benchmarks.contenders.ours import Ours
from tests.benchmarks.measures import Measure
from tests.benchmarks.payloads import (
    Plain,
    messages,
    rich_statuses,
    status_reply,
    statuses,
)
from tests.benchmarks.rows import Row, against_zeep, over_bare
from tests.benchmarks.sampling import Call, take_samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much is done.

    Attributes:
        rounds: Samples of each contender.
        least: Seconds that a sample lasts at least.
        large: The number of items in the largest messages.
        children: Runs of child processes.
        many: The number of statuses where memory is measured.
    """

    rounds: int
    least: float
    large: int
    children: int
    many: int


FULL = Effort(rounds=15, least=0.05, large=10_000, children=21, many=100_000)
QUICK = Effort(rounds=5, least=0.02, large=1_000, children=5, many=20_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One codec measure and what is to be reached in it."""

    title: str
    items: Sequence[Plain]
    over_bare: float | None
    against_zeep: float | None


def decode_rows(
    ours: Ours,
    peers: Sequence[Contender],
    effort: Effort,
    keep: Callable[[Measure], None],
) -> Iterator[Row]:
    """Rows of replies to GetDeliveryStatus, from bytes to values."""
    large = statuses(effort.large)
    for task in (
        _Task(
            title="decode 1 status", items=statuses(1), over_bare=2.5, against_zeep=7
        ),
        _Task(title="decode 100", items=statuses(100), over_bare=3.6, against_zeep=10),
        _Task(
            title=f"decode {effort.large:,}",
            items=large,
            over_bare=4.5,
            against_zeep=10,
        ),
        _Task(
            title="decode 100 rich",
            items=rich_statuses(100),
            over_bare=5.0,
            against_zeep=10,
        ),
    ):
        reply = status_reply(task.items)
        calls: dict[str, Call] = {
            one.name: one.decoding(reply) for one in (ours, *peers)
        }
        results = {one.name: one.plain(calls[one.name]()) for one in (ours, *peers)}
        assert_same_decoded(task.title, task.items, results)
        del results
        whole = {"call": ours.calling(reply)}
        yield from _rows(task, {**calls, **whole, "bare": parsing(reply)}, effort, keep)


def encode_rows(
    ours: Ours,
    peers: Sequence[Contender],
    effort: Effort,
    keep: Callable[[Measure], None],
) -> Iterator[Row]:
    """Rows of SendMessages, from arguments to the bytes of the envelope."""
    for count in (1, 100, effort.large):
        items = messages(count)
        task = _Task(
            title=f"encode {count:,} message{'s' if count > 1 else ''}",
            items=items,
            over_bare=1.2 if count > 1 else None,
            against_zeep=10,
        )
        calls = {one.name: one.encoding(items) for one in (ours, *peers)}
        results = {name: call() for name, call in calls.items()}
        assert_same_encoded(task.title, results)
        bare = {"bare": parsing(results["ours"])}
        yield from _rows(task, {**calls, **bare}, effort, keep)


def _rows(
    task: _Task,
    calls: Mapping[str, Call],
    effort: Effort,
    keep: Callable[[Measure], None],
) -> Iterator[Row]:
    samples = take_samples(calls, rounds=effort.rounds, least=effort.least)
    measure = Measure(key=task.title, title=task.title, clock="cpu", samples=samples)
    keep(measure)
    yield over_bare(measure, task.over_bare)
    if task.against_zeep is not None:
        row = against_zeep(measure, task.against_zeep)
        if row is not None:
            yield row
