"""A run's results: as text, and as JSON with every sample's median."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from tests.benchmarks.arithmetic import figure
from tests.benchmarks.measures import Measure
from tests.benchmarks.rows import Row, duration
from tests.benchmarks.table import markdown_table, plain_table

BEGIN: Final = "<!-- bench: begin -->"
END: Final = "<!-- bench: end -->"


def text_report(
    rows: Sequence[Row],
    measures: Sequence[Measure],
    facts: Mapping[str, str],
    *,
    markdown: bool,
) -> str:
    """The table with what it was made with; as plain text also the time of each call."""
    if markdown:
        made = "; ".join(f"{name} {value}" for name, value in facts.items())
        return f"Measured with: {made}.\n\n{markdown_table(rows)}"
    made = "\n".join(f"{name}: {value}" for name, value in facts.items())
    times = "\n".join(line for measure in measures for line in _times(measure))
    return (
        f"{made}\n\n{plain_table(rows)}\n\nmedian times of one call\n{times}".rstrip()
    )


def _times(measure: Measure) -> Iterator[str]:
    """A measure's title, and a line for each contender with both clocks."""
    yield f"  {measure.title}"
    for name, timings in measure.samples.items():
        cpu = duration(figure([timing.cpu for timing in timings]).value)
        wall = duration(figure([timing.wall for timing in timings]).value)
        yield f"    {name:6}  processor {cpu:>8}  wall {wall:>8}"


def with_section(document: str, section: str) -> str:
    """A document with another text between its two markers; `ValueError` without them."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"expected {BEGIN} and {END} in the document")
    return f"{before}{begin}\n{section}\n{end}{after}"


def json_report(
    rows: Sequence[Row], measures: Sequence[Measure], facts: Mapping[str, str]
) -> dict[str, object]:
    """The rows, and of each measure both clocks; times are seconds a call."""
    return {
        "environment": dict(facts),
        "rows": [asdict(row) for row in rows],
        "measures": [_measure(measure) for measure in measures],
    }


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "title": measure.title,
        "clock": measure.clock,
        "contenders": {
            name: {
                "rounds": len(timings),
                "wall": asdict(figure([timing.wall for timing in timings])),
                "cpu": asdict(figure([timing.cpu for timing in timings])),
            }
            for name, timings in measure.samples.items()
        },
    }
