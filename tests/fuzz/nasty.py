"""Values that readers have been known to get wrong, as markup."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.fuzz.markup import escape

XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
SOAP_11: Final = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP_12: Final = "http://www.w3.org/2003/05/soap-envelope"
TYPES: Final = "http://www.superoffice.net/ws/crm/NetServer/Services86"
ARRAYS: Final = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
NAMESPACES: Final = (
    SOAP_11,
    SOAP_12,
    TYPES,
    ARRAYS,
    XSI,
    "http://schemas.datacontract.org/2004/07/System.Security.Cryptography",
    "http://www.w3.org/2001/XMLSchema",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/2000/xmlns/",
    "urn:example:other",
    f"{TYPES}/",
    TYPES.upper(),
    f" {TYPES}",
    "",
)

_INTEGERS: Final = (
    *(
        "0",
        "-0",
        "+0",
        "+7",
        "42",
        "007",
        "-1",
        "255",
        "256",
        "1_000",
        "1,000",
        "1 000",
    ),
    *("2147483647", "2147483648", "-2147483648", "-2147483649", "9" * 25, "9" * 5000),
    *("1.0", "1e3", "0x10", "1L", "--1", "+-1", "- 1", "+", "-", "INF", "NaN"),
    *("\u0663\u0664", "\uff11\uff12", "\u00b2", "\u2167", "7\u00a0", "7\u2028", "7."),
)
_BOOLEANS: Final = (
    *("true", "false", "1", "0", "True", "FALSE", "yes", "01", "-0", "2", "t", "null"),
)
_BINARY: Final = (
    *("AAEC", "AAE=", "AA==", "AAE", "A===", "====", "AA=A", "AAECAA", "AAEC*", "AA-_"),
    *("AA\nEC\n", " A A E C ", "AAE=AAE=", "\u0410AEC", "AAEC" * 5000, "AAF=", "AB=="),
)
_FLAGS: Final = (
    *("Select", "Select Update", "Select  Update\t\nInsert", "Read Write", "select"),
    *("Select Select", "Select,Update", "Select\u00a0Update", "Fly", "63", "Unknown"),
    *("StatusSystem", "Release", "Employee", "InternalAssociate Unknown", "*"),
    *(" ".join(["Read"] * 2000), " ".join(f"Flag{number}" for number in range(500))),
)
_TEXTS: Final = (
    *("", " ", "\t", "\n", "\r", "\r\n", " \r\n\t ", "\u00a0", "\u2028", "\u0085"),
    *("\U0001f600", "e\u0301", "\u202eabc", "\ufeff", "\ufffd", "\ud7ff", "\ue000"),
    *("]]>", "&amp;", "&<>\"'", "<a/>", "{0} %s {x}", "$(id)", "../..", "None", "***"),
    *(
        "a" * 300,
        "\u00e5" * 5000,
        "<" * 1000,
        "Succeeded",
        "\U0010fffd",
        "a\u0300" * 99,
    ),
)
_REFERENCES: Final = (
    *("&#x1;", "&#0;", "&#11;", "&#x1F;", "&#xFFFE;", "&#xFFFF;", "&#xD800;", "&#127;"),
    *("&#x110000;", "&#xFFFFFFFFFF;", "&#;", "&#x;", "&#-1;", "&#x41", "&nbsp;", "&a;"),
    *("&lt", "&", "&;", "&&", "]]>", "<", "<>", "</>", "<![CDATA[", "&#9;", "&#13;"),
    *(
        "\x01",
        "\x0b",
        "\x1f",
        "\x7f",
        "\x85",
        "\ufffe",
        "\uffff",
        "&apos;",
        "&#x1F600;",
    ),
)
_DATES: Final = (
    *("2023-02-15", "0001-01-01", "9999-12-31", "10000-01-01", "0000-01-01"),
    *("-0001-01-01", "2024-02-29", "2023-02-29", "2023-13-01", "2023-2-1"),
    *("02023-01-01", "\u0662023-01-01", "999999999999-01-01", "2023-00-00"),
)
_TIMES: Final = (
    *("13:14:11", "00:00:00", "23:59:59", "24:00:00", "24:00:01", "23:59:60", "1:2:3"),
    *("13:14", "99:99:99", "13:14:11.", "13:14:11,5", "13.14.11"),
)
_ZONES: Final = (
    *(
        "",
        "Z",
        "z",
        "+00:00",
        "-00:00",
        "+14:00",
        "-14:00",
        "+14:01",
        "-15:00",
        "+24:00",
    ),
    *("+05:30", "-12:60", "+0530", "UTC", " Z", "+01", "Z+01:00", "\u221201:00"),
)
_KINDS: Final = (_INTEGERS, _BOOLEANS, _BINARY, _FLAGS, _TEXTS, ())
_SPACES: Final = (
    *(
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        " ",
        "\t",
        "\n",
        "\r\n",
        " \n ",
        "&#13;",
        "&#9;",
        "&#32;",
        "\u00a0",
    ),
    *("\u2028", "\u2003", "\ufeff"),
)
_LARGE: Final = 1 << 20


def date_time(rng: Random) -> str:
    """A date and a time, possible or not, with 0 to 9 digits of a fraction."""
    digits = "".join(rng.choices("0123456789", k=rng.randrange(10)))
    fraction = f".{digits}" if digits else ""
    between = "T" if rng.random() < 0.9 else rng.choice(("t", " ", "", "TT"))
    date, time = rng.choice(_DATES), rng.choice(_TIMES)
    return f"{date}{between}{time}{fraction}{rng.choice(_ZONES)}"


def value(rng: Random, like: str = "") -> str:
    """Markup for an element's content.

    Args:
        like: What stands there now; the value is mostly of the same kind.
    """
    if rng.random() < 0.0005:
        return rng.choice(("a", "<i/>", "&#65;", "<!---->")) * rng.randrange(_LARGE)
    if rng.random() < 0.05:
        return rng.choice(_REFERENCES)
    kind = _kind(like.strip()) if rng.random() < 0.8 else rng.choice(_KINDS)
    text = rng.choice(kind) if kind else date_time(rng)
    return rng.choice(_SPACES) + escape(text) + rng.choice(_SPACES)


def is_typed(text: str) -> bool:
    """Whether a text looks like more than a text."""
    return bool(text.strip()) and _kind(text.strip()) is not _TEXTS


def _kind(text: str) -> tuple[str, ...]:
    """The values that have most in common with a text; none for a date."""
    if text.lstrip("+-").isdigit():
        return _INTEGERS
    if text in ("true", "false"):
        return _BOOLEANS
    if "T" in text and ":" in text:
        return ()
    return _FLAGS if any(text in flags.split() for flags in _FLAGS) else _TEXTS
