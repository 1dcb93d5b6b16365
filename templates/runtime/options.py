"""What a caller can set on a client, validated."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum
from math import inf
from os import PathLike
from typing import Final, Literal, TypeAlias, TypeVar, get_args

from .limits import Limits

T = TypeVar("T")

FilePath: TypeAlias = str | PathLike[str]
"""A file's path."""

IllegalCharacters: TypeAlias = Literal["refuse", "replace"]
"""What becomes of characters in a reply that XML forbids: an error, or U+FFFD."""

_HEADER_NAME: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_EXPANDED_NAME: Final = r"\{[^{}]*\}[^{}\s:]+"
_HEADER_VALUE: Final = r"[\t\x20-\x7e\x80-\xff]*"
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Options:
    """Options that a copy of a client can change.

    Attributes:
        timeout: Seconds for the whole call; None is no limit.
        connect_timeout: Seconds to connect: name look-up, TCP, proxy and TLS; None is
            only `timeout`.
        read_timeout: Seconds that the server may stay silent while its reply is waited
            for; None is only `timeout`.
        retries: How many further attempts a call may take.
        http_headers: Additional HTTP headers; those that SOAP needs are refused.
        strict: Whether replies may hold only what the contract lists.
        validate: Whether arguments are held to the facets of their types.
        illegal_characters: What becomes of characters in a reply that XML forbids.
        understood_headers: Expanded names (`{namespace}local`) of header blocks that are
            taken as understood where a reply demands it.
        reply_limit: The greatest size of a reply in bytes, content coding undone.
        element_limit: The greatest number of elements in a reply.
        limits: Those that a reply is read with.
    """

    timeout: float | None
    connect_timeout: float | None
    read_timeout: float | None
    retries: int
    http_headers: Mapping[str, str] = field(repr=False)
    strict: bool
    validate: bool = False
    illegal_characters: IllegalCharacters
    understood_headers: Collection[str]
    reply_limit: int
    element_limit: int
    limits: Limits = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("timeout", "connect_timeout", "read_timeout"):
            seconds: object = getattr(self, name)
            if seconds is not None and not _is_seconds(seconds):
                raise ValueError(
                    f"{name} must be a number above 0 or None, got {seconds!r}"
                )
        for name, least in (("retries", 0), ("reply_limit", 1), ("element_limit", 1)):
            number: object = getattr(self, name)
            if not isinstance(number, int) or number < least:
                raise ValueError(
                    f"{name} must be an integer of {least} or more, got {number!r}"
                )
        if self.illegal_characters not in get_args(IllegalCharacters):
            raise ValueError(
                "illegal_characters must be 'refuse' or 'replace',"
                f" got {self.illegal_characters!r}"
            )
        # Copies: what the caller does with its own later must not reach other threads.
        headers = _checked_headers(self.http_headers)
        object.__setattr__(self, "http_headers", headers)
        names = _checked_names(self.understood_headers)
        object.__setattr__(self, "understood_headers", names)
        limits = Limits(
            size=self.reply_limit,
            elements=self.element_limit,
            replace_illegal=self.illegal_characters == "replace",
        )
        object.__setattr__(self, "limits", limits)


def _is_seconds(value: object) -> bool:
    return isinstance(value, int | float) and 0 < value < inf


def _is_text(value: object, pattern: str) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _checked_names(names: Collection[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise ValueError("understood_headers must be a collection of names, not one")
    for name in names:
        if not _is_text(name, _EXPANDED_NAME):
            raise ValueError(
                f"understood_headers holds {name!r}, expected '{{namespace}}local'"
            )
    return frozenset(names)


def _checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if not _is_text(name, _HEADER_NAME):
            raise ValueError(f"not the name of an HTTP header: {name!r}")
        if name.lower() in _RESERVED_HEADERS:
            raise ValueError(f"the HTTP header {name} is set by the client itself")
        # The value may be a credential.
        if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError(f"the HTTP header {name} must be a text")
        if not _is_text(value, _HEADER_VALUE):
            raise ValueError(
                f"the HTTP header {name} has characters that cannot be sent"
            )
    return dict(headers)
