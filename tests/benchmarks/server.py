"""A server of finished replies, in a process of its own: it costs a caller little.

`python -m tests.benchmarks.server` prints its port and serves until its input ends. The
URL's path is the number of statuses to answer with.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final, Self, cast

from tests.benchmarks.payloads import status_reply, statuses
from tests.support.modules import ROOT

COUNTS: Final = (1, 100)


class Connection(asyncio.Protocol):
    """Answers one request after the other on a kept connection."""

    def __init__(self, replies: dict[bytes, bytes]) -> None:
        self._replies = replies
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection; asyncio sends without delay."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer when a request is complete."""
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if not end or len(body) < content_length(head):
            return
        self._received = b""
        path = head.split(b" ", 2)[1]
        assert self._transport is not None
        self._transport.write(self._replies[path])


def content_length(head: bytes) -> int:
    """The length that the header of a request says; 0 where it says none."""
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


def reply(count: int) -> bytes:
    """A whole HTTP reply with so many statuses."""
    body = status_reply(statuses(count))
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Server:
    """A running server.

    Attributes:
        port: Where it listens on 127.0.0.1.
    """

    def __init__(self, port: int) -> None:
        self.port = port

    def url(self, count: int) -> str:
        """Where so many statuses are the answer."""
        return f"http://127.0.0.1:{self.port}/{count}"

    @classmethod
    @contextmanager
    def running(cls) -> Generator[Self]:
        """A server that ends with the context."""
        with subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.server"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                yield cls(int(process.stdout.readline()))
            finally:
                process.stdin.close()


async def serve() -> None:
    """Serve until the input ends."""
    replies = {f"/{count}".encode(): reply(count) for count in COUNTS}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(replies), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve())
