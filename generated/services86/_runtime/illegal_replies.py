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

# XML 1.0, section 2.2: characters as they are, in UTF-8, and as references. What begins
# like one and is none matches too: a set in front is searched for quickest.
_CHARACTER: Final = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\xef](?:(?<=\xef)\xbf[\xbe\xbf])?"
)
_CANDIDATE: Final = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\xef&]"
    rb"(?:(?<=\xef)\xbf[\xbe\xbf]|(?<=&)#(?:x0*([0-9A-Fa-f]{1,7})|0*([0-9]{1,8}));)?"
)
_LITERAL: Final = ("cdata", "comment", "instruction")
_REPLACEMENT: Final = "\ufffd".encode()
# To name the element, all before it has to be parsed once more.
_PARSED: Final = 1024 * 1024


class _Illegal(NamedTuple):
    start: int
    end: int
    code: int


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
    """
    out: list[bytes] = []
    end = 0
    for found in _illegal(data):
        replacement = b"?" if _is_in_tag(data, found.start) else _REPLACEMENT
        out += (data[end : found.start], replacement)
        end = found.end
    out.append(data[end:])
    return b"".join(out)


def _is_in_tag(data: bytes, place: int) -> bool:
    start = data.rfind(b"<", 0, place)
    match = markup().match(data, start) if start >= 0 else None
    return match is not None and match.end() > place and match.lastgroup not in _LITERAL


def _illegal(data: bytes) -> Iterator[_Illegal]:
    end = 0
    for match in markup().finditer(data):
        if match.lastgroup in _LITERAL:
            # What looks like a reference in there is none.
            yield from _search(_CANDIDATE, data, end, match.start())
            yield from _search(_CHARACTER, data, *match.span())
            end = match.end()
    yield from _search(_CANDIDATE, data, end, len(data))


def _search(
    pattern: re.Pattern[bytes], data: bytes, start: int, end: int
) -> Iterator[_Illegal]:
    for match in pattern.finditer(data, start, end):
        code = _code(match)
        if code is not None and not _is_legal(code):
            yield _Illegal(*match.span(), code)


def _code(match: re.Match[bytes]) -> int | None:
    text = match[0]
    if text[:1] == b"&":
        hexadecimal, decimal = match.groups()
        if hexadecimal is not None:
            return int(hexadecimal, 16)
        return None if decimal is None else int(decimal)
    return None if text == b"\xef" else ord(text.decode())


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
