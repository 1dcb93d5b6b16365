"""Measures to rows of the table: ratios, and whether they reach what was set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.benchmarks.arithmetic import Figure, figure, ratio
from tests.benchmarks.measures import Measure

OURS = "ours"
BARE = "bare"
ZEEP = "zeep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row.

    Attributes:
        measure: What was measured, with its unit.
        reach: What is to be reached, in words; empty where nothing is.
        cells: The finished text by contender; who did not take part is missing.
        values: The numbers behind them: ratios, seconds or bytes.
        ours: Our figure, where it has a spread.
        reached: Whether it is reached; None where nothing is to be.
    """

    measure: str
    reach: str = ""
    cells: Mapping[str, str] = field(default_factory=dict[str, str])
    values: Mapping[str, float] = field(default_factory=dict[str, float])
    ours: Figure | None = None
    reached: bool | None = None


def over_bare(measure: Measure, what: str, most: float | None = None) -> Row:
    """How often each contender takes the time of lxml's bare parse.

    Args:
        measure: What was measured, the bare parse among it.
        what: What is parsed, in words.
        most: What is to be reached, if anything is.
    """
    bare = measure.seconds(BARE)
    ratios = {
        name: ratio(measure.seconds(name), bare)
        for name in measure.samples
        if name != BARE
    }
    cells = {name: number(found.value) for name, found in ratios.items()}
    return Row(
        measure=f"{measure.title} ÷ {what}",
        reach="" if most is None else f"≤ {most:g}",
        cells={**cells, BARE: duration(figure(bare).value)},
        values={name: found.value for name, found in ratios.items()},
        ours=ratios[OURS],
        reached=None if most is None else ratios[OURS].value <= most,
    )


def against_zeep(measure: Measure, least: float) -> Row | None:
    """How many times faster than zeep each contender is; None without zeep."""
    if ZEEP not in measure.samples:
        return None
    zeep = measure.seconds(ZEEP)
    ratios = {
        name: ratio(zeep, measure.seconds(name))
        for name in measure.samples
        if name != BARE
    }
    cells = {name: f"{number(found.value)}×" for name, found in ratios.items()}
    return Row(
        measure=f"{measure.title}, times zeep's speed",
        reach=f"≥ {least:g}×",
        cells={**cells, ZEEP: "1"},
        values={name: found.value for name, found in ratios.items()},
        ours=ratios[OURS],
        reached=ratios[OURS].value >= least,
    )


def number(value: float) -> str:
    """A ratio to read: two digits after the point below 10, one below 100."""
    if value < 10:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def duration(seconds: float) -> str:
    """A time to read, of three digits."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size or unit == "µs":
            return f"{seconds / size:.3g} {unit}"
    raise AssertionError(seconds)


def counted(count: int, noun: str) -> str:
    """A number with what it counts."""
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"
