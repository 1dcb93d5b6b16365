"""Restrictions of complex types: the fields of the base, as narrow as the contract says.

The class of a restriction has the fields of its base's class, with their types, so that
type checkers take a value for one of its base. What is narrower is checked where a value
is sent and read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from typedsoap.contract import ComplexType, Element, Group, QName
from typedsoap.contract.occurrences import bounds
from typedsoap.contract.shapes import all_elements
from typedsoap.overlay import MemberOverlay
from typedsoap.quoting import quote
from typedsoap.views.enumerations import fixed_value
from typedsoap.views.members import member_view
from typedsoap.views.model import MemberView
from typedsoap.views.places import Place
from typedsoap.views.type_table import TypeTable
from typedsoap.views.xml_names import XmlNames


def narrowed_content(
    table: TypeTable,
    xml_names: XmlNames,
    definition: ComplexType,
    inherited: Sequence[MemberView],
) -> Iterator[MemberView]:
    """The elements and repeated groups that a restriction keeps, in its order.

    Args:
        inherited: The fields of its base.
    """
    fields = {field.tag.name: field for field in inherited if field.is_element}
    groups: dict[QName | None, MemberView] = {
        field.key: field for field in inherited if field.place is Place.OCCURRENCES
    }
    base = None if definition.base is None else table.schema.types.get(definition.base)
    known = (
        {element.name: element for element in all_elements(base, table.schema)}
        if isinstance(base, ComplexType)
        else {}
    )
    for particle in definition.own_particles():
        if isinstance(particle, Element):
            field, declared = fields[particle.name], known[particle.name]
            view = member_view(
                table,
                xml_names,
                replace(particle, type=declared.type, max_occurs=declared.max_occurs),
                name=field.name,
                overlay=MemberOverlay(
                    required=field.required, nullable_items=field.nullable_items
                ),
            )
            yield _narrowed(view, field)
        elif isinstance(particle, Group):
            field = groups[particle.key]
            least, most = bounds(particle)
            view = replace(
                field,
                optional=least == 0,
                required=field.required or (least > 0 and not field.repeated),
                least=least,
                most=most,
            )
            yield _narrowed(view, field)


def narrowed_attributes(
    table: TypeTable, definition: ComplexType, inherited: Sequence[MemberView]
) -> Iterator[MemberView]:
    """What of the base is no element and is kept: attributes, and the text."""
    own = {attribute.name: attribute for attribute in definition.attributes}
    for field in inherited:
        if field.place is Place.ATTRIBUTE:
            if field.tag.name in definition.prohibited_attributes:
                continue
            attribute = own.get(field.tag.name)
            if attribute is not None:
                fixed = None
                if attribute.fixed is not None:
                    fixed = fixed_value(table, attribute.type, attribute.fixed)
                lexical = attribute.fixed or attribute.default
                view = replace(
                    field,
                    optional=not attribute.required,
                    required=field.required or attribute.required,
                    lexical=quote(lexical) if lexical else None,
                    fixed=None if fixed is None else fixed.text,
                )
                yield _narrowed(view, field)
                continue
        elif field.place is Place.OTHER_ATTRIBUTES:
            if not definition.wildcard_attributes:
                continue
        elif field.place is not Place.TEXT:
            continue
        yield field


def narrowing(
    fields: Sequence[MemberView],
    inherited: Sequence[MemberView],
    absent: Sequence[MemberView],
) -> Iterator[str]:
    """What a restriction requires, fixes and takes away, as sentences.

    Args:
        inherited: The fields of its base.
        absent: Those of them that it has not.
    """
    needed = [f"`{field.name}`" for field in fields if field.narrowed]
    if needed:
        yield f"Required here: {', '.join(needed)}."
    before = {field.name: field.fixed for field in inherited}
    fixed = [
        f"`{field.name}` to {field.fixed}"
        for field in fields
        if field.fixed is not None
        and before.get(field.name, field.fixed) != field.fixed
    ]
    if fixed:
        yield f"Fixed here: {', '.join(fixed)}."
    gone = [f"`{field.name}`" for field in absent]
    if gone:
        yield f"Not there: {', '.join(gone)}."


def _narrowed(view: MemberView, field: MemberView) -> MemberView:
    # The field of the class, which may itself be one that a restriction has narrowed.
    may_lack = field.narrowed or field.argument.endswith("| None")
    return replace(view, narrowed=may_lack and view.required and not field.repeated)
