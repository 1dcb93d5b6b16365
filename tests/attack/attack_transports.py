"""Transports without a network: to prepared replies, and to the generated server."""

from __future__ import annotations

import io
import types
from importlib import import_module
from typing import Any

from tests.attack.attacked_modules import annotations_of, is_own, issubclass_of
from tests.attack.hostile_arguments import Maker


class Wire:
    """A transport that keeps what is sent and answers what it was told to."""

    def __init__(self, response: Any, replies: dict[str, str]) -> None:
        self._response = response
        self._replies = replies
        self.sent: Any = None

    def send(self, request: Any) -> Any:
        """Keep a request's envelope and answer it."""
        etree = import_module("lxml.etree")
        self.sent = etree.fromstring(request.body)
        name = etree.QName(self.sent[-1][0]).localname
        headers = {"Content-Type": "text/xml; charset=utf-8"}
        return self._response(
            status=200, headers=headers, body=self._replies[name].encode()
        )

    def close(self) -> None:
        """Nothing to release."""


class Served:
    """A transport to the generated server, whose handler returns hostile values."""

    def __init__(self, response: Any, server: types.ModuleType, maker: Maker) -> None:
        self._response = response
        self._maker = maker
        own = [v for v in vars(server).values() if is_own(v, server)]
        self._protocol = next(v for v in own if getattr(v, "_is_protocol", False))
        application = next(v for v in own if issubclass_of(v, "Application"))
        self._application = application(self)
        self.returned: Any = None

    def __getattr__(self, name: str) -> Any:
        """The handler's method of that name."""
        hints = annotations_of(getattr(self._protocol, name))

        def serve(**_: Any) -> Any:
            self.returned = self._maker.make(hints["return"])
            return self.returned

        return serve

    def send(self, request: Any) -> Any:
        """Have the WSGI application answer."""
        started: list[Any] = []
        environ = {
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": request.headers["Content-Type"],
            "CONTENT_LENGTH": str(len(request.body)),
            "HTTP_SOAPACTION": request.headers["SOAPAction"],
            "wsgi.input": io.BytesIO(request.body),
        }

        def start_response(*status_and_headers: Any) -> None:
            started.extend(status_and_headers)

        body = b"".join(self._application(environ, start_response))
        status, headers = started
        return self._response(status=int(status[:3]), headers=dict(headers), body=body)

    def close(self) -> None:
        """Nothing to release."""
