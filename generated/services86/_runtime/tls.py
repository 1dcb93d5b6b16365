"""TLS settings from files and from a caller's own context."""

from __future__ import annotations

import ssl
from os import fspath
from typing import NoReturn

from .options import FilePath
from .system_errors import reason


def tls_context(
    ca_file: FilePath | None,
    client_certificate: FilePath | tuple[FilePath, FilePath] | None,
) -> ssl.SSLContext | None:
    """A context that verifies; None where nothing is given, which is the default's.

    Args:
        ca_file: PEM file of the CAs to trust in place of the system's.
        client_certificate: PEM file with certificate and key, or one file for each.
    """
    if ca_file is None and client_certificate is None:
        return None
    try:
        context = ssl.create_default_context(
            cafile=None if ca_file is None else fspath(ca_file)
        )
    except OSError as error:
        raise ValueError(f"ca_file cannot be used: {reason(error)}") from error
    if client_certificate is not None:
        certificate, key = (
            client_certificate
            if isinstance(client_certificate, tuple)
            else (client_certificate, client_certificate)
        )
        try:
            context.load_cert_chain(fspath(certificate), fspath(key), _no_password)
        except OSError as error:
            raise ValueError(
                f"client_certificate cannot be used: {reason(error)}"
            ) from error
    return context


def checked_context(context: ssl.SSLContext) -> ssl.SSLContext:
    """The context, if it verifies certificates and host names; else `ValueError`."""
    if context.verify_mode != ssl.CERT_REQUIRED or not context.check_hostname:
        raise ValueError(
            "ssl_context must verify certificates and host names;"
            " add the server's CA with load_verify_locations()"
        )
    return context


def _no_password() -> NoReturn:
    # Without this, OpenSSL asks for it on the terminal.
    raise ValueError(
        "client_certificate has an encrypted key; load it into an ssl_context"
    )
