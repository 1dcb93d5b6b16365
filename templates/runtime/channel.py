"""`Channel`: a connected socket, with what was received and not yet used."""

from __future__ import annotations

import re
import select
from collections.abc import Callable
from typing import Final, Protocol, TypeAlias

from .errors import ProtocolError

Seconds: TypeAlias = Callable[[], float | None]
"""How long an operation may take: called before each, it may raise."""

_CHUNK: Final = 64 * 1024
_LONGEST_END: Final = 3


class Stream(Protocol):
    """What is needed of a socket, whether TLS is on it or not."""

    def fileno(self) -> int:
        """Its descriptor."""
        ...

    def settimeout(self, value: float | None, /) -> None:
        """Limit every later operation."""
        ...

    def sendall(self, data: bytes, /) -> None:
        """Send all of it within the limit."""
        ...

    def recv(self, size: int, /) -> bytes:
        """Some bytes; none at the end."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class Channel:
    """A connection to a server or a proxy; used by one thread at a time.

    Attributes:
        stream: The socket.
        idle_since: When it was last put aside, in `monotonic()`.
    """

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.idle_since = 0.0
        # What was received; up to `_at` it has been used.
        self._data = b""
        self._at = 0

    def send(self, data: bytes, seconds: Seconds) -> None:
        """Send all of `data`."""
        self.stream.settimeout(seconds())
        self.stream.sendall(data)

    def receive(self, most: int, seconds: Seconds) -> bytes:
        """The next bytes, at most so many; none at the end."""
        if self._at == len(self._data):
            self.stream.settimeout(seconds())
            return self.stream.recv(min(most, _CHUNK))
        data = self._data[self._at : self._at + most]
        self._at += len(data)
        return data

    def receive_until(
        self, end: re.Pattern[bytes], limit: int, seconds: Seconds
    ) -> bytes | None:
        """What comes before the next match of `end`, which is used up as well.

        Returns:
            None where the connection ended first.

        Raises:
            ProtocolError: There is no match within `limit` bytes.
        """
        start = self._at
        while (found := end.search(self._data, start)) is None:
            if len(self._data) - self._at > limit:
                raise ProtocolError(f"a line or head of more than {limit} bytes")
            self.stream.settimeout(seconds())
            more = self.stream.recv(_CHUNK)
            if not more:
                return None
            self._data = self._data[self._at :] + more
            self._at = 0
            # What ends in the new bytes may have begun a little before.
            start = max(0, len(self._data) - len(more) - _LONGEST_END)
        data = self._data[self._at : found.start()]
        self._at = found.end()
        return data

    @property
    def has_begun(self) -> bool:
        """Whether something of what comes next is there already."""
        return self._at < len(self._data)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing has come that nobody asked for, the end included."""
        if self.has_begun:
            return False
        try:
            return not _is_readable(self.stream)
        except (OSError, ValueError):
            return False

    def close(self) -> None:
        """Close the connection; again does nothing."""
        self.stream.close()


def _is_readable(stream: Stream) -> bool:
    pending = getattr(stream, "pending", None)
    if pending is not None and pending():
        return True
    if not hasattr(select, "poll"):
        return bool(select.select([stream], [], [], 0)[0])
    poll = select.poll()
    poll.register(stream, select.POLLIN | select.POLLPRI)
    return bool(poll.poll(0))
