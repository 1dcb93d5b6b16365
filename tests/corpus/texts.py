"""Random texts of simple types: hypothesis strategies made from the contract.

Source: XML Schema 1.0 Part 2, the value spaces of §3 and the facets of §4.3.
"""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date, time
from typing import Final

from hypothesis import strategies as st

from typedsoap.contract import (
    SOAP_ENCODING,
    XSD_NAMESPACE,
    QName,
    Schema,
    SimpleType,
    TypeReference,
    Variety,
)
from typedsoap.contract.shapes import BUILT_IN_ITEMS

Texts = st.SearchStrategy[str]
Facets = dict[str, list[str]]

PREFIX: Final = "q"
"""The prefix of random QNames; the document declares it."""

_WORDS: Final = st.text(
    "abcdefghijklmnopqrstuvwxyz\u00e9\u4e2d 0123456789&<>'\"", max_size=12
)
_TOKENS: Final = st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,8}", fullmatch=True)
_BOUNDS: Final = {
    "byte": (-(2**7), 2**7 - 1),
    "short": (-(2**15), 2**15 - 1),
    "int": (-(2**31), 2**31 - 1),
    "long": (-(2**63), 2**63 - 1),
    "integer": (-(10**20), 10**20),
    "unsignedByte": (0, 2**8 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "nonNegativeInteger": (0, 10**20),
    "positiveInteger": (1, 10**20),
    "nonPositiveInteger": (-(10**20), 0),
    "negativeInteger": (-(10**20), -1),
}
_DATES: Final = st.dates(date(1, 1, 2), date(9999, 12, 30))
_TIMES: Final = st.times().map(time.isoformat)
_INSTANTS: Final = st.builds(
    "{}T{}{}".format,
    st.dates(date(1, 1, 3), date(9999, 12, 29)),
    _TIMES,
    st.sampled_from(["", "Z", "+02:00"]),
)
_OTHERS: Final[dict[str, Texts]] = {
    "boolean": st.sampled_from(["true", "false"]),
    "decimal": st.decimals(-(10**12), 10**12, places=3).map(lambda d: f"{d:f}"),
    "float": st.floats(width=32, allow_nan=False, allow_infinity=False).map(repr),
    "double": st.floats(allow_nan=False, allow_infinity=False).map(repr),
    "date": _DATES.map(date.isoformat),
    "dateTime": _INSTANTS,
    "time": _TIMES,
    "duration": st.builds("P{}DT{}S".format, st.integers(0, 99), st.integers(0, 59)),
    "gDay": st.sampled_from(["---01", "---28"]),
    "gMonth": st.sampled_from(["--02", "--12"]),
    "gMonthDay": st.sampled_from(["--02-03", "--12-31"]),
    "gYear": st.sampled_from(["1999", "2024"]),
    "gYearMonth": st.sampled_from(["1999-02", "2024-12"]),
    "hexBinary": st.binary(max_size=9).map(lambda data: data.hex().upper()),
    "base64Binary": st.binary(max_size=9).map(lambda data: b64encode(data).decode()),
    "anyURI": st.builds("http://localhost/{}".format, _TOKENS),
    "language": st.sampled_from(["en", "nb-NO"]),
    # No two in one document may be the same.
    "ID": st.uuids().map("i{0.hex}".format),
    "QName": st.builds((PREFIX + ":{}").format, _TOKENS),
    "string": _WORDS,
    "normalizedString": _WORDS,
    "anySimpleType": _WORDS,
}
# Not in XML Schema's own namespace, but as well known.
_UNRESTRICTED: Final = frozenset(("string", "normalizedString", "anySimpleType"))
# SOAP 1.1 §5.2.3: all others are called as in XML Schema.
_ENCODED: Final = {"base64": "base64Binary"}
_LENGTHS: Final = ("length", "minLength", "maxLength")


class NoValues(Exception):
    """No value of a type can be valid; the text says of which."""


class NoTexts(Exception):
    """Nothing is known of a type from which texts could be made; the text says of which."""


def texts(reference: TypeReference, schema: Schema) -> Texts:
    """Valid texts of a simple type.

    Raises:
        NoTexts: They cannot be made: a pattern that Python has not, or an unknown type.
    """
    facets: Facets = {}
    for _ in range(99):
        if isinstance(reference, QName) and reference in BUILT_IN_ITEMS:
            return _listed(texts(BUILT_IN_ITEMS[reference], schema), facets)
        definition = schema.definition(reference)
        if definition is None:
            assert isinstance(reference, QName)
            return _built_in(reference, facets)
        if not isinstance(definition, SimpleType):
            break
        if definition.enumerations:
            return st.sampled_from([found.value for found in definition.enumerations])
        for name, value in definition.facets:
            facets.setdefault(name, []).append(value)
        if definition.variety is Variety.LIST and definition.item is not None:
            return _listed(texts(definition.item, schema), facets)
        if definition.variety is Variety.UNION and definition.members:
            return st.one_of(*(texts(m, schema) for m in definition.members))
        if definition.base is None:
            break
        reference = definition.base
    raise NoTexts(f"texts of {reference}")


def _listed(items: Texts, facets: Facets) -> Texts:
    exact = facets.get("length")
    least = int((exact or facets.get("minLength") or ["1"])[0])
    most = int((exact or facets.get("maxLength") or [str(least + 2)])[0])
    whole = items.filter(lambda text: text != "" and not re.search(r"\s", text))
    return st.lists(whole, min_size=least, max_size=most).map(" ".join)


def _built_in(name: QName, facets: Facets) -> Texts:
    if name.namespace == SOAP_ENCODING:
        name = QName(XSD_NAMESPACE, _ENCODED.get(name.name, name.name))
    if name.namespace != XSD_NAMESPACE:
        raise NoTexts(f"texts of {name}")
    if "pattern" in facets:
        return _matching(facets)
    if name.name in _BOUNDS:
        return _integers(*_BOUNDS[name.name], facets)
    if name.name == "decimal" and facets:
        return _decimals(facets)
    found = _OTHERS.get(name.name, _TOKENS)
    if name.name in _UNRESTRICTED or name.name not in _OTHERS:
        return _strings(found, facets, name.name in _UNRESTRICTED)
    if facets.keys() & {*_LENGTHS}:
        raise NoTexts(f"a length of {name}")
    return found


def _integers(least: int, most: int, facets: Facets) -> Texts:
    for value in facets.get("minInclusive", ()):
        least = max(least, int(value))
    for value in facets.get("minExclusive", ()):
        least = max(least, int(value) + 1)
    for value in facets.get("maxInclusive", ()):
        most = min(most, int(value))
    for value in facets.get("maxExclusive", ()):
        most = min(most, int(value) - 1)
    for value in facets.get("totalDigits", ()):
        least, most = max(least, 1 - 10 ** int(value)), min(most, 10 ** int(value) - 1)
    return st.integers(least, most).map(str)


def _decimals(facets: Facets) -> Texts:
    places = min(map(int, facets.get("fractionDigits", ["2"])))
    digits = min(map(int, facets.get("totalDigits", ["9"])))
    bound = 10 ** max(digits - places, 0) - 1
    least, most = -bound, bound
    for name in ("minInclusive", "minExclusive"):
        least = max([least, *(int(float(v)) + 1 for v in facets.get(name, ()))])
    for name in ("maxInclusive", "maxExclusive"):
        most = min([most, *(int(float(v)) - 1 for v in facets.get(name, ()))])
    return st.decimals(least, most, places=places).map(lambda d: f"{d:f}")


def _strings(found: Texts, facets: Facets, with_spaces: bool) -> Texts:
    exact = [int(value) for value in facets.get("length", ())]
    least = max([*exact, *map(int, facets.get("minLength", ())), 0])
    most = min([*exact, *map(int, facets.get("maxLength", ())), max(least, 12)])
    if "preserve" not in facets.get("whiteSpace", ["preserve"]):
        with_spaces = False
    if not exact and least == 0 and most >= 12:
        return found if with_spaces else _TOKENS
    alphabet = "abcXYZ09" + ("&< " if with_spaces else "")
    return st.text(alphabet, min_size=least, max_size=most)


def _matching(facets: Facets) -> Texts:
    """Texts that match the patterns: one of each type's own, all along the derivation.

    The contract does not tell one type's patterns from its base's; the first decides.
    """
    found = st.from_regex(_python_pattern(facets["pattern"][0]), fullmatch=True)
    bounds = {name: [*map(int, facets.get(name, ()))] for name in _LENGTHS}

    def fits(text: str) -> bool:
        size = len(text)
        return (
            text.isascii()
            and text.isprintable()
            and text == " ".join(text.split())
            and all(size == exact for exact in bounds["length"])
            and all(size >= least for least in bounds["minLength"])
            and all(size <= most for most in bounds["maxLength"])
        )

    return found.filter(fits)


def _python_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern of XML Schema (Part 2 appendix F) as Python's.

    Raises:
        NoTexts: It has what Python's patterns have not.
    """
    # Properties, names, and a class that is subtracted inside of a class.
    if re.search(r"\\[pPcCiI]|\[[^\]]*-\[", pattern):
        raise NoTexts(f"the pattern {pattern}")
    escaped = re.sub(r"(?<!\\)([$^])(?![^\[]*\])", r"\\\1", pattern)
    try:
        return re.compile(escaped, re.ASCII)
    except re.error:
        raise NoTexts(f"the pattern {pattern}") from None
