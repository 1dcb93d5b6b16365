"""Repeated model groups: a list of what each occurrence holds, in the message's order.

No element is around an occurrence: its elements stand among those of its owner.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NoReturn, TypeVar

from .errors import EncodeError
from .reading import Element, Reader
from .writing import expect_sequence, refusal

T = TypeVar("T")


def write_occurrences(
    out: list[str],
    items: Sequence[T],
    write: Callable[[T, list[str]], None],
    name: str,
    least: int = 0,
    most: int | None = None,
) -> None:
    """Append the elements of each occurrence.

    Args:
        name: What the path of an error shows before an occurrence's index.
        least: How many there must be.
        most: How many there may be; None for any number.
    """
    index: int | None = None
    try:
        count = len(expect_sequence(items))
        if count < least:
            raise EncodeError(f"at least {least} are required, got {count}")
        if most is not None and count > most:
            raise EncodeError(f"at most {most} are allowed, got {count}")
        for index, item in enumerate(items):  # noqa: B007 - an error tells it
            write(item, out)
    except EncodeError as error:
        path = (name,) if index is None else (name, index)
        raise error.inside(*path) from error.__cause__


def write_occurrence(
    out: list[str],
    item: T | None,
    write: Callable[[T, list[str]], None],
    name: str,
    *,
    optional: bool = False,
) -> None:
    """Append the element of a group that occurs once; None leaves out an optional one."""
    if item is None:
        if not optional:
            raise refusal(item, "a value", name)
        return
    try:
        write(item, out)
    except EncodeError as error:
        raise error.inside(name) from error.__cause__


def refuse_alternative(value: object, expected: str) -> NoReturn:
    """Refuse a value that is of no alternative of a choice."""
    raise refusal(value, expected)


def read_occurrences(
    children: Iterable[Element],
    reader: Reader,
    following: Mapping[str, Collection[str]],
    read: Callable[[Sequence[Element], Reader], T],
) -> list[T]:
    """Every occurrence among the children of an element; others are passed over.

    Args:
        following: The elements of the group, each with those that may follow it in the
            same occurrence; after any other the next one begins.
        read: Reads the elements of one occurrence.
    """
    found: list[T] = []
    occurrence: list[Element] = []
    after: Collection[str] = ()
    for child in children:
        tag = str(child.tag)
        may_follow = following.get(tag)
        if may_follow is None:
            continue
        if occurrence and tag not in after:
            found.append(read(occurrence, reader))
            occurrence = []
        occurrence.append(child)
        after = may_follow
    if occurrence:
        found.append(read(occurrence, reader))
    return found


def read_occurrence(
    children: Iterable[Element],
    reader: Reader,
    following: Mapping[str, Collection[str]],
    read: Callable[[Sequence[Element], Reader], T],
) -> T | None:
    """The one occurrence of a group; None for none, and a second one is an error."""
    found: list[T] = []

    def read_first(occurrence: Sequence[Element], reader: Reader) -> T:
        if found:
            reader.fail(occurrence[0], "only one of these elements may be there")
        found.append(read(occurrence, reader))
        return found[0]

    read_occurrences(children, reader, following, read_first)
    return found[0] if found else None


def read_required_occurrence(
    children: Iterable[Element],
    reader: Reader,
    following: Mapping[str, Collection[str]],
    read: Callable[[Sequence[Element], Reader], T],
    element: Element,
    name: str,
) -> T:
    """The one occurrence of a group that has to be there; see `Reader.required`."""
    found = read_occurrence(children, reader, following, read)
    return reader.required(found, element, name)


def holder(children: Sequence[Element]) -> Element:
    """The element that an occurrence stands in."""
    parent = children[0].getparent()
    return children[0] if parent is None else parent
