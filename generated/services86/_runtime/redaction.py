"""`Redactor`: masks secrets in XML that may be cut off, ill-formed or no XML at all.

It works on text, not on a tree, because what is printed is often what could not be parsed.
In doubt it masks too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from .strings import escape

MASK: Final = "***"

# A secret shorter than this would blot out half of any text if masked everywhere.
_SHORT: Final = 4
_REFERENCE: Final = r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));"
_GREATEST: Final = 0x10FFFF
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
# SOAP 1.1, section 5.4.1
_ID: Final = re.compile(r"\s(?:[^\s=<>\"':]+:)?id\s*=")
# How often a message may be quoted in a message before nothing of it is shown.
_DEPTH: Final = 4


@cache
def _token() -> re.Pattern[str]:
    """Compiled when something is to be shown, which in most programs is never."""
    return re.compile(
        r"""
        <!\[CDATA\[ (?P<cdata> .*? ) (?P<cdata_end> \]\]> | \Z )
        | <!-- (?P<comment> .*? ) (?P<comment_end> --> | \Z )
        | < (?P<close> /? ) (?: [^\s<>/:!?"'=]+ : )? (?P<name> [^\s<>/:!?"'=]+ )
          (?P<rest> (?: [^<>"'] | "[^"<]*" | '[^'<]*' )*? ) (?: (?P<empty> / )? > )
        | < (?: [^\s<>/:!?"'=]+ : )? (?P<broken> [^\s<>/:!?"'=]+ )
        | [^<]+
        | <
        """,
        re.DOTALL | re.VERBOSE,
    )


@cache
def _attribute() -> re.Pattern[str]:
    """An attribute of a tag; see `_token`."""
    return re.compile(
        r"""(?P<start> (?: [^\s<>/:!?"'=]+ : )? (?P<name> [^\s<>/:!?"'=]+ ) \s*=\s* )
            (?P<quote> ["'] ) [^"'<]* ["']?""",
        re.VERBOSE,
    )


class Redactor:
    """Masks the secrets that a contract's overlay names.

    Args:
        elements: Local names of elements whose whole content is secret, whatever their
            namespace or prefix.
        keys: Keys of dictionaries whose values are secret; case is ignored.
        encoded: Whether messages are in SOAP encoding: an element that others refer to
            may have the content of a secret one, and is called anything.
    """

    __slots__ = ("_elements", "_encoded", "_keys")

    def __init__(
        self,
        elements: Iterable[str] = (),
        keys: Iterable[str] = (),
        *,
        encoded: bool = False,
    ) -> None:
        self._elements = frozenset(elements)
        self._keys = frozenset(key.casefold() for key in keys)
        self._encoded = encoded and bool(self._elements)

    def text(self, xml: str | bytes, values: Iterable[str] = ()) -> str:
        """The text with every secret replaced by `***`.

        Args:
            xml: XML or any other text; bytes in UTF-8 or UTF-16.
            values: Secrets known by value; they are masked wherever they occur.
        """
        return mask_values(self._masked(_decode(xml)), values)

    def secrets(self, xml: str | bytes) -> frozenset[str]:
        """Every text inside a secret element or under a secret key of a message."""
        found: set[str] = set()
        for text, secret in self._pieces(_decode(xml)):
            if secret and (match := _token().match(text)) and not match["name"]:
                value = match["cdata"] if match["cdata_end"] else unescape(text)
                found.add(value.strip())
        return frozenset(found - {""})

    def _masked(self, text: str, depth: int = 0) -> str:
        if depth > _DEPTH:
            return MASK
        result: list[str] = []
        masking = False
        for piece, secret in self._pieces(text):
            if not secret:
                result.append(self._masked_inside(piece, depth + 1))
            elif not masking:
                result.append(MASK)
            masking = secret
        return "".join(result)

    def _masked_inside(self, piece: str, depth: int) -> str:
        """Mask a message that is quoted in a text, a CDATA section or a comment."""
        match = _token().match(piece)
        if match is None or match["name"]:
            return self._masked_attributes(piece)
        if "&lt;" in piece:
            inner = unescape(piece)
            masked = self._masked(inner, depth)
            return piece if masked == inner else escape(masked)
        quoted: str | None = match["cdata"] or match["comment"]
        if quoted:
            return piece.replace(quoted, self._masked(quoted, depth), 1)
        # It may be the rest of a tag that was cut off.
        return self._masked_attributes(piece)

    def _masked_attributes(self, tag: str) -> str:
        """A tag without the values of attributes that are called like a secret."""
        if "=" not in tag or not self._elements:
            return tag
        return _attribute().sub(
            lambda found: (
                f"{found['start']}{found['quote']}{MASK}{found['quote']}"
                if found["name"] in self._elements
                else found[0]
            ),
            tag,
        )

    def _pieces(self, text: str) -> list[tuple[str, bool]]:
        scan = _Scan(self._elements, self._keys, self._encoded)
        for match in _token().finditer(text):
            scan.take(match)
        return scan.pieces


class _Scan:
    """One pass over a message: its tokens in order, each marked secret or not."""

    def __init__(
        self, elements: frozenset[str], keys: frozenset[str], encoded: bool
    ) -> None:
        self.pieces: list[tuple[str, bool]] = []
        self._encoded = encoded
        self._elements = elements
        self._keys = keys
        self._secret: str | None = None  # the secret element we are in
        self._depth = 0
        self._to_the_end = False  # nothing can be told any more
        self._content: int | None = None  # where a possible leaf's content begins
        self._leaf: slice | None = None  # the content of a leaf that has just ended
        self._before: slice | None = None  # the leaf right before the current element
        self._armed = False  # the next element is the value of a secret key

    def take(self, token: re.Match[str]) -> None:
        """Take the next token."""
        if self._to_the_end or (self._secret is not None and self._inside(token)):
            self.pieces.append((token[0], True))
            return
        name: str | None = token["name"]
        if token["broken"]:
            self._check_key()
            self._to_the_end = self._armed or token["broken"] in self._elements
        elif name and token["close"]:
            self._end()
        elif name:
            secret = name in self._elements or (
                self._encoded and _ID.search(token["rest"]) is not None
            )
            self._start(name, secret=secret, empty=bool(token["empty"]))
        self.pieces.append((token[0], False))
        if name and not token["close"] and not token["empty"]:
            self._content = len(self.pieces)

    def _inside(self, token: re.Match[str]) -> bool:
        """Follow nesting inside a secret element; False at its end tag."""
        if token["name"] == self._secret and not token["empty"]:
            self._depth += -1 if token["close"] else 1
        return self._depth > 0

    def _start(self, name: str, *, secret: bool, empty: bool) -> None:
        self._check_key()
        self._before, self._leaf, self._content = self._leaf, None, None
        if not empty and (self._armed or secret):
            self._secret, self._depth = name, 1
        self._armed = False

    def _end(self) -> None:
        if self._secret is not None:
            self._secret = None
            self._armed = False
        elif self._content is None:
            self._armed = False
        else:
            self._check_key()
        self._leaf = None
        if self._content is not None:
            self._leaf = slice(self._content, len(self.pieces))
        self._content = None

    def _check_key(self) -> None:
        """Arm for the next element, and mask the one before, if the leaf is a key."""
        if self._content is None or not self._keys:
            return
        text = "".join(_plain(piece) for piece, _ in self.pieces[self._content :])
        if text.strip().casefold() in self._keys:
            self._armed = True
            if self._before is not None:
                pieces = self.pieces[self._before]
                self.pieces[self._before] = [(piece, True) for piece, _ in pieces]


def _plain(piece: str) -> str:
    match = _token().match(piece)
    if match is None or match["comment_end"] is not None:
        return ""
    return match["cdata"] if match["cdata_end"] is not None else unescape(piece)


def mask_values(text: str, values: Iterable[str]) -> str:
    """Mask known secrets by value, also where they are escaped as XML.

    A secret of fewer than four characters is masked only as a word of its own.
    """
    # A text can be spelt with references as well; what markup needs stays escaped.
    if "&" in text:
        text = re.sub(_REFERENCE, _plain_character, text)
    forms = {form for value in values if value for form in (value, escape(value))}
    for form in sorted(forms, key=len, reverse=True):
        if len(form) < _SHORT:
            text = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", MASK, text)
        else:
            text = text.replace(form, MASK)
    return text


def unescape(text: str) -> str:
    """A text with the references that XML knows by themselves replaced."""
    return re.sub(_REFERENCE, _character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name is not None:
        return _NAMED[name]
    code = int(hexadecimal, 16) if decimal is None else int(decimal)
    return chr(code) if code <= _GREATEST else reference[0]


def _plain_character(reference: re.Match[str]) -> str:
    character = _character(reference)
    return (
        character
        if character.isprintable() and character not in "<>&"
        else reference[0]
    )


def _decode(data: str | bytes) -> str:
    """Text to look at from UTF-8 or UTF-16; never an error."""
    if isinstance(data, str):
        return data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.startswith(b"<\x00"):
        return data.decode("utf-16-le", "replace")
    if data.startswith(b"\x00<"):
        return data.decode("utf-16-be", "replace")
    return data.decode("utf-8-sig", "replace")
