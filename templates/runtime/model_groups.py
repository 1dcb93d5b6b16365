"""`ModelGroup`: which members may be given together, by choices and optional sequences."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from .errors import EncodeError


class ModelGroup:
    """A choice, or a sequence whose members are given together or not at all.

    Args:
        compositor: "choice", "sequence" or "all".
        particles: The Python names of members, with "?" where one may be left out, and
            groups.
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
                self._members[particle.removesuffix("?")] = None
            else:
                self._members.update(particle._members)

    def check(self, /, **given: object) -> None:
        """Refuse a combination of members that no instance of the group has.

        Args:
            given: Every member of the group; None is not given.

        Raises:
            EncodeError: Some are given that exclude each other, or some are missing.
        """
        names = {name for name, value in given.items() if value is not None}
        if not self._optional or self._is_used(names):
            self._check(names)

    def _check(self, given: AbstractSet[str]) -> None:
        if self._choice:
            self._check_choice(given)
            return
        for particle in self._particles:
            if isinstance(particle, ModelGroup):
                if not particle._optional or particle._is_used(given):
                    particle._check(given)
            elif not particle.endswith("?") and particle not in given:
                raise EncodeError(
                    f"{particle} is required where {_listed(self._given(given))} is given"
                )

    def _check_choice(self, given: AbstractSet[str]) -> None:
        used = [
            particle
            for particle in self._particles
            if (
                particle.removesuffix("?") in given
                if isinstance(particle, str)
                else particle._is_used(given)
            )
        ]
        if not used:
            if not self._may_be_empty():
                raise EncodeError(f"one of {_listed(self._members)} is required")
            return
        # Several may have a member in common; the one that is meant has all that are given.
        whole = [particle for particle in used if self._has_all(particle, given)]
        if not whole:
            raise EncodeError(
                f"{_listed(self._given(given))} exclude each other: only one of the"
                " choice may be given"
            )
        refusals = [self._refusal(particle, given) for particle in whole]
        if refusals[0] is not None and None not in refusals:
            raise refusals[0]

    def _refusal(
        self, particle: str | ModelGroup, given: AbstractSet[str]
    ) -> EncodeError | None:
        """Why what is given is no instance of a particle; None where it is one."""
        if isinstance(particle, ModelGroup):
            try:
                particle._check(given)
            except EncodeError as error:
                return error
        return None

    def _has_all(self, particle: str | ModelGroup, given: AbstractSet[str]) -> bool:
        """Whether all members of the group that are given are those of one particle."""
        if isinstance(particle, str):
            return self._given(given) == [particle.removesuffix("?")]
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


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "nothing"
