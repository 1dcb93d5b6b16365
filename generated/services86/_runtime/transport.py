"""The seam between SOAP and HTTP: bytes out, bytes back.

Pass an object with these two methods as a client's `transport` to test without a server,
to capture what is sent, or to use an HTTP library of your own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from .errors import ProtocolError


class HttpHeaders(Mapping[str, str]):
    """HTTP headers; look-up ignores the case of names."""

    __slots__ = ("_items",)

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._items = {name.lower(): (name, value) for name, value in headers.items()}

    def __getitem__(self, name: str) -> str:
        return self._items[name.lower()][1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        # Values may be cookies or credentials.
        return f"<HttpHeaders {', '.join(self)}>"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HttpRequest:
    """A POST request.

    Attributes:
        url: The endpoint.
        headers: Every header but Host and Content-Length.
        body: The envelope.
        timeout: Seconds that are left of the call for all of it; None is no limit.
        connect_timeout: Seconds to connect: name look-up, TCP, proxy and TLS; None is only
            `timeout`.
        read_timeout: Seconds that the server may stay silent while its reply is waited
            for; None is only `timeout`.
        call_timeout: The seconds that the caller gave for the whole call, for messages.
        reply_limit: How many bytes the reply's content may have, content coding undone.
    """

    url: str
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    timeout: float | None
    connect_timeout: float | None = None
    read_timeout: float | None = None
    call_timeout: float | None = None
    reply_limit: int = 67_108_864


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HttpResponse:
    """A complete reply.

    Attributes:
        status: The HTTP status.
        headers: Its headers; any mapping will do, look-up ignores case afterwards.
        body: The content with every content coding undone.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "headers", HttpHeaders(self.headers))


class Transport(Protocol):
    """What a client needs to send requests; used by many threads at once."""

    def send(self, request: HttpRequest) -> HttpResponse:
        """Send one request, once, and return the reply whatever its status is.

        Redirects are not followed. Raise an error of this package to say what failed and
        whether the server may have seen the request; anything else is passed on as it is.
        Only after a `TransportError`, and where the client's `retries` allow it, a
        request is sent again by another call.
        """
        ...

    def close(self) -> None:
        """Release connections; called once, when the client is closed."""
        ...


def reply_too_large(request: HttpRequest, status: int) -> ProtocolError:
    """The error of a reply with more content than the request allows."""
    error = ProtocolError(
        f"a reply of more than reply_limit={request.reply_limit} bytes"
    )
    error.http_status = status
    return error
