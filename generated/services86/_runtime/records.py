"""`Record`: the base class of generated dataclasses, and what marks a field secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from reprlib import recursive_repr
from types import MappingProxyType
from typing import Any, Final, cast

_ALL: Final = "soap.secret"
_KEYS: Final = "soap.secret_keys"
_MASK: Final = "***"

SECRET: Final[Mapping[str, object]] = MappingProxyType({_ALL: True})
"""Metadata of a dataclass field whose value is never shown in a repr."""


def secret_keys(*keys: str) -> Mapping[str, object]:
    """Metadata of a dictionary field: the values under these keys are never shown."""
    return MappingProxyType({_KEYS: frozenset(keys)})


class Record:
    """Base of generated dataclasses.

    The repr has the form of a constructor call, leaves out fields that are None and
    shows `'***'` for secrets. It masks what it prints itself: a plain dict taken out of
    a record prints like any other dict.
    """

    __slots__ = ()

    @recursive_repr("...")
    def __repr__(self) -> str:
        parts: list[str] = []
        # Record itself is no dataclass; every class that derives from it is one.
        for item in fields(cast("Any", self)):
            value: object = getattr(self, item.name, None)
            if value is not None:
                parts.append(f"{item.name}={_shown(value, item.metadata)}")
        return f"{type(self).__qualname__}({', '.join(parts)})"


def _shown(value: object, metadata: Mapping[str, object]) -> str:
    if _ALL in metadata:
        return repr(_MASK)
    secret = metadata.get(_KEYS)
    if isinstance(secret, frozenset) and isinstance(value, Mapping):
        entries = cast("Mapping[object, object]", value)
        return repr({k: _MASK if k in secret else v for k, v in entries.items()})
    return repr(value)
