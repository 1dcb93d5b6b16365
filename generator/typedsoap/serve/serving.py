"""Serves the services of a generated package on loopback until it is interrupted.

The package lives in a temporary folder and runs in an interpreter of its own; this module
starts it, waits, and cleans up.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import current_thread, main_thread
from types import FrameType
from typing import Any, Final
from urllib.parse import quote, unquote

from typedsoap.child_libraries import library_folders
from typedsoap.errors import Location, TypedSoapError, error
from typedsoap.output.files import FileSet
from typedsoap.output.writing import write_changes
from typedsoap.paths import shown
from typedsoap.serve import child as serve_child
from typedsoap.views.service_model import ServiceView

_STOPPING: Final = 5.0
# With `-I`, the interpreter may not know where this package is.
_ROOT: Final = Path(serve_child.__file__).parents[2]
_PROGRAM: Final = (
    f"import sys; sys.path.append({str(_ROOT)!a}); "
    f"from {serve_child.__name__} import main; main()"
)
_CODES: Final = {"package": "TS504", "port": "TS506", "handler": "TS507"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A server that takes calls.

    Attributes:
        urls: Where each service is, by its module.
        samples: The methods, as `<module>.<method>`, that answer with sample values.
    """

    urls: Mapping[str, str]
    samples: Sequence[str]


def serve(
    files: FileSet,
    services: Sequence[ServiceView],
    *,
    port: int,
    handler: str | None,
    started: Callable[[Started], None],
) -> None:
    """Serve until the process is interrupted or told to end; both are a normal end.

    Args:
        files: The package, which the gate has passed.
        port: The port on 127.0.0.1; 0 for any free one.
        handler: `module:Class` of a class that has methods of the services; the current
            folder is searched for its module.
        started: Told when calls are taken.

    Raises:
        TypedSoapError: The package could not be written (TS405) or run (TS504), the port
            is not free (TS506), the handler cannot be made (TS507), or the server ended
            by itself (TS508).
    """
    paths = service_paths(services)
    with (
        _interruptible(),
        TemporaryDirectory(prefix="typedsoap-") as name,
    ):
        write_changes(Path(name), files.files, ())
        job: dict[str, Any] = {
            "paths": [name, *library_folders()],
            "folder": str(Path.cwd()) if handler else None,
            "package": files.package,
            "port": port,
            "handler": handler,
            "services": [
                {
                    "path": unquote(paths[service.module]),
                    "module": service.module,
                    "handler": service.handler,
                    "application": service.application,
                }
                for service in services
            ],
        }
        with _child(Path.cwd() if handler else Path(name)) as process:
            answer = _communicate(process, job)
            root = f"http://{serve_child.HOST}:{answer['port']}"
            urls = {module: root + path for module, path in paths.items()}
            started(Started(urls=urls, samples=answer["samples"]))
            message = f"the server ended by itself, with exit code {process.wait()}"
            raise TypedSoapError([error("TS508", message)])


def service_paths(services: Iterable[ServiceView]) -> dict[str, str]:
    """The path of each service by its module: its address's own where that is free."""
    paths: dict[str, str] = {}
    for service in services:
        path = "/" + quote(unquote(service.address_path)).lstrip("/")
        if path in paths.values():
            path = f"{path.rstrip('/')}/{service.module}"
        paths[service.module] = path
    return paths


@contextmanager
def _interruptible() -> Generator[None]:
    """End what is inside on an interrupt, and on a request to terminate alike."""

    def interrupt(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    in_main = current_thread() is main_thread()
    before = signal.signal(signal.SIGTERM, interrupt) if in_main else None
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        if in_main:
            signal.signal(signal.SIGTERM, before)


@contextmanager
def _child(folder: Path) -> Generator[subprocess.Popen[str]]:
    """The child interpreter; it ends when its standard input does."""
    # The command is this interpreter and a module of this package.
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", "-c", _PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
        cwd=folder,
    ) as process:
        try:
            yield process
        finally:
            if process.stdin is not None:
                with suppress(OSError):
                    process.stdin.close()
            try:
                process.wait(_STOPPING)
            except subprocess.TimeoutExpired:
                process.kill()


def _communicate(
    process: subprocess.Popen[str], job: Mapping[str, Any]
) -> Mapping[str, Any]:
    line = ""
    if process.stdin is not None and process.stdout is not None:
        with suppress(OSError):
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
        line = process.stdout.readline()
    if not line:
        message = "generated code cannot be run; the messages above say why"
        raise TypedSoapError([error("TS504", message)])
    answer: dict[str, Any] = json.loads(line)
    if "error" in answer:
        raise _refused(answer, job)
    return answer


def _refused(answer: Mapping[str, Any], job: Mapping[str, Any]) -> TypedSoapError:
    kind, reason = answer["error"], answer["message"]
    where: Location | None = None
    if answer["file"]:
        where = Location(shown(Path(answer["file"])), answer["line"])
    hint: str | None = None
    if kind == "port":
        message = f"port {job['port']} cannot be used: {reason}"
        hint = "leave --port out to take a free one"
    elif kind == "handler":
        message = f"the handler {job['handler']} cannot be used: {reason}"
        hint = "it is MODULE:CLASS, importable from here and made without arguments"
    else:
        message = f"generated code cannot be run: {reason}"
    return TypedSoapError([error(_CODES[kind], message, where=where, hint=hint)])
