"""Enumerations as classes, and which of their members a value of the contract is."""

from __future__ import annotations

from collections.abc import Iterable

from typedsoap import naming, reserved
from typedsoap.contract import ComplexType, Enumeration, QName, TypeReference
from typedsoap.contract.anonymous import element_path
from typedsoap.contract.shapes import list_item, listed_values
from typedsoap.quoting import quote
from typedsoap.views.constants import ConstantView, constant, escaped
from typedsoap.views.docstrings import Section, docstring, paragraphs, sentence
from typedsoap.views.model import Kind
from typedsoap.views.namespace_model import EnumerationMemberView, EnumerationView
from typedsoap.views.scalars import SCALARS
from typedsoap.views.type_table import NamedType, TypeTable


def enumeration_view(table: TypeTable, named: NamedType) -> EnumerationView:
    """The class of an enumeration, or of the anonymous one that flags are made of."""
    facets = _facets(table, named)
    names = _names(named, facets)
    overlays = named.overlay.members
    members = tuple(
        EnumerationMemberView(name=name, value=quote(value))
        for value, name in names.items()
    )
    texts: list[tuple[str, str]] = []
    for facet in facets:
        said = overlays[facet.value].documentation if facet.value in overlays else ""
        text = said or _meaning(facet)
        if text:
            texts.append((names[facet.value], sentence(text)))
    told = paragraphs(named.overlay.documentation or named.definition.documentation)
    summary, *about = told or [f"The members of {element_path(named.name)}."]
    return EnumerationView(
        name=named.name,
        class_name=named.class_name,
        members=members,
        docstring=docstring(
            summary,
            indent=4,
            details=about,
            sections=[Section("Attributes", tuple(texts))],
        ),
    )


def fixed_value(
    table: TypeTable, reference: TypeReference, text: str
) -> ConstantView | None:
    """A value of a type that the contract gives as text; see `constant`.

    One of an enumeration is a member of its class.
    """
    view = table.view(reference)
    if view.kind is Kind.UNION:
        return constant(SCALARS["string"], text)
    if view.kind is not Kind.ENUMERATION or not isinstance(reference, QName):
        return constant(view, text)
    named = table.types[reference]
    names = _names(named, _facets(table, named))
    value = text if text in names else " ".join(text.split())
    if value not in names:
        return None
    literal = f"{view.stored}.{names[value]}"
    return ConstantView(literal, quote(escaped(value)), quote(escaped(text)))


def _facets(table: TypeTable, named: NamedType) -> tuple[Enumeration, ...]:
    definition = named.definition
    if isinstance(definition, ComplexType):
        return ()
    schema = table.schema
    return listed_values(list_item(definition, schema) or definition, schema)


def _names(named: NamedType, facets: Iterable[Enumeration]) -> dict[str, str]:
    """The members by value: those that an overlay names have the first claim."""
    scope = naming.Scope(reserved.ENUM_MEMBERS)
    for value, overlay in named.overlay.members.items():
        if overlay.name is not None:
            scope.override(value, overlay.name, naming.constant_name, overlay.location)
    # The class that is bound has the same values in this order (TS315).
    return {
        facet.value: scope.claim(facet.value, naming.constant_name(facet.value))
        for facet in facets
    }


def _meaning(facet: Enumeration) -> str:
    """What the contract says of a member: a text, or else the number it stands for."""
    number = "" if facet.number is None else f"Number {facet.number}."
    return facet.documentation or number
