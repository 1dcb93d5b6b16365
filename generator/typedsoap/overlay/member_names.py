"""Names of the members of a type or a message: in an overlay, and without one."""

from __future__ import annotations

from collections.abc import Iterable

from typedsoap import naming
from typedsoap.contract import Element, Group, Particle


def named_members(particles: Iterable[Particle]) -> dict[str, Particle]:
    """The members that particles are, by their names in an overlay.

    An element has its local name, the second of several that are told apart "Stop (2)";
    a reference to the head of a substitution group the head's. What has no name in the
    contract is "(choice)", "(item)" or "(any)", a further one in the type "(choice 2)".
    """
    return {member_name(particle): particle for particle in particles}


def derived_name(element: Element) -> str:
    """The Python name of an element that an overlay gives no other."""
    name = naming.snake_case(element.name.name)
    return name if element.number == 1 else f"{name.rstrip('_')}_{element.number}"


def member_name(particle: Particle) -> str:
    """The name of one member, see `named_members`."""
    if isinstance(particle, Element):
        return particle.key.name
    if isinstance(particle, Group) and particle.head is not None:
        return particle.head.key.name
    return "" if particle.key is None else particle.key.name.rpartition("/")[2]
