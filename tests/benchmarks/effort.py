"""How much a run does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much is done.

    Attributes:
        rounds: Samples of each contender.
        least: Seconds that a sample lasts at least.
        large: The number of items in the largest messages.
        large_rounds: Samples of each contender with these.
        children: Child processes for each figure that takes new ones.
        repeats: Child processes for each figure of memory.
    """

    rounds: int
    least: float
    large: int
    large_rounds: int
    children: int
    repeats: int


FULL: Final = Effort(
    rounds=15, least=0.05, large=10_000, large_rounds=7, children=21, repeats=3
)
QUICK: Final = Effort(
    rounds=5, least=0.02, large=1_000, large_rounds=3, children=5, repeats=1
)
