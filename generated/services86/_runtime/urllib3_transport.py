"""`Urllib3Transport`: the transport that a client uses unless it is given another."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from http.client import HTTPException
from urllib.parse import urlsplit

from urllib3.response import HTTPResponse

from .codings import content_for
from .errors import ConnectionLost, EncodeError, SoapError
from .origins import Origin, Proxy
from .pool import Pool
from .system_errors import reason
from .time_limits import TimeLimits
from .tls import checked_context
from .transport import HttpRequest, HttpResponse
from .urllib3_connections import KeptConnection
from .urllib3_dialing import Dialer
from .urllib3_errors import HEAD, READING_ERRORS, ended, place_of, reply_error
from .urllib3_replies import check_framing, has_end, is_clear, read_content
from .urls import checked_proxy


class _Target:
    """Where a URL's requests go, what they ask for, and what only a proxy is told."""

    def __init__(self, url: str, proxy: Proxy | None) -> None:
        parts = urlsplit(url)
        self.url = url
        self.origin = Origin.of(url)
        self.path = parts.path or "/"
        if parts.query:
            self.path += f"?{parts.query}"
        self.headers: Mapping[str, str] = {}
        if proxy is not None and self.origin.scheme == "http":
            # The proxy forwards such requests; all others go through a tunnel.
            host = parts.netloc.rpartition("@")[2]
            self.path = f"http://{host}{self.path}"
            self.headers = proxy.headers


class Urllib3Transport:
    """HTTP through urllib3's connections, kept in a pool.

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
        self._proxy = None if proxy is None else Proxy(checked_proxy(proxy))
        self._pool = Pool(Dialer(ssl_context, self._proxy))
        self._target: _Target | None = None

    def send(self, request: HttpRequest) -> HttpResponse:
        """Send one request.

        Raises:
            TransportError: There is no complete reply.
            ProtocolError: What came is no reply that can be used.
            EncodeError: The URL or a header cannot be sent.
            ClientClosed: The transport is closed.
        """
        limits = TimeLimits(request)
        target = self._target
        if target is None or target.url != request.url:
            target = self._target = _Target(request.url, self._proxy)
        lease = self._pool.acquire(target.origin, limits)
        keep = False
        try:
            limits.to_begin()
            lease.connection.start_call(limits)
            response, keep = _exchange(lease.connection, target, request)
        finally:
            self._pool.release(lease, keep=keep)
        return response

    def close(self) -> None:
        """Close the connections; calls under way come to their end."""
        self._pool.close()


def _exchange(
    connection: KeptConnection, target: _Target, request: HttpRequest
) -> tuple[HttpResponse, bool]:
    """The reply to a request, and whether the connection can be used again."""
    failure: OSError | None = None
    headers = {**request.headers, **target.headers}
    try:
        connection.send(target.path, headers, request.body)
    except SoapError:
        raise
    except OSError as error:
        failure = error
    except (HTTPException, ValueError):
        # Nothing was sent. The error's text may quote a credential.
        raise EncodeError(
            "the URL or an HTTP header has characters that cannot be sent"
        ) from None
    try:
        response, keep = _receive(connection, request)
    except SoapError:
        if failure is None:
            raise
        # No early reply: the request is what broke.
        raise ConnectionLost(f"the connection broke: {reason(failure)}") from failure
    return response, keep and failure is None


def _receive(
    connection: KeptConnection, request: HttpRequest
) -> tuple[HttpResponse, bool]:
    try:
        reply = connection.receive()
    except READING_ERRORS as error:
        failure = reply_error(error, HEAD, has_ended=connection.has_ended)
        raise failure from failure.__cause__
    if connection.has_ended:
        # http.client takes what there is of a head for all of it.
        raise ended(HEAD)
    try:
        body = _read(reply, request)
        if connection.has_ended and has_end(reply):
            raise ended(place_of(reply))
    except READING_ERRORS as error:
        is_cut = connection.has_ended and has_end(reply)
        failure = reply_error(error, place_of(reply), has_ended=is_cut)
        failure.http_status = reply.status
        raise failure from failure.__cause__
    headers = {name: value.strip() for name, value in reply.headers.itermerged()}
    response = HttpResponse(status=reply.status, headers=headers, body=body)
    return response, connection.is_reusable and is_clear(reply)


def _read(reply: HTTPResponse, request: HttpRequest) -> bytes:
    check_framing(reply)
    coding = reply.headers.get("Content-Encoding", "")
    content = content_for(coding, request, reply.status)
    read_content(reply, content)
    return content.value()
