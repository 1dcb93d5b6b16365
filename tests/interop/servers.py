"""Starts servers of other makers as processes, and knows what to do where they lack."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from time import monotonic, sleep
from typing import Final, TypeVar

import pytest

MUST_RUN: Final = "TYPEDSOAP_INTEROP"
START_SECONDS: Final = 60.0
STOP_SECONDS: Final = 10.0
_POLL_SECONDS: Final = 0.02

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that a server needs, and the Debian package that has it.

    Attributes:
        needed: A program on PATH, or the pattern of an absolute file name.
        package: The Debian package.
    """

    needed: str
    package: str

    def is_met(self) -> bool:
        """Whether it is there."""
        if self.needed.startswith("/"):
            return bool(glob(self.needed))
        return shutil.which(self.needed) is not None


def require(*requirements: Requirement) -> None:
    """Skip the running test where something lacks; fail if `TYPEDSOAP_INTEROP` is 1."""
    lacking = [each.package for each in requirements if not each.is_met()]
    if not lacking:
        return
    packages = " ".join(dict.fromkeys(lacking))
    reason = f"needs: apt-get install --no-install-recommends {packages}"
    if os.environ.get(MUST_RUN) == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


class ServerFailed(Exception):
    """A server ended early or did not become ready; its output is in the message."""


@contextmanager
def running(
    command: Sequence[str | Path],
    ready: Callable[[str], R | None],
    log: Path,
    *,
    seconds: float = START_SECONDS,
) -> Generator[R]:
    """Run a server while the context lasts.

    Args:
        command: The program and its arguments. Its standard input is a pipe that is
            closed at the end, so that a server can tell that this process has died.
        ready: Is given the output so far until it returns something else than None.
        log: The file for the server's output.
        seconds: How long the server may take to become ready.

    Yields:
        What `ready` has returned, such as the server's address.

    Raises:
        ServerFailed: The server ended or was not ready in time.
    """
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            yield _wait(process, ready, log, monotonic() + seconds)
        finally:
            _stop(process)


def _wait(
    process: subprocess.Popen[bytes],
    ready: Callable[[str], R | None],
    log: Path,
    deadline: float,
) -> R:
    while True:
        exit_code = process.poll()
        output = log.read_text("utf-8", "replace")
        if exit_code is not None:
            raise ServerFailed(f"it ended with exit code {exit_code}:\n{output}")
        result = ready(output)
        if result is not None:
            return result
        if monotonic() > deadline:
            raise ServerFailed(f"it was not ready in time:\n{output}")
        sleep(_POLL_SECONDS)


def _stop(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.close()
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def accepts(port: int) -> bool:
    """Whether somebody listens on a port of 127.0.0.1."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1.0):
            return True
    except OSError:
        return False
