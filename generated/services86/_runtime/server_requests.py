"""HTTP requests of a WSGI server: what is let in, and how little is said otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote
from wsgiref.types import InputStream, WSGIEnvironment

from .transport import HttpHeaders
from .versions import SOAP_11, SoapVersion

_POST: Final = "POST"
# A parameter of a media type, RFC 9110 section 5.6.6.
_PARAMETER: Final = re.compile(r';\s*([^\s=;"]+)=("(?:\\.|[^"\\])*"|[^\s;"]*)')


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
        version: The version of SOAP that the content type is of.
        action: The SOAPAction, or the parameter of the content type, without quotes and
            percent-encoding; "" for none.
        body: The envelope.
        path: The path of the URL.
        headers: The HTTP headers.
        remote_address: The caller's address, if the web server tells it.
    """

    version: SoapVersion
    action: str
    body: bytes = field(repr=False)
    path: str
    headers: HttpHeaders
    remote_address: str | None


def read_request(
    environ: WSGIEnvironment, limit: int, versions: Sequence[SoapVersion]
) -> SoapRequest:
    """The request of a WSGI environment.

    Args:
        limit: How many bytes a body may have.
        versions: The versions of SOAP that are served. Content of SOAP 1.1 is taken
            anyway: only an envelope can tell its sender what to send in its place.

    Raises:
        HttpProblem: The method, the content type or the length is not right.
    """
    if environ.get("REQUEST_METHOD") != _POST:
        allow = ("Allow", _POST)
        raise HttpProblem("405 Method Not Allowed", "SOAP is sent with POST", allow)
    headers = _headers(environ)
    content_type = headers.get("Content-Type", "")
    media_type = content_type.partition(";")[0].strip().lower()
    taken = {known.media_type: known for known in (SOAP_11, *versions)}
    version = taken.get(media_type)
    coding = headers.get("Content-Encoding", "identity")
    if version is None or coding not in ("", "identity"):
        types = " or ".join(
            f"{v.media_type}, the content type of {v}" for v in versions
        )
        raise HttpProblem("415 Unsupported Media Type", f"expected plain {types}")
    if version is SOAP_11:
        action = headers.get("SOAPAction", "")
    else:
        action = _parameter(content_type, "action")
    return SoapRequest(
        version=version,
        action=plain_action(action),
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


def _parameter(content_type: str, wanted: str) -> str:
    found = (m[2] for m in _PARAMETER.finditer(content_type) if m[1].lower() == wanted)
    return next(found, "")


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
