"""`[tool.typedsoap.services.pin]`: where a service's WSDL is fetched from."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from typedsoap.fetch.addresses import Address, AddressError, Host, parse_host
from typedsoap.toml.table import Table

PIN_KEYS: Final = (
    "url",
    "hosts",
    "ca_file",
    "timeout",
    "user_env",
    "password_env",
    "header",
    "header_env",
)
"""The keys of the table."""

_TIMEOUT: Final = 60
_LONGEST: Final = 3600
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HEADER: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
# Those that say how a message is to be read, and not who asks.
_OWN_HEADERS: Final = frozenset(
    (
        "accept",
        "accept-encoding",
        "connection",
        "content-length",
        "host",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PinConfig:
    """Where a WSDL is fetched from, and how.

    Attributes:
        url: The WSDL's address.
        hosts: From where its imports may be fetched beside the URL's own host, and where
            redirects may lead.
        ca_file: Certificates to trust in place of the system's, absolute.
        timeout: Seconds for the WSDL with all its imports.
        user_env: The environment variable with the user for HTTP Basic authentication.
        password_env: That with the password.
        header: The name of a request header that authenticates.
        header_env: The environment variable with its value.
    """

    url: Address
    hosts: frozenset[Host] = frozenset()
    ca_file: Path | None = None
    timeout: int = _TIMEOUT
    user_env: str | None = None
    password_env: str | None = None
    header: str | None = None
    header_env: str | None = None


def read_pin(service: Table, root: Path) -> PinConfig | None:
    """The table of a service, if it has one that can be used.

    Args:
        root: The folder that relative paths belong to.
    """
    table = service.table("pin", PIN_KEYS)
    if table is None:
        return None
    written = table.text("url")
    if written is None:
        if not table.has("url"):
            table.refuse("TS205", f"{table.title} needs 'url'")
        return None
    hosts = frozenset(_hosts(table))
    ca_file = table.text("ca_file")
    timeout = table.number("timeout")
    if timeout is not None and not 0 < timeout <= _LONGEST:
        message = f"'timeout' must be from 1 to {_LONGEST} seconds"
        table.refuse("TS206", message, "timeout")
    _check_credentials(table)
    try:
        url = Address.parse(written)
    except AddressError as problem:
        hint = 'write url = "https://host/path?wsdl"'
        table.refuse("TS206", f"the URL {problem}", "url", hint=hint)
        return None
    return PinConfig(
        url=url,
        hosts=hosts,
        ca_file=Path(os.path.normpath(root / ca_file)) if ca_file else None,
        timeout=timeout or _TIMEOUT,
        user_env=table.text("user_env"),
        password_env=table.text("password_env"),
        header=table.text("header"),
        header_env=table.text("header_env"),
    )


def _hosts(table: Table) -> list[Host]:
    hosts: list[Host] = []
    for text in table.texts("hosts"):
        try:
            hosts.append(parse_host(text))
        except AddressError as problem:
            hint = 'write "host" or "host:port", without a scheme'
            table.refuse("TS206", f"{text!a} {problem}", "hosts", hint=hint)
    return hosts


def _check_credentials(table: Table) -> None:
    for first, second in (("user_env", "password_env"), ("header", "header_env")):
        if table.has(first) != table.has(second):
            message = f"'{first}' and '{second}' belong together"
            table.refuse("TS205", message, first if table.has(first) else second)
    for key in ("user_env", "password_env", "header_env"):
        name = table.text(key)
        if name is not None and not _VARIABLE.fullmatch(name):
            # The name is not shown: somebody may have written the secret itself.
            message = f"'{key}' is not the name of an environment variable"
            hint = "the secret itself stays out of this file"
            table.refuse("TS206", message, key, hint=hint)
    header = table.text("header")
    if header is None:
        return
    if not _HEADER.fullmatch(header) or header.lower() in _OWN_HEADERS:
        message = f"{header!a} is no request header that authenticates"
        table.refuse("TS206", message, "header")
    elif header.lower() == "authorization" and table.has("user_env"):
        table.refuse("TS206", "'user_env' gives 'Authorization' already", "header")
