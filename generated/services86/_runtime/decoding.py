"""The bytes of a message in UTF-8, whatever encoding they came in. RFC 7303."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from io import BytesIO
from typing import Final

from .errors import ProtocolError
from .limits import Limits, check_size

_UTF_8: Final = "utf-8"

# Names as they are declared, to names that Python knows. XML allows many more; what is
# not here does not occur with SOAP, and is refused.
_SUPPORTED: Final = {
    "ascii": "us-ascii",
    "cp1252": "windows-1252",
    "iso-8859-1": "iso-8859-1",
    "iso-8859-15": "iso-8859-15",
    "latin-1": "iso-8859-1",
    "latin1": "iso-8859-1",
    "us-ascii": "us-ascii",
    "utf-16": "utf-16",
    "utf-16be": "utf-16be",
    "utf-16le": "utf-16le",
    "utf-8": _UTF_8,
    "utf8": _UTF_8,
    "windows-1252": "windows-1252",
}
_MARK: Final = b"\xef\xbb\xbf"
_MARKS: Final = (
    (_MARK, _UTF_8),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    # Without a mark, but a message starts with `<`.
    (b"<\x00", "utf-16le"),
    (b"\x00<", "utf-16be"),
)
_DECLARATION: Final = re.compile(
    rb"""<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']"""
)
# What nearly all messages are: nothing of them has to be looked at.
_USUAL: Final = frozenset({"text/xml", "text/xml; charset=utf-8"})
_NOT_USUAL: Final = (b"?", b"\0")
_CHARSET: Final = re.compile(r""";\s*charset\s*=\s*["']?([^\s;"']+)""", re.IGNORECASE)
_PART: Final = 1024 * 1024


def to_utf8(data: bytes, content_type: str, limits: Limits) -> bytes:
    """A message in UTF-8, whatever its declaration goes on to say.

    A byte order mark has the last word, then the XML declaration, then the charset of the
    content type; UTF-8 is the default. Where declaration and charset differ and one of
    them is UTF-8, it is believed if the bytes are valid UTF-8.

    Args:
        data: The message. UTF-8 is returned as it is: the parser is its judge.
        content_type: The Content-Type header, or "".
        limits: What its size is held to, that of both forms where it is not in UTF-8.

    Raises:
        ProtocolError: The encoding is not supported, or the bytes are not valid in it; or
            the message is too large.
    """
    if content_type in _USUAL and data[:1] == b"<" and data[1:2] not in _NOT_USUAL:
        return data
    declaration = _DECLARATION.match(data) if data.startswith(b"<?xml") else None
    declared = None if declaration is None else _known(declaration[1].decode())
    encoding = _marked(data) or _told(data, declared, _charset(content_type))
    return data if encoding == _UTF_8 else _transcoded(data, encoding, limits)


def _marked(data: bytes) -> str | None:
    """The encoding that the first bytes give away."""
    if data[:1] == b"<" and data[1:2] != b"\0":
        return None
    found = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    return None if found is None else _known(found)


def _told(data: bytes, declared: str | None, charset: str | None) -> str:
    if declared is not None and declared.startswith("utf-16"):
        # It was read as ASCII. Who writes XML to a string often leaves this in it.
        if charset != _UTF_8:
            raise ProtocolError(f"the reply declares {declared}, and is not")
        declared = None
    if declared is None or charset is None or declared == charset:
        return declared or charset or _UTF_8
    if _UTF_8 not in (declared, charset):
        return declared
    if _is_utf8(data):
        return _UTF_8
    return charset if declared == _UTF_8 else declared


def _charset(content_type: str) -> str | None:
    match = _CHARSET.search(content_type) if ";" in content_type else None
    return None if match is None else _known(match[1])


def _known(name: str) -> str:
    encoding = _SUPPORTED.get(name.lower().replace("_", "-"))
    if encoding is None:
        raise ProtocolError(f"the encoding {name!r} is not supported")
    return encoding


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _transcoded(data: bytes, encoding: str, limits: Limits) -> bytes:
    """A message in UTF-8, a part at a time: a whole one as a str would be much larger."""
    decoder = getincrementaldecoder(encoding)()
    out = BytesIO()
    for start in range(0, len(data), _PART):
        final = start + _PART >= len(data)
        try:
            text = decoder.decode(data[start : start + _PART], final)
            out.write(text.encode())
        except UnicodeError:
            raise ProtocolError(f"the reply is not valid {encoding}") from None
        # Both forms of it are held.
        check_size(len(data) + out.tell(), limits)
    return out.getvalue()
