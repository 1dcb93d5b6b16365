"""`xs:dateTime`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

from .errors import EncodeError
from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind

_LEXICAL: Final = re.compile(
    r"(-?(?:[0-9]{4}|[1-9][0-9]{4,}))-([0-9]{2})-([0-9]{2})"
    r"T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
    r"(?:(Z)|([+-])([0-9]{2}):([0-9]{2}))?",
    re.ASCII,
)
_GREATEST_OFFSET: Final = timedelta(hours=14)


def write_date_time(value: datetime, name: str | int) -> str:
    """A datetime with its offset (UTC as `Z`), or without one if it is naive.

    An offset that XML Schema cannot say, with seconds or beyond 14 hours, is refused.
    """
    if type(value) is not datetime:
        expect_kind(value, datetime, name)
    text = value.replace(tzinfo=None, fold=0).isoformat()
    if value.microsecond:
        text = text.rstrip("0")
    offset = value.utcoffset()
    if offset is None:
        return text
    if not offset:
        return text + "Z"
    if abs(offset) > _GREATEST_OFFSET or offset % timedelta(minutes=1):
        raise EncodeError("its UTC offset has no form in xs:dateTime", name)
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{text}{'-' if offset < timedelta(0) else '+'}{hours:02}:{minutes:02}"


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
            _zone(match),
        )
    except (ValueError, OverflowError):
        reader.fail(element, "a date or time that does not exist or fits no datetime")


def _zone(match: re.Match[str]) -> tzinfo | None:
    if match[8]:
        return UTC
    if not match[9]:
        return None
    minutes = int(match[11])
    offset = timedelta(hours=int(match[10]), minutes=minutes)
    if minutes > 59 or offset > _GREATEST_OFFSET:
        raise ValueError
    return timezone(-offset if match[9] == "-" else offset) if offset else UTC
