"""Durations and time spans as values: XML Schema Part 2 §3.2.6."""

from __future__ import annotations

import pickle
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.xsd_values import is_valid
from tests.unit.runtime.orders._runtime.durations import (
    Duration,
    read_duration,
    read_timedelta,
    write_duration,
    write_timedelta,
)
from tests.unit.runtime.orders._runtime.errors import EncodeError, ProtocolError
from tests.unit.runtime.orders._runtime.reading import Reader
from tests.unit.runtime.wire import element, nil


# Illegal as well, which lxml does not know.
@pytest.mark.parametrize("text", ["PT.5S", "PT1.S"])
def test_seconds_have_digits_on_both_sides(text: str) -> None:
    with pytest.raises(ProtocolError, match="not a value of xs:duration"):
        read_duration(element(text), Reader())


def test_a_duration_is_a_value() -> None:
    lasting = Duration(1, timedelta(days=2))
    assert lasting == Duration(1, timedelta(days=2))
    assert hash(lasting) == hash(Duration(1, timedelta(days=2)))
    assert lasting != Duration(1)
    assert pickle.loads(pickle.dumps(lasting)) == lasting  # noqa: S301 - our own
    assert Duration.from_timedelta(timedelta(hours=1)).to_timedelta() == timedelta(
        hours=1
    )
    with pytest.raises(ValueError, match="no fixed length"):
        lasting.to_timedelta()
    for months, days in ((1, -1), (-1, 1)):
        with pytest.raises(ValueError, match="opposite signs"):
            Duration(months, timedelta(days=days))


def test_a_duration_of_other_than_whole_months_is_refused() -> None:
    # As a caller makes it who does not check types.
    odd: Any = 1.5
    with pytest.raises(EncodeError, match="expected int, got float"):
        write_duration(Duration(odd), "lasting")


LEAST = timedelta(
    days=-10675199, hours=-2, minutes=-48, seconds=-5, microseconds=-477580
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PT0S", timedelta(0)),
        ("P1DT2H3M4.5S", timedelta(1, 7384, 500000)),
        ("-P1D", timedelta(days=-1)),
        ("-P10675199DT2H48M5.47758S", LEAST),
        ("P10675199DT2H48M5.47758S", -LEAST),
    ],
)
def test_a_time_span(text: str, value: timedelta) -> None:
    assert write_timedelta(value, "lasting") == text
    assert read_timedelta(element(text), Reader()) == value


def test_what_is_no_time_span_is_refused() -> None:
    for value in (LEAST - timedelta(microseconds=1), timedelta.max, timedelta.min):
        with pytest.raises(EncodeError, match="lasting: out of range"):
            write_timedelta(value, "lasting")
    for text in ("P1Y", "P1M", "-P1Y1D"):
        with pytest.raises(ProtocolError, match="no fixed length"):
            read_timedelta(element(text), Reader())
    assert read_timedelta(element("P0Y1D"), Reader()) == timedelta(days=1)
    assert read_timedelta(nil(), Reader()) is None


@given(st.integers(0, 10**9), st.timedeltas(min_value=timedelta(0)), st.booleans())
def test_any_duration(months: int, delta: timedelta, negative: bool) -> None:
    negative = negative and delta <= timedelta(days=999999999)
    value = Duration(-months, -delta) if negative else Duration(months, delta)
    text = write_duration(value, "v")
    assert is_valid("duration", text)
    assert read_duration(element(text), Reader()) == value
