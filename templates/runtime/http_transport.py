"""`HttpTransport`: the transport that a client uses unless it is given another."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from .channel import Channel
from .codings import content_for
from .dialing import Dialer
from .errors import ConnectionLost, SoapError, TransportError
from .http_content import read_content
from .http_head import read_head
from .origins import Origin, Proxy
from .pool import Pool
from .system_errors import is_limit, reason
from .time_limits import TimeLimits
from .tls import checked_context
from .transport import HttpRequest, HttpResponse
from .urls import checked_proxy

# Below, one segment costs less than copying head and content together.
_TOGETHER: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a URL's requests go, and the lines that they begin with."""

    url: str = field(repr=False)
    origin: Origin
    lines: str = field(repr=False)


class HttpTransport:
    """HTTP/1.1 on a pool of kept connections.

    Nothing is sent twice and no redirect is followed. Certificates are always verified.

    Args:
        ssl_context: Certificates to trust and to present; the system's by default. One
            that does not verify is a `ValueError`.
        proxy: The URL of a proxy, with `user:password@` if it wants them. The certificate
            of an https proxy is verified with the system's own.
    """

    def __init__(
        self, *, ssl_context: ssl.SSLContext | None = None, proxy: str | None = None
    ) -> None:
        if ssl_context is not None:
            ssl_context = checked_context(ssl_context)
        self._proxy = None if proxy is None else Proxy.of(checked_proxy(proxy))
        self._pool = Pool(Dialer(ssl_context, self._proxy))
        self._target: _Target | None = None

    def send(self, request: HttpRequest) -> HttpResponse:
        """Send one request; raises `TransportError`, `ProtocolError` or `ClientClosed`."""
        limits = TimeLimits(request)
        target = self._target
        if target is None or target.url != request.url:
            target = self._target = self._target_of(request.url)
        lease = self._pool.acquire(target.origin, limits)
        keep = False
        try:
            limits.to_begin()
            response, keep = _exchange(lease.channel, target.lines, request, limits)
        finally:
            self._pool.release(lease, keep=keep)
        return response

    def close(self) -> None:
        """Close the connections; calls under way come to their end."""
        self._pool.close()

    def _target_of(self, url: str) -> _Target:
        parts = urlsplit(url)
        origin = Origin.of(url)
        host = parts.netloc.rpartition("@")[2]
        path = parts.path or "/"
        if parts.query:
            path += f"?{parts.query}"
        proxy = self._proxy
        lines = f"Host: {host}\r\n"
        if proxy is not None and origin.scheme == "http":
            # The proxy forwards such requests; all others go through a tunnel.
            path = f"http://{host}{path}"
            if proxy.authorization is not None:
                lines += f"Proxy-Authorization: {proxy.authorization}\r\n"
        return _Target(url, origin, f"POST {path} HTTP/1.1\r\n{lines}")


def _exchange(
    channel: Channel, lines: str, request: HttpRequest, limits: TimeLimits
) -> tuple[HttpResponse, bool]:
    """The reply to a request, and whether the connection can be used again."""
    failure: OSError | None = None
    try:
        _send(channel, lines, request, limits)
    except OSError as error:
        if is_limit(error):
            raise limits.waiting_took_too_long() from error
        failure = error
    try:
        response, keep = _receive(channel, request, limits)
    except (SoapError, OSError) as error:
        if failure is not None:
            # No early reply: the request is what broke.
            raise _lost(failure) from failure
        if isinstance(error, SoapError):
            raise
        if is_limit(error):
            raise limits.waiting_took_too_long() from error
        raise _lost(error) from error
    return response, keep and failure is None


def _send(
    channel: Channel, lines: str, request: HttpRequest, limits: TimeLimits
) -> None:
    fields = "".join(
        [f"{name}: {value}\r\n" for name, value in request.headers.items()]
    )
    body = request.body
    head = f"{lines}{fields}Content-Length: {len(body)}\r\n\r\n".encode("latin-1")
    if len(body) <= _TOGETHER:
        channel.send(head + body, limits.to_send)
    else:
        channel.send(head, limits.to_send)
        channel.send(body, limits.to_send)


def _receive(
    channel: Channel, request: HttpRequest, limits: TimeLimits
) -> tuple[HttpResponse, bool]:
    head = read_head(channel, limits.to_receive)
    try:
        content = content_for(head.header("content-encoding"), request, head.status)
        read_content(channel, head, content, limits.to_receive)
        body = content.value()
    except SoapError as error:
        error.http_status = head.status
        raise
    response = HttpResponse(status=head.status, headers=head.headers, body=body)
    return response, head.keep and not channel.has_begun


def _lost(error: OSError) -> TransportError:
    return ConnectionLost(f"the connection broke: {reason(error)}")
