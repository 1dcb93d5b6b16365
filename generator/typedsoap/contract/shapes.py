"""What types hold and derive from, and the idioms of collections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from typedsoap.contract.arrays import array_item, is_collection, is_soap_array
from typedsoap.contract.components import Schema
from typedsoap.contract.kinds import Compositor, Variety
from typedsoap.contract.names import XSD_NAMESPACE, QName
from typedsoap.contract.schema import (
    Attribute,
    ComplexType,
    Element,
    Enumeration,
    Group,
    Particle,
    SimpleType,
    TypeReference,
)

BUILT_IN_ITEMS: Final = {
    QName(XSD_NAMESPACE, f"{name}S"): QName(XSD_NAMESPACE, name)
    for name in ("NMTOKEN", "IDREF")
} | {QName(XSD_NAMESPACE, "ENTITIES"): QName(XSD_NAMESPACE, "ENTITY")}
"""The types of items of the lists that are built into XML Schema."""

TEXTS: Final = frozenset(
    QName(XSD_NAMESPACE, name)
    for name in (
        *("anySimpleType", "string", "normalizedString", "token", "language", "Name"),
        *("NCName", "NMTOKEN", "ID", "IDREF", "ENTITY", "anyURI"),
    )
)
"""The built-in types whose values are texts."""


def lineage(definition: ComplexType, schema: Schema) -> list[ComplexType]:
    """A type after the types that it is derived from, the most general one first."""
    chain = [definition]
    while chain[-1].base is not None:
        base = schema.types.get(chain[-1].base)
        if not isinstance(base, ComplexType) or base in chain:
            break
        chain.append(base)
    return chain[::-1]


def content_lineage(definition: ComplexType, schema: Schema) -> list[ComplexType]:
    """The types whose own content makes up that of a type, in the order of the content.

    A restriction has all that it keeps, so that nothing is inherited over it.
    """
    chain = lineage(definition, schema)
    for place in reversed(range(len(chain))):
        if chain[place].restricts:
            return chain[place:]
    return chain


def all_elements(definition: ComplexType, schema: Schema) -> Iterator[Element]:
    """A type's elements, those of its base types first."""
    for particle in all_particles(definition, schema):
        if isinstance(particle, Element):
            yield particle


def all_particles(definition: ComplexType, schema: Schema) -> Iterator[Particle]:
    """What a type's content consists of, that of its base types first."""
    for link in content_lineage(definition, schema):
        yield from link.own_particles()


def all_content(definition: ComplexType, schema: Schema) -> Group | None:
    """A type's model group: that of its base first (§3.4.2, extension)."""
    links = content_lineage(definition, schema)
    groups = tuple(link.content for link in links if link.content is not None)
    if len(groups) < 2:
        return groups[0] if groups else None
    return Group(compositor=Compositor.SEQUENCE, particles=groups)


def class_base(definition: ComplexType, schema: Schema) -> QName | None:
    """The type whose class is the base of a type's own; None for none.

    A list or a dictionary is no class. And no `xsi:type` could name an anonymous type
    where a value of its base type is meant, so that its class is independent.
    """
    base = None if definition.base is None else schema.types.get(definition.base)
    if definition.anonymous or not isinstance(base, ComplexType):
        return None
    if base.is_dictionary or is_collection(base) or is_mixed(base):
        return None
    return definition.base


def all_attributes(definition: ComplexType, schema: Schema) -> tuple[Attribute, ...]:
    """A type's attributes, those of its base types first, each as it is said last."""
    found: dict[QName, Attribute] = {}
    for link in lineage(definition, schema):
        for name in link.prohibited_attributes:
            found.pop(name, None)
        found.update((attribute.name, attribute) for attribute in link.attributes)
    return tuple(found.values())


def text_type(definition: ComplexType, schema: Schema) -> TypeReference | None:
    """The simple type of simple content, as the first base has it; None for none."""
    if not definition.simple_content:
        return None
    return lineage(definition, schema)[0].base


def content_types(definition: ComplexType) -> Iterator[TypeReference]:
    """The types of what a type's own content consists of, repeated groups too."""
    if is_soap_array(definition):
        yield array_item(definition).type
        return
    for particle in definition.own_particles():
        if isinstance(particle, Element):
            yield particle.type
        elif isinstance(particle, Group) and particle.item is not None:
            yield particle.item


def nested_elements(definition: ComplexType | SimpleType) -> Iterator[Element]:
    """The elements of a type's own content, also those inside anonymous types."""
    if is_soap_array(definition):
        yield array_item(definition)
    elif isinstance(definition, ComplexType):
        for element in definition.own_elements():
            yield element
            if not isinstance(element.type, QName):
                yield from nested_elements(element.type)


def derived_types(
    types: Mapping[QName, ComplexType | SimpleType],
) -> dict[QName, list[QName]]:
    """The complex types that are derived from each type, in the order of `types`."""
    derived: dict[QName, list[QName]] = {}
    for name, definition in types.items():
        if (
            isinstance(definition, ComplexType)
            and definition.base is not None
            and not definition.anonymous
        ):
            derived.setdefault(definition.base, []).append(name)
    return derived


def is_mixed(definition: ComplexType | SimpleType | None) -> bool:
    """Whether a type has text between its elements, so that both are kept as they are."""
    return (
        isinstance(definition, ComplexType)
        and definition.mixed
        and not definition.simple_content
    )


def dictionary_members(
    definition: ComplexType | SimpleType,
) -> tuple[Element, Element, Element]:
    """The pair element of a dictionary type, its key and its value.

    Raises:
        LookupError: It has not the shape of a dictionary.
    """
    if isinstance(definition, ComplexType):
        pair = next(definition.own_elements(), None)
        if pair is not None and isinstance(pair.type, ComplexType):
            members = tuple(pair.type.own_elements())
            if len(members) == 2:
                return pair, members[0], members[1]
    raise LookupError(f"{definition.name} has not the shape of a dictionary")


def has_other_keys(definition: ComplexType) -> bool:
    """Whether the keys of a dictionary are no texts, so that it is a list of its pairs."""
    try:
        _, key, _ = dictionary_members(definition)
    except LookupError:
        return False
    return key.type not in TEXTS


def is_endless(definition: ComplexType, schema: Schema) -> bool:
    """Whether a collection holds itself with no record between: no Python type has that."""
    seen: list[ComplexType] = []
    inner: TypeReference = definition
    while True:
        found = schema.definition(inner)
        if not isinstance(found, ComplexType):
            return False
        if any(found is known for known in seen):
            return True
        seen.append(found)
        if found.is_dictionary:
            inner = dictionary_members(found)[2].type
        elif is_collection(found):
            inner = array_item(found).type
        else:
            return False


def is_enumeration(reference: TypeReference | None, schema: Schema) -> bool:
    """Whether a reference means an atomic type that lists its values, which are texts.

    So does a type that restricts one and lists none of its own.
    """
    listed = False
    for _ in schema.steps:
        if isinstance(reference, QName) and reference in TEXTS:
            return listed
        definition = None if reference is None else schema.definition(reference)
        if (
            not isinstance(definition, SimpleType)
            or definition.variety is not Variety.ATOMIC
        ):
            return False
        listed = listed or bool(definition.enumerations)
        reference = definition.base
    return False


def listed_values(
    reference: TypeReference | None, schema: Schema
) -> tuple[Enumeration, ...]:
    """The values of an enumeration: its own, or those of the type that it restricts."""
    for _ in schema.steps:
        definition = None if reference is None else schema.definition(reference)
        if not isinstance(definition, SimpleType):
            break
        if definition.enumerations:
            return definition.enumerations
        reference = definition.base
    return ()


def list_item(definition: SimpleType, schema: Schema) -> TypeReference | None:
    """The item type of a list, also of one that restricts a list; None for no list."""
    found: SimpleType = definition
    for _ in schema.steps:
        if found.item is not None:
            return found.item
        if isinstance(found.base, QName) and found.base in BUILT_IN_ITEMS:
            return BUILT_IN_ITEMS[found.base]
        base = found.base and schema.definition(found.base)
        if not isinstance(base, SimpleType):
            return None
        found = base
    return None


def listing_members(
    definition: ComplexType | SimpleType | None, schema: Schema
) -> tuple[QName, ...]:
    """The enumerations with names among the members of a union, in document order."""
    if not isinstance(definition, SimpleType) or (
        definition.variety is not Variety.UNION
    ):
        return ()
    return tuple(
        member
        for member in union_members(schema, definition)
        if isinstance(member, QName) and is_enumeration(member, schema)
    )


def union_members(schema: Schema, union: SimpleType) -> list[TypeReference]:
    """The members of a union that are no unions themselves, in document order."""
    members: list[TypeReference] = []
    seen: set[QName] = set()
    pending: list[TypeReference] = [union]
    while pending:
        reference = pending.pop()
        if isinstance(reference, QName):
            if reference in seen:
                continue
            seen.add(reference)
        definition = schema.definition(reference)
        if (
            not isinstance(definition, SimpleType)
            or definition.variety is not Variety.UNION
        ):
            members.append(reference)
        elif definition.base is not None:
            pending.append(definition.base)
        else:
            pending.extend(reversed(definition.members))
    return members
