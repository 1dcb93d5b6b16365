"""Serves a generated package on loopback, in an interpreter of its own.

Run as a script with `-I`; it imports nothing of the generator. A job comes in as one line
of JSON on standard input, and one line of JSON on standard output tells what came of it:

    {"paths": [folder, ...], "folder": folder or null, "package": name, "port": number,
     "handler": "module:Class" or null,
     "services": [{"path": path, "module": module, "handler": class, "application": class}]}
    out: {"port": number, "samples": [method, ...]}
     or: {"error": "port" or "handler" or "package", "message": text, "file": path or null,
          "line": number or null}

The first of the paths holds the package, the others what it depends on; `folder` is where
the handler's module is looked for as well. The end of standard input ends the server.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from threading import Thread
from types import ModuleType, NoneType, SimpleNamespace, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer
from xml.sax.saxutils import quoteattr

HOST: Final = "127.0.0.1"

_TEXT: Final = "sample"
_TIME: Final = datetime(2024, 1, 1, 12, tzinfo=UTC)
_SCALARS: Final[Mapping[type[Any], Any]] = {
    bool: True,
    int: 1,
    float: 1.5,
    str: _TEXT,
    bytes: _TEXT.encode(),
    Decimal: Decimal("1.5"),
    datetime: _TIME,
    date: _TIME.date(),
    time: _TIME.timetz(),
    timedelta: timedelta(hours=1),
    UUID: UUID(int=1),
}
_NAMESPACE: Final = f"urn:example:{_TEXT}"
# What stands for a value that would hold itself.
_ENDLESS: Final = object()


def sample(hint: Any, within: tuple[Any, ...] = (), namespace: str = _NAMESPACE) -> Any:
    """A value of an annotated type: everything set, and one of what there may be many.

    Every bool is True, so that a result which may tell a failure tells none. A record
    inside of one of its own class is left out.

    Args:
        within: The classes of the records that it is for.
        namespace: That of an element which the contract does not name.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return arguments[1].value  # an Example, because not every text is a value
    if origin is Literal:
        return arguments[0]  # what the contract fixes
    if origin in (Union, UnionType):
        value = sample(
            next(a for a in arguments if a is not NoneType), within, namespace
        )
        return None if value is _ENDLESS else value
    if origin in (list, frozenset):
        item = sample(arguments[0], within, namespace)
        items = [] if item is _ENDLESS else [item]
        return items if origin is list else frozenset(items)
    if origin is dict:
        key, value = (sample(argument, within) for argument in arguments)
        return {} if value is _ENDLESS else {key: value}
    if hasattr(hint, "parse"):
        return hint.parse(f"<{_TEXT} xmlns={quoteattr(namespace)}/>")
    if dataclasses.is_dataclass(hint):
        return _record(hint, within)
    if hint is NoneType or hint in _SCALARS:
        return _SCALARS.get(hint)
    return next(iter(hint))  # the first member of an enumeration


def _record(cls: Any, within: tuple[Any, ...]) -> Any:
    if cls in within:
        return _ENDLESS
    if getattr(cls, "_abstract", False):
        found = (_record(derived, within) for derived in _derived(cls))
        return next((value for value in found if value is not _ENDLESS), _ENDLESS)
    hints = _hints(cls)
    values = {
        field.name: sample(
            hints[field.name],
            (*within, cls),
            field.metadata.get("soap.namespace", _NAMESPACE),
        )
        for field in dataclasses.fields(cls)
        if _is_free(field, cls) and field.name not in getattr(cls, "_without", ())
    }
    return _ENDLESS if _ENDLESS in values.values() else cls(**values)


def _is_free(field: dataclasses.Field[Any], cls: Any) -> bool:
    """Whether any value of a field's type will do.

    Of the alternatives of a choice only the first one can be given. A record's default is
    a value that the contract fixes, or stands for attributes that it does not name.
    """
    if not hasattr(cls, "_abstract"):
        return True  # no record but a value, such as a Duration
    return (
        "soap.alternative" not in field.metadata
        and field.default in (dataclasses.MISSING, None)
        and field.default_factory is not dict
    )


def _derived(cls: Any) -> list[Any]:
    """The generated classes right below one, without those that gained slots since."""
    return [
        derived
        for derived in cls.__subclasses__()
        if getattr(sys.modules[derived.__module__], derived.__name__, None) is derived
    ]


def _hints(annotated: Any) -> dict[str, Any]:
    return get_type_hints(annotated, include_extras=True)


def complete(protocol: type, handler: object) -> tuple[SimpleNamespace, list[str]]:
    """A handler of all of a Protocol's methods, and those that answer with samples.

    Args:
        handler: What has some of the methods, or none.
    """
    methods: dict[str, Callable[..., Any]] = {}
    samples: list[str] = []
    members: Mapping[str, Any] = vars(protocol)
    for name, declared in members.items():
        if name.startswith("_") or not callable(declared):
            continue
        own = getattr(handler, name, None)
        if callable(own):
            methods[name] = own
        else:
            methods[name] = _sampling(_hints(declared)["return"])
            samples.append(name)
    return SimpleNamespace(**methods), samples


def _sampling(hint: Any) -> Callable[..., Any]:
    def answer(**_: object) -> Any:
        return sample(hint)

    return answer


class Server(ThreadingMixIn, WSGIServer):
    """A WSGI server for development, a thread for each connection."""

    daemon_threads = True

    def server_bind(self) -> None:
        """Bind, without asking a name server for the host's name as HTTPServer does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]
        self.setup_environ()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Take no notice of a caller that has gone."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Connection(WSGIRequestHandler):
    """One connection, which may not stay silent for long."""

    timeout = 60


def router(applications: Mapping[str, Any]) -> Callable[..., Any]:
    """A WSGI application of several, each at its path."""

    def route(environ: Any, start_response: Any) -> Any:
        application = applications.get(environ["PATH_INFO"])
        if application is not None:
            return application(environ, start_response)
        text = "nothing is served here; there is " + ", ".join(applications)
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [text.encode() + b"\n"]

    return route


class Refused(Exception):
    """Why nothing is served."""

    def __init__(self, kind: str, problem: BaseException | str) -> None:
        file, line, text = None, None, str(problem)
        if isinstance(problem, BaseException):
            text = f"{type(problem).__name__}: {problem}"
            if isinstance(problem, SyntaxError):
                file, line = problem.filename, problem.lineno
            else:
                file, line = _place(problem)
        super().__init__(text)
        self.told = {"error": kind, "message": text, "file": file, "line": line}


def _place(problem: BaseException) -> tuple[str | None, int | None]:
    """Where it was raised, if that is neither here nor in the import system."""
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    if frame.filename == __file__ or frame.filename.startswith("<"):
        return None, None
    return frame.filename, frame.lineno


def load(module: str) -> ModuleType:
    """A module of the generated package."""
    try:
        return import_module(module)
    except ImportError as problem:
        raise Refused("package", problem) from None


def load_handler(name: str) -> object:
    """An instance of `module:Class`, made without arguments."""
    module, _, attribute = name.partition(":")
    try:
        return getattr(import_module(module), attribute)()
    except (Exception, SystemExit) as problem:
        raise Refused("handler", problem) from None


def prepare(job: Mapping[str, Any]) -> tuple[Server, list[str]]:
    """The bound server of a job, and the methods that answer with samples."""
    package, folder = job["package"], job["paths"][0]
    # The package first, so that no installed one of the same name is taken for it.
    own = [job["folder"]] if job["folder"] else []
    sys.path[:] = [folder, *own, *sys.path, *job["paths"][1:]]
    place = load(package).__file__ or ""
    if not Path(place).resolve().is_relative_to(Path(folder).resolve()):
        raise Refused("package", f"{package} was found elsewhere: {place}")
    handler = load_handler(job["handler"]) if job["handler"] else None
    applications: dict[str, Any] = {}
    samples: list[str] = []
    count = 0
    for service in job["services"]:
        module = load(f"{package}.{service['module']}.server")
        served, missing = complete(getattr(module, service["handler"]), handler)
        application = getattr(module, service["application"])
        applications[service["path"]] = application(served)
        samples += [f"{service['module']}.{name}" for name in missing]
        count += len(served.__dict__)
    if handler is not None and len(samples) == count:
        text = f"{job['handler']} has no method of any service"
        raise Refused("handler", text)
    try:
        server = Server((HOST, job["port"]), Connection)
    except OSError as problem:
        raise Refused("port", problem.strerror or str(problem)) from None
    server.set_app(router(applications))
    return server, samples


def main() -> None:
    """Do the job on standard input."""
    # A terminal sends its interrupt to both; the parent then ends our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(format="%(levelname)s %(message)s", level=logging.WARNING)
    # What a handler prints must not get between our own lines.
    channel, sys.stdout = sys.stdout, sys.stderr
    job = json.loads(sys.stdin.readline())
    try:
        server, samples = prepare(job)
    except Refused as refused:
        print(json.dumps(refused.told), file=channel, flush=True)
        return
    told = {"port": server.server_port, "samples": samples}
    print(json.dumps(told), file=channel, flush=True)
    Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
