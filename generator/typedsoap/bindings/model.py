"""What xsdata makes of the schemas, as plain frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from typedsoap.contract import QName

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundMember:
    """A field of a class: an element particle.

    Attributes:
        name: Its expanded name; an unqualified element has namespace "".
        type: The name of its type (of the global element where it is a reference), or
            the class of its anonymous type.
        max_occurs: None is unbounded.
    """

    name: QName
    type: QName | BoundClass
    min_occurs: int
    max_occurs: int | None
    nillable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundClass:
    """A class made from a complex type or a global element.

    Attributes:
        name: None for an anonymous type.
        bases: The types it extends; of a global element with a named type that type.
        members: Its own fields, in order.
        nillable: Whether a global element may be nil.
    """

    name: QName | None
    bases: tuple[QName, ...] = ()
    members: tuple[BoundMember, ...] = ()
    nillable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundEnumeration:
    """An enumeration made from a simple type that has values, or that lists such values.

    Attributes:
        values: The texts on the wire, in order.
    """

    name: QName
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bindings:
    """The classes of one contract, or of several that share their types.

    Attributes:
        records: Classes of named complex types, in schema order.
        elements: Classes of global elements, in schema order.
        enumerations: Enumerations, those of lists under the list's name, in schema order.
    """

    records: Mapping[QName, BoundClass] = field(default_factory=dict[QName, BoundClass])
    elements: Mapping[QName, BoundClass] = field(
        default_factory=dict[QName, BoundClass]
    )
    enumerations: Mapping[QName, BoundEnumeration] = field(
        default_factory=dict[QName, BoundEnumeration]
    )

    def record(self, name: QName) -> BoundClass:
        """The class of a named complex type.

        Raises:
            LookupError: There is none.
        """
        return _found(self.records, name)

    def element(self, name: QName) -> BoundClass:
        """The class of a global element; its members are those of an anonymous type.

        Raises:
            LookupError: There is none.
        """
        return _found(self.elements, name)

    def enumeration(self, name: QName) -> BoundEnumeration:
        """The enumeration of a named simple type, or that a named list is of.

        Raises:
            LookupError: There is none.
        """
        return _found(self.enumerations, name)


def shared_types(bindings: Iterable[Bindings]) -> Bindings:
    """The named types of several contracts, without their elements.

    Services may use one element name for different wrappers, so that an element is
    looked up in the bindings of its own service; types of one name are the same type.
    """
    records: dict[QName, BoundClass] = {}
    enumerations: dict[QName, BoundEnumeration] = {}
    for one in bindings:
        records.update((n, c) for n, c in one.records.items() if n not in records)
        enumerations.update(
            (n, e) for n, e in one.enumerations.items() if n not in enumerations
        )
    return Bindings(records=records, enumerations=enumerations)


def _found(where: Mapping[QName, _T], name: QName) -> _T:
    try:
        return where[name]
    except KeyError:
        raise LookupError(f"no class was made for {name}") from None
