"""Characters in a reply that XML forbids: where the first is, and reading without them.

Servers that write them as they come, or as references such as `&#x1;`, do exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from .errors import ProtocolError
from .markup import markup
from .reading import Element, element_path

# XML 1.0, section 2.2: characters as they are, in UTF-8, and references to any. The set in
# front is what a search looks for, quickly.
_CANDIDATE: Final = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\xef&]"
    rb"(?:(?<![\xef&])|(?<=\xef)\xbf[\xbe\xbf]"
    rb"|(?<=&)#(?:x0*([0-9A-Fa-f]{1,7})|0*([0-9]{1,8}));)"
)
_LITERAL: Final = ("cdata", "comment", "instruction")
_REPLACEMENT: Final = "\ufffd".encode()
# To name the element, all before it has to be parsed once more.
_PARSED: Final = 1024 * 1024
_MOST_REPLACED: Final = 100_000


class _Illegal(NamedTuple):
    start: int
    end: int
    code: int
    in_tag: bool


def illegal_character(data: bytes) -> ProtocolError | None:
    """The error for the first character in a message that XML forbids, if there is one."""
    found = next(_illegal(data), None)
    if found is None:
        return None
    path = _place(data[: found.start]) if found.start <= _PARSED else None
    where = "" if path is not None else f" (byte {found.start})"
    return ProtocolError(f"XML forbids the character U+{found.code:04X}{where}", path)


def without_illegal_characters(data: bytes) -> bytes:
    """A message with U+FFFD for each character that XML forbids.

    Within a tag it is a question mark: U+FFFD may be part of a name, and a name with such
    a character in it is none.

    Raises:
        ProtocolError: There are more than can be meant.
    """
    out: list[bytes] = []
    end = 0
    for found in _illegal(data):
        if len(out) >= 2 * _MOST_REPLACED:
            raise ProtocolError(
                f"more than {_MOST_REPLACED} characters that XML forbids"
            )
        out += (data[end : found.start], b"?" if found.in_tag else _REPLACEMENT)
        end = found.end
    out.append(data[end:])
    return b"".join(out)


def _illegal(data: bytes) -> Iterator[_Illegal]:
    pieces = markup().finditer(data)
    piece = next(pieces, None)
    for match in _CANDIDATE.finditer(data):
        start, end = match.span()
        while piece is not None and piece.end() <= start:
            piece = next(pieces, None)
        kind = None if piece is None or piece.start() > start else piece.lastgroup
        if kind in _LITERAL and data.startswith(b"&", start):
            continue  # what looks like a reference in there is none
        code = _code(match)
        if not _is_legal(code):
            yield _Illegal(start, end, code, in_tag=kind in ("start", "end"))


def _code(match: re.Match[bytes]) -> int:
    hexadecimal, decimal = match.groups()
    if hexadecimal is not None:
        return int(hexadecimal, 16)
    return ord(match[0].decode()) if decimal is None else int(decimal)


def _is_legal(code: int) -> bool:
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )


def _place(before: bytes) -> str | None:
    """The path of the element that is open where a text breaks off."""
    parser = etree.XMLPullParser(
        events=("start", "end"), encoding="utf-8", resolve_entities=False
    )
    opened: list[Element] = []
    try:
        parser.feed(before)
        for event, element in parser.read_events():
            if event == "start":
                opened.append(element)
            else:
                opened.pop()
        return element_path(opened[-1]) if opened else None
    except (etree.XMLSyntaxError, ValueError):
        return None  # not well-formed before that, or a prefix is not declared
