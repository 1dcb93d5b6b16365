"""Values of xs:dateTime: what is read, what is written, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.unit.runtime.orders._runtime import values
from tests.unit.runtime.orders._runtime.errors import EncodeError, ProtocolError
from tests.unit.runtime.orders._runtime.reading import Reader
from tests.unit.runtime.wire import element


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023-02-15T10:20:30", datetime(2023, 2, 15, 10, 20, 30)),
        ("2023-02-15T10:20:30Z", datetime(2023, 2, 15, 10, 20, 30, tzinfo=UTC)),
        ("2023-02-15T10:20:30+00:00", datetime(2023, 2, 15, 10, 20, 30, tzinfo=UTC)),
        ("2023-02-15T10:20:30.1", datetime(2023, 2, 15, 10, 20, 30, 100000)),
        ("2023-02-15T10:20:30.1234567", datetime(2023, 2, 15, 10, 20, 30, 123456)),
        ("2023-02-15T10:20:30.999999999", datetime(2023, 2, 15, 10, 20, 30, 999999)),
        ("0001-01-01T00:00:00", datetime(1, 1, 1)),
        (
            " 2023-02-15T10:20:30-03:30\n",
            datetime(
                2023,
                2,
                15,
                10,
                20,
                30,
                tzinfo=timezone(-timedelta(hours=3, minutes=30)),
            ),
        ),
    ],
)
def test_a_date_time_is_read(text: str, value: datetime) -> None:
    found = values.read_date_time(element(text), Reader())
    assert found == value
    assert found is not None
    assert found.utcoffset() == value.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-02-15",
        "2023-02-15 10:20:30",
        "20230215T102030",
        "2023-02-15T10:20",
        "2023-02-15T10:20:30.",
        "2023-02-15T10:20:30,5",
        "2023-02-15T24:00:00",
        "2023-02-30T10:20:30",
        "2023-02-15T10:20:60",
        "10000-01-01T00:00:00",
        "0000-01-01T00:00:00",
        "-0001-01-01T00:00:00",
        "2023-02-15T10:20:30+14:01",
        "2023-02-15T10:20:30+05:60",
        "2023-02-15T10:20:30+0500",
        "2023-02-15T10:20:30z",
        "\u0662023-02-15T10:20:30",
    ],
)
def test_no_date_time_is_refused(text: str) -> None:
    with pytest.raises(ProtocolError):
        values.read_date_time(element(text), Reader())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2023, 2, 5, 1, 2, 3), "2023-02-05T01:02:03"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00Z"),
        (datetime(2023, 2, 5, 1, 2, 3, 120000), "2023-02-05T01:02:03.12"),
        (datetime(2023, 2, 5, 1, 2, 3, 1, tzinfo=UTC), "2023-02-05T01:02:03.000001Z"),
        (
            datetime(2023, 2, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))),
            "2023-02-05T00:00:00+05:30",
        ),
        (
            datetime(2023, 2, 5, tzinfo=timezone(-timedelta(minutes=30))),
            "2023-02-05T00:00:00-00:30",
        ),
    ],
)
def test_a_date_time_is_written_and_reads_back(value: datetime, text: str) -> None:
    assert values.write_date_time(value, "at") == text
    assert values.read_date_time(element(text), Reader()) == value


def test_an_offset_without_a_form_and_a_date_are_refused() -> None:
    for offset in (timedelta(hours=15), timedelta(seconds=30)):
        with pytest.raises(EncodeError, match="at: its UTC offset"):
            values.write_date_time(datetime(2023, 1, 1, tzinfo=timezone(offset)), "at")
    write: Any = values.write_date_time
    with pytest.raises(EncodeError, match="at: expected datetime, got date"):
        write(date(2023, 1, 1), "at")
