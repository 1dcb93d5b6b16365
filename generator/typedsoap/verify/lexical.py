"""The texts that a built-in type allows, and one text for each value.

An own reading of XML Schema Part 2, so that it shares no mistake with the client's.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from typedsoap.verify.xml import WHITE_SPACE

# Tag and canonical text of a value, as the child process speaks of it too.
Scalar = tuple[str, str]

# Texts whose white space is collapsed.
_TOKENS: Final = frozenset(
    [
        "token",
        "language",
        "anyURI",
        "Name",
        "NCName",
        "NMTOKEN",
        "ID",
        "IDREF",
        "ENTITY",
    ]
)
INTEGERS: Final[dict[str, tuple[int | None, int | None]]] = {
    "integer": (None, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-(2**7), 2**7 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 2**8 - 1),
}
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_NUMBER: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_SPECIAL_NUMBERS: Final = {"INF": "inf", "-INF": "-inf", "NaN": "nan"}
_BOOLEANS: Final = {"true": "true", "1": "true", "false": "false", "0": "false"}
_INSTANT: Final = re.compile(
    r"(?P<seconds>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})"
    r"(\.(?P<fraction>[0-9]+))?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)

_ZONE: Final = r"(?P<zone>Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_DATE: Final = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})" + _ZONE)
_TIME: Final = re.compile(
    r"(?P<seconds>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?P<fraction>[0-9]+))?" + _ZONE
)
_DECIMAL: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_DURATION: Final = re.compile(
    r"-?P((?P<years>[0-9]+)Y)?((?P<months>[0-9]+)M)?((?P<days>[0-9]+)D)?"
    r"(T((?P<hours>[0-9]+)H)?((?P<minutes>[0-9]+)M)?"
    r"((?P<seconds>[0-9]+)(\.(?P<fraction>[0-9]+))?S)?)?"
)
_GUID: Final = re.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_QNAME: Final = re.compile(r"(\{[^{}]+\})?[^\W\d][^\s:{}]*")
_YEAR: Final = "-?([1-9][0-9]{4,}|[0-9]{4})"
_MONTH: Final = "(0[1-9]|1[0-2])"
_DAY: Final = "(0[1-9]|[12][0-9]|3[01])"
_GREGORIAN: Final = {
    name: re.compile(pattern + _ZONE)
    for name, pattern in {
        "gYear": _YEAR,
        "gYearMonth": f"{_YEAR}-{_MONTH}",
        "gMonth": f"--{_MONTH}",
        "gMonthDay": f"--{_MONTH}-{_DAY}",
        "gDay": f"---{_DAY}",
    }.items()
}


def scalar(type_name: str, text: str) -> Scalar | None:
    """The value of a text; None where the type forbids the text or is not known here.

    Args:
        type_name: The local name of a type that is built into XML Schema and no list,
            or one of `char`, `guid` and `timeSpan` for those that .NET adds.
        text: Of an `xs:QName` its expanded name in Clark notation.
    """
    if type_name in ("string", "anySimpleType"):
        return "str", text
    if type_name == "normalizedString":
        return "str", re.sub("[\t\r\n]", " ", text)
    if type_name in _TOKENS:
        return "str", " ".join(re.findall("[^ \t\r\n]+", text))
    text = text.strip(WHITE_SPACE)
    if type_name in _GREGORIAN:
        return ("str", text) if _GREGORIAN[type_name].fullmatch(text) else None
    try:
        if type_name in INTEGERS:
            return _integer(text, *INTEGERS[type_name])
        read = _READERS.get(type_name)
        return None if read is None else read(text)
    except (ValueError, OverflowError):
        # Python has no such value: no year 10000, no integer of 5,000 digits.
        return None


def _boolean(text: str) -> Scalar | None:
    value = _BOOLEANS.get(text)
    return None if value is None else ("bool", value)


def _integer(text: str, least: int | None, greatest: int | None) -> Scalar | None:
    if not _INTEGER.fullmatch(text):
        return None
    number = int(text)
    if least is not None and number < least:
        return None
    if greatest is not None and number > greatest:
        return None
    return "int", str(number)


def _number(text: str) -> Scalar | None:
    if text in _SPECIAL_NUMBERS:
        return "float", _SPECIAL_NUMBERS[text]
    return ("float", repr(float(text))) if _NUMBER.fullmatch(text) else None


def _instant(text: str) -> Scalar | None:
    match = _INSTANT.fullmatch(text)
    if match is None:
        return None
    # A datetime holds microseconds; servers send ticks of 100 ns.
    fraction = (match["fraction"] or "")[:6].ljust(6, "0")
    zone = (match["zone"] or "").replace("Z", "+00:00")
    value = datetime.fromisoformat(f"{match['seconds']}.{fraction}{zone}")
    return "datetime", value.isoformat()


def _decimal(text: str) -> Scalar | None:
    return ("decimal", str(Decimal(text))) if _DECIMAL.fullmatch(text) else None


def _date(text: str) -> Scalar | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    zone = (match["zone"] or "").replace("Z", "+00:00")
    return "date", date.fromisoformat(match["day"]).isoformat() + zone


def _time(text: str) -> Scalar | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    fraction = (match["fraction"] or "")[:6].ljust(6, "0")
    zone = (match["zone"] or "").replace("Z", "+00:00")
    value = time.fromisoformat(f"{match['seconds']}.{fraction}{zone}")
    return "time", value.isoformat()


def _length(text: str) -> tuple[int, int] | None:
    """Months, and microseconds beside them."""
    match = _DURATION.fullmatch(text)
    if match is None or text[-1] in "PT":
        return None
    part = {name: int(digits or 0) for name, digits in match.groupdict("0").items()}
    fraction = (match["fraction"] or "")[:6].ljust(6, "0")
    rest = timedelta(
        days=part["days"],
        hours=part["hours"],
        minutes=part["minutes"],
        seconds=part["seconds"],
        microseconds=int(fraction),
    )
    sign = -1 if text.startswith("-") else 1
    months = sign * (12 * part["years"] + part["months"])
    return months, sign * (rest // timedelta(microseconds=1))


def _duration(text: str) -> Scalar | None:
    length = _length(text)
    return None if length is None else ("duration", f"{length[0]} {length[1]}")


def _time_span(text: str) -> Scalar | None:
    length = _length(text)
    return None if length is None or length[0] else ("timedelta", str(length[1]))


def _guid(text: str) -> Scalar | None:
    return ("uuid", text.lower()) if _GUID.fullmatch(text) else None


def _char(text: str) -> Scalar | None:
    number = _integer(text, 0, 0xFFFF)
    return None if number is None else ("str", chr(int(number[1])))


def _expanded_name(text: str) -> Scalar | None:
    return ("qname", text) if _QNAME.fullmatch(text) else None


def _hexadecimal(text: str) -> Scalar | None:
    if re.fullmatch("([0-9A-Fa-f]{2})*", text) is None:
        return None
    return "bytes", base64.b64encode(bytes.fromhex(text)).decode("ascii")


def _binary(text: str) -> Scalar | None:
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return "bytes", base64.b64encode(data).decode("ascii")


_READERS: Final[dict[str, Callable[[str], Scalar | None]]] = {
    "boolean": _boolean,
    "float": _number,
    "double": _number,
    "decimal": _decimal,
    "dateTime": _instant,
    "date": _date,
    "time": _time,
    "duration": _duration,
    "base64Binary": _binary,
    "hexBinary": _hexadecimal,
    "NOTATION": _expanded_name,
    "QName": _expanded_name,
    "char": _char,
    "guid": _guid,
    "timeSpan": _time_span,
}
