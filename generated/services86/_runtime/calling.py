"""One call from arguments to reply: encode, send, read, and complete every error."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Final, Generic, TypeVar
from urllib.parse import quote

from .envelope import envelope_start, write_envelope
from .errors import ClientClosed, EncodeError, SoapError
from .illegal import encode, illegal_argument
from .operation import HttpInfo, Operation, P, Reply, Service
from .options import Options, public_url
from .replies import read_reply
from .transport import HttpRequest, HttpResponse, Transport

R = TypeVar("R")
Q = TypeVar("Q")
H = TypeVar("H")

_LOG: Final = logging.getLogger(__name__)
_EXCERPT: Final = 500
# Masking shortens a text, so more than an excerpt is looked at.
_LOOKED_AT: Final = 16 * 1024
# Nothing shorter is a credential, and masking it would blot out other text.
_CREDENTIAL: Final = 6


class Connection:
    """A transport that a client and its copies share, until it is closed."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._lock = Lock()
        self._closed = False

    def send(self, request: HttpRequest) -> HttpResponse:
        """Send a request; raises `ClientClosed` after `close`."""
        if self._closed:
            raise ClientClosed("the client is closed")
        return self._transport.send(request)

    def close(self) -> None:
        """Close the transport, once."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._transport.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Generic[Q]):
    """Everything that a call needs beside its arguments.

    Attributes:
        service: What the operations share.
        endpoint: The server's URL.
        headers: The values of the request header blocks.
        options: What the caller has set.
        connection: Where requests go.
    """

    service: Service
    endpoint: str = field(repr=False)
    headers: Q = field(repr=False)
    options: Options
    connection: Connection


def call(
    settings: Settings[Q],
    operation: Operation[P, R, Q, H],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Reply[R, H]:
    """Call an operation; every error tells operation, endpoint, duration and outcome."""
    exchange = _Exchange(settings, operation.name)
    try:
        return exchange.run(operation, *args, **kwargs)
    except SoapError as error:
        exchange.complete(error)
        raise


class _Exchange(Generic[Q]):
    """One request and its reply, with what an error needs to be told of them."""

    def __init__(self, settings: Settings[Q], operation: str) -> None:
        self._settings = settings
        self._operation = operation
        self._started = monotonic()
        self._body = b""
        self._response: HttpResponse | None = None
        # Found at most once, and only if something is to be shown.
        self._known: frozenset[str] | None = None

    def run(
        self, operation: Operation[P, R, Q, H], *args: P.args, **kwargs: P.kwargs
    ) -> Reply[R, H]:
        settings = self._settings
        self._body = _encode(settings, operation, *args, **kwargs)
        request = HttpRequest(
            url=settings.endpoint,
            headers=_http_headers(operation.action, settings.options),
            body=self._body,
            timeout=settings.options.timeout,
        )
        if _LOG.isEnabledFor(logging.DEBUG):
            _LOG.debug(
                "POST %s %s: %s",
                self._endpoint,
                self._operation,
                self._shown(self._body),
            )
        response = self._response = settings.connection.send(request)
        elapsed = monotonic() - self._started
        if _LOG.isEnabledFor(logging.DEBUG):
            _LOG.debug(
                "HTTP %d %s %s in %.3f s: %s",
                response.status,
                self._endpoint,
                self._operation,
                elapsed,
                self._shown(response.body),
            )
        value, headers = read_reply(operation, response, strict=settings.options.strict)
        http = HttpInfo(
            status=response.status, headers=response.headers, elapsed=elapsed
        )
        return Reply(value=value, headers=headers, http=http)

    def complete(self, error: SoapError) -> None:
        """Tell an error what is known of the call, and mask secrets in it."""
        error.operation = self._operation
        error.endpoint = self._endpoint
        error.elapsed = monotonic() - self._started
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
            self._known = secrets.union(_credentials(self._settings.options))
        return self._settings.service.redactor.text(text, self._known)


def _credentials(options: Options) -> Iterator[str]:
    """What may be a credential in the caller's own HTTP headers."""
    for name, value in options.http_headers.items():
        if name.lower() != "user-agent" and len(value) >= _CREDENTIAL:
            yield value
            scheme, _, token = value.partition(" ")
            if scheme and len(token) >= _CREDENTIAL:
                yield token


def _encode(
    settings: Settings[Q],
    operation: Operation[P, R, Q, H],
    *args: P.args,
    **kwargs: P.kwargs,
) -> bytes:
    try:
        text = write_envelope(
            envelope_start(settings.service.namespaces),
            lambda out: operation.write_headers(settings.headers, out),
            lambda out: operation.write(out, *args, **kwargs),
        )
    except RecursionError:
        raise EncodeError("nested too deeply; does a value contain itself?") from None
    data = encode(text)
    if data is None:
        raise illegal_argument(settings.headers, operation.write, args, kwargs)
    return data


def _http_headers(action: str, options: Options) -> dict[str, str]:
    # SOAP 1.1, section 6.1.1; a URI needs no quoting, anything else must not break out.
    quoted = quote(action, safe=":/?#[]@!$&'()*+,;=%~-._ {}|^`<>")
    headers = {
        "Content-Type": "text/xml; charset=utf-8",
        "SOAPAction": f'"{quoted}"',
        "Accept": "text/xml",
        "Accept-Encoding": "identity",
        "User-Agent": "python-soap-client",
    }
    for name, value in options.http_headers.items():
        if name.lower() == "user-agent":
            headers["User-Agent"] = value
        else:
            headers[name] = value
    return headers
