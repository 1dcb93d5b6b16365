"""Namespaces that are read as others: one that only carries a version is no difference."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Final, cast

from typedsoap.contract import Contract, QName

_VERSION: Final = re.compile(r"\d+(?:[._/-]\d+)*")
# Texts that are built on a namespace; every other text is data.
_NAMESPACED: Final = frozenset(
    ("action", "addressing_action", "namespace", "target_namespace", "namespaces")
)


def namespaces_of(contract: Contract) -> frozenset[str]:
    """The namespaces that a contract defines something in."""
    return frozenset(
        (
            contract.target_namespace,
            *contract.schema.namespaces,
            *(binding.name.namespace for binding in contract.bindings),
        )
    ) - {""}


def version_mapping(old: Contract, new: Contract) -> dict[str, str]:
    """Namespaces of one contract alone that are the other's but for their version."""
    before, after = namespaces_of(old), namespaces_of(new)
    gone, come = _by_skeleton(before - after), _by_skeleton(after - before)
    return {
        names[0]: come[skeleton][0]
        for skeleton, names in gone.items()
        if len(names) == 1 and len(come.get(skeleton, ())) == 1
    }


def used(contract: Contract, mapping: Mapping[str, str]) -> dict[str, str]:
    """What of a mapping makes a difference to a contract; the rest is for others."""
    return {
        old: new
        for old, new in mapping.items()
        if mapped(contract, {old: new}) != contract
    }


def _by_skeleton(namespaces: frozenset[str]) -> dict[str, list[str]]:
    skeletons: dict[str, list[str]] = {}
    for namespace in sorted(namespaces):
        skeleton, count = _VERSION.subn("#", namespace)
        if count:
            skeletons.setdefault(skeleton, []).append(namespace)
    return skeletons


def mapped(contract: Contract, mapping: Mapping[str, str]) -> Contract:
    """The contract with its names, and texts built on namespaces, in other namespaces."""
    if not mapping:
        return contract
    return cast("Contract", _mapped(contract, mapping, text=False))


def _mapped(value: Any, mapping: Mapping[str, str], *, text: bool) -> object:
    if isinstance(value, QName):
        return QName(mapping.get(value.namespace, value.namespace), value.name)
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return _text(value, mapping) if text else value
    if isinstance(value, Mapping):
        entries = cast("Mapping[QName, object]", value)
        return {
            _mapped(key, mapping, text=text): _mapped(entry, mapping, text=text)
            for key, entry in entries.items()
        }
    if isinstance(value, frozenset):
        names = cast("frozenset[object]", value)
        return frozenset(_mapped(name, mapping, text=text) for name in names)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        return tuple(_mapped(item, mapping, text=text) for item in items)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            item.name: _mapped(
                getattr(value, item.name), mapping, text=item.name in _NAMESPACED
            )
            for item in fields(value)
        }
        return type(value)(**changed)
    return value


def _text(value: str, mapping: Mapping[str, str]) -> str:
    """The longest namespace that a text begins with is replaced."""
    for old in sorted(mapping, key=len, reverse=True):
        rest = value.removeprefix(old)
        if rest != value and (not rest or old[-1] in "/:#" or rest[0] in "/:#"):
            return mapping[old] + rest
    return value
