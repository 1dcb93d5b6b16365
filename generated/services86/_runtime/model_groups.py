"""`ModelGroup`: which members may be given together, by choices and optional sequences."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from .errors import EncodeError
from .nil import NIL

_NONE: Final = frozenset[str]()


class ModelGroup:
    """A choice, or a sequence whose members are given together or not at all.

    Args:
        compositor: "choice", "sequence" or "all".
        particles: The Python names of members and groups. A member with "?" may be left
            out; one with "!" has to be there, and is nil where it is not given.
        optional: Whether the group may be left out.
    """

    __slots__ = ("_choice", "_members", "_optional", "_particles")

    def __init__(
        self, compositor: str, *particles: str | ModelGroup, optional: bool = False
    ) -> None:
        self._choice = compositor == "choice"
        self._particles = particles
        self._optional = optional
        # A member may be in several branches of a choice.
        self._members: dict[str, None] = {}
        for particle in particles:
            if isinstance(particle, str):
                self._members[_name(particle)] = None
            else:
                self._members.update(particle._members)

    def check(self, nil: frozenset[str] = _NONE, /, **given: object) -> frozenset[str]:
        """Refuse a combination of members that no instance of the group has.

        Args:
            nil: What other groups return.
            given: Every member of the group; None is not given.

        Returns:
            That, and the members that are not given and have to be there as nil.

        Raises:
            EncodeError: Some are given that exclude each other, or some are missing.
        """
        names = {name for name, value in given.items() if value is not None}
        if self._optional and not self._is_used(names):
            return nil
        return nil | self._check(names)

    def _check(self, given: AbstractSet[str]) -> frozenset[str]:
        """What has to be nil where the group is there."""
        if self._choice:
            return self._check_choice(given)
        nil = _NONE
        for particle in self._particles:
            if isinstance(particle, ModelGroup):
                if not particle._optional or particle._is_used(given):
                    nil |= particle._check(given)
            elif _name(particle) in given or particle.endswith("?"):
                continue
            elif particle.endswith("!"):
                nil |= {_name(particle)}
            else:
                raise EncodeError(
                    f"{particle} is required where {_listed(self._given(given))} is given"
                )
        return nil

    def _check_choice(self, given: AbstractSet[str]) -> frozenset[str]:
        used = [
            particle
            for particle in self._particles
            if (
                _name(particle) in given
                if isinstance(particle, str)
                else particle._is_used(given)
            )
        ]
        if not used:
            if not self._may_be_empty():
                raise EncodeError(f"one of {_listed(self._members)} is required")
            return _NONE
        # Several may have a member in common; the one that is meant has all that are given.
        whole = [particle for particle in used if self._has_all(particle, given)]
        if not whole:
            raise EncodeError(
                f"{_listed(self._given(given))} exclude each other: only one of the"
                " choice may be given"
            )
        refusals: list[EncodeError] = []
        for particle in whole:
            try:
                return _NONE if isinstance(particle, str) else particle._check(given)
            except EncodeError as error:
                refusals.append(error)
        raise refusals[0]

    def _has_all(self, particle: str | ModelGroup, given: AbstractSet[str]) -> bool:
        """Whether all members of the group that are given are those of one particle."""
        if isinstance(particle, str):
            return self._given(given) == [_name(particle)]
        return set(self._given(given)) <= set(particle._members)

    def _may_be_empty(self) -> bool:
        empty = (
            (
                particle._may_be_empty()
                if isinstance(particle, ModelGroup)
                else particle.endswith("?")
            )
            for particle in self._particles
        )
        return self._optional or (any(empty) if self._choice else all(empty))

    def _is_used(self, given: AbstractSet[str]) -> bool:
        return any(name in given for name in self._members)

    def _given(self, given: AbstractSet[str]) -> list[str]:
        return [name for name in self._members if name in given]


def is_nil(value: object, name: str, nil: frozenset[str]) -> bool:
    """Whether a member is sent as nil: where it is NIL, and where groups say so.

    Args:
        nil: What the groups return.
    """
    return value is NIL or name in nil


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "nothing"


def _name(particle: str) -> str:
    return particle.rstrip("?!")
