"""Element particles as members: fields, parameters, result members, header blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from typedsoap import naming
from typedsoap.contract import Element, Group, Particle, Wildcard
from typedsoap.overlay import MemberOverlay
from typedsoap.overlay.member_names import derived_name, member_name
from typedsoap.quoting import quote
from typedsoap.views.constants import ConstantView, number_type, only_number
from typedsoap.views.docstrings import sentence
from typedsoap.views.enumerations import fixed_value
from typedsoap.views.facets import with_facets
from typedsoap.views.model import Kind, MemberView, TypeView
from typedsoap.views.model_groups import alternatives, nil_beside
from typedsoap.views.repeated_groups import group_member, wanted_name
from typedsoap.views.type_table import TypeTable
from typedsoap.views.validation import facet_arguments
from typedsoap.views.wildcards import wildcard_member, wildcard_name
from typedsoap.views.xml_names import XmlNames

_MAY_BE_EMPTY: Final = (Kind.FLAGS, Kind.LIST, Kind.UNION)
_NO_OVERLAY = MemberOverlay()


def member_view(
    table: TypeTable,
    xml_names: XmlNames,
    element: Element,
    *,
    name: str,
    overlay: MemberOverlay = _NO_OVERLAY,
    result: bool = False,
    alternative: bool = False,
    beside: bool = False,
) -> MemberView:
    """One element particle.

    Args:
        name: Its Python name.
        overlay: What the overlay says of it.
        result: It is the one result of an operation: a collection is never None.
        alternative: Whether it is an alternative of a choice, and not the first.
        beside: Whether it has to be there, if only as nil, where others are.
    """
    view = table.view(element.type)
    fixed = None
    if element.fixed is not None:
        fixed = fixed_value(table, element.type, element.fixed)
        # A fixed value is never nil (§3.3.4, Element Locally Valid, 3.2.2).
        element = replace(element, nillable=False)
    type_overlay = table.overlay(element.type)
    qualified = xml_names.qualified(element.name)
    required = overlay.required or (element.min_occurs > 0 and not element.nillable)
    never_none = required or (result and view.empty is not None)
    only = None if fixed is None else fixed.annotation
    nullable = overlay.nullable_items and element.repeated and element.nillable
    none = " | None" if nullable else ""
    stored, passed = _annotations(
        element, (only or view.stored) + none, (only or view.passed) + none
    )
    default = _default(element, required)
    if fixed is not None and fixed.literal and required and not element.repeated:
        default = fixed.literal
    return MemberView(
        name=name,
        xml_name=element.name.name,
        local=quote(element.name.name),
        tag=xml_names.tag(element.name),
        number=element.number,
        qualified=quote(qualified),
        open=quote(f"<{qualified}>"),
        close=quote(f"</{qualified}>"),
        nil=quote(f'<{qualified} xsi:nil="true"/>'),
        type=view,
        optional=element.min_occurs == 0,
        nillable=element.nillable,
        nil_beside=beside and element.nillable and not required,
        repeated=element.repeated,
        nullable_items=nullable,
        required=required,
        secret=overlay.secret or type_overlay.secret,
        secret_keys=tuple(quote(key) for key in type_overlay.secret_keys),
        annotation=stored if element.repeated or never_none else f"{stored} | None",
        argument=passed if element.repeated or required else f"{passed} | None",
        default=default,
        alternative=alternative,
        text=_text(element, overlay, table),
        lexical=_lexical(element, fixed),
        guarded=bool(element.default) and _may_be_empty(view),
        fixed=None if fixed is None else fixed.text,
        only=None if fixed is None else fixed.literal or fixed.text,
        numeric=number_type(view),
        facets=only_number(fixed) or facet_arguments(element.type, table.schema),
    )


def member_views(
    table: TypeTable,
    xml_names: XmlNames,
    particles: Sequence[Particle],
    overlays: Mapping[str, MemberOverlay],
    scope: naming.Scope,
    *,
    result: bool = False,
    content: Group | None = None,
) -> tuple[MemberView, ...]:
    """The members of one type or wrapper.

    Args:
        particles: The elements, wildcards and repeated groups that it consists of.
        overlays: What the overlay says, by the names of `overlay.member_names`.
        scope: The names that the members share; chosen ones go before the derived.
        result: See `member_view`.
        content: The model group that the particles are in.
    """
    absent, beside = alternatives(content), nil_beside(content)
    elements = [found for found in particles if isinstance(found, Element)]
    told = {particle.key: _overlay(particle, overlays) for particle in particles}
    for chosen, overlay in told.items():
        if overlay.name is not None:
            scope.override(chosen, overlay.name, naming.snake_case, overlay.location)
    # Elements go first: no name that the contract gives is taken by anything else.
    names = {
        element.key: derived_name(element)
        for element in sorted(elements, key=lambda element: element.number > 1)
    }
    for element_key, wanted in names.items():
        scope.claim(element_key, wanted)
    members: list[MemberView] = []
    for particle in particles:
        key = particle.key
        if isinstance(particle, Element):
            member = member_view(
                table,
                xml_names,
                particle,
                name=scope.claim(particle.key, names[particle.key]),
                overlay=told[particle.key],
                result=result,
                alternative=key in absent,
                beside=key in beside,
            )
            members.append(member)
        elif isinstance(particle, Group) and particle.item is not None:
            member = group_member(
                table,
                xml_names,
                particle,
                particle.item,
                name=scope.claim(key, wanted_name(particle)),
                documentation=told[key].documentation,
                alternative=key in absent,
            )
            members.append(member)
        elif isinstance(particle, Wildcard) and key is not None:
            member = wildcard_member(
                xml_names,
                particle,
                key,
                name=scope.claim(key, wildcard_name(particle)),
                documentation=told[key].documentation,
                alternative=key in absent,
            )
            members.append(member)
    return tuple(members)


def _overlay(
    particle: Particle, overlays: Mapping[str, MemberOverlay]
) -> MemberOverlay:
    found = overlays.get(member_name(particle))
    if found is not None:
        return found
    if isinstance(particle, Element) and particle.number > 1:
        return replace(overlays.get(particle.name.name, _NO_OVERLAY), name=None)
    return _NO_OVERLAY


def _annotations(element: Element, stored: str, passed: str) -> tuple[str, str]:
    if element.repeated:
        return f"list[{stored}]", f"Sequence[{passed}]"
    return stored, passed


def _text(element: Element, overlay: MemberOverlay, table: TypeTable) -> str:
    """What an element means, what its type asks of it, and the value of an empty one."""
    told = sentence(overlay.documentation or element.documentation)
    if table.view(element.type).kind is Kind.FRAGMENT:
        return f"{told or f'`{element.name.name}`.'} Whatever it holds, as XML."
    if element.number > 1:
        told = told or f"`{element.key.name}`."
    told = with_facets(told, element.name.name, element.type, table.schema)
    if element.fixed is None and element.default is None:
        return told
    told = told or f"`{element.name.name}`."
    if element.fixed is not None:
        return f"{told} Always `{element.fixed}`."
    return f"{told} Where it is there but empty, it is `{element.default}`."


def _lexical(element: Element, fixed: ConstantView | None) -> str | None:
    if fixed is None:
        return quote(element.default) if element.default else None
    # Some receivers compare texts, so that they have to find the contract's own.
    return None if fixed.lexical == fixed.text else fixed.lexical


def _may_be_empty(view: TypeView) -> bool:
    return view.stored in ("str", "bytes") or view.kind in _MAY_BE_EMPTY


def _default(element: Element, required: bool) -> str | None:
    if required or element.min_occurs > 0:
        return None
    return "()" if element.repeated else "None"
