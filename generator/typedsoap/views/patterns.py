"""Regular expressions of XML Schema as those of Python (XML Schema Part 2, Appendix F).

What Python has nothing like, and what could take it endless time, is not translated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_SPACE: Final = " \\t\\n\\r"
# What is no letter, digit, mark or symbol among the ASCII characters; all others are taken.
_NO_WORD: Final = r"\x00-\x20!\"#%&'()*,\-./:;?@\[\\\]_{}\x7f-\xa0"
_NAME_START: Final = r"A-Za-z_:\xc0-\uffff"
_NAME: Final = r"A-Za-z0-9_:.\-\xb7\xc0-\uffff"
_ESCAPES: Final = {
    "d": r"\d",
    "s": _SPACE,
    "i": _NAME_START,
    "c": _NAME,
    "n": r"\n",
    "r": r"\r",
    "t": r"\t",
    **{character: f"\\{character}" for character in r"\|.-^?*+{}()[]"},
}
"""Escapes as what stands in a class of characters in Python."""
_PROPERTIES: Final = {"Nd": r"\d", "IsBasicLatin": r"\x00-\x7f"}
_QUANTITY: Final = re.compile(r"\{([0-9]{1,4})(,([0-9]{1,4})?)?\}")
_MOST_NESTED: Final = 20
_LONGEST: Final = 1000


class _Untranslatable(Exception):
    """Python has nothing like it, or it could take endless time."""


def translated(pattern: str) -> str | None:
    """The pattern for `re.fullmatch`; None for one that is not translated."""
    if len(pattern) > _LONGEST:
        return None
    try:
        text = _Parser(pattern).whole()
        re.compile(text)
    except (_Untranslatable, re.error, RecursionError, OverflowError):
        return None
    return text


@dataclass(slots=True)
class _Atom:
    """A part of a pattern.

    Attributes:
        varying: What in it may be repeated a varying number of times.
        start: The one character that it begins with, if there is only one.
    """

    text: str
    varying: list[str] = field(default_factory=list[str])
    start: str | None = None


class _Parser:
    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._place = 0
        self._depth = 0

    def whole(self) -> str:
        """The whole pattern."""
        found = self._branches()
        if self._place < len(self._pattern):
            raise _Untranslatable
        return found.text

    def _next(self) -> str:
        return self._pattern[self._place : self._place + 1]

    def _take(self) -> str:
        character = self._next()
        if not character:
            raise _Untranslatable
        self._place += 1
        return character

    def _branches(self) -> _Atom:
        branches = [self._branch()]
        while self._next() == "|":
            self._take()
            branches.append(self._branch())
        if len(branches) == 1:
            return branches[0]
        text = "|".join(branch.text for branch in branches)
        return _Atom(text, [part for branch in branches for part in branch.varying])

    def _branch(self) -> _Atom:
        whole = _Atom("")
        while self._next() not in ("", "|", ")"):
            piece = self._quantified(self._atom())
            if not whole.text:
                whole.start = piece.start
            whole.text += piece.text
            whole.varying += piece.varying
        return whole

    def _quantified(self, atom: _Atom) -> _Atom:
        quantity = self._next()
        exact = False
        if quantity and quantity in "?*+":
            self._take()
        elif match := _QUANTITY.match(self._pattern, self._place):
            quantity = match[0]
            self._place = match.end()
            exact = match[2] is None
            if quantity.endswith(",}"):
                quantity = f"{{{match[1]},}}"
        else:
            return atom
        repeated = quantity != "?"
        # (a+)+ can match in endlessly many ways; (\.a+)+ in one, as nothing else is a dot.
        if repeated and any(
            atom.start is None or re.fullmatch(part, atom.start)
            for part in atom.varying
        ):
            raise _Untranslatable
        varying = atom.varying if exact else [*atom.varying, atom.text]
        return _Atom(atom.text + quantity, varying)

    def _atom(self) -> _Atom:
        character = self._take()
        match character:
            case "(":
                self._depth += 1
                if self._next() == "?" or self._depth > _MOST_NESTED:
                    raise _Untranslatable
                inner = self._branches()
                if self._take() != ")":
                    raise _Untranslatable
                self._depth -= 1
                return _Atom(f"(?:{inner.text})", inner.varying, inner.start)
            case "[":
                return _Atom(self._class())
            case "\\":
                return self._escape()
            case ".":
                return _Atom(r"[^\n\r]")
            case "?" | "*" | "+" | ")" | "]" | "{" | "}":
                raise _Untranslatable
            case _:
                return _Atom(re.escape(character), start=character)

    def _escape(self) -> _Atom:
        character = self._take()
        if character == "w":
            return _Atom(f"[^{_NO_WORD}]")
        if character == "W":
            return _Atom(f"[{_NO_WORD}]")
        if character in "pP":
            sign = "^" if character == "P" else ""
            return _Atom(f"[{sign}{self._property()}]")
        if character in "DSIC":
            return _Atom(f"[^{_ESCAPES[character.lower()]}]")
        if character not in _ESCAPES:
            raise _Untranslatable
        if character in "sic":
            return _Atom(f"[{_ESCAPES[character]}]")
        start = character if character in r"\|.-^?*+{}()[]" else None
        return _Atom(_ESCAPES[character], start=start)

    def _property(self) -> str:
        if self._take() != "{":
            raise _Untranslatable
        end = self._pattern.find("}", self._place)
        name = self._pattern[self._place : end]
        if end < 0 or name not in _PROPERTIES:
            raise _Untranslatable
        self._place = end + 1
        return _PROPERTIES[name]

    def _class(self) -> str:
        sign = ""
        if self._next() == "^":
            sign = self._take()
        parts: list[str] = []
        words = ""
        while self._next() != "]" or not (parts or words):
            character = self._take()
            if character == "[":
                raise _Untranslatable
            if character == "-" and self._next() == "[":
                self._take()
                removed = self._class()
                if self._take() != "]":
                    raise _Untranslatable
                return f"(?:(?!{removed}){_class(sign, parts, words)})"
            if character != "\\":
                parts.append("-" if self._is_range(parts) else re.escape(character))
                if character != "-":
                    parts[-1] = re.escape(character)
                continue
            escaped = self._take()
            if escaped == "w":
                words = f"[^{_NO_WORD}]"
            elif escaped in "pP":
                if escaped == "P":
                    raise _Untranslatable
                parts.append(self._property())
            elif escaped in _ESCAPES:
                parts.append(_ESCAPES[escaped])
            else:
                raise _Untranslatable
        self._take()
        return _class(sign, parts, words)

    def _is_range(self, parts: list[str]) -> bool:
        """Whether a hyphen stands between two characters."""
        return bool(parts) and self._next() not in ("]", "")


def _class(sign: str, parts: list[str], words: str) -> str:
    listed = "".join(parts)
    if not words:
        return f"[{sign}{listed}]"
    if sign:
        return f"(?:(?!{words})[^{listed}])" if listed else f"[{_NO_WORD}]"
    return f"(?:{words}|[{listed}])" if listed else words
