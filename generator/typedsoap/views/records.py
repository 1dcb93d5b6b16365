"""Complex types as dataclasses, in the class and field order that xsdata's model gives."""

from __future__ import annotations

from typing import Final

from typedsoap import naming, reserved
from typedsoap.bindings.binding import Bindings
from typedsoap.contract import ComplexType, QName
from typedsoap.contract.anonymous import element_path
from typedsoap.contract.shapes import text_type
from typedsoap.overlay import MemberOverlay
from typedsoap.quoting import quote
from typedsoap.views.attributes import AttributeViews, placed
from typedsoap.views.docstrings import docstring, members_section, sentence
from typedsoap.views.members import member_views
from typedsoap.views.model import (
    DerivedView,
    GroupView,
    Kind,
    MemberView,
    RecordView,
)
from typedsoap.views.model_groups import group_views
from typedsoap.views.places import Place
from typedsoap.views.type_table import NamedType, TypeTable
from typedsoap.views.xml_names import XmlNames

_ABSTRACT: Final = (
    "The contract calls it abstract: a value has to be of a class derived from it."
)


class RecordBuilder:
    """Builds the views of records; a base's fields come before those of its extension."""

    def __init__(
        self, table: TypeTable, xml_names: XmlNames, bindings: Bindings
    ) -> None:
        self._table = table
        self._xml_names = xml_names
        self._bindings = bindings
        self._fields: dict[QName, tuple[MemberView, ...]] = {}

    def record(self, named: NamedType) -> RecordView:
        """The view of one complex type."""
        base = self._base(named.name)
        own = self._own_fields(named.name)
        every = self._inherited(base) + own
        text = named.overlay.documentation or named.definition.documentation
        view = self._table.view(named.name)
        return RecordView(
            class_name=named.class_name,
            tag=self._xml_names.tag(named.name),
            members_constant=self._xml_names.members(named.name, "type"),
            base=self._table.types[base].class_name if base else None,
            fields=own,
            all_fields=placed(every),
            groups=self._groups(named.name, named.name),
            type=view,
            derived=tuple(self._derived(named.name)) if view.derivable else (),
            abstract=_is_abstract(named),
            occurrence=_is_occurrence(named),
            docstring=docstring(
                sentence(text) or _described(named),
                indent=4,
                details=[_ABSTRACT] if _is_abstract(named) else [],
                sections=[members_section("Attributes", own)],
            ),
        )

    def _base(self, name: QName) -> QName | None:
        definition = self._table.types[name].definition
        if isinstance(definition, ComplexType) and definition.occurrence:
            return None
        bases = self._bindings.record(name).bases
        # The base of simple content may be a simple type, which is no class.
        return next((b for b in bases if self._is_record(b)), None)

    def _is_record(self, name: QName) -> bool:
        return name in self._table.types and (
            self._table.types[name].kind is Kind.RECORD
        )

    def _inherited(self, base: QName | None) -> tuple[MemberView, ...]:
        if base is None:
            return ()
        return self._inherited(self._base(base)) + self._own_fields(base)

    def _own_fields(self, name: QName) -> tuple[MemberView, ...]:
        if name not in self._fields:
            inherited = self._inherited(self._base(name))
            scope = naming.Scope(reserved.FIELDS | {field.name for field in inherited})
            self._fields[name] = self._build_fields(name, scope, inherited)
        return self._fields[name]

    def _build_fields(
        self, name: QName, scope: naming.Scope, inherited: tuple[MemberView, ...]
    ) -> tuple[MemberView, ...]:
        """The own fields, elements in the order of the bound class, then attributes.

        `typedsoap.bindings` has already found the class equal to the contract's type.
        """
        named = self._table.types[name]
        definition = named.definition
        if not isinstance(definition, ComplexType):
            raise LookupError(f"{name} is no complex type")
        told = named.overlay.fields
        content = member_views(
            self._table,
            self._xml_names,
            # The class that is bound has the elements in the same order (TS313).
            tuple(definition.own_particles()),
            told,
            scope,
            content=definition.content,
        )
        builder = AttributeViews(self._table, self._xml_names, scope)
        text = text_type(definition, self._table.schema)
        if text is not None and all(m.place is not Place.TEXT for m in inherited):
            content = (builder.text(text, told.get("value", MemberOverlay())),)
        # An overlay speaks of the element where an attribute has the same name.
        taken = {element.name.name for element in definition.own_elements()}
        return content + builder.views(
            definition.attributes,
            others=definition.wildcard_attributes,
            inherited=inherited,
            overlays={key: value for key, value in told.items() if key not in taken},
        )

    def _groups(self, name: QName, user: QName) -> tuple[GroupView, ...]:
        """The groups of a type and its bases, for the code of the type `user`."""
        definition = self._table.types[name].definition
        if not isinstance(definition, ComplexType):
            return ()
        base = self._base(name)
        inherited = () if base is None else self._groups(base, user)
        fields = {f.tag.name: f for f in self._own_fields(name) if f.is_content}
        own = group_views(
            definition.content,
            fields,
            lambda number: self._xml_names.group(user, ("type", name, number)),
        )
        return inherited + own

    def _derived(self, name: QName) -> list[DerivedView]:
        found: list[DerivedView] = []
        for candidate in self._table.types.values():
            definition = candidate.definition
            if isinstance(definition, ComplexType) and definition.base == name:
                found.extend(self._derived(candidate.name))
                found.append(
                    DerivedView(
                        class_name=candidate.class_name,
                        tag=self._xml_names.tag(candidate.name),
                        qualified=quote(self._xml_names.qualified(candidate.name)),
                        abstract=_is_abstract(candidate),
                        type=self._table.view(candidate.name),
                    )
                )
        return found


def _described(named: NamedType) -> str:
    definition = named.definition
    if _is_occurrence(named):
        owner = element_path(named.name)
        return f"What a repeated group of {owner.partition('/(')[0]} holds each time."
    if isinstance(definition, ComplexType) and definition.anonymous:
        return f"The content of the element {element_path(named.name)}."
    return f"The type {named.name.name}."


def _is_occurrence(named: NamedType) -> bool:
    return isinstance(named.definition, ComplexType) and named.definition.occurrence


def _is_abstract(named: NamedType) -> bool:
    return isinstance(named.definition, ComplexType) and named.definition.abstract
