"""`xs:dateTime`."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind
from .zones import ZONE, read_zone, write_zone

_LEXICAL: Final = re.compile(
    r"(-?(?:[0-9]{4}|[1-9][0-9]{4,}))-([0-9]{2})-([0-9]{2})"
    r"T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?" + ZONE,
    re.ASCII,
)


def write_date_time(value: datetime, name: str | int) -> str:
    """A datetime with its offset (UTC as `Z`), or without one if it is naive.

    An offset that XML Schema cannot say, with seconds or beyond 14 hours, is refused.
    """
    if type(value) is not datetime:
        expect_kind(value, datetime, name)
    text = value.replace(tzinfo=None, fold=0).isoformat()
    if value.microsecond:
        text = text.rstrip("0")
    return text + write_zone(value.utcoffset(), "xs:dateTime", name)


def read_date_time(element: Element | None, reader: Reader) -> datetime | None:
    """A datetime, naive if there is no zone; None for nil.

    Digits beyond microseconds are dropped. A time that `datetime` cannot hold, such as
    the year 10000 or 24:00:00, is an error.
    """
    if element is None:
        return None
    text = read_lexical(element, reader, "xs:dateTime")
    if text is None:
        return None
    match = _LEXICAL.fullmatch(text)
    if match is None:
        reader.fail(element, "not a value of xs:dateTime")
    year, month, day, hour, minute, second = map(int, match.group(1, 2, 3, 4, 5, 6))
    fraction = match[7]
    try:
        return datetime(
            year,
            month,
            day,
            hour,
            minute,
            second,
            int(fraction[:6].ljust(6, "0")) if fraction else 0,
            read_zone(*match.group(8, 9, 10, 11)),
        )
    except (ValueError, OverflowError):
        reader.fail(element, "a date or time that does not exist or fits no datetime")
