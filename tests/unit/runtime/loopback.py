"""A server on loopback that answers each connection with bytes a test chose."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

CERTIFICATE: Final = Path(__file__).parent / "certificates" / "certificate.pem"

Answer = Callable[[socket.socket, bytes], None]
"""Answers one request on a connection, given its header and body."""


def http(
    body: bytes = b"",
    status: str = "200 OK",
    headers: str = "",
    length: int | None = None,
) -> bytes:
    """A reply as bytes."""
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/xml\r\n{headers}"
    return f"{head}Content-Length: {size}\r\n\r\n".encode() + body


def sending(data: bytes) -> Answer:
    """An answer that sends these bytes."""

    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(data)

    return answer


def trickling(data: bytes, pause: float = 0.02) -> Answer:
    """An answer that sends these bytes one by one."""

    def answer(connection: socket.socket, request: bytes) -> None:
        for number in range(len(data)):
            connection.sendall(data[number : number + 1])
            time.sleep(pause)

    return answer


def cut(data: bytes) -> Answer:
    """An answer that sends these bytes and ends the connection."""

    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(data)
        connection.close()

    return answer


def hang(connection: socket.socket, request: bytes) -> None:
    """Answer nothing until the client goes."""
    with suppress(OSError):
        while connection.recv(65536):
            pass


def reset(connection: socket.socket, request: bytes) -> None:
    """Reset the connection."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def tls_server() -> ssl.SSLContext:
    """What a server with the tests' certificate, which is for 127.0.0.1, needs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE, CERTIFICATE.with_name("key.pem"))
    return context


class Server:
    """Serves each connection in a thread; `requests` is what was received.

    Args:
        answer: Answers each request; with `at_once` it is called before one is read.
        tls: Speaks TLS.
        keep: Whether a connection serves more than one request.
    """

    def __init__(
        self,
        answer: Answer,
        *,
        tls: ssl.SSLContext | None = None,
        keep: bool = True,
        at_once: bool = False,
    ) -> None:
        self.requests: list[bytes] = []
        self.connections = 0
        self.ended = threading.Semaphore(0)
        """Released whenever a connection has been closed."""
        self._answer = answer
        self._tls = tls
        self._keep = keep
        self._at_once = at_once
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def url(self) -> str:
        scheme = "http" if self._tls is None else "https"
        return f"{scheme}://127.0.0.1:{self.port}/orders"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for item in (self._listener, *self._open):
            # A plain close would leave its thread in accept() or recv().
            with suppress(OSError):
                item.shutdown(socket.SHUT_RDWR)
            item.close()
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            connection.settimeout(5)
            thread = threading.Thread(
                target=self._serve, args=(connection,), daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        self._open.append(connection)
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
                self._open.append(connection)
            if self._at_once:
                self._answer(connection, b"")
                return
            while (request := _receive(connection)) is not None:
                self.requests.append(request)
                self._answer(connection, request)
                if not self._keep:
                    break
        except OSError:
            pass
        finally:
            connection.close()
            self.ended.release()


def _receive(connection: socket.socket) -> bytes | None:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65536)
        if not chunk:
            return None
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    size = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            size = int(line.partition(b":")[2])
    while len(body) < size:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body
