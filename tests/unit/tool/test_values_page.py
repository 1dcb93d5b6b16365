"""`docs/values.md` lists every simple type, and the classes that `values` has."""

from __future__ import annotations

import re

from tests.support.modules import ROOT
from tests.unit.runtime.orders._runtime import dates, durations, fragments, qnames
from typedsoap.schema.builtins import BUILT_IN_TYPES
from typedsoap.views.scalars import SCALARS

PAGE = (ROOT / "docs" / "values.md").read_text("utf-8")
ROWS = [line.split("|") for line in PAGE.splitlines() if line.startswith("| `")]


def test_every_type_is_listed_once() -> None:
    listed = [
        name
        for row in ROWS
        if "Microsoft" not in row[1]
        for name in re.findall("`(\\w+)`", row[1])
    ]
    assert sorted(listed) == sorted(SCALARS)


def test_what_python_makes_of_a_type_is_told() -> None:
    told = {
        name: row[2].strip(" `")
        for row in ROWS
        if "Microsoft" not in row[1]
        for name in re.findall("`(\\w+)`", row[1])
    }
    aliases = {"Date": "date", "Time": "time"}
    for name, view in SCALARS.items():
        stored = "str" if name.startswith("g") else view.stored
        assert told[name] == aliases.get(stored, stored)


def test_types_that_are_not_listed_are_no_values_or_of_version_1_1() -> None:
    missing = {name.name for name in BUILT_IN_TYPES} - SCALARS.keys()
    assert missing == {
        "anyAtomicType",
        "dateTimeStamp",
        "dayTimeDuration",
        "yearMonthDuration",
    }


def test_the_classes_are_described() -> None:
    for cls in (
        dates.ZonedDate,
        durations.Duration,
        fragments.XmlFragment,
        qnames.QName,
    ):
        assert f"\n- `{cls.__name__}(" in PAGE
