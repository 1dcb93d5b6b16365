"""`ClientBase`: the base of generated clients."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import replace
from ssl import SSLContext
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

from .calling import Settings, call
from .connection import Connection
from .environment import environment_proxy, netrc_authorization
from .operation import Operation, P, Reply, Service
from .options import (
    OMITTED,
    FilePath,
    IllegalCharacters,
    Omitted,
    Options,
    inherit,
)
from .tls import tls_context
from .transport import Transport
from .urls import checked_endpoint, public_url

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


class ClientBase(Calls[Q]):
    """Base of generated clients. Safe to use from many threads at once.

    A client is a context manager that closes itself. Copies made by `with_options` and
    `with_headers` share its connections, and closing a copy does nothing.

    Args:
        service: What the service's operations share.
        endpoint: The server's URL, http or https, without credentials; None is the
            address of the port, which then has to have one.
        headers: The values of the request header blocks.
        port: The name of the port that the endpoint is of; None is the first.
        timeout: Seconds for a whole call, from encoding the request to the end of the
            reply, with all attempts; None is no limit.
        connect_timeout: Seconds to connect: name look-up, TCP, proxy and TLS; None is only
            `timeout`.
        read_timeout: Seconds that the server may stay silent while its reply is waited
            for; None is only `timeout`.
        retries: How many further attempts a call may take, within `timeout`. Only what
            was provably not sent is sent again, and for an operation that is declared
            idempotent also what may have been. The pause before an attempt is 0.1 s at
            first, and doubles up to 2 s.
        http_headers: Additional HTTP headers, for example `Authorization`.
        strict: Whether elements, attributes, header blocks and enumeration values in
            replies that the contract does not list are a `ProtocolError`. By default
            such elements and attributes are skipped and such values are kept.
        validate: Whether arguments are held to the facets of their types before they are
            sent: lengths, bounds, digits, patterns, and members of enumerations.
        illegal_characters: What becomes of characters in a reply that XML forbids:
            "refuse" raises `ProtocolError`, "replace" reads U+FFFD in their place.
        understood_headers: Expanded names (`{namespace}local`) of header blocks that are
            taken as understood where a reply demands it by `mustUnderstand`.
        reply_limit: The greatest size of a reply in bytes, content coding undone.
        element_limit: The greatest number of elements in a reply.
        ca_file: PEM file of the CAs to trust in place of the system's.
        client_certificate: PEM file with the certificate to present and its key, or a
            tuple of two files.
        ssl_context: How TLS is done, in place of `ca_file` and `client_certificate`.
            Certificates are always verified.
        proxy: The URL of a proxy, with `user:password@` if it wants them.
        trust_env: Whether the environment is looked at, when the client is made: for a
            proxy, unless `proxy` is given, in HTTP_PROXY, HTTPS_PROXY and NO_PROXY; and
            for the endpoint's host in netrc, unless `http_headers` hold `Authorization`.
        transport: Sends requests in place of the built-in one, and is closed with the
            client. It excludes the options from `ca_file` to `trust_env`.

    Raises:
        ValueError: An option is not usable; its text says which.
    """

    def __init__(
        self,
        service: Service,
        endpoint: str | None,
        headers: Q,
        *,
        port: str | None = None,
        timeout: float | None,
        connect_timeout: float | None,
        read_timeout: float | None,
        retries: int,
        http_headers: Mapping[str, str] | None,
        strict: bool,
        validate: bool = False,
        illegal_characters: IllegalCharacters,
        understood_headers: Collection[str],
        reply_limit: int,
        element_limit: int,
        ca_file: FilePath | None,
        client_certificate: FilePath | tuple[FilePath, FilePath] | None,
        ssl_context: SSLContext | None,
        proxy: str | None,
        trust_env: bool,
        transport: Transport | None,
    ) -> None:
        chosen = service.port(port)
        endpoint = checked_endpoint(
            (chosen.address or "") if endpoint is None else endpoint
        )
        options = Options(
            timeout=timeout,
            connect_timeout=connect_timeout,
            read_timeout=read_timeout,
            retries=retries,
            http_headers=http_headers or {},
            strict=strict,
            validate=validate,
            illegal_characters=illegal_characters,
            understood_headers=understood_headers,
            reply_limit=reply_limit,
            element_limit=element_limit,
        )
        files = ca_file is not None or client_certificate is not None
        if transport is not None:
            if files or ssl_context is not None or proxy is not None or trust_env:
                raise ValueError(
                    "ca_file, client_certificate, ssl_context, proxy and trust_env"
                    " belong to the built-in transport"
                )
        else:
            if ssl_context is None:
                ssl_context = tls_context(ca_file, client_certificate)
            elif files:
                raise ValueError(
                    "ca_file and client_certificate exclude ssl_context;"
                    " load them into it"
                )
            if proxy is None and trust_env:
                proxy = environment_proxy(endpoint)
            # Imported here, because urllib3 takes longer to import than all the rest.
            from .urllib3_transport import Urllib3Transport  # noqa: PLC0415

            transport = Urllib3Transport(ssl_context=ssl_context, proxy=proxy)
        super().__init__(
            Settings(
                service=service,
                version=chosen.version,
                endpoint=endpoint,
                headers=headers,
                options=options,
                connection=Connection(transport),
                authorization=netrc_authorization(endpoint) if trust_env else None,
            )
        )
        self._is_copy = False

    def with_options(
        self,
        *,
        timeout: float | Omitted | None = OMITTED,
        connect_timeout: float | Omitted | None = OMITTED,
        read_timeout: float | Omitted | None = OMITTED,
        retries: int | Omitted = OMITTED,
        http_headers: Mapping[str, str] | Omitted = OMITTED,
        strict: bool | Omitted = OMITTED,
        validate: bool | Omitted = OMITTED,
        illegal_characters: IllegalCharacters | Omitted = OMITTED,
        understood_headers: Collection[str] | Omitted = OMITTED,
        reply_limit: int | Omitted = OMITTED,
        element_limit: int | Omitted = OMITTED,
    ) -> Self:
        """A copy on the same connections; what is omitted stays as it is.

        `http_headers` and `understood_headers` replace the client's own, they are not
        added to them.
        """
        current = self._settings.options
        options = Options(
            timeout=inherit(timeout, current.timeout),
            connect_timeout=inherit(connect_timeout, current.connect_timeout),
            read_timeout=inherit(read_timeout, current.read_timeout),
            retries=inherit(retries, current.retries),
            http_headers=inherit(http_headers, current.http_headers),
            strict=inherit(strict, current.strict),
            validate=inherit(validate, current.validate),
            illegal_characters=inherit(illegal_characters, current.illegal_characters),
            understood_headers=inherit(understood_headers, current.understood_headers),
            reply_limit=inherit(reply_limit, current.reply_limit),
            element_limit=inherit(element_limit, current.element_limit),
        )
        return self._copy(replace(self._settings, options=options))

    def close(self) -> None:
        """Close the connections of this client and its copies; again does nothing.

        Later calls on any of them raise `ClientClosed`; those under way come to their end.
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
