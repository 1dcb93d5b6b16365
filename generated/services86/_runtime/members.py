"""`Members`: which of a type's child elements are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from .reading import Element, Reader

T = TypeVar("T")


class Members:
    """The names of the child elements that an element may have, each once at most.

    Args:
        tags: Expanded names in the schema's order. One that is there twice, as among
            header blocks, may occur twice.
        repeated: Expanded names of those that may occur more than once; they are known
            here, and read by the functions for lists.

    Attributes:
        names: All of these names.
    """

    __slots__ = ("_most", "_places", "_tags", "names")

    def __init__(self, *tags: str, repeated: Sequence[str] = ()) -> None:
        self._tags = list(tags)
        self._places: dict[str, int] = {}
        for place, tag in enumerate(tags):
            self._places.setdefault(tag, place)
        # One more than there should be is enough to see that something else is there.
        self._most = len(tags) + 1
        self.names = frozenset((*tags, *repeated))

    def of(self, element: Element, reader: Reader) -> Sequence[Element | None]:
        """The children of an element in the schema's order; see `among`."""
        children = element[: self._most]
        # Most elements hold every member in order, which is the quickest to find out.
        if [child.tag for child in children] == self._tags:
            return children
        return self._sorted(element, reader)

    def among(
        self, children: Sequence[Element], reader: Reader
    ) -> Sequence[Element | None]:
        """One place for each name in the schema's order, None where there is no child.

        The order in the message does not matter.

        Raises:
            ProtocolError: An element occurs twice; or, if strict, one is not known.
        """
        if [child.tag for child in children] == self._tags:
            return children
        return self._sorted(children, reader)

    def _sorted(
        self, children: Iterable[Element], reader: Reader
    ) -> Sequence[Element | None]:
        found: list[Element | None] = [None] * len(self._tags)
        for child in children:
            tag = str(child.tag)
            place = self._places.get(tag)
            if place is None:
                if tag not in self.names:
                    self._unknown(child, reader)
            elif found[place] is None:
                found[place] = child
            else:
                self._again(child, reader, found)
        return found

    def _unknown(self, child: Element, reader: Reader) -> None:
        reader.unknown(child)

    def _again(
        self, child: Element, reader: Reader, found: list[Element | None]
    ) -> None:
        for place, tag in enumerate(self._tags):
            if tag == child.tag and found[place] is None:
                found[place] = child
                return
        reader.fail(child, "the element occurs twice")
