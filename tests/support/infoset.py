"""Hand-written snapshots, and their comparison with what was sent."""

from __future__ import annotations

from pathlib import Path

from typedsoap.source.parsing import parse
from typedsoap.verify.infoset import Node, first_difference, infoset, side_by_side

SNAPSHOTS = Path(__file__).resolve().parent.parent / "documented"


def snapshot(name: str) -> bytes:
    """A snapshot by its path below `tests/documented`, without `.xml`."""
    return (SNAPSHOTS / f"{name}.xml").read_bytes()


def read(data: bytes) -> Node:
    """The infoset of a document."""
    return infoset(parse(data, "envelope"))


def assert_same_infoset(actual: bytes, expected: bytes) -> None:
    """Fail, with both infosets side by side, unless they are the same."""
    left, right = read(expected), read(actual)
    difference = first_difference(left, right)
    assert (
        difference is None
    ), f"{difference}\n{side_by_side(left, right, ('expected', 'actual'))}"
