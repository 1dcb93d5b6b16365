"""The markup of a message as bytes: its tags, comments and sections, without a tree.

It works on UTF-8, takes time in proportion to the size, and neither copies nor checks:
what is not well-formed is the parser's to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

_MARKUP: Final = re.compile(
    rb"""
    <!\[CDATA\[ (?: .*?\]\]> | .*\Z )
    | <!-- (?: .*?--> | .*\Z )
    | <\? (?: .*?\?> | .*\Z )
    | < [^<>"']* (?: "[^"<]*" [^<>"']* | '[^'<]*' [^<>"']* )* >?
    """,
    re.DOTALL | re.VERBOSE,
)


class Kind(Enum):
    """What a piece of markup is."""

    START = auto()
    END = auto()
    CDATA = auto()
    COMMENT = auto()
    INSTRUCTION = auto()
    OTHER = auto()


class Piece(NamedTuple):
    """A piece of markup and where it stands."""

    kind: Kind
    start: int
    end: int


def pieces(data: bytes) -> Iterator[Piece]:
    """Every piece of markup, in order."""
    for match in _MARKUP.finditer(data):
        start, end = match.span()
        yield Piece(_kind(data, start), start, end)


def _kind(data: bytes, start: int) -> Kind:
    second = data[start + 1 : start + 2]
    if second == b"/":
        return Kind.END
    if second == b"?":
        return Kind.INSTRUCTION
    if second == b"!":
        if data.startswith(b"<![CDATA[", start):
            return Kind.CDATA
        return Kind.COMMENT if data.startswith(b"<!--", start) else Kind.OTHER
    return Kind.START
