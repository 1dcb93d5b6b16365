"""Addresses that may be fetched, which are https URLs and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import SplitResult, quote, urljoin, urlsplit

Host = tuple[str, int]
"""A host's name in lower case and a port."""

HTTPS_PORT: Final = 443

_NAME: Final = re.compile(
    r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?|\[[0-9a-f:.]+\]", re.IGNORECASE
)
_HOST: Final = re.compile(r"(\[[^\]]*\]|[^:]*)(?::([0-9]{1,5}))?")
_SECRET: Final = re.compile(
    r"auth|code|credential|jwt|key|pass|pwd|secret|session|sig|token", re.IGNORECASE
)
# What nobody has to wait for to be read.
_LONGEST: Final = 2048
# No name of a part of a WSDL is that long.
_LONGEST_SHOWN: Final = 40
_SAFE: Final = "%/:@!$&'()*+,;=~-._?"


class AddressError(ValueError):
    """Why a text is no address that may be fetched: `str` goes on after its name."""


@dataclass(frozen=True, slots=True)
class Address:
    """An https URL without user and fragment, in one spelling.

    Attributes:
        host: The name in lower case; an IPv6 address in brackets.
        port: The port.
        target: Path and query.
    """

    host: str
    port: int
    target: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """The address that a text is.

        Raises:
            AddressError: It is none.
        """
        return cls._of(_split(text))

    def follow(self, location: str, *, upgrade: bool = False) -> Self:
        """What a location in the document at this address means (RFC 3986 §5.2).

        Args:
            upgrade: Read http as https: servers behind a proxy often call themselves so.

        Raises:
            AddressError: It is no address that may be fetched.
        """
        _split(location)
        try:
            parts = _split(urljoin(str(self), location.strip()))
        except ValueError as problem:
            raise AddressError("is no URL") from problem
        if upgrade and parts.scheme == "http":
            port = f":{parts.port}" if parts.port not in (None, 80) else ""
            parts = parts._replace(
                scheme="https", netloc=f"{_bracketed(parts.hostname or '')}{port}"
            )
        return type(self)._of(parts)

    @property
    def origin(self) -> Host:
        """Host and port."""
        return self.host, self.port

    def __str__(self) -> str:
        port = "" if self.port == HTTPS_PORT else f":{self.port}"
        return f"https://{self.host}{port}{self.target}"

    @classmethod
    def _of(cls, parts: SplitResult) -> Self:
        if parts.scheme != "https":
            raise AddressError(f"has the scheme {parts.scheme[:20]!r}, not https")
        host = _bracketed(parts.hostname or "")
        if not _NAME.fullmatch(host):
            raise AddressError("names no host in ASCII")
        path = quote(parts.path or "/", safe=_SAFE.replace("?", ""))
        query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
        return cls(host.lower(), parts.port or HTTPS_PORT, f"{path}{query}")


def parse_host(text: str) -> Host:
    """A host of the configuration: a name, with or without a port.

    Raises:
        AddressError: It is none.
    """
    found = _HOST.fullmatch(text)
    if found is None or not _NAME.fullmatch(found[1]):
        raise AddressError("is no host")
    port = int(found[2]) if found[2] else HTTPS_PORT
    if not 0 < port < 65536:
        raise AddressError("has no such port")
    return found[1].lower(), port


def masked(url: str) -> str:
    """A URL for messages and files: without a user, and without what could be secret."""
    try:
        parts = urlsplit(url[:_LONGEST])
    except ValueError:
        return "***"
    netloc = parts.netloc.rpartition("@")[2]
    query = "&".join(map(_masked_part, parts.query.split("&")))
    return parts._replace(netloc=netloc, query=query, fragment="").geturl()


def _masked_part(part: str) -> str:
    key, equals, value = part.partition("=")
    if not equals:
        return part if len(part) <= _LONGEST_SHOWN else "***"
    hidden = _SECRET.search(key) or len(value) > _LONGEST_SHOWN
    return f"{key}=***" if hidden and value else part


def _split(text: str) -> SplitResult:
    """The parts of a URL or of a relative reference.

    Raises:
        AddressError: It is neither, or names a user.
    """
    stripped = text.strip(" \t\r\n")
    if len(stripped) > _LONGEST:
        raise AddressError(f"is longer than {_LONGEST} characters")
    if "\\" in stripped or any(char < " " or char == "\x7f" for char in stripped):
        raise AddressError("is no URL")
    try:
        parts = urlsplit(stripped)
        # Both are looked at only when asked for.
        _ = parts.hostname, parts.port
    except ValueError as problem:
        raise AddressError("is no URL") from problem
    if "@" in parts.netloc:
        raise AddressError("names a user, and credentials have no place in it")
    return parts


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
