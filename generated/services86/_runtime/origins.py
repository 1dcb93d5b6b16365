"""Where connections lead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from .environment import basic


class Origin(NamedTuple):
    """Where a connection leads: `http` or `https`, a host and a port."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, url: str) -> Origin:
        """The origin of an http or https URL."""
        parts = urlsplit(url)
        default = 443 if parts.scheme == "https" else 80
        return cls(parts.scheme, parts.hostname or "", parts.port or default)


class Proxy:
    """A proxy, and the headers that carry its credentials, if any.

    Args:
        url: Its URL, with `user:password@` if it wants them.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.origin = Origin.of(url)
        self.headers: Mapping[str, str] = {}
        if parts.username is not None:
            password = unquote(parts.password or "")
            authorization = basic(unquote(parts.username), password)
            self.headers = {"Proxy-Authorization": authorization}
