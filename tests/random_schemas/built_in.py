"""The simple types that XML Schema has, each with texts that are valid for it.

`ENTITY` and `ENTITIES` are none of them: they need a document type definition, which SOAP
forbids. Neither is `NOTATION`, which has no values without notations.
"""

from __future__ import annotations

from typing import Final

TEXTS: Final = ("string", "normalizedString", "token")
INTEGERS: Final = (
    *("integer", "long", "int", "short", "byte"),
    *("nonNegativeInteger", "positiveInteger"),
    *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
)
NUMBERS: Final = (*INTEGERS, "decimal")

SAMPLES: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(TEXTS, ("abc", "AB1", "Z", "two words")),
    **dict.fromkeys(INTEGERS, ("1", "5", "42", "99")),
    "nonPositiveInteger": ("-1", "-5", "0"),
    "negativeInteger": ("-1", "-5"),
    "decimal": ("1.5", "0.25", "42"),
    "float": ("1.5", "-2", "1E3"),
    "double": ("1.5", "-2", "1E3"),
    "boolean": ("true", "false", "1"),
    "date": ("2024-02-29", "1999-12-31"),
    "dateTime": ("2024-02-29T12:00:00Z", "1999-12-31T23:59:59"),
    "time": ("12:00:00", "23:59:59.5"),
    "duration": ("P1D", "PT2H30M"),
    "gYear": ("1999", "2024"),
    "gYearMonth": ("2024-02", "1999-12"),
    "gMonth": ("--02", "--12"),
    "gMonthDay": ("--02-29", "--12-31"),
    "gDay": ("---01", "---31"),
    "hexBinary": ("00FF", "AB"),
    "base64Binary": ("AAEC", "/w=="),
    "anyURI": ("http://localhost/a", "urn:x"),
    "language": ("en", "nb-NO"),
    "Name": ("a", "x-y"),
    "NCName": ("a", "x-y"),
    "NMTOKEN": ("a", "1b"),
    "NMTOKENS": ("a b", "1"),
    "IDREF": ("a", "x-y"),
    "IDREFS": ("a x-y", "b"),
    "QName": ("a:x", "b:y"),
    "anySimpleType": ("abc", "1"),
    "ID": (),
}
"""Every type; `ID` has no texts, since neither a default nor an enumeration is of use."""

LISTS: Final = ("NMTOKENS", "IDREFS")
