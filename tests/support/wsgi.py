"""Calls a WSGI application in this process: with bytes, or as a client's transport."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication
from wsgiref.validate import validator

from lxml import etree

from services86.transport import HttpRequest, HttpResponse
from tests.support.schema_validation import assert_valid_envelope

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply.

    Attributes:
        status: The HTTP status.
        headers: The HTTP headers.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def fault(self) -> tuple[str, str]:
        """The code and the text of the fault that it must hold."""
        assert self.status == 500, self
        assert self.headers["Content-Type"] == "text/xml; charset=utf-8"
        root = etree.fromstring(self.body)
        fault = root.find(f"{{{SOAP}}}Body/{{{SOAP}}}Fault")
        assert fault is not None, self.body
        return fault.findtext("faultcode", ""), fault.findtext("faultstring", "")


def call(
    application: WSGIApplication,
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
    **environ: Any,
) -> Answer:
    """Send one request; wsgiref's validator holds the application to PEP 3333.

    Args:
        headers: HTTP headers; `text/xml` and the body's length by default.
        environ: Goes before everything else; None takes a key out.
    """
    values: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/orders",
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "192.0.2.1",
        "CONTENT_TYPE": "text/xml; charset=utf-8",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in (headers or {}).items():
        key = name.upper().replace("-", "_")
        values[key if key == "CONTENT_TYPE" else f"HTTP_{key}"] = value
    values |= environ
    told: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(
        status: str, answered: list[tuple[str, str]], exc_info: object = None
    ) -> Any:
        assert exc_info is None
        told.append((status, answered))
        return io.BytesIO().write

    present = {key: value for key, value in values.items() if value is not None}
    # The validator itself fails on a length that is no number.
    if str(environ.get("CONTENT_LENGTH", "1"))[:5].isdecimal():
        parts: Any = validator(application)(present, start_response)
        content = b"".join(parts)
        parts.close()
    else:
        content = b"".join(application(present, start_response))
    ((status, answered),) = told
    assert dict(answered)["Content-Length"] == str(len(content))
    return Answer(int(status.split()[0]), dict(answered), content)


class InProcess:
    """A client's transport to an application; both sides must fit the contracts' schemas.

    Attributes:
        replies: The replies' bodies, in order.
    """

    def __init__(self, application: WSGIApplication, *, valid: bool = True) -> None:
        self._application = application
        self._valid = valid
        self.replies: list[bytes] = []

    def send(self, request: HttpRequest) -> HttpResponse:
        """Answer a request with what the application says."""
        path = urlsplit(request.url).path
        answer = call(self._application, request.body, request.headers, PATH_INFO=path)
        self.replies.append(answer.body)
        if self._valid:
            assert_valid_envelope(request.body)
            assert_valid_envelope(answer.body)
        return HttpResponse(
            status=answer.status, headers=answer.headers, body=answer.body
        )

    def close(self) -> None:
        """Nothing to release."""
