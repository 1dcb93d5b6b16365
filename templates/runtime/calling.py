"""One call from arguments to reply: encode, send, read, and complete every error."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Final, Generic, TypeVar

from .attempts import Attempts
from .connection import Connection
from .envelope import envelope_start, write_envelope
from .errors import EncodeError, SoapError
from .illegal import encode, illegal_argument
from .operation import HttpInfo, Operation, P, Reply, Service
from .options import Options
from .replies import read_reply
from .transport import HttpResponse
from .urls import public_url
from .versions import SoapVersion

R = TypeVar("R")
Q = TypeVar("Q")
H = TypeVar("H")

_LOG: Final = logging.getLogger(__name__)
_EXCERPT: Final = 500
# Masking shortens a text, so more than an excerpt is looked at.
_LOOKED_AT: Final = 16 * 1024
# Nothing shorter is a credential, and masking it would blot out other text.
_CREDENTIAL: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Settings(Generic[Q]):
    """Everything that a call needs beside its arguments.

    Attributes:
        service: What the operations share.
        version: The version of SOAP that the port speaks.
        endpoint: The server's URL.
        headers: The values of the request header blocks.
        options: What the caller has set.
        connection: Where requests go.
        authorization: The value of `Authorization` where `http_headers` has none.
    """

    service: Service
    version: SoapVersion
    endpoint: str = field(repr=False)
    headers: Q = field(repr=False)
    options: Options
    connection: Connection
    authorization: str | None = field(default=None, repr=False)


def call(
    settings: Settings[Q],
    operation: Operation[P, R, Q, H],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Reply[R, H]:
    """Call an operation; every error tells operation, endpoint, duration and outcome."""
    exchange = _Exchange(settings, operation)
    try:
        return exchange.run(*args, **kwargs)
    except SoapError as error:
        exchange.complete(error)
        raise


class _Exchange(Generic[P, R, Q, H]):
    """One request and its reply, with what an error needs to be told of them."""

    def __init__(self, settings: Settings[Q], operation: Operation[P, R, Q, H]) -> None:
        self._settings = settings
        self._operation = operation
        self._started = monotonic()
        self._attempts = Attempts(
            settings.connection,
            settings.options,
            self._started,
            idempotent=operation.idempotent,
        )
        self._body = b""
        self._response: HttpResponse | None = None
        # Found at most once, and only if something is to be shown.
        self._known: frozenset[str] | None = None

    def run(self, *args: P.args, **kwargs: P.kwargs) -> Reply[R, H]:
        settings = self._settings
        operation = self._operation
        self._body = _encode(settings, operation, *args, **kwargs)
        if _LOG.isEnabledFor(logging.DEBUG):
            _LOG.debug(
                "POST %s %s: %s",
                self._endpoint,
                operation.name,
                self._shown(self._body),
            )
        response = self._response = self._attempts.send(
            settings.endpoint, _http_headers(operation.action, settings), self._body
        )
        elapsed = monotonic() - self._started
        if _LOG.isEnabledFor(logging.DEBUG):
            _LOG.debug(
                "HTTP %d %s %s in %.3f s: %s",
                response.status,
                self._endpoint,
                operation.name,
                elapsed,
                self._shown(response.body),
            )
        value, headers = read_reply(
            operation, response, settings.options, settings.version
        )
        http = HttpInfo(
            status=response.status, headers=response.headers, elapsed=elapsed
        )
        return Reply(value=value, headers=headers, http=http)

    def complete(self, error: SoapError) -> None:
        """Tell an error what is known of the call, and mask secrets in it."""
        error.operation = self._operation.name
        error.endpoint = self._endpoint
        error.elapsed = monotonic() - self._started
        self._attempts.complete(error)
        if self._response is not None:
            error.http_status = self._response.status
            error.excerpt = self._shown(self._response.body)[:_EXCERPT]
        error.redact(self._mask)

    @property
    def _endpoint(self) -> str:
        return public_url(self._settings.endpoint)

    def _shown(self, data: bytes) -> str:
        if len(data) > _LOOKED_AT:
            # Up to a tag: a secret that is cut in two would not be known any more.
            data = data[:_LOOKED_AT]
            data = data[: data.rfind(b"<")] if b"<" in data else data
        return self._mask(data)

    def _mask(self, text: str | bytes) -> str:
        if self._known is None:
            secrets = self._settings.service.redactor.secrets(self._body)
            self._known = secrets.union(_credentials(self._settings))
        return self._settings.service.redactor.text(text, self._known)


def _credentials(settings: Settings[Q]) -> Iterator[str]:
    """What may be a credential in the HTTP headers that are not the client's own."""
    given = [*settings.options.http_headers.items()]
    if settings.authorization is not None:
        given.append(("Authorization", settings.authorization))
    for name, value in given:
        if name.lower() != "user-agent" and len(value) >= _CREDENTIAL:
            yield value
            # RFC 9110, section 11.4: a scheme, then the credentials themselves.
            _, _, token = value.partition(" ")
            if "authorization" in name.lower() and len(token) >= _CREDENTIAL:
                yield token


def _encode(
    settings: Settings[Q],
    operation: Operation[P, R, Q, H],
    *args: P.args,
    **kwargs: P.kwargs,
) -> bytes:
    try:
        text = write_envelope(
            envelope_start(settings.service.namespaces, settings.version),
            lambda out: operation.write_headers(settings.headers, out),
            lambda out: operation.write(out, *args, **kwargs),
        )
        if settings.options.validate:
            # Imported here, because few programs need it, and none that only imports.
            from .facets import validate, validate_arguments  # noqa: PLC0415

            validate(settings.headers)
            validate_arguments(operation.write, operation.facets, args, kwargs)
    except RecursionError:
        raise EncodeError("nested too deeply; does a value contain itself?") from None
    data = encode(text)
    if data is None:
        raise illegal_argument(settings.headers, operation.write, args, kwargs)
    return data


def _http_headers(action: str, settings: Settings[Q]) -> dict[str, str]:
    headers = settings.version.http_headers(action)
    headers["Accept-Encoding"] = "identity"
    headers["User-Agent"] = "python-soap-client"
    authorization = settings.authorization
    for name, value in settings.options.http_headers.items():
        if name.lower() == "user-agent":
            headers["User-Agent"] = value
        else:
            headers[name] = value
            if name.lower() == "authorization":
                authorization = None
    if authorization is not None:
        headers["Authorization"] = authorization
    return headers
