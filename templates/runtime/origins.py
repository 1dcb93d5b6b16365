"""Where connections lead."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from .environment import basic


@dataclass(frozen=True, slots=True)
class Origin:
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

    @property
    def address(self) -> str:
        """Host and port as they stand in a request."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy, and the value of the header that carries its credentials, if any."""

    origin: Origin
    authorization: str | None = field(repr=False)

    @classmethod
    def of(cls, url: str) -> Proxy:
        """The proxy that a URL names."""
        parts = urlsplit(url)
        authorization = None
        if parts.username is not None:
            password = unquote(parts.password or "")
            authorization = basic(unquote(parts.username), password)
        return cls(Origin.of(url), authorization)
