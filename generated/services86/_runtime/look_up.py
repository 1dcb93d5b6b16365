"""Name look-up that ends in time."""

from __future__ import annotations

import socket
from os import getpid
from threading import Event, Thread
from typing import Final, TypeAlias

Address: TypeAlias = tuple[socket.AddressFamily, socket.SocketKind, int, object]
"""Family, type, protocol and address of a socket to connect."""

_FAMILIES: Final = (socket.AF_INET, socket.AF_INET6)


class Resolver:
    """Looks names up in helper threads: the system's own look-up cannot be interrupted.

    One that takes too long goes on, and calls for the same name share it, so that a silent
    name server costs one thread a name.
    """

    def __init__(self) -> None:
        self._pending: dict[tuple[int, str, int], _LookUp] = {}

    def addresses(self, host: str, port: int, seconds: float | None) -> list[Address]:
        """The addresses of a host, the best first.

        Raises:
            TimeoutError: There is no answer after `seconds`; None is no limit.
            OSError: There is no such name, or no answer at all.
        """
        if seconds is None or _is_address(host):
            return _addresses(host, port)
        # Threads of the process before a fork are not in this one.
        key = (getpid(), host, port)
        mine = _LookUp(host, port)
        shared = self._pending.setdefault(key, mine)
        if shared is mine:

            def run() -> None:
                mine.run()
                del self._pending[key]

            try:
                Thread(target=run, daemon=True, name=f"look-up of {host}").start()
            except RuntimeError:
                run()  # the system has no more threads
        return shared.result(seconds)


class _LookUp:
    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._done = Event()
        self._found: list[Address] = []
        self._error: Exception | None = None

    def run(self) -> None:
        try:
            self._found = _addresses(self._host, self._port)
        except Exception as error:
            self._error = error
        finally:
            self._done.set()

    def result(self, seconds: float) -> list[Address]:
        if not self._done.wait(seconds):
            raise TimeoutError
        if self._error is not None:
            # Each call has an error of its own: threads must not share a traceback.
            raise type(self._error)(*self._error.args)
        return self._found


def _addresses(host: str, port: int) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        # A label that is empty, or too long.
        raise OSError("not a host name") from None
    return [
        (family, kind, protocol, address)
        for family, kind, protocol, _, address in found
    ]


def _is_address(host: str) -> bool:
    for family in _FAMILIES:
        try:
            socket.inet_pton(family, host)
        except OSError:
            continue
        return True
    return False
