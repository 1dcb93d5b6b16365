"""Names: from what a contract calls a thing to a Python identifier.

Every result is an ASCII identifier that is no keyword and does not start with an
underscore. The functions are pure and give the same result on every Python version:
letters are decomposed by the frozen Unicode 3.2 tables, not by the running Python's.

How a name is cut into words: at every character that is no ASCII letter or digit, where
a lower-case letter or digit meets an upper-case one ("userId"), and before the last
capital of an acronym that a lower-case letter follows ("SMSId", "UIHint"); a plural
acronym ("IDs") stays whole, digits stay with the word they follow, and a name without
lower-case letters is cut at separators alone.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable
from typing import Final

from typedsoap.errors import Location, TypedSoapError, error

# Unicode has no decomposition for these letters.
_UNDECOMPOSED: Final = str.maketrans(
    {
        "Æ": "Ae",
        "æ": "ae",
        "Ø": "O",
        "ø": "o",
        "Œ": "Oe",
        "œ": "oe",
        "ß": "ss",
        "Ð": "D",
        "ð": "d",
        "Đ": "D",
        "đ": "d",
        "Þ": "Th",
        "þ": "th",
        "Ł": "L",
        "ł": "l",
        "ı": "i",
    }
)
_WORD: Final = re.compile(
    r"[A-Z]{2,}s(?![a-z])"  # plural acronym
    r"|[A-Z]+(?![a-z])[0-9]*"  # acronym, its last capital left to the next word
    r"|[A-Z]?[a-z][a-z0-9]*"
    r"|[0-9][a-z0-9]*"
)
_CHUNK: Final = re.compile(r"[A-Za-z0-9]+")
_PASCAL: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
_VERSION: Final = re.compile(r"[vV]?[0-9._-]*")
_MODULE_LENGTH: Final = 60


def snake_case(name: str) -> str:
    """The name for a parameter, field or method: "UIHintReadOnly" -> "ui_hint_read_only".

    A keyword gets a trailing underscore ("From" -> "from_"); a name that would start
    with a digit gets the prefix "x_"; one without any ASCII letter or digit becomes "x_"
    and its code points in hexadecimal; the empty name is "empty".
    """
    return _no_keyword("_".join(_words(name)).lower())


def constant_name(name: str) -> str:
    """The name for a constant or an enumeration member: "OrderKind" -> "ORDER_KIND"."""
    return "_".join(_words(name)).upper()


def class_name(name: str) -> str:
    """The name for a class; a name in PascalCase ("SMSOrder") stays as it is."""
    if not _PASCAL.fullmatch(name):
        chunks = _ascii_words(name, _CHUNK)
        name = "".join(chunk[0].upper() + chunk[1:] for chunk in chunks)
    return _no_keyword(name)


def module_name(name: str) -> str:
    """The name for a module: snake_case of at most 60 characters."""
    return _no_keyword(snake_case(name)[:_MODULE_LENGTH].rstrip("_"))


def namespace_module(namespace: str) -> str:
    """The module for a namespace: its last segment that is no date or version.

    "http://example.org/2004/07/Shop.Orders" -> "shop_orders",
    "http://example.org/orders/v1" -> "orders", "http://example.org/" -> "example_org";
    no namespace at all is "no_namespace".
    """
    segments = [part for part in re.split(r"[/:?#&=]+", namespace) if part]
    for segment in reversed(segments):
        if not _VERSION.fullmatch(segment):
            stem = re.sub(r"\.(xsd|wsdl|svc|asmx)$", "", segment, flags=re.IGNORECASE)
            return module_name(stem.removeprefix("www."))
    return module_name(namespace or "no_namespace")


def _words(name: str) -> list[str]:
    plain = not any("a" <= letter <= "z" for letter in _transliterated(name))
    return _ascii_words(name, _CHUNK if plain else _WORD)


def _ascii_words(name: str, pattern: re.Pattern[str]) -> list[str]:
    words = pattern.findall(_transliterated(name))
    if not words:
        words = [f"{ord(character):x}" for character in name]
        return ["x", *words] if words else ["empty"]
    return ["x", *words] if words[0][0].isdigit() else words


def _transliterated(name: str) -> str:
    tables = unicodedata.ucd_3_2_0
    decomposed = tables.normalize("NFKD", name.translate(_UNDECOMPOSED))
    return "".join(c for c in decomposed if not tables.combining(c))


def _no_keyword(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


class Scope:
    """The names of one Python scope: no two alike, numbered in the order of claims.

    A later claim never changes what an earlier one got. A name in `reserved` is given
    with a trailing underscore; a name that is taken, with the first free number from 2
    ("item", "item_2", ...).

    Args:
        reserved: Names that the generated code needs for itself.
        ignore_case: Whether names that differ in case alone collide: for modules, which
            are files, and for classes.
    """

    def __init__(
        self, reserved: Iterable[str] = (), *, ignore_case: bool = False
    ) -> None:
        self._fold: Callable[[str], str] = str.casefold if ignore_case else str
        self._reserved = frozenset(self._fold(name) for name in reserved)
        self._owners: dict[str, Hashable] = {}
        self._names: dict[Hashable, str] = {}
        self._numbers: dict[str, int] = {}

    def claim(self, key: Hashable, wanted: str) -> str:
        """The name of `key`, from `wanted` on the first call and the same ever after.

        Raises:
            ValueError: `wanted` is no ASCII identifier or is a keyword; the functions of
                this module never give such a name.
        """
        if key in self._names:
            return self._names[key]
        if not (wanted.isascii() and wanted.isidentifier()) or keyword.iskeyword(
            wanted
        ):
            raise ValueError(f"{wanted!r} is no usable identifier")
        name = wanted if self._fold(wanted) not in self._reserved else f"{wanted}_"
        stem = name.rstrip("_")
        number = self._numbers.get(self._fold(stem), 2)
        while self._is_taken(name):
            name = f"{stem}_{number}"
            number += 1
        self._numbers[self._fold(stem)] = number
        return self._give(key, name)

    def override(
        self,
        key: Hashable,
        name: str,
        style: Callable[[str], str],
        where: Location | None = None,
    ) -> str:
        """Give `key` exactly the name that a user chose; do so before the claims.

        Args:
            key: What is named.
            name: The chosen name.
            style: The function of this module that makes such names; it must agree.
            where: Where the name was chosen, for the diagnostic.

        Raises:
            TypedSoapError: TS301, not a name of that style; TS302, reserved or taken.
        """
        expected = style(name)
        if expected != name:
            message = f"{name!a} cannot be used as a Python name here"
            hint = f"{expected!r} would do"
            raise TypedSoapError([error("TS301", message, where=where, hint=hint)])
        folded = self._fold(name)
        if folded in self._reserved or self._owners.get(folded, key) != key:
            message = f"the name {name!r} is already in use"
            hint = "choose another one"
            raise TypedSoapError([error("TS302", message, where=where, hint=hint)])
        return self._give(key, name)

    def _is_taken(self, name: str) -> bool:
        folded = self._fold(name)
        return folded in self._reserved or folded in self._owners

    def _give(self, key: Hashable, name: str) -> str:
        self._names[key] = name
        self._owners[self._fold(name)] = key
        return name
