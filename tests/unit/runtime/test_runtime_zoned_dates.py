"""Dates with a time zone: values, and what is computed from them."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, timedelta, timezone

from tests.unit.runtime.orders._runtime.dates import ZonedDate

EAST = timezone(timedelta(hours=1))


def test_a_zoned_date_is_a_date() -> None:
    zoned = ZonedDate(2024, 2, 29, EAST)
    assert isinstance(zoned, date)
    assert (zoned.year, zoned.month, zoned.day, zoned.tzinfo) == (2024, 2, 29, EAST)
    assert zoned == ZonedDate(2024, 2, 29, EAST)
    assert zoned != ZonedDate(2024, 2, 29, UTC)
    assert zoned != date(2024, 2, 29)
    assert date(2024, 2, 29) != zoned
    assert len({zoned, ZonedDate(2024, 2, 29, EAST), date(2024, 2, 29)}) == 2
    assert repr(zoned).endswith(f"ZonedDate(2024, 2, 29, {EAST!r})")
    for other in (
        copy.copy(zoned),
        copy.deepcopy(zoned),
        pickle.loads(pickle.dumps(zoned)),  # noqa: S301 - our own
    ):
        assert type(other) is ZonedDate
        assert other == zoned


def test_what_is_computed_from_a_zoned_date_keeps_the_zone() -> None:
    zoned = ZonedDate(2024, 2, 29, EAST)
    day = timedelta(days=1)
    assert zoned + day == day + zoned == ZonedDate(2024, 3, 1, EAST)
    assert zoned - day == ZonedDate(2024, 2, 28, EAST)
    assert zoned.replace(year=2020, day=1) == ZonedDate(2020, 2, 1, EAST)
    assert zoned.replace(month=3) == ZonedDate(2024, 3, 29, EAST)
    assert date(2024, 3, 1) - zoned == day
    assert zoned - ZonedDate(2024, 3, 1, UTC) == -day
    assert date(2024, 2, 28) < zoned < date(2024, 3, 1)
