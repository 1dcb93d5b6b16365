"""Packages of two services, `first` and `second`, written and imported."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.unit.views.packages import config, service
from typedsoap.config import Config
from typedsoap.output.writing import write_changes
from typedsoap.pipeline import plan


def run_of(folder: Path, first: str, second: str, overlay: str | None = None) -> Config:
    """A run that makes the package `sample` of two WSDLs; the overlay is the second's."""
    return config(
        folder,
        service(folder, first, module="first"),
        service(folder, second, overlay, module="second"),
    )


@contextmanager
def imported_services(run: Config) -> Generator[tuple[Any, Any]]:
    """The modules of the two services, importable while the block runs."""
    files = plan(run).files
    run.output.mkdir()
    write_changes(run.output, files.files, ())
    sys.path.insert(0, str(run.output))
    try:
        yield import_module("sample.first"), import_module("sample.second")
    finally:
        sys.path.remove(str(run.output))
        for name in [n for n in sys.modules if n.partition(".")[0] == "sample"]:
            del sys.modules[name]


class Answering:
    """A transport that keeps what is sent and always answers the same.

    Args:
        body: The content of Body.
        status: The HTTP status.
    """

    def __init__(self, body: str, status: int = 200) -> None:
        self.sent = b""
        self._body = (
            '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
            f"{body}</s:Body></s:Envelope>"
        ).encode()
        self._status = status
        self._response: Any = import_module("sample.transport").HttpResponse

    def send(self, request: Any) -> Any:
        """Answer as a transport does."""
        self.sent = request.body
        headers = {"Content-Type": "text/xml"}
        return self._response(status=self._status, headers=headers, body=self._body)

    def close(self) -> None:
        """Nothing to release."""
