"""One order for what stands in several branches of a choice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

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


class Order(Generic[_K]):
    """An order of keys that is that of every instance, and grows with each place.

    Sets of keys are the bits of a number, so that many are looked at in one step.
    """

    def __init__(self) -> None:
        self._keys: list[_K] = []
        self._bits: dict[_K, int] = {}
        self._before: list[int] = []
        self._places: list[tuple[int, Sequence[Branch]]] = []

    def fits(self, key: _K, branches: Sequence[Branch]) -> bool:
        """Whether there is an order if a key comes after all that may be there with it."""
        bit = self._bits.get(key)
        return bit is None or not self._earlier(branches) & (1 << bit)

    def add(self, key: _K, branches: Sequence[Branch]) -> None:
        """Add the next place, in document order."""
        earlier = self._earlier(branches)
        bit = self._bits.setdefault(key, len(self._keys))
        if bit == len(self._keys):
            self._keys.append(key)
            self._before.append(0)
        self._before[bit] |= earlier
        for other, before in enumerate(self._before):
            if before >> bit & 1:
                self._before[other] |= self._before[bit]
        self._places.append((bit, branches))

    def sequence(self) -> list[_K]:
        """Each key once; of several orders the one that is nearest to document order."""
        ordered: list[_K] = []
        left = (1 << len(self._keys)) - 1
        while left:
            # The first that no other has to come before.
            bit = next(
                bit
                for bit, before in enumerate(self._before)
                if left >> bit & 1 and not before & left
            )
            left &= ~(1 << bit)
            ordered.append(self._keys[bit])
        return ordered

    def _earlier(self, branches: Sequence[Branch]) -> int:
        """What comes before a place: what may be there with it, and all before that."""
        found = 0
        for bit, others in self._places:
            if not found >> bit & 1 and not exclude(others, branches):
                found |= 1 << bit | self._before[bit]
        return found


def merged(
    placed: Sequence[tuple[_T, Sequence[Branch]]], key: Callable[[_T], _K | None]
) -> Iterable[_T]:
    """What stands in some places, where those of one key are one, in their order.

    They are left in document order where there are more than `MAX_MERGED` places, or
    where there is no order.

    Args:
        key: Gives None for what has no key yet; then none are one.
    """
    found: dict[_K | None, _T] = {}
    for item, _ in placed:
        found.setdefault(key(item), item)
    if len(found) == len(placed) or None in found:
        return [item for item, _ in placed]
    if len(placed) > MAX_MERGED:
        return found.values()
    order = Order[_K | None]()
    for item, branches in placed:
        if not order.fits(key(item), branches):
            return found.values()
        order.add(key(item), branches)
    return [found[each] for each in order.sequence()]
