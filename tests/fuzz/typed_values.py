"""Whether a value is of the type that an annotation says, all the way down."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, cast, get_args, get_origin

from tests.support.annotations import annotations_of

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Every number of the two contracts is an xs:int.
_INTEGERS: Final = range(-(2**31), 2**31)


def problems(value: object, annotation: Any, path: str = "value") -> Iterator[str]:
    """Every place where a value is not what its annotation says.

    Knows what generated clients use: dataclasses, also generic ones, unions, lists,
    dictionaries, frozensets, enumerations and simple values.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        if not any(_is_kind(value, branch) for branch in arguments):
            yield f"{path}: {type(value).__name__}, expected {annotation}"
            return
        branch = next(branch for branch in arguments if _is_kind(value, branch))
        yield from problems(value, branch, path)
    elif not _is_kind(value, annotation):
        yield f"{path}: {type(value).__name__}, expected {annotation}"
    elif isinstance(value, dict):
        for key, item in cast("dict[object, object]", value).items():
            yield from problems(key, arguments[0], f"{path} key")
            yield from problems(item, arguments[1], f"{path}[{key!r}]")
    elif isinstance(value, (list, frozenset)):
        for index, item in enumerate(cast("Collection[object]", value)):
            yield from problems(item, arguments[0], f"{path}[{index}]")
    elif is_dataclass(value) and not isinstance(value, type):
        cls: type = type(value)
        hints = _hints(cls)
        bound = dict(zip(_parameters(cls), arguments, strict=False))
        for item in fields(value):
            hint = bound.get(hints[item.name], hints[item.name])
            inner = getattr(value, item.name, _UNSET)
            yield from problems(inner, hint, f"{path}.{item.name}")
    elif isinstance(value, str) and _ILLEGAL.search(value):
        yield f"{path}: a character that XML cannot carry"
    elif type(value) is int and value not in _INTEGERS:
        yield f"{path}: out of range"


class _Unset:
    """The type of what stands for a field that was never set."""


_UNSET: Final = _Unset()


def _is_kind(value: object, annotation: Any) -> bool:
    if annotation is None:
        return value is None
    kind = get_origin(annotation) or annotation
    if kind in (
        int,
        bool,
        str,
        float,
        bytes,
        datetime,
        NoneType,
        list,
        dict,
        frozenset,
    ):
        return type(value) is kind
    return not isinstance(kind, type) or isinstance(value, kind)


@cache
def _hints(cls: type) -> dict[str, Any]:
    return annotations_of(cls)


@cache
def _parameters(cls: type) -> tuple[Any, ...]:
    return getattr(cls, "__parameters__", ())
