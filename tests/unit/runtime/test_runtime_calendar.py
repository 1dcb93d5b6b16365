"""Texts of dates, times, durations and parts of dates: XML Schema Part 2, from §3.2.6."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.xsd_values import is_valid
from tests.unit.runtime.orders._runtime import gregorian
from tests.unit.runtime.orders._runtime.dates import ZonedDate, read_date, write_date
from tests.unit.runtime.orders._runtime.durations import (
    Duration,
    read_duration,
    write_duration,
)
from tests.unit.runtime.orders._runtime.errors import EncodeError, ProtocolError
from tests.unit.runtime.orders._runtime.nil import NIL
from tests.unit.runtime.orders._runtime.reading import Element, Reader
from tests.unit.runtime.orders._runtime.times import read_time, write_time
from tests.unit.runtime.wire import element, nil

Write = Callable[[Any, str], str]
Read = Callable[[Element, Reader], object]

PAIRS: dict[str, tuple[Write, Read]] = {
    "date": (write_date, read_date),
    "time": (write_time, read_time),
    "duration": (write_duration, read_duration),
    "gYear": (gregorian.write_g_year, gregorian.read_g_year),
    "gYearMonth": (gregorian.write_g_year_month, gregorian.read_g_year_month),
    "gMonth": (gregorian.write_g_month, gregorian.read_g_month),
    "gMonthDay": (gregorian.write_g_month_day, gregorian.read_g_month_day),
    "gDay": (gregorian.write_g_day, gregorian.read_g_day),
}
EAST = timezone(timedelta(hours=1))
WEST = timezone(timedelta(hours=-9, minutes=-30))
ZONES = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))

# Texts, and the values that they are written from and read as.
BOTH_WAYS = [
    ("date", "2024-02-29", date(2024, 2, 29)),
    ("date", "0001-01-01", date(1, 1, 1)),
    ("date", "9999-12-31", date(9999, 12, 31)),
    ("date", "2024-02-29Z", ZonedDate(2024, 2, 29, UTC)),
    ("date", "2024-02-29+01:00", ZonedDate(2024, 2, 29, EAST)),
    ("date", "2024-02-29-09:30", ZonedDate(2024, 2, 29, WEST)),
    ("time", "13:20:00", time(13, 20)),
    ("time", "00:00:00", time(0)),
    ("time", "23:59:59.999999", time(23, 59, 59, 999999)),
    ("time", "13:20:00.5Z", time(13, 20, 0, 500000, UTC)),
    ("time", "13:20:00+01:00", time(13, 20, tzinfo=EAST)),
    ("time", "13:20:00-09:30", time(13, 20, tzinfo=WEST)),
    ("duration", "PT0S", Duration()),
    ("duration", "P1Y2M3DT10H30M0.5S", Duration(14, timedelta(3, 37800, 500000))),
    ("duration", "-P1Y", Duration(-12)),
    ("duration", "P11M", Duration(11)),
    ("duration", "-PT0.000001S", Duration(delta=timedelta(microseconds=-1))),
    ("duration", "P1DT1M", Duration(delta=timedelta(days=1, minutes=1))),
    ("gYear", "2024", "2024"),
    ("gYear", "-0044Z", "-0044Z"),
    ("gYear", "12024+14:00", "12024+14:00"),
    ("gYearMonth", "2024-12-05:00", "2024-12-05:00"),
    ("gMonth", "--12", "--12"),
    ("gMonthDay", "--02-29", "--02-29"),
    ("gDay", "---31Z", "---31Z"),
]


@pytest.mark.parametrize(("type_name", "text", "value"), BOTH_WAYS)
def test_written_and_read(type_name: str, text: str, value: object) -> None:
    write, read = PAIRS[type_name]
    assert write(value, "v") == text
    assert read(element(f" \n{text}\t"), Reader()) == value
    assert is_valid(type_name, text)


@pytest.mark.parametrize(
    ("type_name", "text", "value"),
    [
        ("date", "2024-02-29+00:00", ZonedDate(2024, 2, 29, UTC)),
        ("date", "2024-02-29-00:00", ZonedDate(2024, 2, 29, UTC)),
        ("time", "13:20:00.1234567", time(13, 20, 0, 123456)),
        ("time", "13:20:00.000000000000000000001", time(13, 20)),
        ("duration", "P0Y", Duration()),
        ("duration", "-P0M", Duration()),
        ("duration", "P13M", Duration(13)),
        ("duration", "PT36H", Duration(delta=timedelta(hours=36))),
        ("duration", "PT90.1234567S", Duration(delta=timedelta(0, 90, 123456))),
        ("duration", "-PT0.0000019S", Duration(delta=timedelta(microseconds=-1))),
        ("duration", "P007D", Duration(delta=timedelta(days=7))),
    ],
)
def test_read_only(type_name: str, text: str, value: object) -> None:
    assert PAIRS[type_name][1](element(text), Reader()) == value
    assert is_valid(type_name, text)


# What XML Schema forbids.
ILLEGAL = [
    *(("date", text) for text in ("", "2024-2-29", "2023-02-29", "24-02-29")),
    *(("date", text) for text in ("2024-02-29T00:00:00", "2024-02-29z", "02024-01-01")),
    *(
        ("date", text)
        for text in ("2024-02-29+14:01", "2024-02-29+01:60", "2024-13-01")
    ),
    *(
        ("date", text)
        for text in ("2024-02-29 Z", "\u0662024-02-29", "2024-02-29+1:00")
    ),
    *(("time", text) for text in ("", "1:00:00", "13:20", "13:60:00", "13:20:60")),
    *(
        ("time", text)
        for text in ("13:20:00.", "25:00:00", "24:00:01", "13:20:00+15:00")
    ),
    *(("time", text) for text in ("13.20.00", "T13:20:00", "-13:20:00", "13:20:00,5")),
    *(("duration", text) for text in ("", "P", "PT", "P1DT", "1D", "P1S", "P-1D")),
    *(("duration", text) for text in ("+P1D", "P1D1Y", "P1.5D", "p1d")),
    *(
        ("duration", text)
        for text in ("P 1D", "P1D ago", "PT1S1M", "P1\u0662D", "--P1D")
    ),
    *(("gYear", text) for text in ("", "24", "0000", "02024", "+2024", "2024+14:01")),
    *(("gYearMonth", text) for text in ("2024", "2024-13", "2024-00", "2024-1")),
    *(("gMonth", text) for text in ("12", "-12", "--13", "--00", "--1")),
    *(("gMonthDay", text) for text in ("--02-30", "--04-31", "--13-01", "-02-29")),
    *(("gDay", text) for text in ("31", "--31", "---32", "---00", "---1")),
]


@pytest.mark.parametrize(("type_name", "text"), ILLEGAL)
def test_what_is_no_value_is_refused(type_name: str, text: str) -> None:
    with pytest.raises(ProtocolError) as caught:
        PAIRS[type_name][1](element(text), Reader())
    assert (caught.value.path or "").startswith("v")
    assert not is_valid(type_name, text)


@pytest.mark.parametrize(
    ("type_name", "text"),
    [
        ("date", "-0001-01-01"),
        ("date", "10000-01-01"),
        ("time", "24:00:00"),
        ("duration", "P1000000000D"),
    ],
)
def test_a_value_that_python_has_not_is_refused(type_name: str, text: str) -> None:
    assert is_valid(type_name, text)
    with pytest.raises(ProtocolError):
        PAIRS[type_name][1](element(text), Reader())


@pytest.mark.parametrize(
    ("type_name", "text"),
    [
        ("date", "9" * 5000 + "-01-01"),
        ("duration", f"P{'9' * 5000}Y"),
        ("duration", f"P{'9' * 500}D"),
    ],
)
def test_very_many_digits_are_refused(type_name: str, text: str) -> None:
    with pytest.raises(ProtocolError):
        PAIRS[type_name][1](element(text), Reader())


@pytest.mark.parametrize("type_name", PAIRS)
def test_nil_is_none_and_other_kinds_are_refused(type_name: str) -> None:
    write, read = PAIRS[type_name]
    assert read(nil(), Reader()) is None
    others: list[object] = [None, NIL, 1, True, object(), b"2024", datetime(2024, 1, 1)]
    for value in others:
        with pytest.raises(EncodeError) as caught:
            write(value, "when")
        assert caught.value.path == ("when",)


@pytest.mark.parametrize(
    ("type_name", "text"),
    [("gYear", "24"), ("gYear", " 2024"), ("gMonth", "--2"), ("gDay", "---31\n")],
)
def test_texts_are_held_to_their_form(type_name: str, text: str) -> None:
    with pytest.raises(EncodeError, match=f"when: not a value of xs:{type_name}"):
        PAIRS[type_name][0](text, "when")


@pytest.mark.parametrize(
    "zone", [timezone(timedelta(seconds=1)), timezone(timedelta(hours=14, minutes=1))]
)
def test_zones_without_a_form_are_refused(zone: timezone) -> None:
    with pytest.raises(EncodeError, match="no form in xs:date"):
        write_date(ZonedDate(2024, 1, 1, zone), "when")
    with pytest.raises(EncodeError, match="no form in xs:time"):
        write_time(time(1, tzinfo=zone), "when")


def test_a_zone_that_depends_on_the_day_is_refused() -> None:
    with pytest.raises(EncodeError, match="depends on the day"):
        write_time(time(1, tzinfo=ZoneInfo("Europe/Oslo")), "when")


@given(st.dates())
def test_any_date(value: date) -> None:
    text = write_date(value, "v")
    assert is_valid("date", text)
    assert read_date(element(text), Reader()) == value


@given(st.dates(), ZONES)
def test_any_zoned_date(day: date, zone: timezone) -> None:
    value = ZonedDate(day.year, day.month, day.day, zone)
    text = write_date(value, "v")
    assert is_valid("date", text)
    assert read_date(element(text), Reader()) == value


@given(st.times(timezones=st.none() | ZONES))
def test_any_time(value: time) -> None:
    text = write_time(value, "v")
    assert is_valid("time", text)
    found = read_time(element(text), Reader())
    assert found == value
    assert found is not None
    assert found.utcoffset() == value.utcoffset()
