"""Repeated choices as the templates see them: how each alternative is written and read."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import ComplexType, QName
from typedsoap.contract.anonymous import element_path
from typedsoap.naming import snake_case
from typedsoap.overlay import MemberOverlay
from typedsoap.quoting import quote
from typedsoap.views.choices import Alternative
from typedsoap.views.docstrings import docstring, members_section, sentence
from typedsoap.views.members import member_view
from typedsoap.views.namespace_model import AlternativeView, ChoiceView
from typedsoap.views.type_table import NamedType, TypeTable
from typedsoap.views.xml_names import XmlNames

_SHOWN: Final = 4
"""How many alternatives an error tells of."""


def choice_view(table: TypeTable, xml_names: XmlNames, named: NamedType) -> ChoiceView:
    """The view of one repeated choice."""
    found = table.alternatives(named)
    views = [_alternative(table, xml_names, named, each) for each in found]
    listed = [alternative.annotation for alternative in found]
    if len(listed) > _SHOWN:
        listed[_SHOWN:] = [f"{len(listed) - _SHOWN} others"]
    expected = " or ".join(filter(None, [", ".join(listed[:-1]), listed[-1]]))
    return ChoiceView(
        alternatives=tuple(views), expected=quote(expected), type=table.view(named.name)
    )


def _alternative(
    table: TypeTable, xml_names: XmlNames, named: NamedType, found: Alternative
) -> AlternativeView:
    if found.element is None:
        names = _elements(table, found.item)
        return AlternativeView(
            test=found.test,
            elements=tuple(map(xml_names.tag, names)),
            value="value",
            member=None,
            item=None if found.item is None else table.view(found.item),
            class_name=None,
            docstring="",
        )
    local = found.element.name.name
    told = named.overlay.fields.get(local, MemberOverlay())
    name = "value" if found.tag else snake_case(local)
    member = member_view(table, xml_names, found.element, name=name, overlay=told)
    summary = sentence(told.documentation or found.element.documentation)
    owner = element_path(named.name).partition("/(")[0]
    return AlternativeView(
        test=found.test,
        elements=(member.tag,),
        value="value.value" if found.tag else "value",
        member=member,
        item=None,
        class_name=found.tag,
        docstring=docstring(
            summary or f"The element {local} among others of {owner}.",
            indent=4,
            sections=[members_section("Attributes", [member])] if not summary else [],
        ),
    )


def _elements(table: TypeTable, item: QName | None) -> list[QName]:
    definition = None if item is None else table.types[item].definition
    if not isinstance(definition, ComplexType):
        return []
    return list(dict.fromkeys(e.name for e in definition.declared_elements()))
