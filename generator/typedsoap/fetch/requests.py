"""One GET request over https: a reply within limits, or why there is none."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from urllib3 import BaseHTTPResponse, HTTPSConnectionPool, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from typedsoap.fetch.addresses import Address
from typedsoap.fetch.deadline import Deadline
from typedsoap.fetch.decoding import ACCEPTED, CodingError, decoded

_OK: Final = 200
_PIECE: Final = 64 * 1024
_HEADERS: Final = {
    "Accept": "text/xml, application/xml, application/wsdl+xml, */*;q=0.5",
    "Accept-Encoding": ACCEPTED,
    "Connection": "close",
    "User-Agent": "typedsoap",
}


class RequestFailed(Exception):
    """A request without a usable reply.

    Attributes:
        code: The diagnostic's.
        message: Goes on after the name of the document; without any URL.
        hint: What to do.
    """

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply.

    Attributes:
        status: Its HTTP status.
        location: Its header Location, "" if it has none.
        content: What it holds if the status is 200, at most one byte more than allowed.
    """

    status: int
    location: str
    content: bytes


def trusting(ca_file: Path | None) -> ssl.SSLContext:
    """What checks certificates: against the system's, or those of a file instead.

    Raises:
        RequestFailed: The file cannot be used (TS617).
    """
    try:
        return ssl.create_default_context(cafile=ca_file)
    except (OSError, ValueError) as problem:
        hint = "ca_file names a file of certificates in PEM form"
        message = f"cannot be asked for: the ca_file cannot be used: {_reason(problem)}"
        raise RequestFailed("TS617", message, hint) from None


def get(
    address: Address,
    headers: Mapping[str, str],
    trust: ssl.SSLContext,
    deadline: Deadline,
    most: int,
) -> Reply:
    """Ask for a document; no redirect is followed, no proxy and no netrc used.

    Args:
        headers: Beside those that every request has.
        trust: Checks the certificate.
        deadline: When all must be done.
        most: How many bytes of unpacked content are wanted.

    Raises:
        RequestFailed: No connection or no trust (TS617), a reply that is cut off or
            damaged (TS620), or the time is up (TS621).
    """
    try:
        return deadline.wait_for(lambda: _get(address, headers, trust, deadline, most))
    except (TimeoutError, ReadTimeoutError):
        raise _late() from None
    except SSLError as problem:
        message = f"has no trusted connection: {_reason(problem)}"
        hint = "ca_file names certificates to trust in place of the system's"
        raise RequestFailed("TS617", message, hint) from None
    except NewConnectionError as problem:
        message = f"cannot be reached: {_reason(problem.__cause__ or problem)}"
        hint = "check the URL, and that this machine may connect to the host"
        raise RequestFailed("TS617", message, hint) from None
    except ConnectTimeoutError:
        raise _late() from None
    except (HTTPError, OSError, CodingError) as problem:
        message = f"has no complete reply: {_reason(problem)}"
        raise RequestFailed("TS620", message, "try again") from None


def _get(
    address: Address,
    headers: Mapping[str, str],
    trust: ssl.SSLContext,
    deadline: Deadline,
    most: int,
) -> Reply:
    left = deadline.left()
    with HTTPSConnectionPool(
        address.host,
        address.port,
        timeout=Timeout(connect=left, read=left),
        ssl_context=trust,
    ) as pool:
        response = pool.urlopen(
            "GET",
            address.target,
            headers={**_HEADERS, **headers},
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=False,
        )
        try:
            content = b""
            if response.status == _OK:
                coding = response.headers.get("Content-Encoding", "")
                content = decoded(_pieces(response, deadline), coding, most)
            return Reply(response.status, response.headers.get("Location", ""), content)
        finally:
            response.close()


def _pieces(response: BaseHTTPResponse, deadline: Deadline) -> Iterator[bytes]:
    while piece := response.read(_PIECE, decode_content=False):
        yield piece
        deadline.left()


def _late() -> RequestFailed:
    hint = "try again, or raise 'timeout' in the service's pin table"
    return RequestFailed("TS621", "was not there when the time was up", hint)


def _reason(problem: BaseException) -> str:
    """What an error says, without the objects and URLs that some of them name."""
    while problem.args and isinstance(problem.args[-1], BaseException):
        problem = problem.args[-1]
    if isinstance(problem, ssl.SSLCertVerificationError):
        return str(problem.verify_message)
    if isinstance(problem, ssl.SSLError):
        return (problem.reason or "TLS failed").replace("_", " ").lower()
    if isinstance(problem, OSError):
        return problem.strerror or "the connection was ended"
    if isinstance(problem, CodingError):
        return str(problem)
    return "it is cut off or is no HTTP"
