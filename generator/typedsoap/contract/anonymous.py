"""Names for anonymous types that are to be classes, so that each can hold itself.

Of simple types these are enumerations and lists.

A name is the path of elements to the type ("Order/Lines/Line", "/PlaceOrder/Order" below
a global element). No name of a schema has a slash in it, so none is taken; and it comes
from nothing but the path, so that an element that is added renames no type. One
occurrence of a repeated group has a type as well, "Order/(item)"; of an attribute it is
"Order/@kind".
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from typing import Final

from typedsoap.contract.bodies import DETAIL, detail_name
from typedsoap.contract.components import Schema
from typedsoap.contract.element_numbers import ElementNumbers, unlike_elements
from typedsoap.contract.kept_groups import with_kept_groups
from typedsoap.contract.kinds import Variety
from typedsoap.contract.names import XSD_NAMESPACE, QName
from typedsoap.contract.occurrences import Occurrences
from typedsoap.contract.schema import (
    Attribute,
    ComplexType,
    Element,
    Group,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.shapes import has_other_keys, is_enumeration, listing_members
from typedsoap.contract.substitution import Substitution, once
from typedsoap.contract.wildcard_keys import with_keys
from typedsoap.contract.wildcards import Wildcard

_ANY_TYPE: Final = QName(XSD_NAMESPACE, "anyType")


def with_names(
    schema: Schema,
    faults: Iterable[QName] = (),
    values: Iterable[QName] = (),
    spread: Set[QName] = frozenset(),
) -> Schema:
    """A schema whose elements below a type or a global element all have a named type.

    A global element keeps its anonymous type, which a message spreads; where a `ref`, a
    fault or a value needs a name for that type, it has one besides. The pair of a
    dictionary stays anonymous, as it is no class. Elements of one name and different
    types below one owner are left as they are.

    Args:
        faults: The elements of declared faults. Services share their exceptions, so that
            what these hold, if it is more than one value, has to be shared as well.
        values: The elements that are values of their own, as header blocks are.
        spread: The elements whose types some message spreads; of the values those that
            are not among them are never spread.
    """
    return _Names(schema).schema(faults, values, spread)


def element_path(name: QName) -> str:
    """The path of elements in an anonymous type's name, for people: "Order/Lines/Line"."""
    # A prefix tells services apart, see `typedsoap.contract.separation`.
    return name.written.name.removeprefix("/").removesuffix(DETAIL)


class _Names:
    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._types: dict[QName, ComplexType | SimpleType] = dict(schema.types)
        self._elements: dict[QName, Element] = {}
        self._value_types: dict[QName, QName] = {}
        self._substitution = Substitution(schema.elements)
        self._numbers = ElementNumbers(schema)

    def schema(
        self, faults: Iterable[QName], values: Iterable[QName], spread: Set[QName]
    ) -> Schema:
        """The schema with the names."""
        for name, definition in self._schema.types.items():
            if isinstance(definition, ComplexType):
                self._types[name] = self._named(definition, name)
        for name, element in self._schema.elements.items():
            self._elements[name] = element
            if isinstance(element.type, ComplexType):
                held = self._named(element.type, _below_element(name))
                self._elements[name] = replace(element, type=held)
            elif isinstance(element.type, SimpleType):
                known = self._simple(element.type, _below_element(name))
                self._elements[name] = replace(element, type=known)
        self._name_referred()
        for name in faults:
            self._name_detail(name)
        for name in values:
            self._name_value(name, is_spread=name in spread)
        named = replace(
            self._schema,
            types=self._types,
            elements=self._elements,
            value_types=self._value_types,
        )
        return with_kept_groups(named)

    def _named(self, definition: ComplexType, path: QName) -> ComplexType:
        content = definition.content
        if definition.is_dictionary and not has_other_keys(definition):
            return definition
        definition = replace(
            definition,
            is_dictionary=False,
            attributes=tuple(self._attribute(a, path) for a in definition.attributes),
        )
        if content is None:
            return definition
        occurrences = Occurrences(path)
        numbered = self._numbers.numbered(definition, content)
        unlike = unlike_elements(definition)
        content = with_keys(self._group(numbered, path, unlike), path)
        named = occurrences.named(content)
        self._types.update(occurrences.types)
        return replace(definition, content=named)

    def _group(self, group: Group, path: QName, unlike: Set[str]) -> Group:
        particles: list[Element | Group | Wildcard] = []
        for particle in group.particles:
            if isinstance(particle, Group):
                particles.append(self._group(particle, path, unlike))
            elif isinstance(particle, Element) and particle.name.name not in unlike:
                choice = self._substitution.choice(particle)
                particles.append(
                    self._substitutable(choice)
                    if particle.reference and choice is not None
                    else self._element(particle, path)
                )
            else:
                particles.append(particle)
        return replace(group, particles=tuple(particles))

    def _substitutable(self, choice: Group) -> Group:
        """A choice of what may stand for an element, with the type of one of these."""
        particles = [
            replace(particle, type=self._referred(particle))
            for particle in choice.particles
            if isinstance(particle, Element)
        ]
        named = replace(choice, particles=tuple(particles))
        if choice.item is not None:
            self._types[choice.item] = once(named)
        return named

    def _element(self, element: Element, path: QName) -> Element:
        if element.reference:
            return replace(element, type=self._referred(element))
        name = QName(path.namespace, f"{path.name}/{element.name.name}")
        if isinstance(element.type, SimpleType):
            return replace(element, type=self._simple(element.type, name))
        if isinstance(element.type, ComplexType):
            self._add(name, element.type)
            return replace(element, type=name)
        return element

    def _attribute(self, attribute: Attribute, path: QName) -> Attribute:
        if not isinstance(attribute.type, SimpleType):
            return attribute
        name = QName(path.namespace, f"{path.name}/@{attribute.name.name}")
        return replace(attribute, type=self._simple(attribute.type, name))

    def _simple(self, definition: SimpleType, path: QName) -> TypeReference:
        """The type itself, or its name where it needs code of its own."""
        if (
            definition.variety is not Variety.LIST
            and not is_enumeration(definition, self._schema)
            and not listing_members(definition, self._schema)
        ):
            return definition
        self._types[path] = replace(definition, name=path, anonymous=True)
        return path

    def _referred(self, element: Element) -> TypeReference:
        """The type of the global element that a reference means."""
        declared = self._schema.elements.get(element.name)
        if element.type != _ANY_TYPE or declared is None:
            return element.type
        if isinstance(declared.type, ComplexType):
            return _below_element(element.name)
        if isinstance(declared.type, SimpleType):
            return self._simple(declared.type, _below_element(element.name))
        return declared.type

    def _name_referred(self) -> None:
        """Name the types of global elements that some reference needs a name for."""
        needed = [
            element.name
            for definition in (
                *self._types.values(),
                *(e.type for e in self._elements.values()),
            )
            if isinstance(definition, ComplexType)
            for element in definition.declared_elements()
            if element.reference and element.type == _below_element(element.name)
        ]
        for name in dict.fromkeys(needed):
            held = self._elements[name].type
            if isinstance(held, ComplexType):
                path = _below_element(name)
                self._types[path] = replace(held, name=path, anonymous=True)

    def _name_detail(self, name: QName) -> None:
        element = self._elements.get(name)
        held = None if element is None else element.type
        if (
            isinstance(held, ComplexType)
            and held.base is None
            and (len([*held.own_particles()]) + len(held.attributes) > 1)
        ):
            detail = detail_name(name)
            self._types[detail] = replace(held, name=detail, anonymous=True)

    def _name_value(self, name: QName, *, is_spread: bool) -> None:
        element = self._elements.get(name)
        if element is not None and isinstance(element.type, ComplexType):
            path = _below_element(name)
            named = replace(element.type, name=path, anonymous=True)
            self._types.setdefault(path, named)
            if is_spread:
                self._value_types[name] = path
            else:
                self._elements[name] = replace(element, type=path)

    def _add(self, name: QName, definition: ComplexType) -> None:
        self._types[name] = named = replace(definition, name=name, anonymous=True)
        self._types[name] = self._named(named, name)


def _below_element(name: QName) -> QName:
    return QName(name.namespace, f"/{name.name}")
