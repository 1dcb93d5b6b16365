"""Connecting over TCP: a host's addresses one after the other, within one time limit."""

from __future__ import annotations

import socket
from typing import Any

from .look_up import Resolver
from .time_limits import TimeLimits


def connect_tcp(
    resolver: Resolver, host: str, port: int, limits: TimeLimits
) -> socket.socket:
    """A connected socket.

    Raises:
        ConnectTimeout: There is no time left.
        OSError: There is no connection; the last address's error.
    """
    addresses = resolver.addresses(host, port, limits.to_connect())
    failure: OSError = OSError("the host has no address")
    for number, (family, kind, protocol, address) in enumerate(addresses):
        seconds = limits.to_connect()
        # A silent address must not take the time of those after it.
        share = None if seconds is None else seconds / (len(addresses) - number)
        try:
            return _connected(family, kind, protocol, address, share)
        except OSError as error:
            failure = error
    raise failure


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
