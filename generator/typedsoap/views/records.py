"""Complex types as dataclasses, in the class and field order that xsdata's model gives."""

from __future__ import annotations

from typing import Final

from typedsoap import naming, reserved
from typedsoap.bindings.binding import Bindings
from typedsoap.contract import ComplexType, Group, QName
from typedsoap.contract.anonymous import element_path
from typedsoap.contract.shapes import (
    all_attributes,
    all_content,
    class_base,
    content_lineage,
    text_type,
)
from typedsoap.overlay import MemberOverlay
from typedsoap.quoting import quote
from typedsoap.views.attributes import AttributeViews, placed
from typedsoap.views.content_models import with_positions
from typedsoap.views.docstrings import docstring, members_section, paragraphs
from typedsoap.views.members import member_views
from typedsoap.views.model import (
    DerivedView,
    GroupView,
    MemberView,
    RecordView,
)
from typedsoap.views.model_groups import group_views
from typedsoap.views.places import Place
from typedsoap.views.restrictions import (
    narrowed_attributes,
    narrowed_content,
    narrowing,
)
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
        every = self._content_fields(named.name)
        kept = {field.name for field in every}
        inherited = self._inherited(base)
        fields = inherited + own
        absent = tuple(field for field in fields if field.name not in kept)
        text = named.overlay.documentation or named.definition.documentation
        summary, *about = paragraphs(text) or [_described(named)]
        view = self._table.view(named.name)
        whole = all_content(self._definition(named.name), self._table.schema)
        content, found = with_positions(whole, every)
        return RecordView(
            class_name=named.class_name,
            tag=self._xml_names.tag(named.name),
            members_constant=self._xml_names.members(named.name, "type"),
            base=self._table.types[base].class_name if base else None,
            fields=own,
            all_fields=placed(found),
            absent=absent,
            groups=self._groups(named.name, named.name),
            type=view,
            derived=tuple(self._derived(named.name)) if view.derivable else (),
            abstract=_is_abstract(named),
            occurrence=_is_occurrence(named),
            content=content,
            docstring=docstring(
                summary,
                indent=4,
                details=[
                    *about,
                    _ABSTRACT if _is_abstract(named) else "",
                    " ".join(narrowing(every, inherited, absent)),
                ],
                sections=[members_section("Attributes", own)],
            ),
        )

    def _base(self, name: QName) -> QName | None:
        # The class that is bound has the same base (TS311).
        return class_base(self._definition(name), self._table.schema)

    def _definition(self, name: QName) -> ComplexType:
        definition = self._table.types[name].definition
        if not isinstance(definition, ComplexType):
            raise LookupError(f"{name} is no complex type")
        return definition

    def _content(self, name: QName) -> Group | None:
        """The model group of a type's own fields."""
        definition = self._definition(name)
        if self._base(name) is None:
            return all_content(definition, self._table.schema)
        return definition.content

    def _content_fields(self, name: QName) -> tuple[MemberView, ...]:
        """What the content of a type and its attributes are, as this type has them."""
        definition, base = self._definition(name), self._base(name)
        inherited = () if base is None else self._content_fields(base)
        if definition.restricts and base is not None:
            table, xml_names = self._table, self._xml_names
            inherited = (
                *narrowed_content(table, xml_names, definition, inherited),
                *narrowed_attributes(table, definition, inherited),
            )
        elif definition.prohibited_attributes:
            gone = definition.prohibited_attributes
            inherited = tuple(
                field
                for field in inherited
                if field.place is not Place.ATTRIBUTE or field.tag.name not in gone
            )
        return inherited + self._own_fields(name)

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
        definition, schema = self._definition(name), self._table.schema
        told = self._table.types[name].overlay.fields
        # What a class without a base inherits in the contract is its own.
        alone = self._base(name) is None
        whole = content_lineage(definition, schema) if alone else [definition]
        kept = not definition.restricts or alone
        content = member_views(
            self._table,
            self._xml_names,
            # The class that is bound has the elements in the same order (TS313).
            [p for link in whole for p in link.own_particles()] if kept else [],
            told,
            scope,
            content=self._content(name),
        )
        builder = AttributeViews(self._table, self._xml_names, scope)
        text = text_type(definition, self._table.schema)
        if text is not None and all(m.place is not Place.TEXT for m in inherited):
            content = (builder.text(text, told.get("value", MemberOverlay())),)
        # An overlay speaks of the element where an attribute has the same name.
        taken = {field.xml_name for field in content if field.is_element}
        return content + builder.views(
            all_attributes(definition, schema) if alone else definition.attributes,
            others=any(link.wildcard_attributes for link in whole),
            inherited=inherited,
            overlays={key: value for key, value in told.items() if key not in taken},
        )

    def _groups(self, name: QName, user: QName) -> tuple[GroupView, ...]:
        """The groups of a type and its bases, for the code of the type `user`."""
        definition, base = self._definition(name), self._base(name)
        inherited = () if base is None else self._groups(base, user)
        if definition.restricts:
            inherited = ()
        found = self._content_fields(name)
        fields = {field.key: field for field in found if field.is_content}
        own = group_views(
            self._content(name),
            fields,
            lambda number: self._xml_names.group(user, ("type", name, number)),
        )
        return inherited + own

    def _derived(self, name: QName) -> list[DerivedView]:
        found: list[DerivedView] = []
        for candidate in self._table.types.values():
            definition = candidate.definition
            if (
                isinstance(definition, ComplexType)
                and definition.base == name
                and not definition.anonymous
            ):
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
    return f"The type {named.name.written.name}."


def _is_occurrence(named: NamedType) -> bool:
    return isinstance(named.definition, ComplexType) and named.definition.occurrence


def _is_abstract(named: NamedType) -> bool:
    return isinstance(named.definition, ComplexType) and named.definition.abstract
