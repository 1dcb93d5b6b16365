"""What urllib3's and http.client's errors over a reply mean."""

from __future__ import annotations

from http.client import (
    BadStatusLine,
    HTTPException,
    IncompleteRead,
    RemoteDisconnected,
    UnknownProtocol,
)
from typing import Final

from urllib3.exceptions import HeaderParsingError, HTTPError
from urllib3.response import HTTPResponse

from .errors import ConnectionLost, ProtocolError, SoapError
from .system_errors import reason

READING_ERRORS: Final = (SoapError, HTTPError, HTTPException, OSError, ValueError)
"""What can be raised while a reply is read."""

HEAD: Final = "within the reply's head"


def reply_error(error: Exception, place: str, *, has_ended: bool) -> SoapError:
    """The error of a reply that could not be read.

    Args:
        error: One of `READING_ERRORS`.
        place: Where in the reply the error is.
        has_ended: Whether the connection ended before the reply did: what was made of the
            rest does not matter then.

    Returns:
        An error with what it was made of as its cause.
    """
    root = error
    while isinstance(root, HTTPError) and isinstance(root.__cause__, Exception):
        root = root.__cause__
    if isinstance(root, RemoteDisconnected):
        failure: SoapError = ConnectionLost(
            "the server closed the connection without a reply"
        )
    else:
        failure = ended(place) if has_ended else _meaning(root)
    if failure is not root:
        failure.__cause__ = root
    return failure


def ended(place: str) -> ConnectionLost:
    """The error of a reply that was cut off."""
    return ConnectionLost(f"the connection ended {place}")


def place_of(response: HTTPResponse) -> str:
    """Where the reading of a reply's content has come to."""
    if response.chunked:
        return "within the reply's chunks"
    return f"{response.length_remaining} bytes before the reply's content"


def _meaning(error: Exception) -> SoapError:
    if isinstance(error, SoapError):
        return error
    if isinstance(error, OSError):
        return ConnectionLost(f"the connection broke: {reason(error)}")
    text = str(error).strip()[:100]
    if isinstance(error, BadStatusLine | UnknownProtocol):
        return ProtocolError(f"not an HTTP reply: {text!r}")
    if isinstance(error, HeaderParsingError):
        return ProtocolError("not an HTTP reply: a line of its head is no header")
    if isinstance(error, IncompleteRead):
        return ProtocolError("a chunk of the reply is not what its size says")
    return ProtocolError(f"not an HTTP reply: {text}")
