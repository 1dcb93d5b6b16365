"""A transport that answers with a snapshot and keeps what was sent."""

from __future__ import annotations

from services86.transport import HttpRequest, HttpResponse
from tests.support.infoset import assert_same_infoset, snapshot
from tests.support.schema_validation import assert_valid_envelope

NAMESPACE = "http://www.superoffice.net/ws/crm/NetServer/Services86"


class CapturingTransport:
    """Answers every request alike; requests and reply must fit the contracts' schemas.

    Attributes:
        requests: What was sent, in order.
    """

    def __init__(self, reply: bytes, *, status: int = 200, valid: bool = True) -> None:
        if valid:
            assert_valid_envelope(reply)
        self._reply = HttpResponse(
            status=status,
            headers={"Content-Type": "text/xml; charset=utf-8"},
            body=reply,
        )
        self.requests: list[HttpRequest] = []

    def send(self, request: HttpRequest) -> HttpResponse:
        """Keep the request and answer it."""
        assert_valid_envelope(request.body)
        self.requests.append(request)
        return self._reply

    def close(self) -> None:
        """Nothing to release."""


def answering(name: str) -> CapturingTransport:
    """A transport that answers with a snapshot."""
    return CapturingTransport(snapshot(name))


def assert_sent(transport: CapturingTransport, name: str, operation: str) -> None:
    """Fail unless one request was sent that equals a snapshot, HTTP headers included.

    Args:
        name: The snapshot.
        operation: The last two segments of the action, `<port type>/<operation>`.
    """
    assert len(transport.requests) == 1
    request = transport.requests[0]
    assert_same_infoset(request.body, snapshot(name))
    headers = {key.lower(): value for key, value in request.headers.items()}
    assert headers["soapaction"] == f'"{NAMESPACE}/{operation}"'
    assert headers["content-type"] == "text/xml; charset=utf-8"
