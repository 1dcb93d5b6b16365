"""`ModelGroup`: which members may be given together, by choices and optional sequences."""

from __future__ import annotations

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
        self._members: list[str] = []
        for particle in particles:
            if isinstance(particle, str):
                self._members.append(particle.removesuffix("?"))
            else:
                self._members += particle._members

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
        if len(used) > 1:
            raise EncodeError(
                f"{_listed(self._given(given))} exclude each other: only one of the"
                " choice may be given"
            )
        if not used:
            if not self._may_be_empty():
                raise EncodeError(f"one of {_listed(self._members)} is required")
        elif isinstance(used[0], ModelGroup):
            used[0]._check(given)

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


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "nothing"
