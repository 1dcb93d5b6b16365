"""What was accepted is served by the other side of the contract, and read again."""

from __future__ import annotations

import io
from dataclasses import fields
from typing import Any, Final

from services86.errors import SoapError
from services86.messaging import server as messaging
from services86.principal import server as principal
from services86.transport import HttpRequest, HttpResponse
from tests.fuzz.targets import Target

_ACTIVE: Final[dict[str, Any]] = {
    "messaging": messaging.current_call,
    "principal": principal.current_call,
}
_APPLICATIONS: Final[dict[str, Any]] = {
    "messaging": messaging.MessagingApplication,
    "principal": principal.SoPrincipalApplication,
}


class _Handler:
    """Answers every operation with a reply that a client has read."""

    def __init__(self, service: str, reply: Any) -> None:
        self._service = service
        self._reply = reply

    def __getattr__(self, name: str) -> Any:
        return self._answer

    def _answer(self, **_arguments: object) -> Any:
        headers = _ACTIVE[self._service]().reply_headers
        for item in fields(headers):
            setattr(headers, item.name, getattr(self._reply.headers, item.name))
        return self._reply.value


class _Served:
    """A transport to an application in this process."""

    def __init__(self, application: Any) -> None:
        self._application = application

    def send(self, request: HttpRequest) -> HttpResponse:
        """Let the application answer."""
        told: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]]) -> None:
            told.append((status, headers))

        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": "/",
            "CONTENT_TYPE": request.headers["Content-Type"],
            "CONTENT_LENGTH": str(len(request.body)),
            "HTTP_SOAPACTION": request.headers["SOAPAction"],
            "REMOTE_ADDR": "192.0.2.1",
            "wsgi.input": io.BytesIO(request.body),
        }
        parts = self._application(environ, start)
        status, headers = told[0]
        return HttpResponse(
            status=int(status[:3]), headers=dict(headers), body=b"".join(parts)
        )

    def close(self) -> None:
        """Nothing to release."""


def round_trip_problem(target: Target, reply: Any, strict: bool) -> str | None:
    """How a reply differs from itself after it was written and read; None if it doesn't."""
    application = _APPLICATIONS[target.service](_Handler(target.service, reply))
    try:
        again = target.call(_Served(application), strict=strict, replace_illegal=False)
    except SoapError as error:
        return f"what was accepted cannot be sent: {error}"
    if again.value != reply.value:
        return "what was accepted reads otherwise after it was written"
    headers = again.headers
    if reply.headers.succeeded is None:
        headers.succeeded = None  # the server always tells
    return None if headers == reply.headers else "header blocks read otherwise"
