"""Which restrictions of complex types can be generated today."""

from __future__ import annotations

from typedsoap.contract import ComplexType, Group, QName, Schema, Wildcard
from typedsoap.contract.shapes import all_elements, all_particles, class_base


def restriction_problem(definition: ComplexType, schema: Schema) -> str | None:
    """What keeps a restriction from being a class; None for what is none."""
    if not definition.restricts or class_base(definition, schema) is None:
        return None
    base = None if definition.base is None else schema.types.get(definition.base)
    known = (
        {element.key: element for element in all_elements(base, schema)}
        if isinstance(base, ComplexType)
        else {}
    )
    if any(element.number > 1 for element in known.values()):
        return "a restriction of a type with an element twice"
    groups = (
        {p.key for p in all_particles(base, schema) if isinstance(p, Group)}
        if isinstance(base, ComplexType)
        else set[QName | None]()
    )
    for particle in definition.own_particles():
        if isinstance(particle, Wildcard):
            return "a restriction with xs:any"
        if isinstance(particle, Group):
            if particle.key not in groups:
                return "a restriction that narrows what a repeated group holds"
            continue
        if particle.key not in known:
            return f"a restriction with an element of its own, {particle.name.name!r},"
        declared = schema.definition(known[particle.key].type)
        if (
            particle.type != known[particle.key].type
            and isinstance(declared, ComplexType)
            and declared.abstract
        ):
            return "a restriction that narrows an abstract type"
    return None
