"""The attempts of one call: the first, and further ones where the caller allows them."""

from __future__ import annotations

import logging
from dataclasses import replace
from time import monotonic, sleep
from typing import Final

from .connection import Connection
from .errors import ConnectTimeout, SoapError, TransportError
from .options import Options
from .transport import HttpRequest, HttpResponse

_LOG: Final = logging.getLogger(__name__)
_FIRST_PAUSE: Final = 0.1
_LONGEST_PAUSE: Final = 2.0
_DOUBLED: Final = 5


class Attempts:
    """Sends one call's request until a reply comes, or no attempt is left.

    A further attempt is made where nothing was sent, and for an idempotent operation also
    where the outcome is unknown; never after a reply. It waits before each, 0.1 s at first,
    then twice as long each time up to 2 s, and gives up where that would exceed `timeout`.

    Args:
        started: When the call began, in `monotonic()`.
        idempotent: Whether the server may be asked twice.
    """

    def __init__(
        self,
        connection: Connection,
        options: Options,
        started: float,
        *,
        idempotent: bool,
    ) -> None:
        self._connection = connection
        self._options = options
        self._idempotent = idempotent
        timeout = options.timeout
        self._deadline = None if timeout is None else started + timeout
        self._made = 0
        # Whether the server may have seen an earlier attempt.
        self._seen = False

    def send(self, url: str, headers: dict[str, str], body: bytes) -> HttpResponse:
        """The reply to the first attempt that gets one, or the last attempt's error."""
        options = self._options
        request = HttpRequest(
            url=url,
            headers=headers,
            body=body,
            timeout=self._remaining(),
            connect_timeout=options.connect_timeout,
            read_timeout=options.read_timeout,
            call_timeout=options.timeout,
            reply_limit=options.reply_limit,
        )
        while True:
            if request.timeout is not None and request.timeout <= 0:
                raise ConnectTimeout(
                    f"nothing was sent within timeout={options.timeout} s"
                )
            self._made += 1
            try:
                return self._connection.send(request)
            except TransportError as error:
                pause = self._pause(error)
                if pause is None:
                    raise
                self._seen = self._seen or error.outcome != "not_sent"
                # Its text may hold a secret; the last attempt's error is told masked.
                _LOG.debug(
                    "attempt %d ended in %s; the next follows in %.1f s",
                    self._made,
                    type(error).__name__,
                    pause,
                )
            sleep(pause)
            request = replace(request, timeout=self._remaining())

    def complete(self, error: SoapError) -> None:
        """Tell an error of the attempts before it."""
        error.attempts = max(self._made, 1)
        if self._seen:
            error.outcome = "unknown"

    def _remaining(self) -> float | None:
        return None if self._deadline is None else self._deadline - monotonic()

    def _pause(self, error: TransportError) -> float | None:
        """Seconds until the next attempt, or None where there is none."""
        if self._made > self._options.retries:
            return None
        if error.outcome != "not_sent" and not self._idempotent:
            return None
        pause = min(_FIRST_PAUSE * 2 ** min(self._made - 1, _DOUBLED), _LONGEST_PAUSE)
        remaining = self._remaining()
        return None if remaining is not None and remaining <= pause else pause
