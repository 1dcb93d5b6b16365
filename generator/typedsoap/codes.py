"""Every diagnostic code, with one sentence of meaning; the reference page is held to it."""

from __future__ import annotations

from typing import Final

CODES: Final[dict[str, str]] = {
    # TS0xx: reading files and XML
    # TS1xx: WSDL and XML Schema
    # TS15x: shapes that are not generated yet
    # TS2xx: configuration and overlay
    # TS3xx: names, bindings, generated code
    # TS4xx: files, manifest, command line
    # TS5xx: verify and mock
}
