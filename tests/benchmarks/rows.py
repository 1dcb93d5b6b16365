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


def over_bare(
    alone: Measure,
    what: str,
    most: float | None = None,
    beside: Measure | None = None,
) -> Row:
    """How often each contender takes the time of lxml's bare parse.

    Args:
        alone: Ours and the bare parse.
        what: What is parsed, in words.
        most: What is to be reached, if anything is.
        beside: The peers, with a bare parse in the same rounds, if they took part.
    """
    bare = alone.seconds(BARE)
    ours = ratio(alone.seconds(OURS), bare)
    values = {OURS: ours.value}
    if beside is not None:
        for name in set(beside.samples) - {OURS, BARE}:
            values[name] = ratio(beside.seconds(name), beside.seconds(BARE)).value
    cells = {name: number(value) for name, value in values.items()}
    return Row(
        measure=f"{alone.title} ÷ {what}",
        reach="" if most is None else f"≤ {most:g}",
        cells={**cells, BARE: duration(figure(bare).value)},
        values=values,
        ours=ours,
        reached=None if most is None else ours.value <= most,
    )


def against_zeep(title: str, beside: Measure, least: float) -> Row:
    """How many times faster than zeep each contender is."""
    zeep = beside.seconds(ZEEP)
    ratios = {
        name: ratio(zeep, beside.seconds(name))
        for name in beside.samples
        if name != BARE
    }
    values = {name: found.value for name, found in ratios.items()}
    cells = {name: f"{number(value)}×" for name, value in values.items()}
    return Row(
        measure=f"{title}, times zeep's speed",
        reach=f"≥ {least:g}×",
        cells={**cells, ZEEP: "1"},
        values=values,
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
