"""Tokens of XML that may be cut off or ill-formed, and which of them are secret."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .character_references import unescape

# SOAP 1.1, section 5.4.1
_ID: Final = re.compile(r"\s(?:[^\s=<>\"':]+:)?id\s*=")


@cache
def token_pattern() -> re.Pattern[str]:
    """A token, be it cut off; compiled when something is to be shown, mostly never."""
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


class SecretScan:
    """One pass over a message: its tokens in order, each marked secret or not.

    Args:
        elements: Local names of elements whose whole content is secret.
        keys: Keys of dictionaries whose values are secret, without case.
        encoded: Whether what has an id may be the content of a secret element.

    Attributes:
        pieces: The text of each token, and whether it is secret.
    """

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
    match = token_pattern().match(piece)
    if match is None or match["comment_end"] is not None:
        return ""
    return match["cdata"] if match["cdata_end"] is not None else unescape(piece)
