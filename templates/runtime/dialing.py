"""Connecting: name look-up, TCP, a proxy's tunnel and TLS, all within one time limit."""

from __future__ import annotations

import socket
import ssl
from typing import Any, cast

from .channel import Channel, Stream
from .errors import ConnectError, SoapError, TlsError
from .http_head import read_head
from .look_up import Resolver
from .origins import Origin, Proxy
from .system_errors import is_limit, reason
from .time_limits import TimeLimits


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

    def dial(self, origin: Origin, limits: TimeLimits) -> Channel:
        """A new connection to an origin, through the proxy if there is one.

        Raises:
            ConnectError: There is none; a `ConnectTimeout` where there was no time left.
        """
        limits.start_connecting()
        proxy = self._proxy
        stream = self._connect(origin if proxy is None else proxy.origin, limits)
        try:
            if proxy is not None and proxy.origin.scheme == "https":
                # The caller's own context may present a certificate that is not for it.
                context = self._default_context()
                stream = _wrap(stream, context, proxy.origin.host, limits)
            if origin.scheme == "https":
                if proxy is not None:
                    _open_tunnel(stream, origin, proxy, limits)
                context = self._context or self._default_context()
                stream = _wrap(stream, context, origin.host, limits)
        except BaseException:
            stream.close()
            raise
        return Channel(stream)

    def _connect(self, origin: Origin, limits: TimeLimits) -> Stream:
        try:
            addresses = self._resolver.addresses(
                origin.host, origin.port, limits.to_connect()
            )
        except OSError as error:
            raise _failure(error, limits) from error
        failure: OSError = OSError("the host has no address")
        for number, (family, kind, protocol, address) in enumerate(addresses):
            seconds = limits.to_connect()
            # A silent address must not take the time of those after it.
            share = None if seconds is None else seconds / (len(addresses) - number)
            try:
                return _connected(family, kind, protocol, address, share)
            except OSError as error:
                failure = error
        raise _failure(failure, limits) from failure

    def _default_context(self) -> ssl.SSLContext:
        # Loading the system's certificates is slow: once, and only if needed.
        if self._default is None:
            self._default = ssl.create_default_context()
        return self._default


def _connected(
    family: socket.AddressFamily,
    kind: socket.SocketKind,
    protocol: int,
    address: Any,
    seconds: float | None,
) -> socket.socket:
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        made.settimeout(seconds)
        made.connect(address)
    except BaseException:
        made.close()
        raise
    return made


def _open_tunnel(
    stream: Stream, origin: Origin, proxy: Proxy, limits: TimeLimits
) -> None:
    lines = [f"CONNECT {origin.address} HTTP/1.1", f"Host: {origin.address}"]
    if proxy.authorization is not None:
        lines.append(f"Proxy-Authorization: {proxy.authorization}")
    channel = Channel(stream)
    try:
        channel.send("\r\n".join([*lines, "", ""]).encode(), limits.to_connect)
        head = read_head(channel, limits.to_connect)
    except OSError as error:
        raise _failure(error, limits) from error
    except ConnectError:
        raise
    except SoapError as error:
        raise ConnectError(f"no tunnel through the proxy: {error.message}") from error
    if not 200 <= head.status <= 299:
        raise ConnectError(f"no tunnel through the proxy: it answers {head.status}")
    if channel.has_begun:
        raise ConnectError("no tunnel through the proxy: it sends more than its reply")


def _wrap(
    stream: Stream, context: ssl.SSLContext, host: str, limits: TimeLimits
) -> Stream:
    host = host.rstrip(".")
    seconds = limits.to_connect()
    try:
        if isinstance(stream, ssl.SSLSocket):
            # Slow to import, and rarely needed.
            from .urllib3_tls import tls_inside_tls  # noqa: PLC0415

            return tls_inside_tls(stream, context, host, seconds)
        stream.settimeout(seconds)
        return context.wrap_socket(cast("socket.socket", stream), server_hostname=host)
    except ssl.SSLError as error:
        raise TlsError(f"no TLS connection: {reason(error)}") from error
    except OSError as error:
        raise _failure(error, limits) from error
    except ValueError as error:
        raise TlsError(f"no TLS connection: {error}") from error


def _failure(error: OSError, limits: TimeLimits) -> ConnectError:
    if is_limit(error):
        return limits.connecting_took_too_long()
    return ConnectError(f"no connection: {reason(error)}")
