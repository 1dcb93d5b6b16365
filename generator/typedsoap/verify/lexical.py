"""The texts that a built-in type allows, and one text for each value.

An own reading of XML Schema Part 2, so that it shares no mistake with the client's.
"""

from __future__ import annotations

import base64
import binascii
import re
from datetime import datetime
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
_INTEGERS: Final[dict[str, tuple[int | None, int | None]]] = {
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


def scalar(type_name: str, text: str) -> Scalar | None:
    """The value of a text; None where the type forbids the text or is not known here.

    Args:
        type_name: The local name of a type that is built into XML Schema.
    """
    if type_name == "string":
        return "str", text
    if type_name == "normalizedString":
        return "str", re.sub("[\t\r\n]", " ", text)
    if type_name in _TOKENS:
        return "str", " ".join(re.findall("[^ \t\r\n]+", text))
    text = text.strip(WHITE_SPACE)
    if type_name in _INTEGERS:
        return _integer(text, *_INTEGERS[type_name])
    match type_name:
        case "boolean":
            value = _BOOLEANS.get(text)
            return None if value is None else ("bool", value)
        case "float" | "double":
            return _number(text)
        case "dateTime":
            return _instant(text)
        case "base64Binary":
            return _binary(text)
        case _:
            return None


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
    try:
        value = datetime.fromisoformat(f"{match['seconds']}.{fraction}{zone}")
    except ValueError:
        return None
    return "datetime", value.isoformat()


def _binary(text: str) -> Scalar | None:
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return "bytes", base64.b64encode(data).decode("ascii")
