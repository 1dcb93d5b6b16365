"""`xs:date`: `datetime.date`, and `ZonedDate` for one with a time zone."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final, Self, SupportsIndex, TypeAlias

from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind, refusal
from .zones import ZONE, read_zone, write_zone

Date: TypeAlias = date
"""`datetime.date` by a name that no field or method has."""

_LEXICAL: Final = re.compile(
    r"(-?(?:[0-9]{4}|[1-9][0-9]{4,}))-([0-9]{2})-([0-9]{2})" + ZONE, re.ASCII
)


class ZonedDate(date):
    """A date in a time zone, such as `2024-02-29+01:00`, and a `datetime.date` otherwise.

    It is equal to another one of the same day and offset, and to no plain date. What is
    computed from it by `replace`, `+` or `-` is in the same zone.

    Attributes:
        tzinfo: The zone.
    """

    __slots__ = ("tzinfo",)

    tzinfo: timezone

    def __new__(cls, year: int, month: int, day: int, tzinfo: timezone) -> Self:
        """A day of the calendar in a zone."""
        self = super().__new__(cls, year, month, day)
        self.tzinfo = tzinfo
        return self

    def __eq__(self, other: object) -> bool:
        """Whether the other one is the same day in a zone of the same offset."""
        if not isinstance(other, ZonedDate):
            return False
        return self.toordinal() == other.toordinal() and self.tzinfo == other.tzinfo

    def __ne__(self, other: object) -> bool:
        """Whether it is not equal; date has its own, which knows no zones."""
        return not self == other

    def __hash__(self) -> int:
        return hash((self.toordinal(), self.tzinfo))

    def __repr__(self) -> str:
        return f"{super().__repr__()[:-1]}, {self.tzinfo!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[int, int, int, timezone]]:
        return type(self), (self.year, self.month, self.day, self.tzinfo)

    # What date's own methods make of a subclass is without the zone.

    def replace(
        self,
        year: SupportsIndex | None = None,
        month: SupportsIndex | None = None,
        day: SupportsIndex | None = None,
    ) -> Self:
        """The date with another year, month or day."""
        return self._zoned(
            date(
                self.year if year is None else year,
                self.month if month is None else month,
                self.day if day is None else day,
            )
        )

    __replace__ = replace

    def __add__(self, value: timedelta, /) -> Self:
        """The day so much later."""
        return self._zoned(self._plain() + value)

    __radd__ = __add__

    if not TYPE_CHECKING:
        # date declares it well, in a way that the type checkers let nobody repeat.
        def __sub__(self, value, /):
            """The day so much earlier, or the time since another day."""
            found = self._plain() - value
            return self._zoned(found) if isinstance(value, timedelta) else found

    def _plain(self) -> date:
        return date(self.year, self.month, self.day)

    def _zoned(self, day: date) -> Self:
        return type(self)(day.year, day.month, day.day, self.tzinfo)


def write_date(value: date, name: str | int) -> str:
    """A date, with its zone if it is a `ZonedDate`; a datetime is refused."""
    if type(value) is not date:
        expect_kind(value, date, name)
        if isinstance(value, datetime):
            raise refusal(value, "date", name)
    zone = value.tzinfo.utcoffset(None) if isinstance(value, ZonedDate) else None
    return date.isoformat(value) + write_zone(zone, "xs:date", name)


def read_date(element: Element | None, reader: Reader) -> date | None:
    """A date, a `ZonedDate` if there is a zone; None for nil.

    A year that `date` cannot hold is an error.
    """
    if element is None:
        return None
    text = read_lexical(element, reader, "xs:date")
    if text is None:
        return None
    match = _LEXICAL.fullmatch(text)
    if match is None:
        reader.fail(element, "not a value of xs:date")
    try:
        year, month, day = map(int, match.group(1, 2, 3))
        zone = read_zone(*match.group(4, 5, 6, 7))
        return ZonedDate(year, month, day, zone) if zone else date(year, month, day)
    except (ValueError, OverflowError):
        reader.fail(element, "a date or zone that does not exist or fits no date")
