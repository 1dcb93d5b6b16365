"""Takes samples of contenders in turn, so that all meet the same state of the machine."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter, process_time
from typing import TypeAlias

Call: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that one call took, as the mean of a sample.

    Attributes:
        wall: On the clock on the wall.
        cpu: Of this process on a processor; what others do there does not count.
    """

    wall: float
    cpu: float


def take_samples(
    contenders: Mapping[str, Call], *, rounds: int, least: float
) -> dict[str, list[Timing]]:
    """Time every contender once a round.

    A sample is as many calls as last `least` seconds. The order is another one each
    round, garbage is collected before each sample, and the collector is on within it, as
    it is in a program. What was alive before the first sample is none of its business:
    else each contender would pay for walks over all others' modules.

    Args:
        contenders: What to call, by name. What a call returns is dropped at once.
        rounds: The number of samples of each.
        least: Seconds that a sample lasts at least.
    """
    repeats = {name: repeats_for(call, least) for name, call in contenders.items()}
    samples: dict[str, list[Timing]] = {name: [] for name in contenders}
    names = tuple(contenders)
    gc.collect()
    gc.freeze()
    try:
        for number in range(rounds):
            for name in rotated(names, number):
                gc.collect()
                samples[name].append(_sample(contenders[name], repeats[name]))
    finally:
        gc.unfreeze()
    return samples


def rotated(names: Sequence[str], by: int) -> tuple[str, ...]:
    """The names, beginning with the one at `by`, and every other time backwards."""
    start = by % len(names)
    turned = (*names[start:], *names[:start])
    return turned if by % 2 == 0 else turned[::-1]


def repeats_for(call: Call, least: float) -> int:
    """How many calls last at least so many seconds; the first call is a warm-up."""
    call()
    started = perf_counter()
    call()
    elapsed = perf_counter() - started
    if elapsed >= least:
        return 1
    # One call of a few microseconds tells little: ask again with more of them.
    first = max(1, ceil(least / 10 / max(elapsed, 1e-7)))
    elapsed = _sample(call, first).wall
    return max(1, ceil(least / max(elapsed, 1e-7)))


def _sample(call: Call, repeats: int) -> Timing:
    numbers = range(repeats)
    wall, cpu = perf_counter(), process_time()
    for _ in numbers:
        call()
    cpu, wall = process_time() - cpu, perf_counter() - wall
    return Timing(wall=wall / repeats, cpu=cpu / repeats)
