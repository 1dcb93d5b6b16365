"""Numbers out of samples: medians, ratios within a round, and how far they spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """A median with its spread.

    Attributes:
        value: The median.
        spread: Half of the distance between the quartiles, as a part of the median.
    """

    value: float
    spread: float


def figure(samples: Sequence[float]) -> Figure:
    """The median of some samples, at least one."""
    middle = median(samples)
    if len(samples) < 2 or not middle:
        return Figure(middle, 0.0)
    low, _, high = quantiles(samples, n=4, method="inclusive")
    return Figure(middle, (high - low) / 2 / abs(middle))


def ratio(over: Sequence[float], under: Sequence[float]) -> Figure:
    """The ratio of two contenders, sample by sample of the same rounds.

    What slows down a whole round slows down both, and falls out.
    """
    return figure([a / b for a, b in zip(over, under, strict=True)])
