"""What a caller can set on a client, validated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from math import inf
from typing import Final, TypeVar
from urllib.parse import SplitResult, urlsplit

T = TypeVar("T")

_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_RESERVED_HEADERS: Final = frozenset(
    {
        "accept",
        "accept-encoding",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "host",
        "soapaction",
        "transfer-encoding",
    }
)


class Omitted(Enum):
    """The type of `OMITTED`."""

    OMITTED = "omitted"

    def __repr__(self) -> str:
        return "OMITTED"


OMITTED: Final = Omitted.OMITTED
"""The default of what a copy inherits: it keeps what the client had."""


def inherit(value: T | Omitted, current: T) -> T:
    """`value`, or `current` where `value` is `OMITTED`."""
    return current if value is OMITTED else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options that a copy of a client can change.

    Attributes:
        timeout: Seconds for connecting and for each read; None is no limit.
        http_headers: Additional HTTP headers; those that SOAP needs are refused.
        strict: Whether replies may hold only what the contract lists.
    """

    timeout: float | None
    http_headers: Mapping[str, str] = field(repr=False)
    strict: bool

    def __post_init__(self) -> None:
        if self.timeout is not None and not 0 < self.timeout < inf:
            raise ValueError(f"timeout must be above 0 or None, got {self.timeout!r}")
        # A copy: what the caller does with its dict later must not reach other threads.
        object.__setattr__(self, "http_headers", _checked_headers(self.http_headers))


def _checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if not _HEADER_NAME.fullmatch(name):
            raise ValueError(f"not the name of an HTTP header: {name!r}")
        if name.lower() in _RESERVED_HEADERS:
            raise ValueError(f"the HTTP header {name} is set by the client itself")
        if not _HEADER_VALUE.fullmatch(value):
            # The value may be a credential.
            raise ValueError(
                f"the HTTP header {name} has characters that cannot be sent"
            )
    return dict(headers)


def checked_endpoint(endpoint: str) -> str:
    """The endpoint, if it is an http or https URL with a host; else `ValueError`."""
    parts = _split(endpoint, "endpoint")
    if parts.username is not None or parts.password is not None:
        raise ValueError(
            "endpoint must not hold a user name or password; use http_headers"
        )
    if parts.fragment:
        raise ValueError("endpoint must not have a fragment (#...)")
    return endpoint


def checked_proxy(proxy: str) -> str:
    """The proxy, if it is an http or https URL with a host; else `ValueError`."""
    _split(proxy, "proxy")
    return proxy


def public_url(url: str) -> str:
    """A URL without user name, password, query and fragment, fit for messages."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _split(url: str, what: str) -> SplitResult:
    # The URL itself is not quoted in errors: it may hold credentials.
    if not url.isascii() or any(char <= " " or char == "\x7f" for char in url):
        raise ValueError(f"{what} must be a URL of ASCII characters without blanks")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError(f"{what} is not a URL, or its port is no number") from None
    if parts.scheme not in ("http", "https"):
        raise ValueError(f"{what} must begin with http:// or https://")
    if not parts.hostname or port == 0:
        raise ValueError(f"{what} has no host, or port 0")
    return parts
