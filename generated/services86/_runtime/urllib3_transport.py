"""`Urllib3Transport`: the transport that a client uses unless it is given another."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

import urllib3
from urllib3.exceptions import DecodeError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as Urllib3TimeoutError

from .errors import (
    ClientClosed,
    ConnectError,
    ConnectionLost,
    ConnectTimeout,
    ProtocolError,
    ReadTimeout,
    SoapError,
    TlsError,
)
from .tls import checked_context
from .transport import HttpRequest, HttpResponse, reply_too_large
from .urllib3_connections import PROGRESS, pool_manager
from .urls import checked_proxy

_CHUNK: Final = 64 * 1024
_HOSTS: Final = 4
_CONNECTIONS_A_HOST: Final = 32


class Urllib3Transport:
    """HTTP through urllib3 with a pool of kept connections.

    Nothing is sent twice and no redirect is followed. Certificates are always verified.
    The environment's proxies and netrc are not used.

    Args:
        ssl_context: Certificates to trust and to present; the system's by default. One
            that does not verify is a `ValueError`.
        proxy: The URL of a proxy, with `user:password@` if it wants them.
    """

    def __init__(
        self,
        *,
        ssl_context: ssl.SSLContext | None = None,
        proxy: str | None = None,
    ) -> None:
        if ssl_context is not None:
            ssl_context = checked_context(ssl_context)
        self._closed = False
        address, proxy_headers = (None, {}) if proxy is None else _proxy(proxy)
        self._manager = pool_manager(
            address,
            proxy_headers,
            num_pools=_HOSTS,
            maxsize=_CONNECTIONS_A_HOST,
            ssl_context=ssl_context,
        )

    def send(self, request: HttpRequest) -> HttpResponse:
        """Send one request; raises `TransportError` or `ProtocolError`."""
        if self._closed:
            raise ClientClosed("the client is closed")
        PROGRESS.written = False
        failure: HTTPError
        try:
            response = self._manager.request(
                "POST",
                request.url,
                body=request.body,
                headers=request.headers,
                timeout=urllib3.Timeout(connect=request.timeout, read=request.timeout),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                return self._read(request, response)
            finally:
                # A connection whose reply was read to the end is back in the pool already.
                response.close()
        except HTTPError as error:
            failure = error
        finally:
            if self._closed:
                # Closed meanwhile: the connection of this call must not stay open.
                self._manager.clear()
        # Outside of the handler, so that urllib3's own message, which quotes the whole
        # URL, is not part of what is printed.
        cause = _root(failure)
        raise _translate(failure, cause, written=PROGRESS.written) from cause

    def close(self) -> None:
        """Close all connections; calls under way may end in an error."""
        self._closed = True
        self._manager.clear()

    def _read(
        self, request: HttpRequest, response: urllib3.BaseHTTPResponse
    ) -> HttpResponse:
        body = bytearray()
        chunks: Iterator[bytes] = response.stream(_CHUNK, decode_content=True)
        try:
            for chunk in chunks:
                body += chunk
                if len(body) > request.reply_limit:
                    raise reply_too_large(request, response.status)
        except DecodeError:
            coding = response.headers.get("Content-Encoding", "")
            raise _with_status(
                ProtocolError(f"the content is not what its coding {coding!r} says"),
                response,
            ) from None
        headers = {name: response.headers[name] for name in response.headers}
        return HttpResponse(status=response.status, headers=headers, body=bytes(body))


def _with_status(error: SoapError, response: urllib3.BaseHTTPResponse) -> SoapError:
    error.http_status = response.status
    return error


def _proxy(proxy: str) -> tuple[str, dict[str, str]]:
    """The proxy's address without credentials, and the header that carries them."""
    parts = urlsplit(checked_proxy(proxy))
    address = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    if parts.username is None:
        return address, {}
    credentials = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return address, dict(urllib3.make_headers(proxy_basic_auth=credentials))


def _translate(
    failure: HTTPError, cause: BaseException | None, *, written: bool
) -> SoapError:
    reason = _reason(failure if cause is None else cause)
    # urllib3 derives "no connection" from "connecting timed out".
    timed_out = isinstance(failure, Urllib3TimeoutError) and not isinstance(
        failure, NewConnectionError
    )
    if written:
        if timed_out:
            return ReadTimeout("the server did not answer in time")
        return ConnectionLost(f"the connection broke: {reason}")
    if timed_out or isinstance(cause, TimeoutError):
        return ConnectTimeout("connecting took too long")
    if isinstance(cause, ssl.SSLError):
        return TlsError(f"no TLS connection: {reason}")
    return ConnectError(f"no connection: {reason}")


def _root(failure: BaseException) -> BaseException | None:
    """The exception of the standard library that urllib3 wrapped, if any."""
    node = failure
    while True:
        wrapped = [item for item in node.args if isinstance(item, BaseException)]
        inner = node.__cause__ or next(iter(wrapped), None) or node.__context__
        if inner is None:
            return None if isinstance(node, HTTPError) else node
        node = inner


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__ if isinstance(error, HTTPError) else str(error)
