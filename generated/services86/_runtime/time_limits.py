"""What is left of a request's time, and the error where nothing is."""

from __future__ import annotations

from time import monotonic
from typing import Final

from .errors import ConnectTimeout, ReadTimeout
from .transport import HttpRequest

# Longer than any call; what the system's own functions take is limited.
_LONGEST: Final = 1_000_000.0


class TimeLimits:
    """The time limits of one request, running since this object was made.

    Each method named `to_...` gives the seconds that an operation may take, None being no
    limit, and raises where none are left.
    """

    def __init__(self, request: HttpRequest) -> None:
        # Not the request itself: a kept connection outlives it.
        self._timeout = (
            # What the caller gave, where this request has only the rest of it.
            request.timeout
            if request.call_timeout is None
            else request.call_timeout
        )
        self._connect_timeout = request.connect_timeout
        self._read_timeout = request.read_timeout
        self._end = _end(request.timeout)
        self._connect_end = self._end
        # The option that bounds what is waited for.
        self._bound = "timeout"

    def start_connecting(self) -> None:
        """Let `connect_timeout` run from now on."""
        end = _end(self._connect_timeout)
        if end is not None and (self._end is None or end < self._end):
            self._connect_end = end
            self._bound = "connect_timeout"

    def to_connect(self) -> float | None:
        """Seconds for what comes before the request."""
        left = _left(self._connect_end)
        if left is not None and left <= 0:
            raise self.connecting_took_too_long()
        return left

    def to_begin(self) -> float | None:
        """Seconds until the first byte has to be on its way."""
        left = _left(self._end)
        if left is not None and left <= 0:
            raise self.nothing_was_sent()
        return left

    def to_send(self) -> float | None:
        """Seconds for the rest of the request."""
        self._bound = "timeout"
        left = _left(self._end)
        if left is not None and left <= 0:
            raise self.waiting_took_too_long()
        return left

    def to_receive(self) -> float | None:
        """Seconds until more of the reply has to be there."""
        self._bound = "timeout"
        left = _left(self._end)
        if left is not None and left <= 0:
            raise self.waiting_took_too_long()
        silence = self._read_timeout
        if silence is not None and (left is None or silence < left):
            self._bound = "read_timeout"
            return min(silence, _LONGEST)
        return left

    def connecting_took_too_long(self) -> ConnectTimeout:
        """The error where `to_connect` seconds were not enough."""
        return ConnectTimeout(f"connecting took longer than {self._limit()}")

    def nothing_was_sent(self, what: str = "nothing was sent") -> ConnectTimeout:
        """The error where `to_begin` seconds were not enough."""
        self._bound = "timeout"
        return ConnectTimeout(f"{what} within {self._limit()}")

    def waiting_took_too_long(self) -> ReadTimeout:
        """The error where `to_send` or `to_receive` seconds were not enough."""
        if self._bound == "read_timeout":
            return ReadTimeout(f"the server was silent for longer than {self._limit()}")
        return ReadTimeout(f"the call took longer than {self._limit()}")

    def _limit(self) -> str:
        if self._bound == "timeout":
            given = self._timeout
        elif self._bound == "connect_timeout":
            given = self._connect_timeout
        else:
            given = self._read_timeout
        return f"{self._bound}={given} s"


def _end(seconds: float | None) -> float | None:
    return None if seconds is None else monotonic() + min(seconds, _LONGEST)


def _left(end: float | None) -> float | None:
    return None if end is None else end - monotonic()
