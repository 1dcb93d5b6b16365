"""TLS inside of TLS: to a server, through a proxy that is itself spoken to over TLS."""

from __future__ import annotations

import ssl
from time import monotonic
from typing import Any, cast

from urllib3.util.ssltransport import SSLTransport

from .channel import Stream


def tls_inside_tls(
    stream: ssl.SSLSocket, context: ssl.SSLContext, host: str, seconds: float | None
) -> Stream:
    """A stream over `stream` after the handshake, which may take so many seconds."""
    whole = _Whole(stream)
    whole.settimeout(seconds)
    # It is declared to take a socket, and uses these methods of it.
    return cast("Stream", SSLTransport(cast("Any", whole), context, host))


class _Whole:
    """A stream whose time limit is one for all that follows, until the next is set.

    `SSLTransport` makes one operation of several of its stream's, each of which would take
    the whole of a time limit.
    """

    def __init__(self, stream: ssl.SSLSocket) -> None:
        self._stream = stream
        self._end: float | None = None

    def settimeout(self, value: float | None) -> None:
        self._end = None if value is None else monotonic() + value

    def recv(self, size: int) -> bytes:
        self._limit()
        return self._stream.recv(size)

    def sendall(self, data: bytes) -> None:
        self._limit()
        self._stream.sendall(data)

    def fileno(self) -> int:
        return self._stream.fileno()

    def close(self) -> None:
        self._stream.close()

    def _limit(self) -> None:
        if self._end is None:
            self._stream.settimeout(None)
        else:
            left = self._end - monotonic()
            if left <= 0:
                raise TimeoutError
            self._stream.settimeout(left)
