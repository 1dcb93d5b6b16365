"""What these tests need of the wire: elements, envelopes, a transport that captures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.unit.runtime.orders._runtime.parsing import parse_xml
from tests.unit.runtime.orders._runtime.reading import Element
from tests.unit.runtime.orders._runtime.transport import HttpRequest, HttpResponse

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def element(content: str = "", attributes: str = "") -> Element:
    """An element with this content."""
    child = f"<v {attributes}>{content}</v>"
    root = f'<root xmlns:xsi="{XSI}" xmlns:o="urn:orders">{child}</root>'
    return parse_xml(root.encode())[0]


def nil() -> Element:
    """A nil element."""
    return element(attributes='xsi:nil="true"')


def envelope(body: str, headers: str = "") -> bytes:
    """An envelope whose default namespace is the service's."""
    return (
        f'<s:Envelope xmlns:s="{SOAP}" xmlns:xsi="{XSI}" xmlns="urn:orders">'
        f"<s:Header>{headers}</s:Header><s:Body>{body}</s:Body></s:Envelope>"
    ).encode()


class FakeTransport:
    """Answers every request with the same reply and keeps the requests."""

    def __init__(
        self,
        body: bytes | Exception = b"",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        on_send: Callable[[HttpRequest], None] | None = None,
    ) -> None:
        self.body = body
        self.status = status
        self.headers = {"content-type": "text/xml"} if headers is None else headers
        self.requests: list[HttpRequest] = []
        self.closed = 0
        self._on_send = on_send

    def send(self, request: HttpRequest) -> HttpResponse:
        self.requests.append(request)
        if self._on_send is not None:
            self._on_send(request)
        if isinstance(self.body, Exception):
            raise self.body
        return HttpResponse(status=self.status, headers=self.headers, body=self.body)

    def close(self) -> None:
        self.closed += 1

    @property
    def sent(self) -> str:
        """The last request's envelope."""
        return self.requests[-1].body.decode()
