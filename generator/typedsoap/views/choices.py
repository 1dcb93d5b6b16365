"""Repeated choices: by what the value of each alternative is known again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Final

from typedsoap import naming
from typedsoap.contract import (
    ComplexType,
    Compositor,
    Element,
    Group,
    QName,
    Schema,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.shapes import class_base
from typedsoap.views.model import Kind, TypeView

_TEXT: Final = "(text)"
_NUMBER: Final = "(number)"
_DAY: Final = "(day)"
# Kinds of values that `isinstance` tells apart, and what it is asked for. A bool is an int
# to it, a datetime a date, and a member of an enumeration a str.
_SCALARS: Final = {
    "str": (_TEXT, "str"),
    "Char": (_TEXT, "str"),
    **dict.fromkeys(
        ("GDay", "GMonth", "GMonthDay", "GYear", "GYearMonth"), (_TEXT, "str")
    ),
    "bool": (_NUMBER, "bool"),
    "int": (_NUMBER, "int"),
    "float": (_NUMBER, "(float, int)"),
    "Decimal": (_NUMBER, "(Decimal, int)"),
    "bytes": ("(bytes)", "bytes"),
    "Date": (_DAY, "Date"),
    "datetime": (_DAY, "datetime"),
    "Time": ("(time)", "Time"),
    "Duration": ("(duration)", "Duration"),
    "timedelta": ("(delta)", "timedelta"),
    "UUID": ("(uuid)", "UUID"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One alternative of a repeated choice.

    Attributes:
        element: Its element, which occurs once; None for a sequence.
        item: The type of a sequence's occurrence; None for an element.
        tag: The class that a value is wrapped in, because it does not tell by itself
            which element it is for; None where it does.
        annotation: The type of the value, or that class.
        test: What `isinstance` is asked for.
    """

    element: Element | None
    item: QName | None
    tag: str | None
    annotation: str
    test: str


def is_choice(definition: ComplexType | SimpleType) -> bool:
    """Whether a type is that of one occurrence of a repeated choice."""
    return (
        isinstance(definition, ComplexType)
        and definition.occurrence
        and definition.content is not None
        and definition.content.compositor is Compositor.CHOICE
    )


def choice_alternatives(
    choice: ComplexType,
    schema: Schema,
    view: Callable[[TypeReference], TypeView],
    secret: Collection[str],
    classes: naming.Scope,
) -> tuple[Alternative, ...]:
    """The alternatives of a repeated choice, in the order of the schema.

    A value needs a class of its own where `isinstance` could take it for that of another
    alternative, where it is a collection, may be nil, or is secret.

    Args:
        choice: The type of one occurrence.
        view: How Python uses a type.
        secret: The elements, by local name, whose values are secret.
        classes: Every class of the package so far.
    """
    particles = tuple(choice.own_particles())
    kinds = {
        particle.name: _kinds(particle, schema, view(particle.type))
        for particle in particles
        if isinstance(particle, Element)
    }
    found: list[Alternative] = []
    for particle in particles:
        if isinstance(particle, Group) and particle.item is not None:
            name = view(particle.item).stored
            found.append(
                Alternative(
                    element=None,
                    item=particle.item,
                    tag=None,
                    annotation=name,
                    test=name,
                )
            )
        elif isinstance(particle, Element):
            own = kinds[particle.name]
            others = [k for name, k in kinds.items() if name != particle.name]
            used = view(particle.type)
            tag = None
            if (
                not own
                or particle.nillable
                or particle.name.name in secret
                or any(_related(own, other) for other in others)
            ):
                tag = _tag(choice, particle, classes)
            found.append(
                Alternative(
                    element=replace(particle, min_occurs=1, max_occurs=1),
                    item=None,
                    tag=tag,
                    annotation=tag or used.stored,
                    test=tag or _test(used),
                )
            )
    return tuple(found)


def _tag(choice: ComplexType, element: Element, classes: naming.Scope) -> str:
    owner = "" if choice.name is None else choice.name.name.partition("/(")[0]
    path = f"/{element.name.name}"
    if owner != path:  # a head among the members of its own substitution group
        path = owner + path
    return classes.claim((choice.name, element.name), naming.class_name(path))


def _kinds(element: Element, schema: Schema, view: TypeView) -> tuple[str, ...]:
    """The kinds of values that an element's are of, its own kind last; none for unclear."""
    if view.kind is Kind.ENUMERATION:
        return _TEXT, view.stored
    if view.kind is Kind.UNION:
        return (_TEXT,)
    if view.kind is Kind.RECORD and isinstance(element.type, QName):
        return _classes(element.type, schema)
    known = _SCALARS.get(view.stored) if view.kind is Kind.SCALAR else None
    return () if known is None else known[:1]


def _classes(name: QName, schema: Schema) -> tuple[str, ...]:
    """The class of a type after the classes that it is derived from."""
    found = [name]
    definition = schema.types.get(name)
    while isinstance(definition, ComplexType):
        base = class_base(definition, schema)
        if base is None or base in found:
            break
        found.append(base)
        definition = schema.types.get(base)
    return tuple(str(link) for link in reversed(found))


def _test(view: TypeView) -> str:
    if view.kind is Kind.UNION:
        return "str"
    return _SCALARS[view.stored][1] if view.kind is Kind.SCALAR else view.stored


def _related(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a value of one kind may be one of the other as well."""
    return bool(one and other) and (one[-1] in other or other[-1] in one)
