"""Rows of known samples, and how they are printed."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from tests.benchmarks.measures import Measure
from tests.benchmarks.report import (
    BEGIN,
    END,
    json_report,
    text_report,
    with_section,
)
from tests.benchmarks.rows import (
    Row,
    against_zeep,
    counted,
    duration,
    number,
    over_bare,
)
from tests.benchmarks.sampling import Timing
from tests.benchmarks.table import markdown_table, plain_table


def _timings(*milliseconds: float) -> Sequence[Timing]:
    return [Timing(wall=1.0, cpu=value / 1000) for value in milliseconds]


MEASURE = Measure(
    title="decode",
    clock="cpu",
    samples={
        "ours": _timings(3, 6, 3),
        "zeep": _timings(30, 60, 36),
        "bare": _timings(1, 2, 1),
    },
)


def test_a_ratio_to_bare_at_its_limit_is_reached() -> None:
    row = over_bare(MEASURE, "bare parse", 3.0)
    assert row.measure == "decode ÷ bare parse"
    assert row.reach == "≤ 3"
    assert row.cells == {"ours": "3.00", "bare": "1 ms"}
    assert row.reached is True
    assert over_bare(MEASURE, "bare parse", 2.9).reached is False
    assert over_bare(MEASURE, "bare parse").reached is None


def test_peers_are_held_against_the_bare_parse_of_their_own_rounds() -> None:
    beside = Measure(
        title="decode, beside peers",
        clock="cpu",
        samples={"ours": _timings(9), "suds": _timings(50), "bare": _timings(0.5)},
    )
    row = over_bare(MEASURE, "bare parse", 3.0, beside)
    assert row.cells == {"ours": "3.00", "suds": "100", "bare": "1 ms"}
    assert row.values["suds"] == pytest.approx(100)


def test_times_of_zeep_are_larger_for_who_is_faster() -> None:
    row = against_zeep("decode", MEASURE, 10)
    assert row.measure == "decode, times zeep's speed"
    assert row.cells == {"ours": "10.0×", "zeep": "1"}
    assert row.reached is True
    assert against_zeep("decode", MEASURE, 10.1).reached is False


def test_the_clock_on_the_wall_is_taken_where_it_counts() -> None:
    waiting = Measure(title="call", clock="wall", samples={"ours": _timings(1, 2)})
    assert waiting.seconds("ours") == [1.0, 1.0]


ROWS = [
    Row(measure="decode", reach="≤ 3", cells={"ours": "2.5"}, reached=True),
    Row(measure="decode more", cells={"ours": "12", "zeep": "100"}, reached=False),
]


def test_columns_are_aligned() -> None:
    assert plain_table(ROWS).splitlines() == [
        "measure      reach       ours  zeep  suds  xsdata  bare  ± ours",
        "decode       ≤ 3    yes   2.5",
        "decode more         NO     12   100",
    ]


def test_markdown_has_one_line_a_row() -> None:
    head, rule, *rows = markdown_table(ROWS).splitlines()
    assert head.startswith("| measure | reach |  | ours | zeep |")
    assert rule.count("---") == head.count("|") - 1
    assert rows[0] == "| decode | ≤ 3 | yes | 2.5 |  |  |  |  |  |"


def test_numbers_are_readable() -> None:
    assert [number(value) for value in (2.345, 23.45, 234.5)] == ["2.35", "23.4", "234"]
    assert duration(0.0000123) == "12.3 µs"
    assert duration(0.00456) == "4.56 ms"
    assert duration(1.5) == "1.5 s"
    assert counted(1, "status") == "1 status"
    assert counted(10_000, "status") == "10,000 statuses"
    assert counted(100, "message") == "100 messages"


def test_the_json_report_has_both_clocks() -> None:
    row = over_bare(MEASURE, "bare parse", 3.0)
    report = json.loads(json.dumps(json_report([row], [MEASURE], {"python": "3"})))
    assert report["environment"] == {"python": "3"}
    assert report["rows"][0]["reached"] is True
    ours = report["measures"][0]["contenders"]["ours"]
    assert ours["rounds"] == 3
    assert ours["cpu"]["value"] == 0.003
    assert ours["wall"] == {"value": 1.0, "spread": 0.0}


def test_the_text_tells_what_was_measured_with() -> None:
    facts = {"python": "3.11"}
    text = text_report(ROWS, [MEASURE], facts, markdown=False)
    assert text.startswith("python: 3.11\n\nmeasure ")
    assert text.endswith("    bare    processor     1 ms  wall      1 s")
    markdown = text_report(ROWS, [MEASURE], facts, markdown=True)
    assert markdown.startswith("Measured with: python 3.11.\n\n| measure")
    assert markdown.endswith("|")


def test_a_section_is_replaced_between_its_markers() -> None:
    document = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert with_section(document, "new") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    with pytest.raises(ValueError, match="bench: end"):
        with_section(f"before {BEGIN} after", "new")
