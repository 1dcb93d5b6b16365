"""Serves a generated package on loopback, in an interpreter of its own.

Run with `-I`; of the generator it has the samples alone. A job comes in as one line of
JSON on standard input, and one line of JSON on standard output tells what came of it:

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

import json
import logging
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from threading import Thread
from types import ModuleType
from typing import Any, Final
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from typedsoap.serve.samples import complete

HOST: Final = "127.0.0.1"


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
