"""`docs/supported.md` lists every golden case, and says of none what it does not do."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.goldens import CASES, GENERATED_CASES, GOLDEN, expected_messages

PAGE = Path(__file__).parents[3] / "docs" / "supported.md"


def rows() -> dict[str, list[list[str]]]:
    """The cells of each table's rows, by the heading above it."""
    found: dict[str, list[list[str]]] = {}
    heading = ""
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line.startswith("| ") and not line.startswith("| what |"):
            cells = line.strip("| ").split(" | ")
            found.setdefault(heading, []).append(cells)
    return found


def case_of(row: list[str]) -> str:
    return row[-1].strip("` ")


def test_every_golden_case_is_listed_and_no_other() -> None:
    listed = {case_of(row) for table in rows().values() for row in table}
    assert sorted(listed ^ set(CASES)) == []


def test_what_can_be_generated_is_generated() -> None:
    tables = rows()
    for heading in ("WSDL", "XML Schema"):
        for row in tables[heading]:
            assert case_of(row) in GENERATED_CASES
            assert (GOLDEN / case_of(row) / "out").is_dir()


def test_what_is_left_out_is_said_with_its_code() -> None:
    for row in rows()["What is left out"]:
        codes = re.findall(r"TS\d{3}", row[1])
        assert codes, row
        for code in codes:
            assert code in expected_messages(case_of(row)), row
