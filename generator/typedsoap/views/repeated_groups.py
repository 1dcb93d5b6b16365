"""Groups as members: a list or one value, under a name that does not change with them."""

from __future__ import annotations

from typedsoap.contract import ComplexType, Compositor, Group, QName
from typedsoap.contract.occurrences import begins_clearly, bounds, following
from typedsoap.naming import snake_case
from typedsoap.quoting import quote
from typedsoap.views.content_models import occurrences
from typedsoap.views.docstrings import sentence
from typedsoap.views.model import MemberView, TagView
from typedsoap.views.places import Place
from typedsoap.views.type_table import TypeTable
from typedsoap.views.xml_names import XmlNames


def wanted_name(group: Group) -> str:
    """The Python name of a group where no other member has it."""
    if group.head is not None:
        return snake_case(group.head.name.name)
    return "choices" if group.compositor is Compositor.CHOICE else "items"


def group_member(
    table: TypeTable,
    xml_names: XmlNames,
    group: Group,
    item: QName,
    *,
    name: str,
    documentation: str,
    alternative: bool,
) -> MemberView:
    """One repeated group, or one of elements that may stand for another.

    Args:
        item: The type of an occurrence.
        name: Its Python name.
        documentation: What the overlay says that it means; empty for nothing.
        alternative: Whether it is an alternative of a choice, and not the first.
    """
    view = table.view(item)
    least, most = bounds(group)
    elements = list(dict.fromkeys(e.name for e in group.declared_elements()))
    positional = not begins_clearly(_once(table, item))
    text = _text(group, [element.name for element in elements])
    needed = least > 0 and not group.repeated
    none = "" if needed or group.repeated else " | None"
    return MemberView(
        name=name,
        xml_name=(
            f"({group.compositor})" if group.head is None else group.head.name.name
        ),
        local=quote(wanted_name(group)),
        tag=TagView("", item),
        number=1 if group.head is None else group.head.number,
        type=view,
        optional=least == 0,
        repeated=group.repeated,
        required=needed,
        annotation=f"list[{view.stored}]" if group.repeated else view.stored + none,
        argument=f"Sequence[{view.passed}]" if group.repeated else view.passed + none,
        default=None if least else "()" if group.repeated else "None",
        alternative=alternative,
        text=f"{sentence(documentation)} {text}".strip(),
        place=Place.OCCURRENCES,
        known=tuple(map(xml_names.tag, elements)),
        following=_following(table, xml_names, item, positional=positional),
        positional=positional,
        least=least,
        most=most,
    )


def _following(
    table: TypeTable, xml_names: XmlNames, item: QName, *, positional: bool
) -> str:
    content = _once(table, item)
    if positional:
        return xml_names.occurrences(item, occurrences(xml_names, content))
    return xml_names.following(item, following(content))


def _once(table: TypeTable, item: QName) -> Group:
    """What one occurrence of a group holds."""
    definition = table.types[item].definition
    if not isinstance(definition, ComplexType) or definition.content is None:
        raise LookupError(f"{item} is no repeated group")
    return definition.content


def _text(group: Group, names: list[str]) -> str:
    listed = ", ".join(f"`{name}`" for name in names)
    if not group.repeated:
        return f"One of {listed}."
    if group.compositor is Compositor.CHOICE:
        return f"In the order of the message: {listed}."
    return f"One for each time that these come: {listed}."
