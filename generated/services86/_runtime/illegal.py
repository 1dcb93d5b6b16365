"""Characters that XML 1.0 cannot carry: found on the finished text, located on failure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from inspect import signature
from itertools import chain
from typing import Final, cast

from .errors import EncodeError, MapKey

_ILLEGAL: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_LARGE: Final = 8 * 1024
_CONTROLS: Final = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])

_Found = tuple[str, tuple[str | int, ...]]


def encode(text: str) -> bytes | None:
    """A finished message in UTF-8; None if it holds what XML cannot carry.

    The whole message is looked at once, because looking at each value costs more than
    writing it.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return None
    if _has_control(data):
        return None
    if "\ufffe" in text or "\uffff" in text:
        return None
    return data


def _has_control(data: bytes) -> bool:
    # One pass makes a copy; a search for each is quicker where that is large.
    if len(data) < _LARGE:
        return len(data.translate(None, _CONTROLS)) != len(data)
    return any(control in data for control in _CONTROLS)


def without_illegal(text: str) -> str:
    """A text with a question mark for each character that XML cannot carry."""
    return re.sub(_ILLEGAL, "?", text)


def illegal_argument(
    headers: object,
    write: Callable[..., None],
    args: Iterable[object],
    kwargs: Mapping[str, object],
) -> EncodeError:
    """The error for the first value of a call that XML cannot carry."""
    names = list(signature(write).parameters)[1:]
    named = [*zip(names, args, strict=False), *kwargs.items()]
    searches = (_search(value, (name,)) for name, value in named)
    for character, path in chain(_search(headers, ()), *searches):
        message = f"XML cannot carry the character U+{ord(character):04X}"
        return EncodeError(message, *path)
    return EncodeError("a value has a character that XML cannot carry")


def _search(value: object, path: tuple[str | int, ...]) -> Iterator[_Found]:
    if isinstance(value, str):
        match = re.search(_ILLEGAL, value)
        if match is not None:
            yield match[0], path
    elif is_dataclass(value) and not isinstance(value, type):
        for member in fields(value):
            yield from _search(getattr(value, member.name), (*path, member.name))
    elif isinstance(value, Mapping):
        for key, item in cast("Mapping[object, object]", value).items():
            here = (*path, MapKey(str(key)))
            yield from _search(key, here)
            yield from _search(item, here)
    elif isinstance(value, (Sequence, AbstractSet)) and not isinstance(value, bytes):
        for index, item in enumerate(cast("Sequence[object]", value)):
            yield from _search(item, (*path, index))
