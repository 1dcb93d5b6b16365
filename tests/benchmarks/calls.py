"""Whole calls on loopback: one after the other, and from several threads at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from math import ceil
from time import perf_counter, process_time
from typing import Final

from tests.benchmarks.arithmetic import figure, ratio
from tests.benchmarks.contenders.ours import Ours
from tests.benchmarks.contenders.suds_peer import Suds
from tests.benchmarks.contenders.zeep_peer import Zeep
from tests.benchmarks.effort import Effort
from tests.benchmarks.measures import Measure
from tests.benchmarks.rows import OURS, Row, against_zeep, counted, duration
from tests.benchmarks.sampling import Call, Timing, repeats_for, take_samples
from tests.benchmarks.server import COUNTS, Server

THREADS: Final = 8
_LEAST_OF_CALLS: Final = {1: 3.0, 100: 7.0}
_LEAST_OF_THREADS: Final = 0.9


def call_rows(
    peers: Sequence[Zeep | Suds], effort: Effort, keep: Callable[[Measure], object]
) -> Iterator[Row]:
    """Rows of GetDeliveryStatus over HTTP, on the clock on the wall."""
    contenders = (Ours(), *peers)
    with Server.running() as server, ExitStack() as until:
        for count in COUNTS:
            url = server.url(count)
            calls: dict[str, Call] = {
                one.name: one.asking(url, range(count), until) for one in contenders
            }
            samples = take_samples(calls, rounds=effort.rounds, least=effort.least)
            title = f"whole call on loopback, {counted(count, 'status')}"
            measure = Measure(title=title, clock="wall", samples=samples)
            keep(measure)
            yield (
                against_zeep(title, measure, _LEAST_OF_CALLS[count])
                if peers
                else times_row(measure)
            )
        call = Ours().asking(server.url(1), [1], until)
        yield _thread_row(call, effort, keep)


def times_row(measure: Measure) -> Row:
    """The times themselves, where there is no zeep to hold them against."""
    ours = figure(measure.seconds(OURS))
    return Row(
        measure=measure.title,
        cells={OURS: duration(ours.value)},
        values={OURS: ours.value},
        ours=ours,
    )


def _thread_row(call: Call, effort: Effort, keep: Callable[[Measure], object]) -> Row:
    each = max(1, ceil(repeats_for(call, 10 * effort.least) / THREADS))
    one: list[Timing] = []
    many: list[Timing] = []
    with ThreadPoolExecutor(THREADS) as pool:
        _together(pool, call, each, THREADS)  # opens the connections
        for number in range(effort.rounds):
            for threads, samples in ((1, one), (THREADS, many))[:: (-1) ** number]:
                samples.append(_together(pool, call, each, threads))
    title = f"calls a second from {THREADS} threads ÷ from one"
    measure = Measure(title=title, clock="wall", samples={"one": one, "many": many})
    keep(measure)
    gain = ratio(measure.seconds("one"), measure.seconds("many"))
    rates = [1 / figure(measure.seconds(name)).value for name in ("many", "one")]
    return Row(
        measure=f"{title} ({rates[0]:.0f}/s ÷ {rates[1]:.0f}/s)",
        reach=f"≥ {_LEAST_OF_THREADS:g}",
        cells={OURS: f"{gain.value:.2f}"},
        values={OURS: gain.value},
        ours=gain,
        reached=gain.value >= _LEAST_OF_THREADS,
    )


def _together(pool: ThreadPoolExecutor, call: Call, each: int, threads: int) -> Timing:
    """The mean time of a call; however many threads, there are as many calls."""
    share = each * THREADS // threads

    def work() -> None:
        for _ in range(share):
            call()

    wall, cpu = perf_counter(), process_time()
    for future in [pool.submit(work) for _ in range(threads)]:
        future.result()
    cpu, wall = process_time() - cpu, perf_counter() - wall
    return Timing(wall=wall / (share * threads), cpu=cpu / (share * threads))
