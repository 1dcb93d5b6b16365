"""Runs `typedsoap mock` as a user would: as a program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from tests.support.modules import ROOT


@contextmanager
def mock(handler: str) -> Generator[Mapping[str, str]]:
    """Serve the configured services with a handler; gives port type -> address."""
    command = [sys.executable, "-m", "typedsoap", "mock", "--handler", handler]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            lines = [process.stdout.readline().split() for _ in range(2)]
            yield dict(lines)
        finally:
            process.terminate()
