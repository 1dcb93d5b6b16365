"""Helpers of generated writers: what a value must be, and the elements around content.

A writer of content has the form `write(value, out)` and appends to `out`; a writer of
text has the form `write(value, name)` and returns escaped text. `name` is the segment of
the path that an `EncodeError` shows: a parameter, a field, an index or a `MapKey`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NoReturn, TypeVar, cast

from .errors import EncodeError
from .nil import NIL

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


def refusal(value: object, expected: str, *path: str | int) -> EncodeError:
    """The error for a value of the wrong kind; the value itself is not shown."""
    if value is None:
        return EncodeError(f"{expected} is required, got None", *path)
    if value is NIL:
        return EncodeError(f"NIL is not allowed here, expected {expected}", *path)
    return EncodeError(f"expected {expected}, got {type(value).__name__}", *path)


def expect_kind(value: object, kind: type[object], name: str | int) -> None:
    """Refuse what is no instance of `kind`; a bool is no number.

    Writers call it when `type(value)` is not exactly what they want, the quicker check.
    """
    if not isinstance(value, kind) or isinstance(value, bool):
        raise refusal(value, kind.__name__, name)


def expect_instance(value: object, cls: type[object]) -> None:
    """Refuse what is no `cls`."""
    if not isinstance(value, cls):
        raise refusal(value, cls.__name__)


def expect_before(
    value: object | None, name: str, before: object | None, before_name: str
) -> None:
    """Refuse a header block that would be read as the one of its name before it."""
    if value is not None and before is None:
        raise EncodeError(f"without {before_name} it would be read as that", name)


def refuse_abstract(cls: type[object]) -> NoReturn:
    """Refuse a value of an abstract type, which is of no type derived from it."""
    raise EncodeError(
        f"{cls.__name__} is abstract: a value of a class derived from it is required"
    )


def expect_nothing(value: object, name: str) -> None:
    """Refuse a value of a field that the contract's restriction of its type has not."""
    if value is not None and value != [] and value != {}:
        raise EncodeError(
            "the contract does not have this in a value of this type", name
        )


def required_here(value: T | None, name: str) -> T:
    """The value of a field that a restriction requires, and its base does not."""
    if value is None:
        raise EncodeError("the contract requires this in a value of this type", name)
    return value


def expect_sequence(value: Sequence[T]) -> Sequence[T]:
    """Refuse what is no list, tuple or other sequence: a str, bytes, dict, set, None."""
    kind = type(value)
    if kind is list or kind is tuple:
        return value
    if isinstance(value, (str, bytes, bytearray, memoryview)) or not isinstance(
        cast("object", value), Sequence
    ):
        raise refusal(value, "a list or tuple")
    return value


def expect_mapping(value: Mapping[K, V]) -> Mapping[K, V]:
    """Refuse what is no dict or other mapping."""
    if not isinstance(cast("object", value), Mapping):
        raise refusal(value, "a dict")
    return value


def expect_set(value: AbstractSet[T], name: str | int) -> AbstractSet[T]:
    """Refuse what is no set or frozenset."""
    if not isinstance(cast("object", value), AbstractSet):
        raise refusal(value, "a set", name)
    return value


def write_element(
    out: list[str],
    tag: str,
    value: T,
    write: Callable[[T, list[str]], None],
    name: str | int,
    attributes: str = "",
) -> None:
    """Append an element that may not be nil; None and NIL are refused.

    Args:
        attributes: What the start tag has beside its name.
    """
    out.append(f"<{tag}{attributes}>")
    try:
        if value is None or value is NIL:
            raise refusal(value, "a value")
        write(value, out)
    except EncodeError as error:
        raise error.inside(name) from error.__cause__
    out.append(f"</{tag}>")


def write_type(out: list[str], name: str) -> None:
    """Add `xsi:type` to the start tag that was appended last.

    A writer of a type with derived types calls it first when the value is of a derived
    one; `name` is the derived type's prefixed name.
    """
    out[-1] = f'{out[-1][:-1]} xsi:type="{name}">'
