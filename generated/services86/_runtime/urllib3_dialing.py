"""New connections: through a proxy or not, with TLS or not."""

from __future__ import annotations

import ssl

from urllib3.connection import ProxyConfig
from urllib3.exceptions import HTTPError
from urllib3.util import Url

from .errors import ConnectError, SoapError, TlsError
from .look_up import Resolver
from .origins import Origin, Proxy
from .system_errors import is_limit, reason
from .time_limits import TimeLimits
from .urllib3_connections import (
    KeptConnection,
    PlainConnection,
    TlsConnection,
    Wire,
)


class Dialer:
    """Makes connections.

    Args:
        context: Certificates to trust and to present; the system's by default.
        proxy: What connections go through.
    """

    def __init__(self, context: ssl.SSLContext | None, proxy: Proxy | None) -> None:
        self._context = context
        self._default: ssl.SSLContext | None = None
        self._proxy = proxy
        self._resolver = Resolver()

    def dial(self, origin: Origin, limits: TimeLimits) -> KeptConnection:
        """A new connection to an origin, through the proxy if there is one.

        Raises:
            ConnectError: There is none; a `ConnectTimeout` where there was no time left.
        """
        limits.start_connecting()
        connection = self._connection(origin, limits)
        try:
            connection.connect()
        except BaseException as error:
            connection.close()
            if isinstance(error, SoapError):
                raise
            if isinstance(error, OSError | ValueError | HTTPError):
                raise _failure(error, limits) from error
            raise
        return KeptConnection(connection)

    def _connection(self, origin: Origin, limits: TimeLimits) -> PlainConnection:
        proxy = self._proxy
        first = origin if proxy is None else proxy.origin
        wire = Wire(self._resolver, first, limits)
        if proxy is None:
            if origin.scheme == "http":
                return PlainConnection(wire, origin.host, origin.port)
            context = self._context or self._default_context()
            return TlsConnection(wire, origin.host, origin.port, ssl_context=context)
        address = Url(first.scheme, host=first.host, port=first.port)
        if origin.scheme == first.scheme == "http":
            return PlainConnection(wire, first.host, first.port, proxy=address)
        # The caller's own context may present a certificate that is not for the proxy.
        trusted = self._default_context()
        made = TlsConnection(
            wire,
            first.host,
            first.port,
            proxy=address,
            proxy_config=ProxyConfig(trusted, False, None, None),
            ssl_context=(
                trusted if origin.scheme == "http" else self._context or trusted
            ),
        )
        if origin.scheme == "https":
            made.set_tunnel(
                origin.host, origin.port, proxy.headers, scheme=first.scheme
            )
        return made

    def _default_context(self) -> ssl.SSLContext:
        # Loading the system's certificates is slow: once, and only if needed.
        if self._default is None:
            self._default = ssl.create_default_context()
        return self._default


def _failure(
    error: OSError | ValueError | HTTPError, limits: TimeLimits
) -> ConnectError:
    if isinstance(error, OSError):
        if is_limit(error):
            return limits.connecting_took_too_long()
        if isinstance(error, ssl.SSLError):
            return TlsError(f"no TLS connection: {reason(error)}")
        return ConnectError(f"no connection: {reason(error)}")
    return TlsError(f"no TLS connection: {error}")
