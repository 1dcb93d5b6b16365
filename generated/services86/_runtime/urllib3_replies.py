"""A reply as http.client and urllib3 read it, and what they would only guess of it."""

from __future__ import annotations

import re
from http.client import HTTPResponse as FirstResponse
from typing import Any, Final, cast

from urllib3.response import HTTPResponse
from urllib3.util.response import assert_header_parsing

from .codings import Content
from .errors import ProtocolError

_LENGTH: Final = re.compile(r"[0-9]+(?:[ \t]*,[ \t]*[0-9]+)*")
_SWITCHING_PROTOCOLS: Final = 101
_PIECE: Final = 256 * 1024


class FinalResponse(FirstResponse):
    """A reply that is no interim one."""

    def begin(self) -> None:
        """Read the head; interim replies before it are skipped."""
        super().begin()
        while 100 <= self.status <= 199:
            if self.status == _SWITCHING_PROTOCOLS:
                raise ProtocolError("the server switches to another protocol, unasked")
            # As it was made, so that the next head is read into it.
            self.headers = self.msg = cast("Any", None)
            super().begin()
        # urllib3 does the same later, and only logs what it finds, with the URL.
        assert_header_parsing(self.msg)


def check_framing(response: HTTPResponse) -> None:
    """Refuse a head that leaves it to a guess where the content ends."""
    coding = response.headers.get("Transfer-Encoding", "").lower()
    if coding not in ("", "identity", "chunked"):
        raise ProtocolError(f"the transfer coding {coding[:40]!r} is not supported")
    length = response.headers.get("Content-Length")
    if length is not None and not (
        _LENGTH.fullmatch(length.strip()) and has_end(response)
    ):
        raise ProtocolError(f"not a Content-Length: {length[:40]!r}")


def read_content(response: HTTPResponse, content: Content) -> None:
    """Read all content into `content`."""
    length = response.length_remaining
    if length == 0:
        # Some replies never have content, whatever their head says.
        response.close()
        return
    if length is not None:
        content.expect(length)
    # Not read(): it would wait until a whole piece is there, and take any chunk's size.
    while data := response.read1(_PIECE):
        content.write(data)


def has_end(response: HTTPResponse) -> bool:
    """Whether a reply itself says where its content ends."""
    return response.chunked or response.length_remaining is not None


def is_clear(response: HTTPResponse) -> bool:
    """Whether nothing else contradicts where a reply's content ends."""
    return not response.chunked or (
        response.length_remaining is None and "Content-Length" not in response.headers
    )
