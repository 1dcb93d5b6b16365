"""Repeated groups as members: a list each, under a name that does not change with them."""

from __future__ import annotations

from typedsoap.contract import ComplexType, Compositor, Group, QName
from typedsoap.contract.occurrences import bounds, following
from typedsoap.quoting import quote
from typedsoap.views.model import MemberView, TagView
from typedsoap.views.places import Place
from typedsoap.views.type_table import TypeTable
from typedsoap.views.xml_names import XmlNames


def wanted_name(group: Group) -> str:
    """The Python name of a repeated group where no other member has it."""
    return "choices" if group.compositor is Compositor.CHOICE else "items"


def group_member(
    table: TypeTable,
    xml_names: XmlNames,
    group: Group,
    item: QName,
    *,
    name: str,
    alternative: bool,
) -> MemberView:
    """One repeated group.

    Args:
        item: The type of an occurrence.
        name: Its Python name.
        alternative: Whether it is an alternative of a choice, and not the first.
    """
    view = table.view(item)
    least, most = bounds(group)
    elements = [element.name for element in group.declared_elements()]
    return MemberView(
        name=name,
        xml_name=f"({group.compositor})",
        local=quote(str(group.compositor)),
        tag=TagView("", item),
        type=view,
        optional=least == 0,
        repeated=True,
        required=False,
        annotation=f"list[{view.stored}]",
        argument=f"Sequence[{view.passed}]",
        default="()" if least == 0 else None,
        alternative=alternative,
        text=_text(group, [element.name for element in elements]),
        place=Place.OCCURRENCES,
        known=tuple(map(xml_names.tag, elements)),
        following=xml_names.following(item, _following(table, item)),
        least=least,
        most=most,
    )


def _following(table: TypeTable, item: QName) -> dict[QName, tuple[QName, ...]]:
    definition = table.types[item].definition
    if not isinstance(definition, ComplexType) or definition.content is None:
        raise LookupError(f"{item} is no repeated group")
    return following(definition.content)


def _text(group: Group, names: list[str]) -> str:
    listed = ", ".join(f"`{name}`" for name in names)
    if group.compositor is Compositor.CHOICE:
        return f"In the order of the message: {listed}."
    return f"One for each time that these come: {listed}."
