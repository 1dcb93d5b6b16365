"""`xs:duration`, and the one without months that Microsoft's serialization makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Self

from .errors import EncodeError
from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind

_LEXICAL: Final = re.compile(
    r"(-)?P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\.([0-9]+))?S)?)?",
    re.ASCII,
)
_NONE: Final = timedelta(0)
_MICROSECOND: Final = timedelta(microseconds=1)

# What a TimeSpan holds: a long of units of 100 ns.
_LEAST_TICKS: Final = -(2**63)
_GREATEST_TICKS: Final = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in months and, apart from these, days to microseconds.

    A month has no fixed number of days, so that only equality is defined.

    Attributes:
        months: Years and months as months.
        delta: Days, hours, minutes and seconds.

    Raises:
        ValueError: One is negative and the other positive, which has no form in XML.
    """

    months: int = 0
    delta: timedelta = _NONE

    def __post_init__(self) -> None:
        signs = {self.months > 0, self.delta > _NONE}
        if self.months and self.delta and len(signs) > 1:
            raise ValueError("months and delta have opposite signs")

    @classmethod
    def from_timedelta(cls, delta: timedelta) -> Self:
        """A duration without months."""
        return cls(delta=delta)

    def to_timedelta(self) -> timedelta:
        """The duration as a timedelta.

        Raises:
            ValueError: It has months.
        """
        if self.months:
            raise ValueError("a duration with months has no fixed length")
        return self.delta


def write_duration(value: Duration, name: str | int) -> str:
    """A duration in years to seconds, without those that are 0."""
    if type(value) is not Duration:
        expect_kind(value, Duration, name)
    expect_kind(value.months, int, name)
    expect_kind(value.delta, timedelta, name)
    return _text(value.months, value.delta)


def read_duration(element: Element | None, reader: Reader) -> Duration | None:
    """A duration; None for nil.

    Digits beyond microseconds are dropped. More days than `timedelta` can hold are an
    error.
    """
    if element is None:
        return None
    text = read_lexical(element, reader, "xs:duration")
    return None if text is None else _duration(text, element, reader)


def write_timedelta(value: timedelta, name: str | int) -> str:
    """A timedelta in days to seconds; one that is no TimeSpan of .NET is refused."""
    if type(value) is not timedelta:
        expect_kind(value, timedelta, name)
    if not _LEAST_TICKS <= value // _MICROSECOND * 10 <= _GREATEST_TICKS:
        raise EncodeError("out of range for a duration of this kind", name)
    return _text(0, value)


def read_timedelta(element: Element | None, reader: Reader) -> timedelta | None:
    """A timedelta, see `read_duration`; years and months are an error."""
    duration = read_duration(element, reader)
    if element is None or duration is None:
        return None
    if duration.months:
        reader.fail(element, "a duration with months, which has no fixed length")
    return duration.delta


def _text(months: int, delta: timedelta) -> str:
    sign = "-" if months < 0 or delta < _NONE else ""
    years, months = divmod(abs(months), 12)
    delta = abs(delta)
    hours, seconds = divmod(delta.seconds, 3600)
    minutes, seconds = divmod(seconds, 60)
    fraction = f".{delta.microseconds:06}".rstrip("0") if delta.microseconds else ""
    day = _parts((years, "Y"), (months, "M"), (delta.days, "D"))
    time = _parts((hours, "H"), (minutes, "M"))
    if seconds or fraction or not (day or time):
        time += f"{seconds}{fraction}S"
    return f"{sign}P{day}{'T' if time else ''}{time}"


def _parts(*parts: tuple[int, str]) -> str:
    return "".join(f"{number}{letter}" for number, letter in parts if number)


def _duration(text: str, element: Element, reader: Reader) -> Duration:
    match = _LEXICAL.fullmatch(text)
    if match is None:
        reader.fail(element, "not a value of xs:duration")
    fraction = match[8]
    try:
        years, months, days, hours, minutes, seconds = (
            int(number or 0) for number in match.group(2, 3, 4, 5, 6, 7)
        )
        months += 12 * years
        delta = timedelta(
            days=days,
            hours=hours,
            minutes=minutes,
            seconds=seconds,
            microseconds=int(fraction[:6].ljust(6, "0")) if fraction else 0,
        )
        return Duration(-months, -delta) if match[1] else Duration(months, delta)
    except (ValueError, OverflowError):
        reader.fail(element, "a duration that is too long")
