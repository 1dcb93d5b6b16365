"""A document beside the contract: which declaration each of its elements has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from typedsoap import contract
from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Group,
    Particle,
    QName,
    Schema,
    SimpleType,
    TypeReference,
    Wildcard,
)
from typedsoap.contract.header_blocks import numbered
from typedsoap.contract.shapes import (
    all_attributes,
    all_particles,
    is_mixed,
    nested_elements,
)
from typedsoap.contract.shapes import text_type as content_type
from typedsoap.source.nodes import Element
from typedsoap.verify.content_models import content_model
from typedsoap.verify.places import out_of_place
from typedsoap.verify.said_types import as_said
from typedsoap.verify.texts import text_type
from typedsoap.verify.xml import qname

ANY_TYPE: Final = QName(XSD_NAMESPACE, "anyType")


@dataclass(frozen=True, slots=True)
class Declared:
    """An element of a document and its declaration; None where the contract has none.

    Attributes:
        in_place: Whether it stands where a sequence has it, and no oftener than it may.
    """

    element: Element
    declaration: contract.Element | None
    in_place: bool = True


def declared_blocks(
    elements: Sequence[Element], blocks: Sequence[contract.Element]
) -> tuple[Declared, ...]:
    """Header blocks with what the message declares for them.

    Each block is optional, whatever its declaration says of it elsewhere.
    """
    known = {block.key: replace(block, min_occurs=0) for block in blocks}
    numbers = Counter(block.name for block in blocks)
    misplaced = tuple(
        out_of_place(
            elements,
            {
                block.name: replace(block, min_occurs=0, max_occurs=numbers[block.name])
                for block in blocks
            },
        )
    )
    return tuple(
        Declared(element, known.get(name.numbered(number)), element not in misplaced)
        for element, (name, number) in zip(
            elements, numbered(map(qname, elements)), strict=True
        )
    )


def declared_body(
    elements: Sequence[Element], declaration: contract.Element | None
) -> tuple[Declared, ...]:
    """Body's content with the one declaration that it may have."""
    expected = None if declaration is None else declaration.name
    return tuple(
        Declared(element, declaration if qname(element) == expected else None)
        for element in elements
    )


def walk(root: Declared, schema: Schema) -> Iterator[Declared]:
    """An element and everything in it, in document order."""
    yield root
    declaration = root.declaration
    if declaration is not None:
        if is_kept(declaration, schema):
            return
        declaration = as_said(declaration, root.element, schema)
    members = _declared_members(declaration, schema)
    children = [*root.element]
    definition = definition_of(declaration, schema)
    misplaced: tuple[Element, ...] = ()
    if isinstance(definition, ComplexType) and not content_model(definition, schema):
        misplaced = tuple(out_of_place(children, members))
    for child in children:
        known = members.get(qname(child))
        yield from walk(Declared(child, known, child not in misplaced), schema)


def _declared_members(
    declaration: contract.Element | None, schema: Schema
) -> dict[QName, contract.Element]:
    """What an element may hold, in groups too; required where it is that in one place."""
    found: dict[QName, contract.Element] = {}
    for particle in particles_of(declaration, schema):
        elements: Iterable[contract.Element] = ()
        if isinstance(particle, contract.Element):
            elements = (particle,)
        elif isinstance(particle, Group):
            elements = particle.declared_elements()
        for element in elements:
            known = found.get(element.name, element)
            least = max(known.min_occurs, element.min_occurs)
            found[element.name] = replace(element, min_occurs=least)
    return found


def members_of(
    declaration: contract.Element | None, schema: Schema
) -> tuple[contract.Element, ...]:
    """The elements that an element may hold, in schema order, inherited ones first."""
    found = particles_of(declaration, schema)
    return tuple(item for item in found if isinstance(item, contract.Element))


def wildcards_of(declaration: contract.Element, schema: Schema) -> tuple[Wildcard, ...]:
    """The places in an element for others that its type does not name."""
    found = particles_of(declaration, schema)
    return tuple(item for item in found if isinstance(item, Wildcard))


def particles_of(
    declaration: contract.Element | None, schema: Schema
) -> tuple[Particle, ...]:
    """What an element's content consists of, that of base types first."""
    definition = definition_of(declaration, schema)
    if not isinstance(definition, ComplexType):
        return ()
    return tuple(all_particles(definition, schema))


def is_kept(declaration: contract.Element, schema: Schema) -> bool:
    """Whether an element is kept as the XML that it is: an `xs:anyType`, mixed content."""
    reference = schema.declaration(declaration).type
    return reference == ANY_TYPE or is_mixed(schema.definition(reference))


def definition_of(
    declaration: contract.Element | None, schema: Schema
) -> ComplexType | SimpleType | None:
    """The definition of an element's type; None for a built-in type or no declaration."""
    if declaration is None:
        return None
    return schema.definition(schema.declaration(declaration).type)


def named_places(schema: Schema) -> frozenset[str]:
    """Where a schema has qualified names: elements, in Clark notation, with such a text,
    and attributes as `element/@attribute`.
    """
    elements = [*schema.elements.values()]
    for definition in schema.types.values():
        elements.extend(nested_elements(definition))
    for element in schema.elements.values():
        if isinstance(element.type, ComplexType):
            elements.extend(nested_elements(element.type))
    return frozenset(place for e in elements for place in _named_places(e, schema))


def _named_places(element: contract.Element, schema: Schema) -> Iterator[str]:
    reference: TypeReference | None = schema.declaration(element).type
    definition = definition_of(element, schema)
    if isinstance(definition, ComplexType):
        reference = content_type(definition, schema)
        for attribute in all_attributes(definition, schema):
            if text_type(attribute.type, schema)[0] == "QName":
                yield f"{element.name}/@{attribute.name}"
    if reference is not None and text_type(reference, schema)[0] == "QName":
        yield str(element.name)
