"""What WSDL describes: services, ports, bindings, operations, messages.

Source: WSDL 1.1 (W3C Note 15 March 2001).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from typedsoap.contract.components import Schema
from typedsoap.contract.demands import Demand
from typedsoap.contract.names import QName
from typedsoap.errors import Location

Signature = tuple[str, str | None, str | None]
"""The names of an operation, its input and its output."""


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

    @property
    def block(self) -> QName:
        """The block's expanded name: the element's, or that of a `type` part.

        What names the latter in style rpc is taken for it: the part, in the namespace
        that the binding gives (WSDL 1.1 §3.5, §3.7).
        """
        return self.element or QName(self.namespace or "", self.part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The input or output of an operation, as its binding uses it.

    Attributes:
        name: The WSDL message.
        wsdl_name: The `name` of the portType's input or output, if given.
        parts: Every part of the message.
        body: The names of the parts that form Body, in order.
        attachments: The names of the parts that are MIME attachments (WSDL 1.1 §5).
        encoding_style: `soap:body encodingStyle` of an encoded message: URIs, with blanks
            between them.
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
    encoding_style: str | None = None
    headers: tuple[Header, ...] = ()
    addressing_action: str | None = None
    namespace: str | None = None
    location: Location | None = field(default=None, compare=False)

    @property
    def body_parts(self) -> tuple[Part, ...]:
        """The parts that form Body, in the order of `body`."""
        parts = {part.name: part for part in self.parts}
        return tuple(parts[name] for name in self.body)

    @property
    def body_elements(self) -> tuple[QName, ...]:
        """The elements of the parts that form Body."""
        elements = (part.element for part in self.body_parts)
        return tuple(element for element in elements if element is not None)

    @property
    def header_elements(self) -> tuple[QName, ...]:
        """The global elements that are header blocks, in binding order."""
        elements = (header.element for header in self.headers)
        return tuple(element for element in elements if element is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A declared fault of an operation.

    Attributes:
        name: Its name; of a header fault that of the part, which is its only one.
        namespace: `soap:fault namespace`, for a `type` part.
    """

    name: str
    message: QName
    parts: tuple[Part, ...] = ()
    use: Use = Use.LITERAL
    namespace: str | None = None
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation of a port type together with what its binding says.

    Attributes:
        action: The SOAPAction (SOAP 1.1) or action parameter (SOAP 1.2).
        output: None for a one-way operation.
        header_faults: What may come back about its header blocks: `soap:headerfault`.
        demands: What its own policies demand and a generated client does not do.
    """

    name: str
    action: str = ""
    style: Style = Style.DOCUMENT
    input: Message
    output: Message | None = None
    faults: tuple[Fault, ...] = ()
    header_faults: tuple[Fault, ...] = ()
    demands: tuple[Demand, ...] = field(default=(), compare=False)
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)

    @property
    def signature(self) -> Signature:
        """What tells it from others of its name: also the names of its messages."""
        output = None if self.output is None else self.output.wsdl_name or ""
        return self.name, self.input.wsdl_name, output

    @property
    def messages(self) -> tuple[Message, ...]:
        """The request, and the reply if there is one."""
        return (self.input,) if self.output is None else (self.input, self.output)

    @property
    def use(self) -> Use:
        """The use of its messages; of two that differ that of the request."""
        return self.input.use

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """Those that a detail tells, then those that a header block does."""
        return self.faults + self.header_faults

    @property
    def fault_elements(self) -> tuple[QName, ...]:
        """The elements that tell its faults, in a detail or as a header block."""
        parts = (part for fault in self.all_faults for part in fault.parts)
        found = dict.fromkeys(part.element for part in parts)
        return tuple(element for element in found if element is not None)

    @property
    def elements(self) -> tuple[QName, ...]:
        """The Body elements and header blocks, those of the request first."""
        return tuple(
            name
            for message in self.messages
            for name in (*message.body_elements, *message.header_elements)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A SOAP binding with the operations it can carry."""

    name: QName
    port_type: QName
    soap_version: SoapVersion
    transport: str
    operations: tuple[Operation, ...] = ()
    demands: tuple[Demand, ...] = field(default=(), compare=False)
    documentation: str = field(default="", compare=False)
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """A port of a service: a binding at an address."""

    name: str
    binding: QName
    address: str | None = None
    demands: tuple[Demand, ...] = field(default=(), compare=False)
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

    @property
    def operations(self) -> tuple[Operation, ...]:
        """The operations of its bindings; what several have in the same way, once."""
        every = (o for binding in self.bindings for o in binding.operations)
        return tuple(dict.fromkeys(every))

    def binding(self, name: QName) -> Binding | None:
        """The binding of that name, if it is a SOAP binding."""
        return next((b for b in self.bindings if b.name == name), None)

    def port_type(self, name: QName) -> PortType | None:
        """The port type of that name."""
        return next((p for p in self.port_types if p.name == name), None)
