"""Reads a normalised sample by the contract alone, without the generated codec."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from typedsoap import contract
from typedsoap.contract import ComplexType, QName, Schema, TypeReference, Wildcard
from typedsoap.contract.shapes import text_type as content_type
from typedsoap.errors import Location
from typedsoap.source.nodes import Element
from typedsoap.verify.attributes import read_attributes
from typedsoap.verify.content_models import ModelReader, content_model
from typedsoap.verify.infoset import infoset
from typedsoap.verify.said_types import derived_type, with_type
from typedsoap.verify.shapes import (
    definition_of,
    is_kept,
    members_of,
    wildcards_of,
)
from typedsoap.verify.texts import allows, narrowed_type, text_type
from typedsoap.verify.values import Composite, Fragment, Problem, Text, Value
from typedsoap.verify.wildcards import allows_name
from typedsoap.verify.xml import is_nil, qname, resolve_names


class SampleReader:
    """Reads samples of one contract; `problems` gathers what it does not allow."""

    def __init__(self, schema: Schema, file: str) -> None:
        self._schema = schema
        self._file = file
        self.problems: list[Problem] = []

    def read(
        self, element: Element, declaration: contract.Element
    ) -> tuple[Value, ...]:
        """The one value of an element; none at all where the contract forbids it."""
        if is_nil(element):
            if declaration.nillable:
                return (None,)
            self._problem(element, "is nil, which the contract does not allow here")
            return ()
        if is_kept(declaration, self._schema):
            return (_fragment(element),)
        said = derived_type(declaration, element, self._schema)
        declaration = with_type(declaration, said)
        definition = definition_of(declaration, self._schema)
        if isinstance(definition, ComplexType):
            return (self._composite(element, declaration, definition, said),)
        declared = self._schema.declaration(declaration)
        default = declared.default if declared.fixed is None else declared.fixed
        text = self._text(element, declared.type, default)
        return () if text is None else (text,)

    def _text(
        self, element: Element, reference: TypeReference, default: str | None
    ) -> Text | None:
        text = "".join(str(part) for part in element.itertext())
        type_name, _ = text_type(reference, self._schema)
        if type_name == "QName":
            text = resolve_names(element, text)
        if len(element) == 0 and text == "" and default is not None:
            return Text(type_name, text, default)
        if len(element) == 0 and allows(reference, text, self._schema):
            return Text(type_name, text)
        # The text itself may be a secret; the infosets show it if it is none.
        self._problem(element, "holds what its type does not allow")
        return None

    def _composite(
        self,
        element: Element,
        declaration: contract.Element,
        definition: ComplexType,
        said: QName | None,
    ) -> Composite:
        if definition.abstract:
            self._problem(
                element, "is of an abstract type, and names none derived from it"
            )
        attributes, problems = read_attributes(element, definition, self._schema)
        for problem in problems:
            self._problem(element, problem)
        if definition.simple_content:
            text = self._simple_content(element, definition)
            return Composite({}, attributes, text, said)
        model = content_model(definition, self._schema)
        if model is None:
            return Composite(
                self._members(element, declaration), attributes, None, said
            )
        found = ModelReader([*element], self.read, _fragment)
        members = found.read(model)
        for place, problem in found.problems:
            self._problem(element if place is None else place, problem)
        return Composite(members, attributes, None, said, tuple(found.placed))

    def _simple_content(self, element: Element, definition: ComplexType) -> Text | None:
        reference = content_type(definition, self._schema)
        text = None if reference is None else self._text(element, reference, None)
        narrowed = narrowed_type(definition, self._schema)
        if text and narrowed and not allows(narrowed, text.text, self._schema):
            self._problem(element, "holds what its type does not allow")
        return text

    def _members(
        self, element: Element, declaration: contract.Element
    ) -> dict[QName, tuple[Value, ...]]:
        declared = {m.name: m for m in members_of(declaration, self._schema)}
        wildcards = wildcards_of(declaration, self._schema)
        members: dict[QName, list[Value]] = {}
        for child in element:
            member = declared.get(qname(child))
            place = _place(wildcards, qname(child), members)
            if member is None and place is not None:
                members.setdefault(place, []).append(_fragment(child))
            elif member is None:
                parent = declaration.name.name
                self._problem(child, f"is not declared in {parent} ({qname(child)})")
            else:
                values = self.read(child, member)
                members.setdefault(member.name, []).extend(values)
        for member in declared.values():
            count = len(members.get(member.name, ()))
            if count < member.min_occurs:
                self._problem(element, f"lacks the required {member.name.name}")
            if member.max_occurs is not None and count > member.max_occurs:
                self._problem(element, f"holds {count} times {member.name.name}")
        for wildcard in wildcards:
            key, least = wildcard.key, wildcard.min_occurs
            if key is not None and len(members.get(key, ())) < least:
                self._problem(element, "lacks a required element of any name")
        return {name: tuple(values) for name, values in members.items()}

    def _problem(self, element: Element, message: str) -> None:
        where = Location(self._file, element.sourceline)
        self.problems.append(Problem(f"{qname(element).name} {message}", where))


def _place(
    wildcards: Sequence[Wildcard],
    name: QName,
    members: Mapping[QName, Sequence[Value]],
) -> QName | None:
    """The key of the first wildcard that allows another element; None for none."""
    for wildcard in wildcards:
        key, most = wildcard.key, wildcard.max_occurs
        full = most is not None and len(members.get(key or name, ())) >= most
        if key is not None and not full and allows_name(wildcard, name):
            return key
    return None


def _fragment(element: Element) -> Fragment:
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return Fragment(xml, infoset(element))
