"""One order for what stands in several branches of a choice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final, NamedTuple, TypeVar

_K = TypeVar("_K", bound=Hashable)
_T = TypeVar("_T")

MAX_MERGED: Final = 256
"""In how many places at most what stands more than once is looked for an order."""


class Branch(NamedTuple):
    """A branch of a choice.

    Attributes:
        choice: What tells the choice from others.
        number: The place of the branch in it.
    """

    choice: Hashable
    number: int


def exclude(one: Sequence[Branch], other: Sequence[Branch]) -> bool:
    """Whether two places are in different branches of a choice.

    Args:
        one: The branches around the one place, the outer ones first; likewise `other`.
    """
    for here, there in zip(one, other, strict=False):
        if here != there:
            return here.choice == there.choice
    return False


def in_order(placed: Sequence[tuple[_K, Sequence[Branch]]]) -> list[_K] | None:
    """The keys, each once, in an order that is that of every instance.

    Where several orders are, it is the one that is nearest to that of the places.

    Args:
        placed: A key for each place, in document order, and the branches around it.

    Returns:
        None where two branches have keys in different orders, or where there are more
        than `MAX_MERGED` places.
    """
    if len(placed) > MAX_MERGED:
        return None
    before: dict[_K, set[_K]] = {key: set() for key, _ in placed}
    for number, (key, branches) in enumerate(placed):
        before[key].update(
            other for other, others in placed[:number] if not exclude(others, branches)
        )
    ordered: list[_K] = []
    while before:
        # The first that no other has to come before.
        free = next((k for k, earlier in before.items() if not earlier), None)
        if free is None:
            return None
        del before[free]
        for earlier in before.values():
            earlier.discard(free)
        ordered.append(free)
    return ordered


def merged(
    placed: Sequence[tuple[_T, Sequence[Branch]]], key: Callable[[_T], _K | None]
) -> Iterable[_T]:
    """What stands in some places, where those of one key are one; see `in_order`.

    Args:
        key: Gives None for what has no key yet; then none are one.
    """
    keys = [(key(item), branches) for item, branches in placed]
    found = {key(item): item for item, _ in reversed(placed)}
    if len(found) == len(placed) or None in found:
        return [item for item, _ in placed]
    order = in_order(keys)
    return [found[each] for each in order or dict.fromkeys(each for each, _ in keys)]
