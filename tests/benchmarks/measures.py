"""What a measurement gives: samples by contender, on a named clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tests.benchmarks.sampling import Timing

Clock: TypeAlias = Literal["cpu", "wall"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that was measured.

    Attributes:
        title: What was timed.
        clock: The clock that counts: the processor's, or where waiting is a part of it
            the one on the wall. The other one is in the JSON file.
        samples: By contender, in the order of rounds.
    """

    title: str
    clock: Clock
    samples: Mapping[str, Sequence[Timing]]

    def seconds(self, contender: str) -> list[float]:
        """A contender's samples on the clock that counts."""
        return [
            timing.cpu if self.clock == "cpu" else timing.wall
            for timing in self.samples[contender]
        ]
