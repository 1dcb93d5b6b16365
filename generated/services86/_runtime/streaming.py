"""Large list replies: items are read while the message is parsed, and then let go.

The result, and which error wins, are those of a reply that is read from its whole tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from lxml import etree

from .errors import ProtocolError
from .limits import DepthCheck, Limits, check_depth, check_pieces, check_tree
from .operation import Items
from .parsing import parse_tree
from .reading import Element, Reader
from .versions import SoapVersion
from .xml_parser import PARSER_OPTIONS, first_error, is_large

STREAMED_FROM: Final = 4 * 1024 * 1024
"""The size in bytes from which on a list reply is read in parts."""

_PART: Final = 64 * 1024
_PROLOG: Final = 64 * 1024

# An array stands in Envelope and Body, and in a wrapper unless it is bare.
_CHECK_DEPTH: Final = {depth: DepthCheck(depth) for depth in (3, 4)}
_STEP: Final = r"(.*?)(?:\[([0-9]+)\])?"


class ListReader(Reader):
    """Reads the items of one array part by part, and everything else at the end.

    An error in an item is kept until the end: the rest of the message may not be
    well-formed, or hold something that wins over it.

    Attributes:
        found: The items so far.
        array: The array, once it has been seen.
        version: The version of the envelopes that have one.
    """

    __slots__ = (
        "_attributes",
        "_count",
        "_depth",
        "_error",
        "_items",
        "_kept",
        "_noted",
        "_part",
        "_tag",
        "array",
        "found",
        "version",
    )

    def __init__(self, strict: bool, items: Items, version: SoapVersion) -> None:
        super().__init__(strict)
        self.version = version
        self.found: list[Any] = []
        self.array: Element | None = None
        self._items = items
        self._depth = 3 if items.member is None else 4
        self._tag = ""
        self._part: Sequence[Element] = ()
        # The last child that was read stays where it is: an array is then never taken for
        # an empty one, and the parser has a neighbour to go on from.
        self._kept = False
        self._count = 0
        self._error: ProtocolError | None = None
        self._attributes: ProtocolError | None = None
        # Errors in items, with the number of items that had gone when they were found.
        self._noted: list[tuple[ProtocolError, int]] = []

    def look_for_array(self, root: Element, response: str) -> None:
        """Find the array in what has been parsed so far."""
        element = root
        for tag in (self.version.body, response, self._items.member):
            if tag is None:
                continue
            child = next(iter(element.iterchildren(tag)), None)
            if child is None:
                return
            element = child
        self.array = element

    def take(self, *, complete: bool) -> None:
        """Read the children that the array has got since last time.

        Args:
            complete: Whether there is nothing to come; else the last child may be open.
        """
        array = self.array
        if array is None:
            return
        part = array[1:] if self._kept else array[:]
        if not complete:
            del part[-1:]
        if not part:
            return
        _CHECK_DEPTH[self._depth](array)
        gone = self._count - (1 if self._kept and array[0].tag == self._tag else 0)
        self._read(array, part, gone)
        self._count += sum(child.tag == self._tag for child in part)
        # The tree still has the one kept before them. The text behind the last may be
        # what the parser is adding to.
        del array[: len(part) - (0 if self._kept else 1)]
        part[-1].clear(keep_tail=True)
        self._kept = True

    def finish(self) -> None:
        """Name the places of errors as the whole message has them."""
        self.take(complete=True)
        self._part = ()
        for error, gone in self._noted:
            error.path = self._renumbered(error.path or "", gone)

    def occurrences(self, element: Element, tag: str) -> Iterable[Element]:
        """The children that are to be read now, for the array that is read in parts."""
        if element is not self.array:
            return super().occurrences(element, tag)
        if self._error is not None:
            raise self._error
        self._tag = tag
        return self._occurrences(tag)

    def unknown_attributes(
        self, blocks: Iterable[Element], body: Iterable[Element]
    ) -> None:
        """As for every reader; the items' have been looked at."""
        super().unknown_attributes(blocks, body)
        if self._attributes is not None:
            raise self._attributes

    def _occurrences(self, tag: str) -> Iterator[Element]:
        for child in self._part:
            if child.tag == tag:
                yield child
            else:
                self.unknown(child)

    def _read(self, array: Element, part: Sequence[Element], gone: int) -> None:
        missing = self.missing
        self._part = part
        if self._error is None:
            try:
                self.found += self._items.read(array, self)
            except ProtocolError as error:
                self._error = error
                self._noted.append((error, gone))
        if self.missing is not None and missing is None:
            self._noted.append((self.missing, gone))
        if self._attributes is None:
            try:
                super().unknown_attributes((), part)
            except ProtocolError as error:
                self._attributes = error
                self._noted.append((error, gone))
        # They would be kept alive otherwise.
        self.attributes.clear()

    def _renumbered(self, path: str, gone: int) -> str:
        steps = path.split("/")
        name = self._tag.rpartition("}")[2]
        # A path has no step for the envelope, and items are one deeper than the array.
        place = self._depth - 1
        match = re.fullmatch(_STEP, steps[place]) if len(steps) > place else None
        if match is not None and match[1] == name:
            position = gone + int(match[2] or 1)
            steps[place] = f"{name}[{position}]" if self._count > 1 else name
        return "/".join(steps)


def parse_list(
    data: bytes, limits: Limits, reader: ListReader, response: str
) -> Element:
    """Parse a message, reading the items of its array on the way.

    Args:
        data: The message in UTF-8, looked at by `parsed`.
        limits: What it is held to.
        reader: Takes the items.
        response: The expanded name of the body element.

    Returns:
        The envelope without those items.

    Raises:
        XMLSyntaxError: It is not well-formed.
        ProtocolError: It would take too much memory, or its elements are nested too deep.
    """
    check_pieces(data, limits)
    parser = etree.XMLPullParser(
        events=("start",),
        tag=reader.version.envelope,
        huge_tree=is_large(data),
        **PARSER_OPTIONS,
    )
    root: Element | None = None
    check_at = 0
    for start in range(0, len(data), _PART):
        parser.feed(data[start : start + _PART])
        if first_error(parser.feed_error_log) is not None:
            # An element may have no name to read by; from the whole, the same is told.
            return parse_tree(data, limits)
        if root is None:
            root = next((element for _, element in parser.read_events()), None)
        if root is None:
            if start < _PROLOG:
                continue
            # Not an envelope, or one with much before it: nothing to be gained.
            return parse_tree(data, limits)
        if reader.array is None:
            reader.look_for_array(root, response)
        reader.take(complete=False)
        if start >= check_at:
            check_at = start + check_tree(root, limits, 2 * len(data))
    root = parser.close()
    check_tree(root, limits, 2 * len(data))
    check_depth(root, data)
    reader.finish()
    return root
