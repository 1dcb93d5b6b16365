"""`xs:time`."""

from __future__ import annotations

import re
from datetime import time
from typing import Final, TypeAlias

from .errors import EncodeError
from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind
from .zones import ZONE, read_zone, write_zone

Time: TypeAlias = time
"""`datetime.time` by a name that no field or method has."""

_LEXICAL: Final = re.compile(
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?" + ZONE, re.ASCII
)


def write_time(value: time, name: str | int) -> str:
    """A time of day with its offset (UTC as `Z`), or without one if it is naive.

    A zone whose offset depends on the day is refused: it has no form in XML.
    """
    if type(value) is not time:
        expect_kind(value, time, name)
    offset = value.utcoffset()
    if value.tzinfo is not None and offset is None:
        raise EncodeError("its UTC offset depends on the day", name)
    text = value.replace(tzinfo=None, fold=0).isoformat()
    if value.microsecond:
        text = text.rstrip("0")
    return text + write_zone(offset, "xs:time", name)


def read_time(element: Element | None, reader: Reader) -> time | None:
    """A time of day, naive if there is no zone; None for nil.

    Digits beyond microseconds are dropped. 24:00:00, which `time` cannot hold, is an
    error.
    """
    if element is None:
        return None
    text = read_lexical(element, reader, "xs:time")
    if text is None:
        return None
    match = _LEXICAL.fullmatch(text)
    if match is None:
        reader.fail(element, "not a value of xs:time")
    hour, minute, second = map(int, match.group(1, 2, 3))
    fraction = match[4]
    try:
        return time(
            hour,
            minute,
            second,
            int(fraction[:6].ljust(6, "0")) if fraction else 0,
            read_zone(*match.group(5, 6, 7, 8)),
        )
    except ValueError:
        reader.fail(element, "a time or zone that does not exist or fits no time")
