"""A short text that two contracts share when they say the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import cast

from typedsoap.contract import Contract, QName


def contract_fingerprint(contract: Contract) -> str:
    """SHA-256 in hex over a canonical text of every fact that two contracts compare.

    Equal contracts have equal fingerprints, whatever their documentation, files, lines,
    prefixes and order of global definitions. The order of services, ports, operations
    of a port type, parts, header blocks, members and enumeration values is a fact.
    """
    return hashlib.sha256(canonical_text(contract).encode("ascii")).hexdigest()


def canonical_text(contract: Contract) -> str:
    """The text behind `contract_fingerprint`: one line a value, ASCII."""
    lines: list[str] = []
    _write("contract", contract, lines)
    return "".join(f"{line}\n" for line in lines)


def _write(path: str, value: object, lines: list[str]) -> None:
    """Add lines `path=value`; a place in a tuple or a mapping is in the path."""
    if isinstance(value, QName):
        lines.append(f"{path}={json.dumps(str(value))}")
    elif is_dataclass(value):
        lines.append(f"{path}:{type(value).__name__}")
        for item in fields(value):
            if item.compare:
                _write(f"{path}.{item.name}", getattr(value, item.name), lines)
    elif isinstance(value, Mapping):
        entries = cast("Mapping[QName, object]", value)
        for key in sorted(entries):
            _write(f"{path}[{json.dumps(str(key))}]", entries[key], lines)
    elif isinstance(value, frozenset):
        names = sorted(str(name) for name in cast("frozenset[QName]", value))
        lines.append(f"{path}={json.dumps(names)}")
    elif isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        lines.append(f"{path}#{len(items)}")
        for index, entry in enumerate(items):
            _write(f"{path}[{index}]", entry, lines)
    elif isinstance(value, Enum):
        lines.append(f"{path}={json.dumps(value.value)}")
    else:
        lines.append(f"{path}={json.dumps(value)}")
