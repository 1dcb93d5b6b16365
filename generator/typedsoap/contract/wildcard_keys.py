"""Names for the wildcards of a content model, by which its members are told apart.

"Order/(any)", "Order/(any 2)": no local name of a schema has a parenthesis in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from typedsoap.contract.names import QName
from typedsoap.contract.schema import Group, Particle
from typedsoap.contract.wildcards import Wildcard


def with_keys(group: Group, owner: QName) -> Group:
    """The group with a key for each wildcard in it, at any depth.

    Args:
        owner: The name of the type whose content it is.
    """
    return _keyed(group, owner, count(1))


def _keyed(group: Group, owner: QName, numbers: Iterator[int]) -> Group:
    particles: list[Particle] = []
    for particle in group.particles:
        if isinstance(particle, Group):
            particles.append(_keyed(particle, owner, numbers))
        elif isinstance(particle, Wildcard):
            number = next(numbers)
            step = "(any)" if number == 1 else f"(any {number})"
            key = QName(owner.namespace, f"{owner.name}/{step}")
            particles.append(replace(particle, key=key))
        else:
            particles.append(particle)
    return replace(group, particles=tuple(particles))
