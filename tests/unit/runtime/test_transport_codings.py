"""Content codings: undone though nobody asked for them, within the reply's limit."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Callable
from pathlib import Path
from subprocess import run
from sys import executable, platform

import pytest

from tests.unit.runtime.loopback import Server, http, sending
from tests.unit.runtime.orders._runtime.codings import Content, content_for
from tests.unit.runtime.orders._runtime.errors import ProtocolError
from tests.unit.runtime.orders._runtime.transport import HttpRequest
from tests.unit.runtime.orders.client import OrdersClient
from tests.unit.runtime.transporting import OK, error_of, outcome_of

ROOT = Path(__file__).parents[3]
TEXT = bytes(range(256)) * 40 + b"<a>" * 20_000


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "GZip": gzip.compress,
    "deflate": zlib.compress,
    "deflate ": _raw_deflate,
}


def _content(coding: str, limit: int = 1_000_000) -> Content:
    request = HttpRequest(url="", headers={}, body=b"", timeout=1, reply_limit=limit)
    return content_for(coding, request, 200)


def _undone(packed: bytes, coding: str, size: int = 1_000_000) -> bytes:
    content = _content(coding)
    for start in range(0, len(packed), size):
        content.write(packed[start : start + size])
    return content.value()


def _coded(data: bytes, coding: str) -> bytes:
    return http(data, headers=f"Content-Encoding: {coding}\r\n")


@pytest.mark.parametrize("coding", PACKERS)
def test_codings_are_undone_though_not_asked_for(coding: str) -> None:
    with Server(sending(_coded(PACKERS[coding](OK), coding))) as server:
        assert outcome_of(server) is None
        assert b"Accept-Encoding: identity\r\n" in server.requests[0]


def test_identity_is_a_coding() -> None:
    with Server(sending(_coded(OK, "identity"))) as server:
        assert outcome_of(server) is None


@pytest.mark.parametrize("size", [1, 2, 7, 1_000_000])
@pytest.mark.parametrize("coding", PACKERS)
@pytest.mark.parametrize("data", [TEXT, b"", b"x", b"x" * 262_144, b"ab" * 262_145])
def test_pieces_of_any_size(coding: str, size: int, data: bytes) -> None:
    assert _undone(PACKERS[coding](data), coding, size) == data


@pytest.mark.parametrize("coding", PACKERS)
def test_cut_at_every_byte(coding: str) -> None:
    packed = PACKERS[coding](OK)
    for end in range(1, len(packed)):
        with pytest.raises(ProtocolError, match=r"content is cut off|is not what its"):
            _undone(packed[:end], coding)


@pytest.mark.parametrize("coding", PACKERS)
@pytest.mark.parametrize("size", [1, 1_000_000])
def test_bytes_after_the_end(coding: str, size: int) -> None:
    for more in (b"\0", b"garbage", PACKERS[coding](b"more")):
        packed = PACKERS[coding](OK) + more
        with pytest.raises(ProtocolError, match="more bytes after the end of the"):
            _undone(packed, coding, size)


PACKED = gzip.compress(OK)


@pytest.mark.parametrize(
    ("data", "coding", "text"),
    [
        (PACKED[:-12], "gzip", "the 'gzip' content is cut off"),
        (PACKED[:-1], "gzip", "the 'gzip' content is cut off"),
        (b"not packed", "gzip", "not what its coding 'gzip' says"),
        (OK, "deflate", "not what its coding 'deflate' says"),
        (b"x", "deflate", "the 'deflate' content is cut off"),
        (PACKED[:30] + b"\0\0\0" + PACKED[33:], "gzip", "not what its coding 'gzip'"),
        (PACKED[:-8] + bytes(8), "gzip", "not what its coding 'gzip' says"),
        (PACKED + PACKED, "gzip", "more bytes after the end of the 'gzip' content"),
        (OK, "br", "the content coding 'br' is not supported"),
        (
            gzip.compress(PACKED),
            "gzip, gzip",
            "the content coding 'gzip, gzip' is not supported",
        ),
    ],
)
def test_content_that_is_not_what_is_said(data: bytes, coding: str, text: str) -> None:
    with Server(sending(_coded(data, coding))) as server:
        error = error_of(server)
    assert type(error) is ProtocolError
    assert text in str(error)
    assert (error.outcome, error.http_status) == ("unknown", 200)


def test_no_content_in_a_coding() -> None:
    reply = http(b"", "202 Accepted", "Content-Encoding: gzip\r\n")
    with Server(sending(reply)) as server, OrdersClient(server.url) as client:
        client.notify()


def test_a_reply_that_is_too_big_is_refused() -> None:
    bomb = gzip.compress(b" " * 3_000_000)
    plain = b" " * 3_000_000
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2dc6c0\r\n" + plain
    announced = b"HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n"
    for reply in (http(plain), _coded(bomb, "gzip"), chunked, announced):
        with Server(sending(reply)) as server:
            error = error_of(server, reply_limit=1_000_000)
        assert type(error) is ProtocolError
        assert "a reply of more than reply_limit=1000000 bytes" in str(error)
        assert (error.outcome, error.http_status) == ("unknown", 200)


def test_a_reply_just_within_the_limit() -> None:
    for reply in (http(OK), _coded(gzip.compress(OK), "gzip")):
        with Server(sending(reply)) as server:
            assert outcome_of(server, reply_limit=len(OK)) is None
            error = error_of(server, reply_limit=len(OK) - 1)
        assert "more than reply_limit=" in str(error)


def test_coded_content_without_end_that_becomes_nothing() -> None:
    content = _content("gzip", limit=1000)
    # A name in the header that never ends, and then blocks that hold nothing.
    with pytest.raises(ProtocolError, match="more than reply_limit=1000 bytes"):
        content.write(b"\x1f\x8b\x08\x08\0\0\0\0\0\x03" + b"n" * 4000)
    content = _content("gzip", limit=1000)
    empty_blocks = b"\0\0\0\xff\xff" * 800
    with pytest.raises(ProtocolError, match="more than reply_limit=1000 bytes"):
        content.write(b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + empty_blocks)


MEASURED = """
import sys
from pathlib import Path
from tests.unit.runtime.orders._runtime.errors import ProtocolError
from tests.unit.runtime.orders._runtime.urllib3_transport import Urllib3Transport
from tests.unit.runtime.orders._runtime.transport import HttpRequest

transport = Urllib3Transport()

def peak():
    # Not getrusage: its ru_maxrss begins with that of the process that started this one.
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])

def send(path):
    url = sys.argv[1] + path
    return transport.send(HttpRequest(url=url, headers={}, body=b"", timeout=60))

assert len(send("?small").body) == 10
before = peak()
try:
    size = len(send("?large").body)
except ProtocolError as error:
    size = -1
print(size, (peak() - before) // 1024)
transport.close()
"""


def _measured(reply: bytes) -> tuple[int, int]:
    """The size of the content, -1 if it is refused, and the MiB that it took."""

    def answer(connection: socket.socket, request: bytes) -> None:
        small = b"?small" in request.partition(b"\r\n")[0]
        sending(http(b"x" * 10) if small else reply)(connection, request)

    with Server(answer) as server:
        done = run(
            [executable, "-c", MEASURED, server.url],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    size, mebibytes = done.stdout.split()
    return int(size), int(mebibytes)


@pytest.mark.skipif(platform != "linux", reason="reads /proc")
def test_memory_of_large_replies() -> None:
    limit = 64 * 1024 * 1024
    plain = bytes(limit)
    chunk = b"100000\r\n" + bytes(1024 * 1024) + b"\r\n"
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    packed = gzip.compress(plain, 1)
    for reply in (
        http(plain),
        head + chunk * 64 + b"0\r\n\r\n",
        _coded(packed, "gzip"),
    ):
        size, mebibytes = _measured(reply)
        assert size == limit
        # The content itself, once; a second copy would make it 128.
        assert 60 < mebibytes < 84


@pytest.mark.skipif(platform != "linux", reason="reads /proc")
def test_memory_of_a_bomb() -> None:
    packer = zlib.compressobj(1, wbits=31)
    million = bytes(1_000_000)
    bomb = b"".join([packer.compress(million) for _ in range(300)]) + packer.flush()
    size, mebibytes = _measured(_coded(bomb, "gzip"))
    assert size == -1
    assert mebibytes < 84
