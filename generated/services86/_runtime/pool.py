"""The pool of kept connections: bounded, and safe with threads and after a fork."""

from __future__ import annotations

from collections import deque
from os import getpid
from threading import Condition
from time import monotonic
from typing import Final

from .errors import ClientClosed
from .origins import Origin
from .time_limits import TimeLimits
from .urllib3_connections import KeptConnection
from .urllib3_dialing import Dialer

_SIZE: Final = 32
# Servers, and what is on the way to them, drop idle connections without a word.
_LONGEST_IDLE: Final = 20.0


class Lease:
    """A connection while one call uses it."""

    def __init__(
        self, origin: Origin, connection: KeptConnection, share: _Share
    ) -> None:
        self.origin = origin
        self.connection = connection
        self.share = share


class Pool:
    """The connections of one client.

    Args:
        dialer: Makes new ones.
    """

    def __init__(self, dialer: Dialer) -> None:
        self._dialer = dialer
        self._closed = False
        # By process: a child must use neither its parent's sockets nor its locks.
        self._shares: dict[int, _Share] = {}

    def acquire(self, origin: Origin, limits: TimeLimits) -> Lease:
        """A connection to an origin, kept or new; waits where all are in use.

        Raises:
            ClientClosed: The pool is closed.
            ConnectError: There is no connection, or none became free in time.
        """
        share = self._share()
        with share.changed:
            while True:
                if self._closed:
                    raise ClientClosed("the client is closed")
                connection = share.take(origin)
                if connection is not None or share.has_room():
                    break
                if not share.changed.wait(limits.to_begin()):
                    raise limits.nothing_was_sent("no connection became free")
            share.used += 1
        if connection is None:
            try:
                connection = self._dialer.dial(origin, limits)
            except BaseException:
                share.leave()
                raise
        return Lease(origin, connection, share)

    def release(self, lease: Lease, *, keep: bool) -> None:
        """Take a connection back, and close it unless it can be used again."""
        share = lease.share
        with share.changed:
            if keep and not self._closed:
                lease.connection.idle_since = monotonic()
                share.idle.append((lease.origin, lease.connection))
            else:
                lease.connection.drop()
            share.leave()

    def close(self) -> None:
        """Close what is not in use now, and what is as soon as its call has ended."""
        self._closed = True
        share = self._share()
        with share.changed:
            share.drop_all()
            share.changed.notify_all()

    def _share(self) -> _Share:
        process = getpid()
        share = self._shares.get(process)
        if share is None:
            share = self._shares.setdefault(process, _Share())
            for other in [key for key in self._shares if key != process]:
                # After a fork. Closes this process's copies, not the connections.
                forgotten = self._shares.pop(other, None)
                if forgotten is not None:
                    forgotten.drop_all()
        return share


class _Share:
    """What one process has of a pool; `changed` guards the rest.

    Attributes:
        idle: Kept connections, the one that has waited longest first.
        used: How many places are taken by calls.
    """

    def __init__(self) -> None:
        self.changed = Condition()
        self.idle: deque[tuple[Origin, KeptConnection]] = deque()
        self.used = 0

    def take(self, origin: Origin) -> KeptConnection | None:
        """The last kept connection to an origin that is still good."""
        oldest = monotonic() - _LONGEST_IDLE
        while self.idle and self.idle[0][1].idle_since < oldest:
            self.idle.popleft()[1].drop()
        for index in range(len(self.idle) - 1, -1, -1):
            if self.idle[index][0] == origin:
                connection = self.idle[index][1]
                del self.idle[index]
                if connection.is_quiet:
                    return connection
                connection.drop()
        return None

    def has_room(self) -> bool:
        """Whether a connection may be made, if need be in place of an idle one."""
        if self.used + len(self.idle) < _SIZE:
            return True
        if not self.idle:
            return False
        self.idle.popleft()[1].drop()
        return True

    def leave(self) -> None:
        """Give a place back."""
        with self.changed:
            self.used -= 1
            self.changed.notify()

    def drop_all(self) -> None:
        """Close every idle connection."""
        while self.idle:
            self.idle.popleft()[1].drop()
