"""A short text that two contracts share when they say the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
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
    return "".join(f"{line}\n" for line in _lines("contract", contract))


def _lines(path: str, value: object) -> Iterator[str]:
    """Lines `path=value`; a place in a tuple and a key of a mapping are in the path."""
    if isinstance(value, QName):
        yield f"{path}={json.dumps(str(value))}"
    elif is_dataclass(value):
        yield f"{path}:{type(value).__name__}"
        for item in fields(value):
            if item.compare:
                yield from _lines(f"{path}.{item.name}", getattr(value, item.name))
    elif isinstance(value, Mapping):
        entries = cast("Mapping[QName, object]", value)
        for key in sorted(entries):
            yield from _lines(f"{path}[{json.dumps(str(key))}]", entries[key])
    elif isinstance(value, frozenset):
        names = sorted(str(name) for name in cast("frozenset[QName]", value))
        yield f"{path}={json.dumps(names)}"
    elif isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        yield f"{path}#{len(items)}"
        for index, entry in enumerate(items):
            yield from _lines(f"{path}[{index}]", entry)
    elif isinstance(value, Enum):
        yield f"{path}={json.dumps(value.value)}"
    else:
        yield f"{path}={json.dumps(value)}"
