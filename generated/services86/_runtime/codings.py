"""Content codings: what comes is undone piece by piece, within the reply's limit."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Final

from .errors import ProtocolError
from .transport import HttpRequest, reply_too_large

_GZIP: Final = 16 + zlib.MAX_WBITS
_RAW: Final = -zlib.MAX_WBITS
_PIECE: Final = 256 * 1024
# How much longer than the content its coded form may be: every flush adds to it.
_CODED: Final = 2
_CODED_LEAST: Final = 1024


def content_for(coding: str, request: HttpRequest, status: int) -> Content:
    """What takes the content of a reply that is coded like this."""
    coding = coding.strip().lower()
    if coding in ("", "identity"):
        return Content(request, status)
    if coding in ("gzip", "x-gzip", "deflate"):
        return _CodedContent(request, status, coding)
    raise ProtocolError(f"the content coding {coding[:40]!r} is not supported")


class Content:
    """The content of one reply, as far as it has come.

    Args:
        request: What the reply is to; its `reply_limit` holds.
        status: The reply's HTTP status.
    """

    def __init__(self, request: HttpRequest, status: int) -> None:
        self._request = request
        self._status = status
        # Its value shares its memory: a large reply is never there twice.
        self._collected = BytesIO()
        self._size = 0

    def expect(self, size: int) -> None:
        """Refuse what is going to be too large before it has come."""
        if size > self._request.reply_limit:
            raise reply_too_large(self._request, self._status)

    def write(self, data: bytes) -> None:
        """Add what has come."""
        self._collect(data)

    def value(self) -> bytes:
        """All content, now that everything has come."""
        return self._collected.getvalue()

    def _collect(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._request.reply_limit:
            raise reply_too_large(self._request, self._status)
        self._collected.write(data)


class _CodedContent(Content):
    """Content in one coding of zlib's."""

    def __init__(self, request: HttpRequest, status: int, coding: str) -> None:
        super().__init__(request, status)
        self._coding = coding
        self._decoder = None if coding == "deflate" else zlib.decompressobj(_GZIP)
        self._begin: bytes = b""
        self._coded = 0
        self._limit = _CODED * request.reply_limit + _CODED_LEAST

    def expect(self, size: int) -> None:
        """Coded content tells nothing of its size."""

    def write(self, data: bytes) -> None:
        """Undo the coding of what has come."""
        self._coded += len(data)
        if self._coded > self._limit:
            raise reply_too_large(self._request, self._status)
        if self._decoder is None:
            data = self._begin + data
            if len(data) < 2:
                self._begin = data
                return
            self._decoder = zlib.decompressobj(_deflate_bits(data))
        try:
            while not self._decoder.eof:
                piece = self._decoder.decompress(data, _PIECE)
                self._collect(piece)
                data = self._decoder.unconsumed_tail
                # A full piece may leave some bytes behind in the decoder.
                if not data and len(piece) < _PIECE:
                    break
        except zlib.error:
            raise ProtocolError(
                f"the content is not what its coding {self._coding!r} says"
            ) from None
        if data or self._decoder.unused_data:
            raise ProtocolError(
                f"more bytes after the end of the {self._coding!r} content"
            )

    def value(self) -> bytes:
        """All content, if it came to the end."""
        # Nothing at all is what some servers send with an empty reply.
        if self._coded and (self._decoder is None or not self._decoder.eof):
            raise ProtocolError(f"the {self._coding!r} content is cut off")
        return super().value()


def _deflate_bits(data: bytes) -> int:
    """With zlib's header, as RFC 9110 says, or without, as some servers send it."""
    has_header = data[0] & 0x0F == 8 and (data[0] * 256 + data[1]) % 31 == 0
    return zlib.MAX_WBITS if has_header else _RAW
