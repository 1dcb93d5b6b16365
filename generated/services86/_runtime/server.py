"""`Application`: the base of generated WSGI applications, which serve one service each."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Final, Generic, TypeVar
from wsgiref.types import StartResponse, WSGIEnvironment

from .errors import ProtocolError, SoapFault
from .limits import LIMITS
from .server_details import with_detail
from .server_faults import fault_status, write_fault
from .server_replies import write_reply
from .server_requests import HttpProblem, SoapRequest, read_request
from .server_routing import open_request, own_blocks, route
from .serving import Call, ServedService

T = TypeVar("T")
Q = TypeVar("Q")
H = TypeVar("H")

_LOG: Final = logging.getLogger(__name__)
_MAX_REQUEST: Final = 16 * 1024 * 1024
_TEXT: Final = "text/plain; charset=utf-8"


class Application(Generic[T, Q, H]):
    """Base of generated WSGI applications (PEP 3333); many threads may call one at once.

    What a handler returns is the reply. `SoapFault` and the errors that tell a failure by
    the contract's rules are sent in the form that a client raises them from; any other
    exception is logged and is a fault that says no more than "internal error".

    Args:
        handler: Serves the operations.
        served: The service.
        strict: Whether elements, attributes, header blocks and enumeration values that
            the contract does not list are refused. By default such elements and
            attributes are skipped and such values are kept.
        max_request: How many bytes a request may have.
    """

    def __init__(
        self,
        handler: T,
        served: ServedService[T, Q, H],
        *,
        strict: bool = False,
        max_request: int = _MAX_REQUEST,
    ) -> None:
        self._handler = handler
        self._served = served
        self._strict = strict
        self._max_request = max_request

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer one HTTP request."""
        headers = list[tuple[str, str]]()
        versions = self._served.service.versions
        try:
            request = read_request(environ, self._max_request, versions)
        except HttpProblem as problem:
            content, headers = _TEXT, [*problem.headers]
            status, body = problem.status, f"{problem.text}\n".encode()
        else:
            content = f"{request.version.media_type}; charset=utf-8"
            status, body = self._answer(request)
        headers += [("Content-Type", content), ("Content-Length", str(len(body)))]
        start_response(status, headers)
        return [body]

    def _answer(self, request: SoapRequest) -> tuple[str, bytes]:
        """The HTTP status and the content of the reply."""
        served = self._served
        try:
            body = self._serve(request)
        except SoapFault as raised:
            fault = with_detail(raised, served.service, served.faults, request.version)
        except Exception:
            # What went wrong is the server's business, not the caller's.
            _LOG.exception("%s: a call failed", served.service.name)
            fault = SoapFault("Server", "internal error")
        else:
            # WS-I Basic Profile 1.1, R1112 and R1111: nothing is said of a one-way call.
            return "200 OK" if body else "202 Accepted", body
        return fault_status(fault, request.version), write_fault(fault, request.version)

    def _serve(self, request: SoapRequest) -> bytes:
        served = self._served
        envelope = open_request(request, served.service.versions)
        operation, element = route(served.operations, request.action, envelope)
        blocks = own_blocks(envelope, served.understood)
        reader = operation.operation.reader(self._strict)
        of_blocks = operation.operation.header_reader(self._strict)
        try:
            of_blocks.link(envelope.root, elements=LIMITS.elements, size=LIMITS.size)
            headers = served.read_headers(blocks, of_blocks)
            reader.link(envelope.body, elements=LIMITS.elements, size=LIMITS.size)
            invocation = operation.read(self._handler, element, reader)
            of_blocks.unknown_attributes(blocks, ())
            reader.unknown_attributes((), envelope.body)
            of_blocks.raise_missing()
            reader.raise_missing()
        except ProtocolError as error:
            redactor = served.service.redactor
            secrets = redactor.secrets(request.body)
            reason = redactor.text(error.describe(), secrets)
            raise SoapFault("Client", reason) from None
        call = Call(
            operation=operation.operation.name,
            request_headers=headers,
            reply_headers=served.new_headers(),
            path=request.path,
            http_headers=request.headers,
            remote_address=request.remote_address,
        )
        return write_reply(served, operation, invocation, call, request.version)
