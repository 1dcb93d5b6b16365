"""urllib3 connections that tell whether a byte of the request has been written."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Mapping
from typing import Any, Final, cast

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class _Progress(threading.local):
    """What the current thread's call has done so far.

    urllib3's exceptions do not tell; a request runs in its caller's thread throughout.
    """

    written = False


PROGRESS: Final = _Progress()


class _Connection(HTTPConnection):
    def connect(self) -> None:
        try:
            super().connect()
        finally:
            # What was said to a proxy while connecting is not the request.
            PROGRESS.written = False

    def send(self, data: Any) -> None:
        if self.sock is None and self.auto_open:
            self.connect()
        PROGRESS.written = True
        super().send(data)


class _TlsConnection(_Connection, HTTPSConnection):
    pass


# urllib3 declares these attributes with protocols that its own classes do not match for
# every type checker.
class _Pool(HTTPConnectionPool):
    ConnectionCls = cast("Any", _Connection)


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = cast("Any", _TlsConnection)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.conn_kw.get("ssl_context") is None:
            # Loading the system's certificates is slow: once a pool, only if needed.
            self.conn_kw["ssl_context"] = ssl.create_default_context()


def pool_manager(
    proxy: str | None, proxy_headers: Mapping[str, str], **options: Any
) -> urllib3.PoolManager:
    """A pool manager over these connections."""
    manager = (
        urllib3.PoolManager(**options)
        if proxy is None
        else urllib3.ProxyManager(proxy, proxy_headers=proxy_headers, **options)
    )
    pools: dict[str, type[HTTPConnectionPool | HTTPSConnectionPool]]
    pools = {"http": _Pool, "https": _TlsPool}
    manager.pool_classes_by_scheme = pools
    return manager
