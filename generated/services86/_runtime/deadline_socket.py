"""A socket for an HTTP library that ends in time, whatever the library does with it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from .errors import SoapError
from .system_errors import is_limit
from .time_limits import TimeLimits

Seconds: TypeAlias = Callable[[], float | None]
"""How long an operation may take: called before each, it may raise."""


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

    def recv_into(self, buffer: memoryview, /) -> int:
        """How many bytes were put into `buffer`; none at the end."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class Deadline:
    """Which time limits hold on a connection: those of connecting, then those of calls.

    Attributes:
        to_send: How long sending may take.
        to_receive: How long it may take until something was received.
        error: The error where that was not enough.
    """

    def __init__(self, limits: TimeLimits) -> None:
        self.to_send: Seconds = limits.to_connect
        self.to_receive: Seconds = limits.to_connect
        self.error: Callable[[], SoapError] = limits.connecting_took_too_long

    def start_call(self, limits: TimeLimits) -> None:
        """Let the limits of one call hold from now on."""
        self.to_send = limits.to_send
        self.to_receive = limits.to_receive
        self.error = limits.waiting_took_too_long


class DeadlineSocket:
    """A socket, each operation of which takes no longer than a deadline allows.

    Attributes:
        ended: Whether the other side's end was reached.
        has_excess: Whether more was received than its reader used.
    """

    def __init__(self, stream: Stream, deadline: Deadline) -> None:
        self.ended = False
        self.has_excess = False
        self._stream = stream
        self._deadline = deadline
        self._readers = 0
        self._is_closed = False

    def fileno(self) -> int:
        """The socket's descriptor."""
        return self._stream.fileno()

    def settimeout(self, value: float | None) -> None:
        """Do nothing: the deadline holds, whatever an HTTP library sets."""

    def sendall(self, data: bytes) -> None:
        """Send all of `data`."""
        self._stream.settimeout(self._deadline.to_send())
        try:
            self._stream.sendall(data)
        except TimeoutError as error:
            if not is_limit(error):
                raise
            raise self._deadline.error() from error

    def recv(self, size: int) -> bytes:
        """The next bytes, at most so many; none at the end."""
        self._stream.settimeout(self._deadline.to_receive())
        try:
            return self._stream.recv(size)
        except TimeoutError as error:
            if not is_limit(error):
                raise
            raise self._deadline.error() from error

    def recv_into(self, buffer: memoryview) -> int:
        """How many of the next bytes were put into `buffer`; none at the end."""
        self._stream.settimeout(self._deadline.to_receive())
        try:
            size = self._stream.recv_into(buffer)
        except TimeoutError as error:
            if not is_limit(error):
                raise
            raise self._deadline.error() from error
        if not size:
            self.ended = True
        return size

    def makefile(self, mode: str) -> io.BufferedReader:
        """A reader; the socket stays open until it is closed as well."""
        if mode != "rb":
            raise ValueError(f"not a mode of reading bytes: {mode!r}")
        self._readers += 1
        return _Reader(self)

    def close(self) -> None:
        """Close the socket, once its readers are closed."""
        self._is_closed = True
        if not self._readers:
            self._stream.close()

    def drop(self) -> None:
        """Close the socket now."""
        self._stream.close()

    def leave(self, *, has_excess: bool) -> None:
        """Take note that a reader was closed, and of what it has left unused."""
        self._readers -= 1
        self.has_excess = self.has_excess or has_excess
        if self._is_closed:
            self.close()

    @property
    def has_pending(self) -> bool:
        """Whether something was received that only TLS has seen yet."""
        pending: Callable[[], int] | None = getattr(self._stream, "pending", None)
        return pending is not None and pending() > 0


class _Raw(io.RawIOBase):
    """The bytes of a socket; none any more once `is_over` is set."""

    def __init__(self, socket: DeadlineSocket) -> None:
        self._socket = socket
        self.is_over = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return 0 if self.is_over else self._socket.recv_into(buffer)


class _Reader(io.BufferedReader):
    def __init__(self, socket: DeadlineSocket) -> None:
        self._socket = socket
        self._bytes = _Raw(socket)
        super().__init__(self._bytes)

    def close(self) -> None:
        if not self.closed:
            # What is looked at is the buffer alone: nothing may be waited for.
            self._bytes.is_over = True
            has_excess = bool(self.peek(1))
            super().close()
            self._socket.leave(has_excess=has_excess)
