"""The contract: what WSDL and XML Schema say, without their syntax.

Frozen values with no reference to lxml, xsdata or Python names. This is the truth for
order, nillability and occurrence. Two contracts are equal when they say the same;
documentation and places in files take no part in the comparison.

Sources: WSDL 1.1 (W3C Note 15 March 2001) and XML Schema 1.0 Part 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from typedsoap.errors import Location

XSD_NAMESPACE = "http://www.w3.org/2001/XMLSchema"


class QName(NamedTuple):
    """An expanded name; `namespace` is "" for a name in no namespace."""

    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{{{self.namespace}}}{self.name}" if self.namespace else self.name


class SoapVersion(StrEnum):
    """The SOAP version a binding speaks."""

    SOAP_1_1 = "1.1"
    SOAP_1_2 = "1.2"


class Style(StrEnum):
    """How a message's parts become the content of Body."""

    DOCUMENT = "document"
    RPC = "rpc"


class Use(StrEnum):
    """Whether parts are literal schema instances or SOAP-encoded."""

    LITERAL = "literal"
    ENCODED = "encoded"


# --- XML Schema -----------------------------------------------------------------------


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
        min_occurs: Least number of occurrences.
        max_occurs: Greatest number of occurrences; None is unbounded.
        reference: Whether it is written as `ref` to a global element.
    """

    name: QName
    type: TypeReference
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
        name: None for an anonymous type.
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
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)

    def own_elements(self) -> Iterator[Element]:
        """The element particles of its own content, in document order, at any depth."""
        if self.content is not None:
            yield from _elements(self.content)


def _elements(group: Group) -> Iterator[Element]:
    for particle in group.particles:
        if isinstance(particle, Element):
            yield particle
        elif isinstance(particle, Group):
            yield from _elements(particle)


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


# --- WSDL -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A message part: an element or a type, never both."""

    name: str
    element: QName | None = None
    type: QName | None = None
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """One `soap:header` of a binding: a header block.

    Attributes:
        message: The message the part belongs to.
        part: The part's name.
        element: The global element that is the header block; None for a `type` part.
        type: The type of a `type` part.
        namespace: `soap:header namespace`, for a `type` part.
    """

    message: QName
    part: str
    element: QName | None
    type: QName | None = None
    namespace: str | None = None
    use: Use = Use.LITERAL
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The input or output of an operation, as its binding uses it.

    Attributes:
        name: The WSDL message.
        wsdl_name: The `name` of the portType's input or output, if given.
        parts: Every part of the message.
        body: The names of the parts that form Body, in order.
        attachments: The names of the parts that are MIME attachments (WSDL 1.1 §5).
        headers: The header blocks in binding order.
        addressing_action: `wsaw:Action`, `wsam:Action`; asks nothing of a plain client.
        namespace: `soap:body namespace`, for style rpc.
    """

    name: QName
    wsdl_name: str | None = None
    parts: tuple[Part, ...] = ()
    body: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    use: Use = Use.LITERAL
    headers: tuple[Header, ...] = ()
    addressing_action: str | None = None
    namespace: str | None = None
    location: Location | None = field(default=None, compare=False)

    @property
    def body_parts(self) -> tuple[Part, ...]:
        """The parts that form Body, in the order of `body`."""
        parts = {part.name: part for part in self.parts}
        return tuple(parts[name] for name in self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A declared fault of an operation."""

    name: str
    message: QName
    parts: tuple[Part, ...] = ()
    use: Use = Use.LITERAL
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation of a port type together with what its binding says.

    Attributes:
        action: The SOAPAction (SOAP 1.1) or action parameter (SOAP 1.2).
        output: None for a one-way operation.
    """

    name: str
    action: str = ""
    style: Style = Style.DOCUMENT
    input: Message
    output: Message | None = None
    faults: tuple[Fault, ...] = ()
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A SOAP binding with the operations it can carry."""

    name: QName
    port_type: QName
    soap_version: SoapVersion
    transport: str
    operations: tuple[Operation, ...] = ()
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """A port of a service: a binding at an address."""

    name: str
    binding: QName
    address: str | None = None
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A WSDL service; only ports with a SOAP binding are kept."""

    name: QName
    ports: tuple[Port, ...] = ()
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortType:
    """A port type: what a client class is made from."""

    name: QName
    operations: tuple[str, ...] = ()
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """Everything one WSDL and its imports say.

    Attributes:
        name: The `name` of `wsdl:definitions`, if any.
        target_namespace: Its target namespace.
    """

    name: str | None = field(default=None, compare=False)
    target_namespace: str
    services: tuple[Service, ...] = ()
    bindings: tuple[Binding, ...] = ()
    port_types: tuple[PortType, ...] = ()
    schema: Schema = field(default_factory=Schema)

    def binding(self, name: QName) -> Binding | None:
        """The binding of that name, if it is a SOAP binding."""
        return next((b for b in self.bindings if b.name == name), None)

    def port_type(self, name: QName) -> PortType | None:
        """The port type of that name."""
        return next((p for p in self.port_types if p.name == name), None)
