"""What a complex type has beside child elements: attributes, and text as its content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from typedsoap import naming
from typedsoap.contract import Attribute, QName, TypeReference
from typedsoap.overlay import MemberOverlay
from typedsoap.quoting import quote
from typedsoap.views.constants import number_type, only_number
from typedsoap.views.docstrings import sentence
from typedsoap.views.enumerations import fixed_value
from typedsoap.views.facets import with_facets
from typedsoap.views.model import Kind, MemberView, TagView, TypeView
from typedsoap.views.places import Place
from typedsoap.views.type_table import TypeTable
from typedsoap.views.validation import facet_arguments
from typedsoap.views.xml_names import XmlNames

_NO_OVERLAY: Final = MemberOverlay()
_VALUE: Final = QName("", "value")
_OTHERS: Final = QName("", "other_attributes")
_OTHERS_TYPE: Final = TypeView(
    kind=Kind.SCALAR, stored="dict", passed="dict", suffix="other_attributes"
)


@dataclass(frozen=True, slots=True)
class AttributeViews:
    """Builds members of one type or wrapper; `scope` has the names of its elements."""

    table: TypeTable
    xml_names: XmlNames
    scope: naming.Scope

    def views(
        self,
        attributes: Sequence[Attribute],
        *,
        others: bool,
        inherited: Sequence[MemberView] = (),
        overlays: Mapping[str, MemberOverlay] | None = None,
    ) -> tuple[MemberView, ...]:
        """The members of attributes, in order.

        Args:
            others: Whether other attributes are allowed.
            inherited: The members that the base types have already.
            overlays: What the overlay says, by local name.
        """
        known = {m.tag.name for m in inherited if m.place is Place.ATTRIBUTE}
        own = [attribute for attribute in attributes if attribute.name not in known]
        told = overlays or {}
        views = [
            self._attribute(attribute, told.get(attribute.name.name, _NO_OVERLAY))
            for attribute in own
        ]
        if others and all(m.place is not Place.OTHER_ATTRIBUTES for m in inherited):
            views.append(self._others())
        return tuple(views)

    def text(self, reference: TypeReference, overlay: MemberOverlay) -> MemberView:
        """The member that holds the text of simple content."""
        view = self.table.view(reference)
        return MemberView(
            name=self.scope.claim((Place.TEXT, _VALUE), _VALUE.name),
            xml_name=_VALUE.name,
            local=quote(_VALUE.name),
            tag=TagView("", _VALUE),
            type=view,
            required=True,
            secret=overlay.secret,
            annotation=view.stored,
            argument=view.passed,
            text=with_facets(
                sentence(overlay.documentation) or "The element's text.",
                "",
                reference,
                self.table.schema,
            ),
            place=Place.TEXT,
            facets=facet_arguments(reference, self.table.schema),
        )

    def _attribute(self, attribute: Attribute, overlay: MemberOverlay) -> MemberView:
        key = (Place.ATTRIBUTE, attribute.name)
        local = attribute.name.name
        if overlay.name is not None:
            self.scope.override(key, overlay.name, naming.snake_case, overlay.location)
        view = self.table.view(attribute.type)
        required = attribute.required or overlay.required
        fixed = None
        if attribute.fixed is not None:
            fixed = fixed_value(self.table, attribute.type, attribute.fixed)
        default = None if required else "None"
        lexical = attribute.default if attribute.fixed is None else attribute.fixed
        none = "" if required else " | None"
        return MemberView(
            name=self.scope.claim(key, naming.snake_case(local)),
            xml_name=local,
            local=quote(f"@{local}"),
            tag=self.xml_names.tag(attribute.name),
            qualified=quote(self.xml_names.qualified(attribute.name)),
            type=view,
            optional=not attribute.required,
            required=required,
            secret=overlay.secret,
            annotation=f"{view.stored}{none}",
            argument=f"{view.passed}{none}",
            default=default if fixed is None or not fixed.literal else fixed.literal,
            text=_text(attribute, overlay, self.table),
            place=Place.ATTRIBUTE,
            facets=only_number(fixed)
            or facet_arguments(attribute.type, self.table.schema),
            lexical=None if lexical is None else quote(lexical),
            fixed=None if fixed is None else fixed.text,
            numeric=number_type(view),
        )

    def _others(self) -> MemberView:
        return MemberView(
            name=self.scope.claim((Place.OTHER_ATTRIBUTES, _OTHERS), _OTHERS.name),
            xml_name=_OTHERS.name,
            local=quote(_OTHERS.name),
            tag=TagView("", _OTHERS),
            type=_OTHERS_TYPE,
            required=True,
            annotation="dict[str, str]",
            argument="Mapping[str, str] | None",
            default="None",
            text="Further attributes by name, `{namespace}name` or `name`.",
            place=Place.OTHER_ATTRIBUTES,
        )


def placed(members: Sequence[MemberView]) -> tuple[MemberView, ...]:
    """All members of a type with what they must know of each other.

    Names in attributes need a prefix each, and other attributes the names of those that
    have a member.
    """
    every = [m for m in members if m.place is Place.ATTRIBUTE]
    found: list[MemberView] = []
    for member in members:
        if member.place is Place.OTHER_ATTRIBUTES:
            found.append(replace(member, known=tuple(m.tag for m in every)))
        elif member.place is Place.ATTRIBUTE and not member.type.is_text:
            prefix = quote(f"q{every.index(member)}")
            found.append(replace(member, prefix=prefix))
        else:
            found.append(member)
    return tuple(found)


def _text(attribute: Attribute, overlay: MemberOverlay, table: TypeTable) -> str:
    """What an attribute means, what is asked of it, and its value where it is absent."""
    told = sentence(overlay.documentation or attribute.documentation)
    told = with_facets(told, attribute.name.name, attribute.type, table.schema)
    told = told or f"`{attribute.name.name}`."
    if attribute.fixed is not None:
        return f"{told} Always `{attribute.fixed}`."
    if attribute.default is not None:
        return f"{told} Where it is absent, it is `{attribute.default}`."
    return told
