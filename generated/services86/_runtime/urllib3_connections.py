"""urllib3's connections, with a deadline on every operation of their sockets."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from typing import Any, cast

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import HTTPResponse

from .deadline_socket import Deadline, DeadlineSocket, Stream
from .dialing import connect_tcp
from .errors import ConnectError, ConnectTimeout
from .look_up import Resolver
from .origins import Origin
from .time_limits import TimeLimits
from .urllib3_errors import HEAD, READING_ERRORS, ended, reply_error
from .urllib3_replies import FinalResponse


class Wire:
    """How one connection comes to its socket, and the deadline that holds on it.

    Args:
        resolver: Looks names up.
        first: Where the socket leads: the server, or a proxy.
        limits: What connecting may take.
    """

    def __init__(self, resolver: Resolver, first: Origin, limits: TimeLimits) -> None:
        self.deadline = Deadline(limits)
        self._resolver = resolver
        self._first = first
        self._limits = limits

    def connected(self) -> socket.socket:
        """A new socket; what is left for connecting bounds a TLS handshake on it."""
        first = self._first
        made = connect_tcp(self._resolver, first.host, first.port, self._limits)
        try:
            made.settimeout(self._limits.to_connect())
        except BaseException:
            made.close()
            raise
        return made

    def limited(self, stream: Stream) -> DeadlineSocket:
        """The deadline put on a socket."""
        return DeadlineSocket(stream, self.deadline)


class PlainConnection(HTTPConnection):
    """A connection without TLS; only `connect` connects it, and only once."""

    # A request must not go to another connection than the one that was made for it.
    auto_open = 0

    def __init__(self, wire: Wire, host: str, port: int, **options: Any) -> None:
        super().__init__(host, port, **options)
        self.wire = wire
        self.limited: DeadlineSocket | None = None
        self.response_class = FinalResponse

    def connect(self) -> None:
        """Connect, with the whole of TLS and of a tunnel."""
        super().connect()
        self.limited = self.wire.limited(self.sock)
        self.sock = cast("Any", self.limited)

    def _new_conn(self) -> socket.socket:
        return self.wire.connected()


class TlsConnection(PlainConnection, HTTPSConnection):
    """A connection to an https server or proxy, or through a tunnel."""

    def _tunnel(self) -> None:
        stream = self.sock
        limited = self.wire.limited(stream)
        self.sock = cast("Any", limited)
        try:
            # Not declared everywhere.
            cast("Any", super())._tunnel()
            if limited.ended:
                raise ended(HEAD)
            if limited.has_excess:
                raise ConnectError("it sends more than its reply")
        except ConnectTimeout:
            raise
        except READING_ERRORS as error:
            why = (
                str(error)
                if type(error) is OSError and error.errno is None
                else reply_error(error, HEAD, has_ended=limited.ended).message
            )
            raise ConnectError(f"no tunnel through the proxy: {why}") from error
        self.sock = stream
        stream.settimeout(self.wire.deadline.to_send())

    def _connect_tls_proxy(self, hostname: str, sock: socket.socket) -> ssl.SSLSocket:
        # Not declared as what it is.
        stream: ssl.SSLSocket = cast("Any", super())._connect_tls_proxy(hostname, sock)
        if self.proxy_is_forwarding:
            return stream
        # TLS inside of it makes one operation of several of this one's.
        return cast("ssl.SSLSocket", self.wire.limited(stream))


class KeptConnection:
    """A connection that serves one call after the other.

    Attributes:
        idle_since: When it was last put aside, in `monotonic()`.
    """

    def __init__(self, http: PlainConnection) -> None:
        self.idle_since = 0.0
        self._http = http

    def start_call(self, limits: TimeLimits) -> None:
        """Let the limits of one call hold from now on."""
        self._http.wire.deadline.start_call(limits)

    def send(self, path: str, headers: Mapping[str, str], body: bytes) -> None:
        """Send a POST request."""
        self._http.request(
            "POST",
            path,
            body,
            headers,
            preload_content=False,
            decode_content=False,
        )

    def receive(self) -> HTTPResponse:
        """The reply's head, with its content still to be read."""
        return self._http.getresponse()

    @property
    def has_ended(self) -> bool:
        """Whether the other side's end was reached."""
        limited = self._http.limited
        return limited is None or limited.ended

    @property
    def is_reusable(self) -> bool:
        """Whether HTTP allows for another request, now that the reply was read."""
        limited = self._http.limited
        return not (
            self._http.is_closed
            or limited is None
            or limited.ended
            or limited.has_excess
        )

    @property
    def is_quiet(self) -> bool:
        """Whether nothing has come that nobody asked for, the end included."""
        limited = self._http.limited
        if limited is None or limited.has_pending:
            return False
        try:
            return self._http.is_connected
        except (OSError, ValueError):
            return False

    def drop(self) -> None:
        """Close the connection; again does nothing."""
        self._http.close()
        if self._http.limited is not None:
            self._http.limited.drop()
