"""`Record`: the base class of generated dataclasses, and what marks a field secret."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from reprlib import recursive_repr
from types import MappingProxyType
from typing import Any, ClassVar, Final, TypeVar, cast

T = TypeVar("T")

_ALL: Final = "soap.secret"
_ALTERNATIVE: Final = "soap.alternative"
_KEYS: Final = "soap.secret_keys"
_MASK: Final = "***"
_NAMESPACE: Final = "soap.namespace"

SECRET: Final[Mapping[str, object]] = MappingProxyType({_ALL: True})
"""Metadata of a dataclass field whose value is never shown in a repr."""


ALTERNATIVE: Final[Mapping[str, object]] = MappingProxyType({_ALTERNATIVE: True})
"""Metadata of a field that an alternative of a choice has, and not the first one."""

SECRET_ALTERNATIVE: Final[Mapping[str, object]] = MappingProxyType(
    {**SECRET, **ALTERNATIVE}
)
"""Metadata of such a field whose value is never shown in a repr."""


def in_namespace(namespace: str) -> Mapping[str, object]:
    """Metadata of a field of XML that not any element can stand for, but one of these."""
    return MappingProxyType({_NAMESPACE: namespace})


def secret_keys(*keys: str) -> Mapping[str, object]:
    """Metadata of a dictionary field: the values under these keys are never shown.

    The case of a key does not matter.
    """
    return MappingProxyType({_KEYS: frozenset(key.casefold() for key in keys)})


class Record:
    """Base of generated dataclasses.

    The repr has the form of a constructor call, leaves out fields that are None and
    shows `'***'` for secrets. It masks what it prints itself: a plain dict taken out of
    a record prints like any other dict.

    A class says `abstract=True` where the contract has no values of its very type; they
    are of the classes derived from it. It lists as `without` the inherited fields that a
    value of it cannot have.
    """

    __slots__ = ()
    _abstract: ClassVar[bool] = False
    _without: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(
        cls, *, abstract: bool = False, without: tuple[str, ...] = ()
    ) -> None:
        super().__init_subclass__()
        # A dataclass with slots is made twice, the second time without `abstract`, but
        # with a copy of what the first one holds.
        cls._abstract = abstract or cls.__dict__.get("_abstract", False)
        if without:
            cls._without = without

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
        return repr(
            {
                key: _MASK if str(key).casefold() in secret else item
                for key, item in entries.items()
            }
        )
    return repr(value)


def map_texts(value: T, change: Callable[[str], str]) -> T:
    """A copy of a value whose every text, at any depth, is what `change` makes of it.

    Members of enumerations stay as they are.
    """
    return cast("T", _mapped(value, change))


def _mapped(value: object, change: Callable[[str], str]) -> object:
    if type(value) is str:
        return change(value)
    if isinstance(value, list):
        return [_mapped(item, change) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        entries = cast("dict[object, object]", value)
        return {
            _mapped(key, change): _mapped(item, change) for key, item in entries.items()
        }
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            item.name: _mapped(getattr(value, item.name), change)
            for item in fields(value)
        }
        return replace(value, **changed)
    return value
