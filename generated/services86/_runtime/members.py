"""`Members`: which of a type's child elements are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from .reading import Element, Reader

T = TypeVar("T")


class Members:
    """The names of the child elements that an element may have, each once at most.

    Args:
        tags: Expanded names in the schema's order.
        repeated: Expanded names of those that may occur more than once; they are known
            here, and read by the functions for lists.
    """

    __slots__ = ("_most", "_places", "_repeated", "_tags")

    def __init__(self, *tags: str, repeated: Sequence[str] = ()) -> None:
        self._tags = list(tags)
        # One more than there should be is enough to see that something else is there.
        self._most = len(tags) + 1
        self._places = {tag: place for place, tag in enumerate(tags)}
        self._repeated = frozenset(repeated)

    def __contains__(self, tag: object) -> bool:
        return tag in self._places or tag in self._repeated

    def of(self, element: Element, reader: Reader) -> Sequence[Element | None]:
        """The children of an element in the schema's order; see `among`."""
        children = element[: self._most]
        # Most elements hold every member in order, which is the quickest to find out.
        if [child.tag for child in children] == self._tags:
            return children
        return self.among(element, reader)

    def among(
        self, children: Iterable[Element], reader: Reader
    ) -> Sequence[Element | None]:
        """One place for each name in the schema's order, None where there is no child.

        The order in the message does not matter.

        Raises:
            ProtocolError: An element occurs twice; or, if strict, one is not known.
        """
        found: list[Element | None] = [None] * len(self._tags)
        for child in children:
            place = self._places.get(str(child.tag))
            if place is None:
                if child.tag not in self._repeated:
                    reader.unknown(child)
            elif found[place] is None:
                found[place] = child
            else:
                reader.fail(child, "the element occurs twice")
        return found
