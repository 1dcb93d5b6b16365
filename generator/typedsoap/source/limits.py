"""How much a WSDL may ask of its reader, by counting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a WSDL with all that it imports may have.

    Attributes:
        bytes: Bytes in all its files.
        files: Files.
        definitions: Global definitions: types, elements, groups and attributes of all
            schemas, messages, port types, bindings and services.
        operations: Operations of port types and bindings.
    """

    bytes: int = 16 * 1024 * 1024
    files: int = 200
    definitions: int = 50_000
    operations: int = 20_000
