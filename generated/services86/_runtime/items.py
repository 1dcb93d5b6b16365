"""Lists and dictionaries: every element of an array, every pair of a dictionary."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from .errors import EncodeError, MapKey
from .nil import NIL
from .reading import Element, Reader, is_nil, read_optional
from .writing import expect_mapping, expect_sequence, refusal

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def write_items(
    out: list[str],
    tag: str,
    items: Sequence[T | None],
    write: Callable[[T, list[str]], None],
    *path: str,
    nillable: bool = False,
    nullable: bool = False,
) -> None:
    """Append one element of content for each item.

    Args:
        path: What to show before an item's index in the path of an error.
        nillable: The contract allows an item to be nil, so NIL may be sent.
        nullable: None is sent as nil, too.
    """
    start, end, nil = f"<{tag}>", f"</{tag}>", f'<{tag} xsi:nil="true"/>'
    index = -1
    try:
        for index, item in enumerate(expect_sequence(items)):  # noqa: B007 - see below
            if item is None or item is NIL:
                _check_nil(item, nillable, nullable)
                out.append(nil)
            else:
                out.append(start)
                write(item, out)
                out.append(end)
    except EncodeError as error:
        # Counted outside of the writers, so an index costs nothing unless one fails.
        raise _at(error, path, index) from error.__cause__


def write_text_items(
    out: list[str],
    tag: str,
    items: Sequence[T | None],
    write: Callable[[T, int], str],
    *path: str,
    attributes: str = "",
    nillable: bool = False,
    nullable: bool = False,
) -> None:
    """Append one element of text for each item, like `write_items` for content.

    Args:
        attributes: What each start tag has beside the name.
    """
    start, end, nil = f"<{tag}{attributes}>", f"</{tag}>", f'<{tag} xsi:nil="true"/>'
    try:
        for index, item in enumerate(expect_sequence(items)):
            if item is None or item is NIL:
                _check_nil(item, nillable, nullable, index)
                out.append(nil)
            else:
                out.append(start + write(item, index) + end)
    except EncodeError as error:
        raise error.inside(*path) from error.__cause__


def read_items(
    element: Element,
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T],
) -> list[T]:
    """Every item of an array; a nil item is an error."""
    items: list[T] = []
    for child in reader.occurrences(element, tag):
        if is_nil(child):
            reader.nil_item(child)
        items.append(read(child, reader))
    return items


def read_text_items(
    element: Element,
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T | None],
) -> list[T]:
    """Every item of an array of texts; a nil item is an error."""
    items: list[T] = []
    for child in reader.occurrences(element, tag):
        item = read(child, reader)
        if item is None:
            reader.nil_item(child)
        items.append(item)
    return items


def read_nullable_items(
    element: Element,
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T],
) -> list[T | None]:
    """Every item of an array; a nil item is None."""
    return [
        read_optional(child, reader, read) for child in reader.occurrences(element, tag)
    ]


def read_nullable_text_items(
    element: Element,
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T | None],
) -> list[T | None]:
    """Every item of an array of texts; a nil item is None."""
    return [read(child, reader) for child in reader.occurrences(element, tag)]


def read_repeated(
    children: Element | Sequence[Element],
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T],
) -> list[T]:
    """Every occurrence of a member that may occur more than once; nil is an error.

    Args:
        children: The element that holds them, or its children in an occurrence of a
            group.
    """
    return [
        present_item(read_optional(child, reader, read), child, reader)
        for child in reader.named(children, tag)
    ]


def read_repeated_text(
    children: Element | Sequence[Element],
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T | None],
) -> list[T]:
    """Every occurrence of a text that may occur more than once; nil is an error."""
    return [
        present_item(read(child, reader), child, reader)
        for child in reader.named(children, tag)
    ]


def read_nullable_repeated(
    children: Element | Sequence[Element],
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T],
) -> list[T | None]:
    """Every occurrence of a member that may occur more than once; a nil one is None."""
    return [read_optional(child, reader, read) for child in reader.named(children, tag)]


def read_nullable_repeated_text(
    children: Element | Sequence[Element],
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], T | None],
) -> list[T | None]:
    """Every occurrence of a text that may occur more than once; a nil one is None."""
    return [read(child, reader) for child in reader.named(children, tag)]


def present_item(item: T | None, child: Element, reader: Reader) -> T:
    """An occurrence of a repeated element; a nil one is an error."""
    if item is None:
        reader.nil_item(child)
    return item


def write_pairs(
    out: list[str],
    pairs: Mapping[K, V],
    write: Callable[[K, V, list[str]], None],
) -> None:
    """Append one element for each pair of a dictionary, in its order."""
    for key, value in expect_mapping(pairs).items():
        try:
            write(key, value, out)
        except EncodeError as error:
            raise error.inside(MapKey(key)) from error.__cause__


def read_pairs(
    element: Element,
    reader: Reader,
    tag: str,
    read: Callable[[Element, Reader], tuple[K | None, V]],
) -> dict[K, V]:
    """Every pair of a dictionary; a nil, missing or duplicate key is an error."""
    pairs: dict[K, V] = {}
    for child in reader.occurrences(element, tag):
        key, value = read(child, reader)
        if key is None:
            reader.fail(child, "a dictionary's key is nil or missing")
        if key in pairs:
            reader.fail(child, "a dictionary's key occurs twice")
        pairs[key] = value
    return pairs


def _check_nil(item: object, nillable: bool, nullable: bool, *path: int) -> None:
    if not (nullable if item is None else nillable):
        raise refusal(item, "an item", *path)


def _at(error: EncodeError, path: tuple[str, ...], index: int) -> EncodeError:
    return error.inside(*path, index) if index >= 0 else error.inside(*path)
