"""Holds what the contenders did against each other, before any of them is timed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from lxml import etree

# lxml has no public name for its element class.
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from tests.benchmarks.payloads import Plain

_NIL: Final = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_BODY: Final = "{http://schemas.xmlsoap.org/soap/envelope/}Body"

Tree: TypeAlias = tuple[str, str, tuple["Tree", ...]]


class Mismatch(Exception):
    """A contender did not do the same as the others."""


def assert_same_decoded(
    title: str, expected: Sequence[Plain], results: Mapping[str, Sequence[Plain]]
) -> None:
    """Raises `Mismatch` unless every contender has read exactly these records."""
    for name, records in results.items():
        if len(records) != len(expected):
            raise Mismatch(
                f"{title}: {name} read {len(records)} records of {len(expected)}"
            )
        for number, (record, wanted) in enumerate(zip(records, expected, strict=True)):
            if record != wanted:
                raise Mismatch(
                    f"{title}: {name} read record {number} as {record}, "
                    f"expected {wanted}"
                )


def assert_same_encoded(title: str, results: Mapping[str, bytes]) -> None:
    """Raises `Mismatch` unless the content of every envelope's Body is that of ours.

    Compared are names, order and texts; elements that are nil count as left out, since
    some peers write each member that is not set so.
    """
    ours = body_tree(results["ours"])
    for name, envelope in results.items():
        tree = body_tree(envelope)
        if tree != ours:
            raise Mismatch(f"{title}: {name} wrote {_difference(tree, ours)}")


def body_tree(envelope: bytes) -> Tree:
    """Body and its content as plain values, without what is nil."""
    body = etree.fromstring(envelope).find(_BODY)
    if body is None:
        raise Mismatch("an envelope without Body")
    return _tree(body)


def _tree(element: Element) -> Tree:
    children = tuple(
        _tree(child)
        for child in element.iterchildren(etree.Element)
        if child.get(_NIL) not in ("true", "1")
    )
    return str(element.tag), "" if children else element.text or "", children


def _difference(found: Tree, wanted: Tree) -> str:
    """The first place where two trees differ, in words."""
    if found[:2] != wanted[:2]:
        return f"{found[:2]}, ours {wanted[:2]}"
    if len(found[2]) != len(wanted[2]):
        return f"{len(found[2])} elements in {found[0]}, ours {len(wanted[2])}"
    for one, other in zip(found[2], wanted[2], strict=True):
        if one != other:
            return _difference(one, other)
    return "the same"
