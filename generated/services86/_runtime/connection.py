"""A transport that a client and its copies share."""

from __future__ import annotations

from threading import Lock

from .errors import ClientClosed
from .transport import HttpRequest, HttpResponse, Transport, reply_too_large


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
        response = self._transport.send(request)
        if len(response.body) > request.reply_limit:
            raise reply_too_large(request, response.status)
        return response

    def close(self) -> None:
        """Close the transport, once."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._transport.close()
