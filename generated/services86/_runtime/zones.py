"""Time zones as XML Schema writes them: `Z`, or hours and minutes up to 14:00."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from typing import Final

from .errors import EncodeError

ZONE: Final = r"(?:(Z)|([+-])([0-9]{2}):([0-9]{2}))?"
"""A regular expression of a zone that may be missing, with the groups of `read_zone`."""

_GREATEST_OFFSET: Final = timedelta(hours=14)


def write_zone(offset: timedelta | None, type_name: str, name: str | int) -> str:
    """An offset from UTC, which itself is `Z`; "" for None.

    An offset that XML Schema cannot say, with seconds or beyond 14 hours, is refused.
    """
    if offset is None:
        return ""
    if not offset:
        return "Z"
    if abs(offset) > _GREATEST_OFFSET or offset % timedelta(minutes=1):
        raise EncodeError(f"its UTC offset has no form in {type_name}", name)
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{'-' if offset < timedelta(0) else '+'}{hours:02}:{minutes:02}"


def read_zone(
    utc: str | None, sign: str | None, hours: str | None, minutes: str | None
) -> timezone | None:
    """The zone that the four groups of `ZONE` hold; None where there is none.

    Raises:
        ValueError: There is no such zone.
    """
    if utc:
        return UTC
    if not sign or hours is None or minutes is None:
        return None
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if int(minutes) > 59 or offset > _GREATEST_OFFSET:
        raise ValueError
    return timezone(-offset if sign == "-" else offset) if offset else UTC
