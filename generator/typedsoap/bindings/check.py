"""Classes x contract: everything that the two say differently, as diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from typedsoap.bindings.model import Bindings, BoundClass, BoundMember
from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Element,
    QName,
    Schema,
    SimpleType,
    TypeReference,
    Variety,
)
from typedsoap.contract.shapes import is_enumeration, is_mixed
from typedsoap.errors import Diagnostic, Location, error

_M = TypeVar("_M", Element, BoundMember)

_ANY_TYPE: Final = QName(XSD_NAMESPACE, "anyType")


def find_differences(bindings: Bindings, schema: Schema) -> Iterator[Diagnostic]:
    """An error for each class, base, member or value that differs from the contract.

    Args:
        bindings: Classes of the components of `schema`, and of no others.
        schema: The truth.
    """
    for name, definition in schema.types.items():
        if isinstance(definition, ComplexType) and definition.occurrence:
            continue  # its owner's class has its members
        if isinstance(definition, ComplexType):
            yield from _record(name, definition, bindings)
        elif not definition.anonymous:
            yield from _enumeration(name, definition, bindings, schema)
    for name, element in schema.elements.items():
        yield from _element(name, element, bindings, schema)


def _record(
    name: QName, definition: ComplexType, bindings: Bindings
) -> Iterator[Diagnostic]:
    bound = bindings.records.get(name)
    if bound is None:
        yield _missing(f"type '{name}'", definition.location)
        return
    bases = (definition.base,) if definition.base else ()
    yield from _bases(f"type '{name}'", bases, bound, definition.location)
    yield from _members(f"type '{name}'", definition, bound)


def _is_anonymous(name: QName, schema: Schema) -> bool:
    definition = schema.types.get(name)
    return definition is not None and definition.anonymous


def _element(
    name: QName, element: Element, bindings: Bindings, schema: Schema
) -> Iterator[Diagnostic]:
    what = f"element '{name}'"
    bound = bindings.elements.get(name)
    if bound is None:
        yield from _merged(what, element, bindings)
        return
    if element.nillable != bound.nillable:
        yield _differs(
            "TS314",
            what,
            f"nillable is {element.nillable}",
            f"it is {bound.nillable}",
            element.location,
        )
    if isinstance(element.type, ComplexType):
        bases = (element.type.base,) if element.type.base else ()
        yield from _bases(what, bases, bound, element.location)
        yield from _members(what, element.type, bound)
    elif (
        isinstance(element.type, QName)
        and not _is_anonymous(element.type, schema)
        # One without a type has that of its head, which xsdata does not look up here.
        and not (element.substitution_group and bound.bases == (_ANY_TYPE,))
    ):
        yield from _bases(what, (element.type,), bound, element.location)


def _merged(what: str, element: Element, bindings: Bindings) -> Iterator[Diagnostic]:
    """An element named like its type is one class with it."""
    if element.type != element.name or element.name not in bindings.records:
        yield _missing(what, element.location)


def _bases(
    what: str, bases: tuple[QName, ...], bound: BoundClass, where: Location | None
) -> Iterator[Diagnostic]:
    if bases != bound.bases:
        yield _differs(
            "TS311",
            what,
            f"it is based on {_listed(bases)}",
            f"on {_listed(bound.bases)}",
            where,
        )


def _members(
    what: str, definition: ComplexType, bound: BoundClass
) -> Iterator[Diagnostic]:
    if is_mixed(definition):
        return  # It is kept as it is, so that nothing in it has a class.
    elements = _numbered(definition.declared_elements(written=True))
    members = _numbered(bound.members)
    for key, element in elements.items():
        if key not in members:
            message = "the contract has it, the class has not"
            yield _error("TS312", _called(key, what), message, element.location)
    for key in members:
        if key not in elements:
            message = "the class has it, the contract has not"
            yield _error("TS312", _called(key, what), message, definition.location)
    expected = [name for name, number in elements if (name, number) in members]
    actual = [name for name, number in members if (name, number) in elements]
    if expected != actual:
        yield _differs(
            "TS313",
            f"the members of {what}",
            f"they are in the order {_listed(expected)}",
            f"in the order {_listed(actual)}",
            definition.location,
        )
    for key, element in elements.items():
        if key in members:
            yield from _member(_called(key, what), element, members[key])


def _numbered(members: Iterable[_M]) -> dict[tuple[QName, int], _M]:
    """Members by name, and by number among those of their name."""
    counts: Counter[QName] = Counter()
    found: dict[tuple[QName, int], _M] = {}
    for member in members:
        counts[member.name] += 1
        found[member.name, counts[member.name]] = member
    return found


def _called(key: tuple[QName, int], what: str) -> str:
    name, number = key
    return f"member '{name.numbered(number)}' of {what}"


def _member(what: str, element: Element, member: BoundMember) -> Iterator[Diagnostic]:
    if (
        element.min_occurs != member.min_occurs
        or element.max_occurs != member.max_occurs
    ):
        yield _differs(
            "TS314",
            what,
            f"it occurs {_occurrence(element.min_occurs, element.max_occurs)}",
            _occurrence(member.min_occurs, member.max_occurs),
            element.location,
        )
    # Of a reference, nillability is the global element's, and held to it there.
    if not element.reference and element.nillable != member.nillable:
        yield _differs(
            "TS314",
            what,
            f"nillable is {element.nillable}",
            f"it is {member.nillable}",
            element.location,
        )
    declared: TypeReference = element.name if element.reference else element.type
    if isinstance(declared, ComplexType) and isinstance(member.type, BoundClass):
        yield from _members(f"the type of {what}", declared, member.type)
    elif isinstance(declared, (ComplexType, QName)) and declared != member.type:
        yield _differs(
            "TS314",
            what,
            f"its type is {_type(declared)}",
            f"it is {_type(member.type)}",
            element.location,
        )


def _enumeration(
    name: QName, definition: SimpleType, bindings: Bindings, schema: Schema
) -> Iterator[Diagnostic]:
    listed = definition
    if definition.variety is Variety.LIST and definition.item is not None:
        item = schema.definition(definition.item)
        listed = item if isinstance(item, SimpleType) else definition
    if not is_enumeration(listed, schema):
        return  # of other values no class is made
    expected = [enumeration.value for enumeration in listed.enumerations]
    bound = bindings.enumerations.get(name)
    actual = list(bound.values) if bound else []
    if expected != actual:
        yield _differs(
            "TS315",
            f"type '{name}'",
            f"its values are {_listed(expected)}",
            f"they are {_listed(actual)}",
            definition.location,
        )


def _type(reference: QName | ComplexType | BoundClass) -> str:
    return f"'{reference}'" if isinstance(reference, QName) else "an anonymous type"


def _occurrence(least: int, most: int | None) -> str:
    return f"{least} to {'unbounded' if most is None else most} times"


def _listed(names: tuple[QName, ...] | list[QName] | list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names) or "nothing"


def _missing(what: str, where: Location | None) -> Diagnostic:
    return _error("TS311", what, "the contract has it, but no class was made", where)


def _differs(
    code: str, what: str, contract: str, bound: str, where: Location | None
) -> Diagnostic:
    return _error(
        code, what, f"{contract} in the contract, {bound} in the class", where
    )


def _error(code: str, what: str, message: str, where: Location | None) -> Diagnostic:
    return error(
        code,
        f"{what}: {message}",
        where=where,
        hint="the schema was understood in two ways; please report it with the WSDL",
    )
