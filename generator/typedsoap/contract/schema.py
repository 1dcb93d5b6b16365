"""The components of XML Schema: types, elements, particles, attributes.

Source: XML Schema 1.0 Part 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from typedsoap.contract.names import QName
from typedsoap.errors import Location


class Compositor(StrEnum):
    """The kind of a model group."""

    SEQUENCE = "sequence"
    CHOICE = "choice"
    ALL = "all"


class Derivation(StrEnum):
    """How a type comes from its base."""

    EXTENSION = "extension"
    RESTRICTION = "restriction"


class Variety(StrEnum):
    """The kind of a simple type."""

    ATOMIC = "atomic"
    LIST = "list"
    UNION = "union"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration:
    """One enumeration facet.

    Attributes:
        value: The text on the wire.
        number: The server's number for it (`EnumerationValue` appinfo), if declared.
    """

    value: str
    number: int | None = None
    documentation: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SimpleType:
    """A simple type definition.

    Attributes:
        name: None for an anonymous type.
        variety: Of a restriction that of its base.
        base: The restricted type; None for a list or union that is no restriction.
        item: The item type of an `xs:list`.
        members: The member types of an `xs:union`.
        enumerations: The enumeration facets in document order.
        facets: Every other facet as (name, value) in document order.
        actual_type: The server's value type (`ActualType` appinfo), if declared.
    """

    name: QName | None
    variety: Variety
    base: TypeReference | None = None
    item: TypeReference | None = None
    members: tuple[TypeReference, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    actual_type: QName | None = None
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element declaration; inside a model group also a particle.

    Attributes:
        name: Its expanded name; an unqualified local element has namespace "".
        type: The name of its type, or the anonymous type itself. A reference to a
            global element with an anonymous type, which may contain the reference,
            has xs:anyType here; `Schema.declaration` has the type.
        untyped: Whether its declaration gives no type at all, which means xs:anyType.
        min_occurs: Least number of occurrences.
        max_occurs: Greatest number of occurrences; None is unbounded.
        reference: Whether it is written as `ref` to a global element.
    """

    name: QName
    type: TypeReference
    untyped: bool = False
    nillable: bool = False
    min_occurs: int = 1
    max_occurs: int | None = 1
    default: str | None = None
    fixed: str | None = None
    abstract: bool = False
    substitution_group: QName | None = None
    reference: bool = False
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)

    @property
    def repeated(self) -> bool:
        """Whether it may occur more than once."""
        return self.max_occurs is None or self.max_occurs > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Wildcard:
    """An `xs:any` particle."""

    namespace: str = "##any"
    process_contents: str = "strict"
    min_occurs: int = 1
    max_occurs: int | None = 1
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A model group; references to named groups are already resolved into it."""

    compositor: Compositor
    particles: tuple[Particle, ...] = ()
    min_occurs: int = 1
    max_occurs: int | None = 1
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """An attribute of a complex type, or a global attribute declaration.

    Attributes:
        array_type: `wsdl:arrayType`, the item type and dimensions of a SOAP array.
    """

    name: QName
    type: TypeReference
    required: bool = False
    default: str | None = None
    fixed: str | None = None
    array_type: tuple[QName, str] | None = None
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplexType:
    """A complex type definition.

    Attributes:
        name: None for an anonymous type that has not been given a name.
        anonymous: Whether `typedsoap.contract.anonymous` gave it its name.
        base: The type it extends or restricts, if any (never xs:anyType).
        content: Its own model group, without what an extension inherits; a restriction
            has all it keeps. None for none at all.
        simple_content: Whether its content is text of type `base`.
        text: How a restriction of simple content narrows it, as an anonymous type.
        attributes: Its own attributes, references to attribute groups resolved.
        prohibited_attributes: Inherited attributes that a restriction takes away.
        wildcard_attributes: Whether `xs:anyAttribute` is allowed.
        is_dictionary: `IsDictionary` appinfo says so.
        is_value_type: `IsValueType` appinfo says so.
    """

    name: QName | None
    base: QName | None = None
    derivation: Derivation | None = None
    content: Group | None = None
    simple_content: bool = False
    text: SimpleType | None = None
    attributes: tuple[Attribute, ...] = ()
    prohibited_attributes: frozenset[QName] = frozenset()
    wildcard_attributes: bool = False
    abstract: bool = False
    mixed: bool = False
    is_dictionary: bool = False
    is_value_type: bool = False
    anonymous: bool = False
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)

    def own_elements(self) -> Iterator[Element]:
        """The element particles of its own content, in document order, at any depth.

        One that its groups allow to be absent occurs 0 times at least.
        """
        if self.content is not None:
            yield from _elements(self.content)

    def declared_elements(self) -> Iterator[Element]:
        """Like `own_elements`, each as it is declared, whatever its groups say."""
        if self.content is not None:
            yield from _elements(self.content, as_declared=True)


def _elements(
    group: Group, *, optional: bool = False, as_declared: bool = False
) -> Iterator[Element]:
    absent = not as_declared and (
        optional or group.min_occurs == 0 or group.compositor is Compositor.CHOICE
    )
    for particle in group.particles:
        if isinstance(particle, Element):
            yield replace(particle, min_occurs=0) if absent else particle
        elif isinstance(particle, Group):
            yield from _elements(particle, optional=absent, as_declared=as_declared)


TypeReference = QName | ComplexType | SimpleType
Particle = Element | Group | Wildcard


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """All global components of the schemas of one contract, by expanded name.

    Attributes:
        namespaces: The target namespaces, sorted.
    """

    namespaces: tuple[str, ...] = ()
    elements: Mapping[QName, Element] = field(default_factory=dict[QName, Element])
    types: Mapping[QName, ComplexType | SimpleType] = field(
        default_factory=dict[QName, ComplexType | SimpleType]
    )
    attributes: Mapping[QName, Attribute] = field(
        default_factory=dict[QName, Attribute]
    )

    def definition(self, reference: TypeReference) -> ComplexType | SimpleType | None:
        """The definition a reference means; None for a type built into XML Schema."""
        if isinstance(reference, QName):
            return self.types.get(reference)
        return reference

    def declaration(self, element: Element) -> Element:
        """The global declaration that a reference means; any other element itself."""
        if element.reference:
            return self.elements.get(element.name, element)
        return element
