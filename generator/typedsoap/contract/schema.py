"""The components of XML Schema: types, elements, particles, attributes.

Source: XML Schema 1.0 Part 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from typedsoap.contract.kinds import Compositor, Derivation, Variety
from typedsoap.contract.merging import Branch, merged
from typedsoap.contract.names import QName
from typedsoap.contract.wildcards import Wildcard
from typedsoap.errors import Location


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
        anonymous: Whether `typedsoap.contract.anonymous` gave it its name.
    """

    name: QName | None
    variety: Variety
    base: TypeReference | None = None
    item: TypeReference | None = None
    members: tuple[TypeReference, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    actual_type: QName | None = None
    anonymous: bool = field(default=False, compare=False)
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
        number: To which of the members of its name it belongs, where its name stands
            more than once in its content (`typedsoap.contract.element_numbers`).
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
    number: int = field(default=1, compare=False)
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)

    @property
    def key(self) -> QName:
        """What tells its member from the others of its content."""
        return self.name.numbered(self.number)

    @property
    def repeated(self) -> bool:
        """Whether it may occur more than once."""
        return self.max_occurs is None or self.max_occurs > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A model group; references to named groups are already resolved into it.

    Attributes:
        item: The type of one occurrence, of which there may be several: a name that
            `typedsoap.contract.anonymous` has given.
        head: The reference that is written where the group is one of elements which may
            stand for another (`typedsoap.contract.substitution`).
    """

    compositor: Compositor
    particles: tuple[Particle, ...] = ()
    min_occurs: int = 1
    max_occurs: int | None = 1
    item: QName | None = field(default=None, compare=False)
    head: Element | None = field(default=None, compare=False)
    location: Location | None = field(default=None, compare=False)

    @property
    def key(self) -> QName | None:
        """What tells its member from others; None where what is in it is members."""
        number = 1 if self.head is None else self.head.number
        return self.item and self.item.numbered(number)

    @property
    def repeated(self) -> bool:
        """Whether what it holds may occur more than once."""
        several = self.max_occurs is None or self.max_occurs > 1
        return several and not self.is_empty

    @property
    def is_empty(self) -> bool:
        """Whether there is neither an element nor a wildcard in it, at any depth."""
        return all(isinstance(p, Group) and p.is_empty for p in self.particles)

    def declared_elements(self, *, written: bool = False) -> Iterator[Element]:
        """The elements in it at any depth, each as it is declared.

        Args:
            written: Only those that the schema has there, not what may stand for them.
        """
        if written and self.head is not None:
            yield self.head
            return
        for particle in self.particles:
            if isinstance(particle, Element):
                yield particle
            elif isinstance(particle, Group):
                yield from particle.declared_elements(written=written)

    @property
    def sole_particle(self) -> Element | Wildcard | None:
        """What a repeated group of one element or wildcard comes to: that, repeated.

        A choice of one element is none of these: another alternative may follow.
        """
        found = self.particles[0] if len(self.particles) == 1 else None
        if not self.repeated or isinstance(found, Group | None) or found.min_occurs > 1:
            return None
        if isinstance(found, Element) and self.compositor is Compositor.CHOICE:
            return None
        most = found.max_occurs and self.max_occurs
        return replace(
            found,
            min_occurs=found.min_occurs * self.min_occurs,
            max_occurs=most and (found.max_occurs or 1) * most,
        )


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
        occurrence: Whether it is one occurrence of a repeated group, which has no element
            of its own.
        base: The type it extends or restricts, if any (never xs:anyType).
        content: Its own model group, without what an extension inherits; a restriction
            has all it keeps. None for none at all.
        simple_content: Whether its content is text of type `base`.
        text: How a restriction of simple content narrows it, as an anonymous type.
        attributes: Its own attributes, references to attribute groups resolved.
        prohibited_attributes: Inherited attributes that a restriction takes away.
        wildcard_attributes: Whether `xs:anyAttribute` is allowed.
        is_dictionary: `IsDictionary` appinfo says so, and its keys are texts.
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
    occurrence: bool = field(default=False, compare=False)
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)

    @property
    def restricts(self) -> bool:
        """Whether its content is all there is, a narrower form of that of its base."""
        return self.derivation is Derivation.RESTRICTION and not self.simple_content

    def own_particles(self) -> Iterator[Particle]:
        """What its own content consists of, in document order, at any depth.

        These are elements, wildcards, and the groups that may be repeated; what is
        inside of those is not listed. One that the groups around it allow to be absent
        occurs 0 times at least. Elements of one key, which stand in several branches of
        a choice, are one; it comes where every branch has it in its order.
        """
        if self.content is not None:
            yield from merged([*particles(self.content)], lambda found: found.key)

    def own_elements(self) -> Iterator[Element]:
        """The elements among `own_particles`."""
        for particle in self.own_particles():
            if isinstance(particle, Element):
                yield particle

    def declared_elements(self, *, written: bool = False) -> Iterator[Element]:
        """The elements at any depth, in repeated groups too, each as it is declared.

        Args:
            written: See `Group.declared_elements`.
        """
        if self.content is not None:
            yield from self.content.declared_elements(written=written)


def particles(
    particle: Particle,
    *,
    optional: bool = False,
    place: tuple[int, ...] = (),
    branches: tuple[Branch, ...] = (),
) -> Iterator[tuple[Particle, tuple[Branch, ...]]]:
    """What a particle consists of, each with the branches of choices that it is in.

    See `ComplexType.own_particles`; none is merged yet.

    Args:
        optional: Whether it may be absent, whatever it says itself.
        place: The numbers of the particles on the way to it.
        branches: Those that it is in itself.
    """
    if isinstance(particle, Group):
        if not particle.particles:
            return
        particle = particle.sole_particle or particle
    if not isinstance(particle, Group) or particle.repeated or particle.item:
        yield replace(particle, min_occurs=0) if optional else particle, branches
        return
    absent = optional or particle.min_occurs == 0
    choice = particle.compositor is Compositor.CHOICE
    for number, inner in enumerate(particle.particles):
        yield from particles(
            inner,
            optional=absent or choice,
            place=(*place, number),
            branches=(*branches, Branch(place, number)) if choice else branches,
        )


TypeReference = QName | ComplexType | SimpleType
Particle = Element | Group | Wildcard
