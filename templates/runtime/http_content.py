"""The content of an HTTP reply: where it ends on the connection."""

from __future__ import annotations

import re
from typing import Final

from .channel import Channel, Seconds
from .codings import Content
from .errors import ConnectionLost, ProtocolError
from .http_head import Head

# RFC 9112, section 7.1; int(..., 16) would take more than digits.
_CHUNK_SIZE: Final = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?")
_LINE_END: Final = re.compile(rb"\r?\n")
_LINE_LIMIT: Final = 16 * 1024
_PIECE: Final = 64 * 1024
_TRAILER_LIMIT: Final = 128 * 1024


def read_content(
    channel: Channel, head: Head, content: Content, seconds: Seconds
) -> None:
    """Read all content into `content`.

    Raises:
        ConnectionLost: The connection ended before the content did.
        ProtocolError: The chunks are none, or `content` refuses what it is given.
    """
    if head.chunked:
        _read_chunks(channel, content, seconds)
    elif head.length is not None:
        content.expect(head.length)
        _read_bytes(channel, head.length, content, seconds)
    else:
        while data := channel.receive(_PIECE, seconds):
            content.write(data)


def _read_bytes(
    channel: Channel, size: int, content: Content, seconds: Seconds
) -> None:
    missing = size
    while missing:
        data = channel.receive(missing, seconds)
        if not data:
            raise ConnectionLost(
                f"the connection ended {missing} bytes before the reply's content"
            )
        content.write(data)
        missing -= len(data)


def _read_chunks(channel: Channel, content: Content, seconds: Seconds) -> None:
    while True:
        line = _read_line(channel, seconds)
        found = _CHUNK_SIZE.fullmatch(line)
        if found is None:
            raise ProtocolError(f"not the size of a chunk: {line[:40]!r}")
        size = int(found[1], 16)
        if size == 0:
            break
        _read_bytes(channel, size, content, seconds)
        if _read_line(channel, seconds):
            raise ProtocolError("a chunk is longer than its size says")
    # Trailers mean nothing here, but they belong to the reply.
    total = 0
    while line := _read_line(channel, seconds):
        total += len(line)
        if total > _TRAILER_LIMIT:
            raise ProtocolError(f"trailers of more than {_TRAILER_LIMIT} bytes")


def _read_line(channel: Channel, seconds: Seconds) -> bytes:
    line = channel.receive_until(_LINE_END, _LINE_LIMIT, seconds)
    if line is None:
        raise ConnectionLost("the connection ended within the reply's chunks")
    return line
