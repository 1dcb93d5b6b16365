"""URLs that a caller gives, validated, and how they are shown."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


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
