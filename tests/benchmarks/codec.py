"""Decoding and encoding in this process, beside the peers and lxml's bare parse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

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


def decode_rows(
    ours: Ours,
    peers: Sequence[Contender],
    effort: Effort,
    keep: Callable[[Measure], None],
) -> Iterator[Row]:
    """Rows of replies to GetDeliveryStatus, from bytes to values.

    Args:
        ours: This project's client.
        peers: Who takes part beside it and lxml's bare parse.
        effort: How much is done.
        keep: Takes what was measured.

    Raises:
        Mismatch: A contender reads something else.
    """
    large = effort.large
    for title, items, most, least in (
        (counted(1, "status"), statuses(1), 2.5, 7),
        (counted(100, "status"), statuses(100), 3.6, 10),
        (counted(large, "status"), statuses(large), 4.5, 10),
        ("100 rich statuses", rich_statuses(100), 5.0, 10),
    ):
        measure = _decoding(f"decode {title}", items, ours, peers, effort)
        keep(measure)
        yield over_bare(measure, "bare parse", most)
        yield from _beside_zeep(measure, least)
        yield over_bare(_whole_call(measure, title), "bare parse")


def encode_rows(
    ours: Ours,
    peers: Sequence[Contender],
    effort: Effort,
    keep: Callable[[Measure], None],
) -> Iterator[Row]:
    """Rows of SendMessages, from arguments to the bytes of the envelope.

    Args:
        ours: This project's client.
        peers: Who takes part beside it and lxml's bare parse of its envelope.
        effort: How much is done.
        keep: Takes what was measured.

    Raises:
        Mismatch: A contender writes something else.
    """
    for count, most in ((1, None), (100, 1.2), (effort.large, 1.2)):
        title = f"encode {counted(count, 'message')}"
        items = messages(count)
        calls = {one.name: one.encoding(items) for one in (ours, *peers)}
        results = {name: call() for name, call in calls.items()}
        assert_same_encoded(title, results)
        bare = {BARE: parsing(results[OURS])}
        measure = _measured(title, count, {**calls, **bare}, effort)
        keep(measure)
        yield over_bare(measure, "bare parse of it", most)
        yield from _beside_zeep(measure, 10)


def _decoding(
    title: str,
    items: Sequence[Plain],
    ours: Ours,
    peers: Sequence[Contender],
    effort: Effort,
) -> Measure:
    reply = status_reply(items)
    contenders = (ours, *peers)
    calls = {one.name: one.decoding(reply) for one in contenders}
    results = {one.name: one.plain(calls[one.name]()) for one in contenders}
    assert_same_decoded(title, items, results)
    del results
    others = {_CALL: ours.calling(reply), BARE: parsing(reply)}
    return _measured(title, len(items), {**calls, **others}, effort)


def _measured(
    title: str, count: int, calls: Mapping[str, Call], effort: Effort
) -> Measure:
    rounds = effort.large_rounds if count == effort.large else effort.rounds
    samples = take_samples(calls, rounds=rounds, least=effort.least)
    return Measure(title=title, clock="cpu", samples=samples)


def _whole_call(measure: Measure, title: str) -> Measure:
    """The part of a measure that is a whole call of ours."""
    samples = {OURS: measure.samples[_CALL], BARE: measure.samples[BARE]}
    return Measure(
        title=f"call without network, {title}", clock=measure.clock, samples=samples
    )


def _beside_zeep(measure: Measure, least: float) -> Iterator[Row]:
    row = against_zeep(measure, least)
    if row is not None:
        yield row
