"""The head of an HTTP reply: status and headers, and how its content ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from .channel import Channel, Seconds
from .errors import ConnectionLost, ProtocolError

_END: Final = re.compile(rb"\r?\n\r?\n")
_LINE_END: Final = re.compile(r"\r?\n")
_FOLD: Final = re.compile(r"\r?\n[ \t]+")
_STATUS: Final = re.compile(r"HTTP/1\.([0-9]) ([1-9][0-9]{2})(?: .*)?", re.DOTALL)
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_BAD_IN_VALUE: Final = re.compile(r"[\r\0]")
_LENGTH: Final = re.compile(r"[0-9]{1,18}")
_BLANKS: Final = " \t"
_HEAD_LIMIT: Final = 128 * 1024
_HEADER_LIMIT: Final = 1000
_SWITCHING_PROTOCOLS: Final = 101
_WITHOUT_CONTENT: Final = frozenset({204, 304})


@dataclass(frozen=True, slots=True)
class Head:
    """A reply's head.

    Attributes:
        status: The HTTP status.
        headers: Names as they came; the values of one name are joined with commas.
        chunked: Whether the content comes in chunks.
        length: How many bytes of content there are, coded; None is until the end of the
            connection, unless it comes in chunks.
        keep: Whether the connection can be used again.
    """

    status: int
    headers: dict[str, str]
    chunked: bool
    length: int | None
    keep: bool
    _by_name: dict[str, str] = field(repr=False)

    def header(self, name: str) -> str:
        """A header's value by its name in lower case; empty where there is none."""
        return self._by_name.get(name, "")


def read_head(channel: Channel, seconds: Seconds) -> Head:
    """Read the head of the reply; interim replies before it are skipped."""
    while True:
        data = channel.receive_until(_END, _HEAD_LIMIT, seconds)
        if data is None:
            raise ConnectionLost(
                "the connection ended within the reply's head"
                if channel.has_begun
                else "the server closed the connection without a reply"
            )
        head = _parse(data)
        if not 100 <= head.status <= 199:
            return head
        if head.status == _SWITCHING_PROTOCOLS:
            raise ProtocolError("the server switches to another protocol, unasked")


def _parse(data: bytes) -> Head:
    text = data.decode("latin-1")
    first, *lines = _LINE_END.split(_FOLD.sub(" ", text))
    found = _STATUS.fullmatch(first)
    if found is None:
        raise ProtocolError(f"not an HTTP reply: {first[:40]!r}")
    if len(lines) > _HEADER_LIMIT:
        raise ProtocolError(f"a reply with more than {_HEADER_LIMIT} headers")
    names: dict[str, str] = {}
    values: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        name = name.rstrip(_BLANKS)
        if not colon or not _NAME.fullmatch(name):
            raise ProtocolError(f"not an HTTP header: {line[:40]!r}")
        lower = name.lower()
        names.setdefault(lower, name)
        # RFC 9110, section 5.5: such a value is dangerous as it is.
        value = _BAD_IN_VALUE.sub(" ", value).strip(_BLANKS)
        values[lower] = f"{values[lower]}, {value}" if lower in values else value
    status = int(found[2])
    modern = found[1] != "0"
    coding = values.get("transfer-encoding", "").lower()
    if coding not in ("", "identity", "chunked"):
        raise ProtocolError(f"the transfer coding {coding[:40]!r} is not supported")
    chunked = coding == "chunked"
    length = _length(values.get("content-length"))
    # Both at once is how replies are smuggled, and older servers know no chunks.
    clear = not chunked or (modern and length is None)
    options = {item.strip() for item in values.get("connection", "").lower().split(",")}
    if status in _WITHOUT_CONTENT or 100 <= status <= 199:
        chunked, length = False, 0
    return Head(
        status=status,
        headers={names[lower]: value for lower, value in values.items()},
        chunked=chunked,
        length=None if chunked else length,
        keep=(
            clear
            and (chunked or length is not None)
            and "close" not in options
            and (modern or "keep-alive" in options)
        ),
        _by_name=values,
    )


def _length(text: str | None) -> int | None:
    if text is None:
        return None
    # The same length twice is harmless: RFC 9110, section 8.6.
    lengths = {item.strip() for item in text.split(",")}
    if len(lengths) != 1:
        raise ProtocolError(f"conflicting values of Content-Length: {text[:40]!r}")
    (length,) = lengths
    if not _LENGTH.fullmatch(length):
        raise ProtocolError(f"not a Content-Length: {text[:40]!r}")
    return int(length)
