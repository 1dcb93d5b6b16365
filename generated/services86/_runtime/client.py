"""`SoapClient`: the base of generated clients."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from ssl import SSLContext
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

from .calling import Connection, Settings, call
from .operation import Operation, P, Reply, Service
from .options import OMITTED, Omitted, Options, checked_endpoint, inherit, public_url
from .transport import Transport
from .urllib3_transport import Urllib3Transport

R = TypeVar("R")
Q = TypeVar("Q")
H = TypeVar("H")


class Calls(Generic[Q]):
    """What can call operations: a client, or a client's `with_response`."""

    def __init__(self, settings: Settings[Q]) -> None:
        self._settings = settings

    def _call(
        self, operation: Operation[P, R, Q, H], *args: P.args, **kwargs: P.kwargs
    ) -> Reply[R, H]:
        return call(self._settings, operation, *args, **kwargs)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {public_url(self._settings.endpoint)}>"


class Replies(Calls[Q]):
    """Base of what `with_response` returns: the operations with their whole replies."""

    def __init__(self, client: Calls[Q]) -> None:
        super().__init__(client._settings)


class SoapClient(Calls[Q]):
    """Base of generated clients. Safe to use from many threads at once.

    A client is a context manager that closes itself. Copies made by `with_options` and
    `with_headers` share its connections, and closing a copy does nothing.

    Args:
        service: What the service's operations share.
        endpoint: The server's URL, http or https, without credentials.
        headers: The values of the request header blocks.
        timeout: Seconds for connecting and, again, for each read from the server; None
            is no limit. A slow reply that keeps coming may take longer altogether.
        ssl_context: Certificates to trust and to present; the system's by default.
            Certificates are always verified.
        proxy: The URL of a proxy; none by default, the environment's are not used.
        http_headers: Additional HTTP headers, for example `Authorization`.
        strict: Whether elements, attributes, header blocks and enumeration values in
            replies that the contract does not list are a `ProtocolError`. By default
            such elements and attributes are skipped and such values are kept.
        transport: Sends requests in place of urllib3, and is closed with the client. It
            excludes `ssl_context` and `proxy`.

    Raises:
        ValueError: An option is not usable; its text says which.
    """

    def __init__(
        self,
        service: Service,
        endpoint: str,
        headers: Q,
        *,
        timeout: float | None,
        ssl_context: SSLContext | None = None,
        proxy: str | None = None,
        http_headers: Mapping[str, str] | None = None,
        strict: bool = False,
        transport: Transport | None = None,
    ) -> None:
        if transport is not None and not (ssl_context is None and proxy is None):
            raise ValueError("ssl_context and proxy belong to the built-in transport")
        endpoint = checked_endpoint(endpoint)
        options = Options(
            timeout=timeout, http_headers=http_headers or {}, strict=strict
        )
        if transport is None:
            transport = Urllib3Transport(ssl_context=ssl_context, proxy=proxy)
        super().__init__(
            Settings(
                service=service,
                endpoint=endpoint,
                headers=headers,
                options=options,
                connection=Connection(transport),
            )
        )
        self._is_copy = False

    def with_options(
        self,
        *,
        timeout: float | Omitted | None = OMITTED,
        http_headers: Mapping[str, str] | Omitted = OMITTED,
        strict: bool | Omitted = OMITTED,
    ) -> Self:
        """A copy on the same connections; what is omitted stays as it is.

        `http_headers` replaces the client's own, it is not added to them.
        """
        current = self._settings.options
        options = Options(
            timeout=inherit(timeout, current.timeout),
            http_headers=inherit(http_headers, current.http_headers),
            strict=inherit(strict, current.strict),
        )
        return self._copy(replace(self._settings, options=options))

    def close(self) -> None:
        """Close the connections of this client and its copies; again does nothing.

        Later calls on any of them raise `ClientClosed`.
        """
        if not self._is_copy:
            self._settings.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _with_headers(self, **blocks: object) -> Self:
        """A copy with other values of those header blocks that are not `OMITTED`."""
        changed = {
            name: value for name, value in blocks.items() if value is not OMITTED
        }
        # Q is a dataclass; there is no way to say so that holds for every Q.
        headers: Q = replace(cast("Any", self._settings.headers), **changed)
        return self._copy(replace(self._settings, headers=headers))

    def _copy(self, settings: Settings[Q]) -> Self:
        copied = copy(self)
        copied._settings = settings
        copied._is_copy = True
        return copied
