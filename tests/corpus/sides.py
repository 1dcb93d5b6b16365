"""The two sides of a generated package: its clients and its applications."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.support.wsgi import Answer, call


@dataclass(frozen=True, slots=True)
class Called:
    """A call as a handler has seen it."""

    method: str
    arguments: dict[str, Any]
    headers: dict[str, Any]


class NotServed(Exception):
    """An application answers without calling its handler; the text is its answer."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A client class and the application class of the same port type.

    Attributes:
        port: The port that clients are of.
        version: The number of the version of SOAP that it speaks.
        choice: Whether there are others.
        strict: Whether both refuse what the contract lacks.
    """

    client: Any
    application: Any
    server: Any
    port: str
    version: str
    choice: bool
    strict: bool = True

    def serve(self, body: bytes, http: dict[str, str]) -> Called:
        """The call that a request comes to.

        Raises:
            NotServed: The application refuses the request.
        """
        handler = _Handler(self.server.current_call, None)
        answer = call(self.application(handler, strict=self.strict), body, http)
        if handler.called is None:
            raise NotServed(_text(answer))
        return handler.called

    def answer(self, body: bytes, http: dict[str, str], reply: Any) -> Answer:
        """The answer to a request whose handler gives back what a client has read.

        Args:
            reply: A reply, or the error that a client has made of one.
        """
        handler = _Handler(self.server.current_call, reply)
        return call(self.application(handler, strict=self.strict), body, http)

    def request(self, called: Called) -> tuple[bytes, dict[str, str]]:
        """What the client sends for a call, and with which HTTP headers.

        Raises:
            Exception: Whatever the client raises before it sends anything.
        """
        transport = _Transport(lambda: Answer(500, {}, b""))
        client = self._client(transport, called.headers)
        try:
            getattr(client, called.method)(**called.arguments)
        except Exception:
            if transport.sent is None:
                raise
        assert transport.sent is not None, "nothing was sent"
        return transport.sent.body, dict(transport.sent.headers)

    def read(self, called: Called, answer: Answer) -> Any:
        """The whole reply that the client makes of an answer.

        Raises:
            Exception: Whatever the client raises.
        """
        client = self._client(_Transport(lambda: answer), called.headers)
        return getattr(client.with_response, called.method)(**called.arguments)

    def _client(self, transport: _Transport, headers: dict[str, Any]) -> Any:
        transport.response = self.response
        options = {"port": self.port} if self.choice else {}
        client = self.client(
            "http://localhost/", transport=transport, strict=self.strict, **options
        )
        return client.with_headers(**headers) if headers else client

    @property
    def nil(self) -> object:
        """What code gives for a value to be sent as nil."""
        nil: object = import_module(self.client.__module__.partition(".")[0]).NIL
        return nil

    @property
    def response(self) -> Any:
        """The package's class of answers."""
        package = self.client.__module__.partition(".")[0]
        return import_module(f"{package}.transport").HttpResponse


class _Handler:
    """Notes the call; answers what it was told to."""

    def __init__(self, current_call: Callable[[], Any], reply: Any) -> None:
        self.called: Called | None = None
        self._current_call = current_call
        self._reply = reply

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def answer(**arguments: Any) -> Any:
            current = self._current_call()
            self.called = Called(name, arguments, _set_fields(current.request_headers))
            if self._reply is None:
                return None
            if isinstance(self._reply, Exception):
                raise self._reply
            for field, value in _set_fields(self._reply.headers).items():
                setattr(current.reply_headers, field, value)
            return self._reply.value

        return answer


class _Transport:
    def __init__(self, respond: Callable[[], Answer]) -> None:
        self.sent: Any = None
        self.response: Any = None
        self._respond = respond

    def send(self, request: Any) -> Any:
        self.sent = request
        answer = self._respond()
        return self.response(
            status=answer.status, headers=answer.headers, body=answer.body
        )

    def close(self) -> None:
        """Nothing to release."""


def pairs(folder: Path, package: str) -> Iterator[Pair]:
    """The two sides of every port of a package, imported.

    Raises:
        Exception: Whatever the import raises.
    """
    sys.path.insert(0, str(folder))
    try:
        for path in sorted((folder / package).rglob("client.py")):
            if path.with_name("operations.py").exists():
                inner = path.parent.relative_to(folder).as_posix().replace("/", ".")
                client = import_module(f"{inner}.client")
                server = import_module(f"{inner}.server")
                yield from pairs_of(client, server)
    finally:
        sys.path.remove(str(folder))


def pairs_of(client: Any, server: Any) -> Iterator[Pair]:
    """The two sides of every port type of two modules."""
    found = dict(inspect.getmembers(client, inspect.isclass))
    ports = server.SERVICE.ports
    for name, application in inspect.getmembers(server, inspect.isclass):
        stem = name.removesuffix("Application")
        if stem and stem != name and f"{stem}Client" in found:
            for port, offered in ports.items():
                yield Pair(
                    client=found[f"{stem}Client"],
                    application=application,
                    server=server,
                    port=port,
                    version=offered.version.number,
                    choice=len(ports) > 1,
                )


def _set_fields(record: Any) -> dict[str, Any]:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: value for name, value in values.items() if value is not None}


def _text(answer: Answer) -> str:
    return f"{answer.status} {answer.body[-300:].decode('utf-8', 'replace')}"
