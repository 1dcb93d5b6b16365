"""Why a type is there: the operations that need it, for `typedsoap show --why`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TypedDict

from typedsoap.contract import (
    ComplexType,
    Contract,
    Element,
    Group,
    Operation,
    QName,
    Schema,
    TypeReference,
)
from typedsoap.contract.anonymous import element_path
from typedsoap.contract.arrays import array_item, is_soap_array
from typedsoap.contract.bodies import detail_name
from typedsoap.contract.shapes import derived_types
from typedsoap.errors import TypedSoapError, error
from typedsoap.naming import class_name
from typedsoap.service_source import ServiceSource
from typedsoap.suggestions import did_you_mean
from typedsoap.views.service_model import PackageView

_Root = tuple[str, str, TypeReference]
_Step = tuple[TypeReference, str, bool]


class NeedData(TypedDict):
    """One message that needs a type.

    `message` is request, reply or fault; `path` the elements from the message to the
    first place of the type, by their local names.
    """

    operation: str
    message: str
    path: str


class WhyData(TypedDict):
    """A type of the contract and what needs it."""

    type: str
    needed_by: list[NeedData]


def needs(source: ServiceSource, package: PackageView, wanted: str) -> list[WhyData]:
    """What needs the types of a name.

    Args:
        package: The view of a package of this one service.
        wanted: The class of a type, or its name in the schema, alone or as
            `{namespace}name`.

    Returns:
        A value for each type that has the name; none where this service has no such type.
    """
    contract = source.supported
    found = (
        WhyData(type=str(name), needed_by=list(_needs(contract, name)))
        for name, known_as in _names(contract, package).items()
        if wanted in known_as
    )
    return [why for why in found if why["needed_by"]]


def unknown_type(
    sources: Iterable[tuple[ServiceSource, PackageView]], wanted: str
) -> TypedSoapError:
    """TS234 for a type that no service has, or needs."""
    names = {
        name
        for source, package in sources
        for known_as in _names(source.supported, package).values()
        for name in known_as
        if not name.startswith("{")
    }
    message = f"no operation needs a type called {wanted!a}"
    return TypedSoapError([error("TS234", message, hint=did_you_mean(wanted, names))])


def _names(contract: Contract, package: PackageView) -> dict[QName, set[str]]:
    """All that each type may be called by."""
    classes: dict[QName, str] = {}
    for namespace in package.namespaces:
        classes |= {found.tag.name: found.class_name for found in namespace.records}
        classes |= {found.name: found.class_name for found in namespace.enumerations}
    return {
        name: {
            str(name),
            name.name,
            element_path(name),
            classes.get(name, class_name(name.name)),
        }
        for name in contract.schema.types
    }


def _needs(contract: Contract, wanted: QName) -> Iterator[NeedData]:
    search = _Search(contract.schema, wanted)
    for operation in contract.operations:
        found: dict[str, None] = {}
        for message, label, reference in _roots(operation, contract.schema):
            path = None if message in found else search.path(label, reference)
            if path is not None:
                found[message] = None
                yield NeedData(operation=operation.name, message=message, path=path)


def _roots(operation: Operation, schema: Schema) -> Iterator[_Root]:
    for kind, message in zip(("request", "reply"), operation.messages, strict=False):
        for name in (*message.body_elements, *message.header_elements):
            yield kind, name.name, schema.elements[name].type
            if name in schema.value_types:
                yield kind, name.name, schema.value_types[name]
        for part in message.body_parts:
            if part.type is not None:
                yield kind, part.name, part.type
        for header in message.headers:
            if header.type is not None:
                yield kind, header.part, header.type
    for name in operation.fault_elements:
        yield "fault", name.name, schema.elements[name].type
        yield "fault", name.name, detail_name(name)
    for fault in operation.all_faults:
        for part in fault.parts:
            if part.type is not None:
                yield "fault", fault.name, part.type


class _Search:
    """The shortest way from an element to a type; breadth first, without recursion."""

    def __init__(self, schema: Schema, wanted: QName) -> None:
        self._schema = schema
        self._wanted = wanted
        self._derived = derived_types(schema.types)

    def path(self, label: str, reference: TypeReference) -> str | None:
        """The way as text; None where there is none."""
        # What is only a base is not declared: no derived type stands in for it there.
        seen: set[tuple[QName, bool]] = set()
        pending: deque[_Step] = deque([(reference, label, True)])
        while pending:
            found, path, declared = pending.popleft()
            if isinstance(found, QName):
                if found == self._wanted:
                    return path
                if (found, declared) in seen:
                    continue
                seen.add((found, declared))
                for name in self._derived.get(found, ()) if declared else ():
                    pending.append((name, f"{path} (as {name.name})", True))
            pending.extend(self._parts(found, path))
        return None

    def _parts(self, reference: TypeReference, path: str) -> Iterator[_Step]:
        definition = self._schema.definition(reference)
        if isinstance(definition, ComplexType):
            if is_soap_array(definition):
                item = array_item(definition)
                yield item.type, f"{path}/{item.name.name}", True
            for particle in definition.own_particles():
                if isinstance(particle, Element):
                    yield particle.type, f"{path}/{particle.name.name}", True
                elif isinstance(particle, Group) and particle.item is not None:
                    yield particle.item, path, True
            for attribute in definition.attributes:
                yield attribute.type, f"{path}/@{attribute.name.name}", False
            if definition.text is not None:
                yield definition.text, path, False
            if definition.base is not None:
                yield definition.base, f"{path} (extends {definition.base.name})", False
        elif definition is not None:
            for part in (definition.base, definition.item, *definition.members):
                if part is not None:
                    yield part, path, False
