"""Imports a generated package and calls every operation, with an ear for what runs.

Run as a script with `-I`. A job comes in as JSON on standard input:

    {"folder": path, "package": name, "paths": [...], "modules": [...], "texts": [...],
     "canary": text, "replies": {local name of a request: envelope}}

`tests.attack.attack_run.Told` describes the answer.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import doctest
import enum
import inspect
import io
import itertools
import json
import os
import sys
import types
import typing
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

FORBIDDEN: Final = (
    *("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.symlink", "os.link"),
    *("os.chmod", "os.truncate", "os.putenv", "os.kill", "subprocess.Popen", "pty."),
    *("shutil.", "tempfile.", "socket.connect", "socket.sendto", "socket.getaddrinfo"),
    *("ctypes.", "urllib.Request", "webbrowser.", "pickle."),
)
ENDPOINT: Final = "http://attack.invalid/"
MAX_DEPTH: Final = 3
OPTIONS: Final = (
    *("endpoint", "timeout", "connect_timeout", "read_timeout", "retries", "strict"),
    *(
        "http_headers",
        "illegal_characters",
        "validate",
        "understood_headers",
        "reply_limit",
    ),
    *("element_limit", "ca_file", "client_certificate", "ssl_context", "proxy"),
    *("trust_env", "transport"),
)


class Alarm:
    """An audit hook that notes what generated code has no business with."""

    def __init__(self, folder: str, canary: str) -> None:
        self.raised: list[str] = []
        self._folder = folder
        self._canary = canary
        self._judging = False
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._is_alarming(event, arguments):
            self.raised.append(f"{event}: {arguments!r:.300}")
            raise PermissionError(event)

    def _is_alarming(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event == "open":
            _, mode, flags = arguments
            written = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
            return bool(set("wax+") & set(mode or "")) or bool(flags & written)
        if event == "compile":
            # A module's own source holds the text; nothing else that is compiled may.
            source, filename = arguments
            text = source.decode() if isinstance(source, bytes) else str(source)
            inside = str(filename).startswith(self._folder)
            return self._canary in text and not inside and not self._is_literal(text)
        return event.startswith(FORBIDDEN)

    def _is_literal(self, text: str) -> bool:
        """Whether it is an annotation that has the canary as a value of Literal alone.

        `typing.get_type_hints` compiles annotations, but never what Literal holds.
        """
        if self._judging:
            return True
        self._judging = True
        try:
            nodes = [*ast.walk(ast.parse(text, mode="eval"))]
        finally:
            self._judging = False
        values = [
            node.slice
            for node in nodes
            if isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Name)
            and node.value.id == "Literal"
        ]
        others = [
            getattr(node, field, "")
            for node in nodes
            if node not in values
            for field in ("id", "attr", "arg", "value")
        ]
        return not any(self._canary in str(other) for other in others)


class Maker:
    """Makes arguments of the annotated types, with hostile texts inside."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = itertools.cycle(texts)
        self.made: list[str] = []

    def make(self, kind: Any, depth: int = 0) -> Any:
        """A value of a type."""
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if kind is type(None):
            return None
        if origin is typing.Literal:
            return arguments[0]
        if origin in {typing.Union, types.UnionType}:
            return self.make(arguments[0], depth)
        if origin is not None and issubclass(origin, dict | typing.Mapping):
            return {self._text(): self.make(arguments[1], depth)}
        if origin is not None and issubclass(origin, frozenset | typing.AbstractSet):
            return frozenset(self._noted(member) for member in arguments[0])
        if origin is not None:
            return [self.make(arguments[0], depth + 1)] if depth < MAX_DEPTH else []
        if issubclass(kind, enum.Enum):
            return self._noted(next(iter(kind)))
        if hasattr(kind, "__dataclass_fields__"):
            return self._record(kind, depth)
        return self._text() if kind is str else kind(1)

    def _record(self, kind: Any, depth: int) -> Any:
        hints = annotations_of(kind)
        names = [
            field.name
            for field in dataclasses.fields(kind)
            if "soap.alternative" not in field.metadata
        ]
        if depth >= MAX_DEPTH:
            return kind()
        return kind(**{name: self.make(hints[name], depth + 1) for name in names})

    def _text(self) -> str:
        self.made.append(next(self._texts))
        return self.made[-1]

    def _noted(self, member: Any) -> Any:
        self.made.append(member.value)
        return member


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


def is_own(value: Any, module: types.ModuleType) -> bool:
    """Whether it is a class or a function that the module defines."""
    own = getattr(value, "__module__", None) == module.__name__
    return own and (inspect.isclass(value) or inspect.isfunction(value))


def issubclass_of(value: Any, base: str) -> bool:
    """Whether it is a class with a base of that name."""
    return inspect.isclass(value) and base in (b.__name__ for b in value.__mro__[1:])


def clients(modules: list[types.ModuleType]) -> Iterator[type[Any]]:
    """The client classes."""
    for module in modules:
        own = [value for value in vars(module).values() if is_own(value, module)]
        yield from (value for value in own if issubclass_of(value, "ClientBase"))


def annotations_of(annotated: Any) -> dict[str, Any]:
    """The annotations of a class or function, whose types its package offers."""
    package = sys.modules.get(sys.modules[annotated.__module__].__package__ or "")
    known = {name: getattr(package, name) for name in getattr(package, "__all__", ())}
    return typing.get_type_hints(annotated, localns=known)


def call(client: type[Any], method: str, job: dict[str, Any], response: Any) -> Any:
    """Call one operation and tell what came of it."""
    maker = Maker(job["texts"])
    wire = Wire(response, job["replies"])
    told: dict[str, Any] = {"method": method, "error": None, "body": None, "lost": []}
    told["served"] = False
    try:
        options = annotations_of(client.__init__)
        # An operation sends its own header blocks only, so these may rightly be lost.
        blocks = {
            name: Maker(job["texts"]).make(options[name])
            for name in inspect.signature(client).parameters
            if name not in OPTIONS
        }
        hints = annotations_of(getattr(client, method))
        hints.pop("return", None)
        arguments = {name: maker.make(hint) for name, hint in hints.items()}
        made = client(ENDPOINT, transport=wire, **blocks)
        value = getattr(made.with_headers(), method)(**arguments)
        reply = getattr(made.with_response, method)(**arguments)
        for shown in (made, value, reply, reply.headers, arguments):
            repr(shown)
        server = sys.modules[client.__module__.replace(".client", ".server")]
        served = Served(response, server, Maker(job["texts"]))
        answered = getattr(client(ENDPOINT, transport=served), method)(**arguments)
        told["served"] = answered == served.returned
    except Exception as problem:
        told["error"] = f"{type(problem).__name__}: {problem}"
    if wire.sent is not None:
        told["body"] = wire.sent[-1][0].tag
        seen = {element.text or "" for element in wire.sent.iter()}
        seen |= {item for text in seen for item in text.split()}
        told["lost"] = [text for text in maker.made if text not in seen]
    return told


def load(names: list[str], broken: list[str]) -> Iterator[types.ModuleType]:
    """Import modules, and note those that cannot be."""
    for name in names:
        try:
            yield import_module(name)
        except Exception as problem:
            broken.append(f"{name}: {type(problem).__name__}: {problem}")


def examples(modules: list[types.ModuleType]) -> list[str]:
    """Where doctest finds something to run."""
    finder = doctest.DocTestFinder()
    found = [test for module in modules for test in finder.find(module)]
    return [test.name for test in found if test.examples]


def read_annotations(modules: list[types.ModuleType]) -> None:
    """Have every annotation evaluated, as tools do that read them."""
    for module in modules:
        for value in list(vars(module).values()):
            if is_own(value, module):
                # Some names are imported for type checkers only.
                with contextlib.suppress(NameError):
                    annotations_of(value)


def main() -> None:
    """Do the job on standard input."""
    job = json.load(sys.stdin)
    sys.path[:] = [job["folder"], *sys.path, *job["paths"]]
    # What these do on import is their own affair.
    for library in ("lxml.etree", "urllib3"):
        import_module(library)
    alarm = Alarm(job["folder"], job["canary"])
    broken: list[str] = []
    modules = list(load(job["modules"], broken))
    rendered = [module for module in modules if "._runtime" not in module.__name__]
    read_annotations(rendered)
    response = import_module(f"{job['package']}._runtime.transport").HttpResponse
    calls = [
        call(client, name, job, response)
        for client in clients(rendered)
        for name, value in list(vars(client).items())
        if inspect.isfunction(value) and name not in {"__init__", "with_headers"}
    ]
    told = {"broken": broken, "examples": examples(rendered), "calls": calls}
    json.dump({"alarms": alarm.raised, **told}, sys.stdout)


if __name__ == "__main__":
    main()
