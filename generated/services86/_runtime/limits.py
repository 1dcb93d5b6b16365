"""How much of a reply is read at all, told from its bytes before a tree is built."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lxml import etree

from .errors import ProtocolError
from .markup import markup
from .reading import Element

DEPTH: Final = 128
"""How deep elements may be nested, the envelope included."""

REPLY_LIMIT: Final = 64 * 1024 * 1024
"""The greatest size of a reply in bytes, unless an option says otherwise."""

ELEMENT_LIMIT: Final = 1_000_000
"""How many elements a reply may have, unless an option says otherwise."""

HARMLESS: Final = 3 * 1024 * 1024
"""The size in bytes of a message whose tree is no danger, whatever it is made of."""

TOO_DEEP: Final = f"elements nested more than {DEPTH} deep"
"""The message for a reply whose elements are nested deeper."""

# Measured on 64-bit machines: what libxml2 takes for an element or a text, and for an
# attribute with its value, beside the characters themselves; counting them included.
_NODE: Final = 144
_ATTRIBUTE: Final = 256

# The least bytes of an element, `<a/>`, of an element and a text, `<a/>x`, and of an
# element with content, `<a></a>`.
_ELEMENT_BYTES: Final = 4
_TWO_NODES_BYTES: Final = 5
_NESTING_BYTES: Final = 7
_SMALL: Final = 8 * 1024
# Patterns that are seldom needed are compiled when they are.
# Only texts and tags of this size matter by themselves.
_LONG_RUN: Final = rb"[^<]{1048576,}+"
_BEYOND_LATIN: Final = rb"[\xc4-\xf4]"
_BEYOND_PLANE: Final = rb"[\xf0-\xf4]"

_ALL_NODES: Final = "count(//*) + count(//text())"
_ALL_ATTRIBUTES: Final = "count(//@*)"


class Limits(NamedTuple):
    """How much of a message is read.

    Attributes:
        size: Its size in bytes.
        elements: The number of its elements.
        replace_illegal: Whether characters that XML forbids are read as U+FFFD.
    """

    size: int = REPLY_LIMIT
    elements: int = ELEMENT_LIMIT
    replace_illegal: bool = False

    @property
    def memory(self) -> int:
        """How many bytes a message may take, tree and longest text included."""
        return max(3 * self.size, self.size + 128 * self.elements)


LIMITS: Final = Limits()


def check_elements(data: bytes, limits: Limits) -> None:
    """Refuse more elements than the limit, and more bytes.

    Comments and sections count like elements: they take time and make texts.
    """
    if len(data) > limits.size:
        check_size(len(data), limits)
    if len(data) <= _ELEMENT_BYTES * limits.elements:
        return
    # Quick, and never too few: markup may also be quoted in comments and sections.
    if data.count(b"<") - data.count(b"</") <= limits.elements:
        return
    count = 0
    for match in markup().finditer(data):
        if match.lastgroup != "end":
            count += 1
            if count > limits.elements:
                raise ProtocolError(
                    f"a reply of more than element_limit={limits.elements} elements"
                )


def check_size(size: int, limits: Limits) -> None:
    """Refuse more bytes than the limit."""
    if size > limits.size:
        raise ProtocolError(f"a reply of more than reply_limit={limits.size} bytes")


def check_memory(data: bytes, limits: Limits) -> None:
    """Refuse a message whose tree would take too much memory."""
    known = 2 * len(data) + longest_text(data)
    # As above: quick and never too little, then exact.
    nodes = data.count(b"<") - data.count(b"</") + data.count(b">") - data.count(b"><")
    if known + _NODE * nodes + _ATTRIBUTE * data.count(b"=") <= limits.memory:
        return
    if known + _tree_size(data) > limits.memory:
        raise _too_large(limits)


def check_pieces(data: bytes, limits: Limits) -> None:
    """Refuse a message of which a single text or tag would take too much memory."""
    if 2 * len(data) + longest_text(data) > limits.memory:
        raise _too_large(limits)
    for run in re.finditer(_LONG_RUN, data):
        tag = markup().match(data, run.start() - 1)
        if tag is not None and 2 * len(data) + _tag_size(data, tag) > limits.memory:
            raise _too_large(limits)


def check_tree(root: Element, limits: Limits, held: int) -> int:
    """Refuse a tree that takes too much memory already, `held` bytes beside it.

    Returns:
        How many more bytes of the message are harmless, whatever they are.
    """
    nodes = float(etree.XPath(_ALL_NODES)(root))
    attributes = float(etree.XPath(_ALL_ATTRIBUTES)(root))
    size = int(_NODE * nodes + _ATTRIBUTE * attributes)
    if held + size > limits.memory:
        raise _too_large(limits)
    return (limits.memory - held - size) * _TWO_NODES_BYTES // (2 * _NODE)


class DepthCheck:
    """Whether elements are nested too deeply below an element of a known depth."""

    def __init__(self, depth: int) -> None:
        below = "/".join("*" * (DEPTH - depth + 1))
        self._exceeded = etree.XPath(f"boolean({below})")

    def __call__(self, element: Element) -> None:
        """Refuse what is too deep below an element."""
        if self._exceeded(element):
            raise ProtocolError(TOO_DEEP)


_CHECK_DEPTH: Final = DepthCheck(1)


def check_depth(root: Element, data: bytes) -> None:
    """Refuse the tree of a message that is too deep."""
    size = len(data)
    # The tags of a small message are counted sooner than its tree is walked.
    if size > _NESTING_BYTES * DEPTH and (
        size > _SMALL or data.count(b"<") >= 2 * DEPTH
    ):
        _CHECK_DEPTH(root)


def _too_large(limits: Limits) -> ProtocolError:
    return ProtocolError(
        f"a reply that would take more than {limits.memory >> 20} MiB of memory, which"
        f" reply_limit={limits.size} and element_limit={limits.elements} allow"
    )


def _tree_size(data: bytes) -> int:
    size = end = 0
    for match in markup().finditer(data):
        if match.start() > end or match.lastgroup == "cdata":
            size += _NODE
        if match.lastgroup == "start":
            size += _tag_size(data, match)
        end = match.end()
    return size


def _tag_size(data: bytes, tag: re.Match[bytes]) -> int:
    return _NODE + _ATTRIBUTE * data.count(b"=", *tag.span())


def longest_text(data: bytes) -> int:
    """How many bytes the longest text of a message may take as a str; 0 for short ones."""
    longest = max(
        (m.end() - m.start() for m in re.finditer(_LONG_RUN, data)), default=0
    )
    if not longest or data.isascii() or not re.search(_BEYOND_LATIN, data):
        return longest
    # UTF-8 has two bytes for a character that takes two in a str, so that it does not
    # grow; but one character of another plane makes all of them take four.
    return longest * (4 if re.search(_BEYOND_PLANE, data) else 2)
