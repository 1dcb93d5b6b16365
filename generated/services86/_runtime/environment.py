"""What `trust_env` takes from the environment: a proxy, and one host's credentials."""

from __future__ import annotations

from binascii import b2a_base64
from os import environ
from urllib.parse import urlsplit

from .urls import checked_proxy


def environment_proxy(endpoint: str) -> str | None:
    """The proxy that HTTP_PROXY or HTTPS_PROXY names, unless NO_PROXY excepts the host."""
    # Slow to import, and rarely needed.
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415

    parts = urlsplit(endpoint)
    proxy = getproxies().get(parts.scheme)
    if not proxy or proxy_bypass(parts.netloc):
        return None
    try:
        return checked_proxy(proxy if "://" in proxy else f"http://{proxy}")
    except ValueError as error:
        name = f"{parts.scheme.upper()}_PROXY"
        raise ValueError(f"{name} of the environment: {error}") from None


def netrc_authorization(endpoint: str) -> str | None:
    """The value of `Authorization` that netrc gives for the endpoint's host.

    The entry has to name the host; netrc's `default` is not used.
    """
    import netrc  # noqa: PLC0415 - as above

    host = urlsplit(endpoint).hostname
    try:
        entry = netrc.netrc(environ.get("NETRC")).hosts.get(host or "")
    except FileNotFoundError:
        return None
    except (netrc.NetrcParseError, OSError, UnicodeDecodeError) as error:
        # The error's text may quote the file.
        raise ValueError(f"netrc cannot be used: {type(error).__name__}") from None
    return None if entry is None else basic(entry[0], entry[2])


def basic(user: str, password: str) -> str:
    """The value of an HTTP header that carries a user name and a password."""
    token = b2a_base64(f"{user}:{password}".encode(), newline=False)
    return f"Basic {token.decode()}"
