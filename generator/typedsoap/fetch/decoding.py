"""Content codings of replies, undone within a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

ACCEPTED: Final = "gzip"
"""What requests say that they accept; plain replies always are."""

_GZIP: Final = 16 + zlib.MAX_WBITS


class CodingError(ValueError):
    """A coding that is not supported, or content that is damaged."""


def decoded(pieces: Iterable[bytes], coding: str, most: int) -> bytes:
    """Content without its coding, at most one byte more than `most`.

    Args:
        pieces: As they come; none is asked for that is not needed.
        coding: The value of Content-Encoding.

    Raises:
        CodingError: See there.
    """
    coding = coding.strip().lower()
    if coding in ("gzip", "x-gzip"):
        pieces = _unzipped(pieces, most)
    elif coding not in ("", "identity"):
        raise CodingError(f"the content coding {coding[:40]!r} is not supported")
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > most:
            break
    return bytes(content[: most + 1])


def _unzipped(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(_GZIP)
    try:
        for piece in pieces:
            # However little it is, it may unpack to a thousand times that.
            yield unpacking.decompress(piece, most + 1)
    except zlib.error as problem:
        raise CodingError("its gzip coding is damaged") from problem
    if not unpacking.eof:
        raise CodingError("its gzip coding ends too early")
    if unpacking.unused_data:
        raise CodingError("something follows its gzip coding")
