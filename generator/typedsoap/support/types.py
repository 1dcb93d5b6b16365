"""Which types can be generated today, each judged without the types of its members."""

from __future__ import annotations

from dataclasses import dataclass

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Compositor,
    Element,
    Group,
    Part,
    QName,
    Schema,
    SimpleType,
    Variety,
    Wildcard,
)
from typedsoap.contract.body_types import is_body_type, part_element
from typedsoap.contract.shapes import (
    is_endless,
    is_enumeration,
    is_mixed,
    list_item,
)
from typedsoap.errors import Location
from typedsoap.support.attributes import attributes_problem, simple_content_problem
from typedsoap.support.content import content_problem
from typedsoap.support.repeated_groups import repeated_group_problem
from typedsoap.support.restrictions import restriction_problem
from typedsoap.support.values import value_problem
from typedsoap.views.model import Kind
from typedsoap.views.scalars import SCALARS, scalar


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something cannot be generated: what it is, and where it stands."""

    what: str
    where: Location | None


def type_problem(
    definition: ComplexType | SimpleType, schema: Schema
) -> Problem | None:
    """What a named type has that cannot be generated yet."""
    if isinstance(definition, SimpleType):
        what = _simple(definition, schema)
    elif is_mixed(definition):
        return None  # whatever is in it
    else:
        what = (
            _dictionary(definition, schema)
            if definition.is_dictionary
            else _record(definition, schema)
        )
        if what is None and is_endless(definition, schema):
            what = "an array or dictionary of itself"
    if what is None:
        return None
    name = definition.name.name if definition.name else ""
    return Problem(f"{what} (type {name!r})", definition.location)


def wrapper_problem(element: Element, schema: Schema) -> Problem | None:
    """What keeps a Body element from being a wrapper of parameters or results."""
    definition = schema.definition(element.type)
    what = _declaration(element, schema)
    if element.untyped:
        pass  # nothing is sent in it, and nothing read
    elif not isinstance(definition, ComplexType) or (
        definition.is_dictionary or is_mixed(definition)
    ):
        what = "a Body element that is not a sequence of elements"
    elif definition.simple_content:
        what = "a Body element of simple content"
    else:
        what = what or _record(definition, schema)
    if what is None:
        return None
    return Problem(f"{what} (element {element.name.name!r})", element.location)


def header_problem(element: Element, schema: Schema) -> Problem | None:
    """What keeps a global element from being a header block, or the one value in Body."""
    what = _declaration(element, schema) or _reference(element, schema)
    if what is None:
        return None
    return Problem(f"{what} (element {element.name.name!r})", element.location)


def part_problem(part: Part, schema: Schema) -> Problem | None:
    """What keeps a part from being an element of style rpc."""
    what = None if part.type is None else _name(part.type, schema)
    return (
        None if what is None else Problem(f"{what} (part {part.name!r})", part.location)
    )


def body_type_problem(part: Part, schema: Schema) -> Problem | None:
    """What keeps the only part of style document, which has a type, from being sent.

    No `xsi:type` of Body can say that its type is another one.
    """
    if part.type is None:
        return None
    if not is_body_type(part.type, schema):
        return header_problem(part_element(part, part.type), schema)
    definition = schema.definition(part.type)
    if not isinstance(definition, ComplexType):
        return None
    if definition.is_dictionary:
        what = "a dictionary as the content of Body"
    elif definition.abstract:
        what = "an abstract type as that of Body"
    else:
        return None
    return Problem(f"{what} (part {part.name!r})", part.location)


def _declaration(element: Element, schema: Schema) -> str | None:
    """What a global declaration has that cannot be generated yet."""
    if element.abstract:
        return "an abstract element"
    return value_problem(element, schema)


def _reference(element: Element, schema: Schema) -> str | None:
    """What the type of an element is, if it cannot be generated yet."""
    if not isinstance(element.type, QName):
        return None if scalar(schema, element.type) else "an anonymous type"
    return _name(element.type, schema)


def _name(name: QName, schema: Schema) -> str | None:
    if name.namespace == XSD_NAMESPACE:
        return None if name.name in SCALARS else f"xs:{name.name}"
    if scalar(schema, name) is not None:
        return None
    return None if name in schema.types else str(name)


def _simple(definition: SimpleType, schema: Schema) -> str | None:
    if definition.variety is Variety.UNION:
        return None if scalar(schema, definition) else "a union of these types"
    if definition.variety is Variety.LIST:
        return _list(definition, schema)
    if is_enumeration(definition, schema):
        return None
    if not isinstance(definition.base, QName):
        known = scalar(schema, definition)
        return None if known else "an anonymous simple type"
    return _name(definition.base, schema)


def _list(definition: SimpleType, schema: Schema) -> str | None:
    if scalar(schema, definition) is not None:
        return None
    reference = list_item(definition, schema)
    item = None if reference is None else schema.definition(reference)
    if isinstance(item, SimpleType) and is_enumeration(reference, schema):
        return None
    view = None if reference is None else scalar(schema, reference)
    if view is None or view.kind is not Kind.SCALAR or not view.is_text:
        return "a list of items that are no plain values"
    return None


def _record(definition: ComplexType, schema: Schema) -> str | None:
    what = _content(definition) or attributes_problem(definition, schema)
    if what is None and definition.simple_content:
        return simple_content_problem(definition, schema)
    if what is None and definition.base is not None:
        what = _base(definition, schema)
    if what is not None or definition.content is None:
        return what
    for particle in definition.own_particles():
        if isinstance(particle, Wildcard):
            continue
        if isinstance(particle, Group):
            what = repeated_group_problem(particle)
            if what is not None:
                return what
            continue
        what = value_problem(particle, schema) or _reference(particle, schema)
        if what is None and particle.reference:
            what = _declaration(schema.declaration(particle), schema)
        if what is not None:
            return what
    return content_problem(definition, schema)


def _content(definition: ComplexType) -> str | None:
    """What the content of a complex type is, other than a plain sequence."""
    if definition.simple_content and definition.abstract:
        return "an abstract type"
    return None


def _plain_content(definition: ComplexType) -> str | None:
    if definition.attributes or definition.wildcard_attributes:
        return "a dictionary with attributes"
    if definition.mixed:
        return "a dictionary of mixed content"
    if definition.restricts:
        return "a restriction of a complex type"
    return "simple content" if definition.simple_content else _content(definition)


def _is_no_sequence(group: Group | None) -> bool:
    return group is not None and (
        group.compositor is not Compositor.SEQUENCE
        or (group.min_occurs, group.max_occurs) != (1, 1)
    )


def _base(definition: ComplexType, schema: Schema) -> str | None:
    """What a base type is, other than a record or an array."""
    base = None if definition.base is None else schema.types.get(definition.base)
    if not isinstance(base, ComplexType):
        return "the extension of a type that is not in the schemas"
    if base.is_dictionary or is_mixed(base):
        return "the extension of a dictionary or of mixed content"
    return restriction_problem(definition, schema)


def _dictionary(definition: ComplexType, schema: Schema) -> str | None:
    """The shape is a repeated pair of anonymous type: a key and a named type."""
    malformed = "a dictionary that is no repeated pair of key and value"
    pair = next(definition.own_elements(), None)
    if pair is None or pair.max_occurs is not None or definition.base is not None:
        return malformed
    if not isinstance(pair.type, ComplexType) or pair.type.base is not None:
        return malformed
    members = tuple(pair.type.own_elements())
    groups = (definition.content, pair.type.content)
    if [len(group.particles) for group in groups if group] != [1, len(members)]:
        return malformed
    if any(_is_no_sequence(group) for group in groups):
        return malformed
    if len(members) != 2 or any(member.repeated for member in members):
        return malformed
    return (
        _plain_content(definition)
        or _plain_content(pair.type)
        or value_problem(members[1], schema)
        or _reference(members[1], schema)
    )
