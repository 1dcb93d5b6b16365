"""HTTP requests of a WSGI server: what is let in, and how little is said otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote
from wsgiref.types import InputStream, WSGIEnvironment

from .transport import HttpHeaders

_POST: Final = "POST"
_MEDIA_TYPE: Final = "text/xml"


class HttpProblem(Exception):
    """A request that is answered without SOAP.

    Attributes:
        status: The HTTP status line.
        text: What is wrong, for the reply's body.
        headers: Further HTTP headers of the reply.
    """

    def __init__(self, status: str, text: str, *headers: tuple[str, str]) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.headers = headers


@dataclass(frozen=True, slots=True, kw_only=True)
class SoapRequest:
    """A POST request with XML in it.

    Attributes:
        action: The SOAPAction without quotes and percent-encoding; "" for none.
        body: The envelope.
        path: The path of the URL.
        headers: The HTTP headers.
        remote_address: The caller's address, if the web server tells it.
    """

    action: str
    body: bytes = field(repr=False)
    path: str
    headers: HttpHeaders
    remote_address: str | None


def read_request(environ: WSGIEnvironment, limit: int) -> SoapRequest:
    """The request of a WSGI environment.

    Args:
        limit: How many bytes a body may have.

    Raises:
        HttpProblem: The method, the content type or the length is not right.
    """
    if environ.get("REQUEST_METHOD") != _POST:
        allow = ("Allow", _POST)
        raise HttpProblem("405 Method Not Allowed", "SOAP is sent with POST", allow)
    headers = _headers(environ)
    media_type = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type != _MEDIA_TYPE or headers.get("Content-Encoding", "identity") not in (
        "",
        "identity",
    ):
        text = f"expected plain {_MEDIA_TYPE}, the content type of SOAP 1.1"
        raise HttpProblem("415 Unsupported Media Type", text)
    return SoapRequest(
        action=plain_action(headers.get("SOAPAction", "")),
        body=_body(environ, headers, limit),
        path=str(environ.get("SCRIPT_NAME", "")) + str(environ.get("PATH_INFO", "")),
        headers=headers,
        remote_address=environ.get("REMOTE_ADDR") or None,
    )


def plain_action(value: str) -> str:
    """A SOAPAction as contracts have it: no quotes, no percent-encoding."""
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] == '"':
        value = value[1:-1]
    return unquote(value)


def _headers(environ: WSGIEnvironment) -> HttpHeaders:
    # PEP 3333: two headers have no prefix.
    found = {
        name.removeprefix("HTTP_").replace("_", "-").title(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
        or (name in ("CONTENT_TYPE", "CONTENT_LENGTH") and value)
    }
    return HttpHeaders(found)


def _body(environ: WSGIEnvironment, headers: HttpHeaders, limit: int) -> bytes:
    too_large = HttpProblem(
        "413 Content Too Large", f"a request may have {limit} bytes at most"
    )
    declared = headers.get("Content-Length", "").strip()
    stream: InputStream = environ["wsgi.input"]
    if not declared:
        # Reading a stream that nobody ends would wait for ever.
        if not environ.get("wsgi.input_terminated"):
            raise HttpProblem("411 Length Required", "Content-Length is missing")
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise too_large
        return body
    if not (declared.isascii() and declared.isdigit()):
        raise HttpProblem("400 Bad Request", "Content-Length is not a number")
    # Before int(): it refuses thousands of digits with an error of its own.
    if len(declared.lstrip("0")) > len(str(limit)) or int(declared) > limit:
        raise too_large
    cut_off = HttpProblem("400 Bad Request", "the request was cut off")
    try:
        body = stream.read(int(declared))
    except OSError:
        raise cut_off from None
    if len(body) != int(declared):
        raise cut_off
    return body
