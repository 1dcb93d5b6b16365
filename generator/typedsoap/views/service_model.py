"""What the templates see of services and of the whole package.

See `typedsoap.views.model`, which has the types, for what these values hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typedsoap.views.body_model import ResultView, WrapperView, encoded_reader
from typedsoap.views.model import MemberView, Name
from typedsoap.views.namespace_model import NamespaceView


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderBlockView:
    """A header block as one keyword, or one attribute of a reply's header blocks.

    Attributes:
        member: The block itself; its name is the keyword.
        members_constant: The constant that lists the names of its members.
        flattened: The one member that the keyword stands for, if flattened.
        encoding: The SOAP encoding that it is in; None where it is literal.
        before: The keyword of the block of the same name that has to come before it, if
            there is one.
    """

    member: MemberView
    members_constant: str
    flattened: MemberView | None
    encoding: str | None = None
    before: str | None = None

    @property
    def value(self) -> MemberView:
        """What the keyword holds; its name is the keyword too."""
        return self.flattened or self.member


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderSetView:
    """The header blocks that some operations send, in binding order."""

    suffix: str
    blocks: tuple[HeaderBlockView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderFailureView:
    """How reply header blocks say failure, by the names of their attributes."""

    flag: str | None
    detail: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultView:
    """A declared fault: its exception class, and what its element holds.

    Attributes:
        name: The local name of the element.
        local_names: Literals of what else it may be called, whatever its namespace.
        type: Literal of the name of its type, where that can tell it from others.
    """

    name: str
    class_name: str
    result: ResultView
    local_names: tuple[str, ...]
    type: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """One operation.

    Attributes:
        name: Its WSDL name.
        method: The client's method.
        literal: Literal of its WSDL name.
        action: Literal of the action.
        one_way: Whether there is no reply.
        header_set: The header blocks that it sends.
        reply_header_set: The header blocks of its reply.
        faults: The faults that it declares.
        header_faults: Those that a header block tells.
        idempotent: Whether the server may be asked twice.
        signature: The method's signature as text, for people.
        docstring: The client's method's own.
        short_docstring: Only what the operation is for.
        reply_docstring: Of the method that returns the whole reply.
        constant: The constant that holds its description; it gets its name last.
    """

    name: str
    method: str
    literal: str
    action: str
    one_way: bool
    request: WrapperView
    result: ResultView
    header_set: HeaderSetView
    reply_header_set: HeaderSetView
    faults: tuple[FaultView, ...]
    header_faults: tuple[FaultView, ...]
    idempotent: bool
    signature: str
    docstring: str
    short_docstring: str
    reply_docstring: str
    constant: str = ""

    @property
    def encoded(self) -> bool:
        """Whether its messages are in SOAP encoding."""
        return self.request.encoded

    @property
    def raises(self) -> tuple[str, ...]:
        """The exception classes of its own failure and of the faults that it declares."""
        failure = self.result.failure
        own = [] if failure is None else [failure.error]
        faults = (*self.faults, *self.header_faults)
        return tuple(dict.fromkeys([*own, *(fault.class_name for fault in faults)]))


@dataclass(frozen=True, slots=True)
class PortView:
    """A port.

    Attributes:
        literal: Literal of its name.
        version: The constant of the version of SOAP that it speaks.
        address: Literal of its address, if that is the default endpoint of a client that
            is told to be of this port.
    """

    literal: str
    version: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """One service module: a port type at its ports.

    Attributes:
        module: The module's name inside the package.
        source: The WSDL as the configuration names it.
        client: The client class; `replies`, `handler` and `application` likewise.
        name: The port type's WSDL name.
        title: Literal of that name.
        namespaces: Literals of each prefix and its namespace.
        ports: Its ports, the default first; none where all speak SOAP 1.1.
        endpoint: Literal of the default endpoint, or None where it is required or that of
            the port.
        address_path: The path of the WSDL's address, for a mock.
        request_blocks: Every header block that some operation sends.
        response_blocks: Every header block that some reply carries.
        requests: What requests hold, once each; empty ones are left out.
        results: What replies hold, once each; empty ones are left out.
        faults: Every fault that some operation declares.
        header_faults: Every fault that a header block tells.
        secret_elements: Literals of the local names whose content is masked.
        secret_keys: Literals of the dictionary keys whose value is masked.
        names: What its modules may import, by the name they use.
        exports: The public names of the service's package, by module.
    """

    module: str
    source: str
    client: str
    replies: str
    handler: str
    application: str
    name: str
    title: str
    namespaces: tuple[tuple[str, str], ...]
    ports: tuple[PortView, ...]
    endpoint: str | None
    address_path: str
    docstrings: Mapping[str, str]
    request_blocks: tuple[HeaderBlockView, ...]
    response_blocks: tuple[HeaderBlockView, ...]
    header_sets: tuple[HeaderSetView, ...]
    reply_header_sets: tuple[HeaderSetView, ...]
    header_failure: HeaderFailureView | None
    requests: tuple[WrapperView, ...]
    results: tuple[ResultView, ...]
    operations: tuple[OperationView, ...]
    faults: tuple[FaultView, ...]
    header_faults: tuple[FaultView, ...]
    secret_elements: tuple[str, ...]
    secret_keys: tuple[str, ...]
    names: Mapping[str, Name]
    exports: tuple[Name, ...]

    @property
    def header_reader(self) -> str:
        """The runtime's class that reads the header blocks, if they are encoded."""
        blocks = (*self.request_blocks, *self.response_blocks)
        encodings = (block.encoding for block in blocks if block.encoding is not None)
        return encoded_reader(next(encodings, None))

    @property
    def encoded(self) -> bool:
        """Whether anything in its messages is in SOAP encoding."""
        wrappers = (*self.requests, *(result.wrapper for result in self.results))
        return bool(self.header_reader) or any(found.encoded for found in wrappers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultErrorView:
    """An exception class that an overlay names, with the results it may hold."""

    class_name: str
    annotation: str
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredFaultView:
    """An exception class for a fault that services declare.

    Attributes:
        annotation: What its detail may be decoded to.
        reason: Literal of the reason that a handler need not give.
    """

    class_name: str
    annotation: str
    reason: str
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageView:
    """A whole generated package.

    Attributes:
        sources: The WSDLs as the configuration names them.
        failure_detail: Annotation of the detail of a failure header, None included.
        constants: The source of every constant for a namespace or an expanded name.
        short_names: What constants that are numbered in the package are called in a module
            that has no other of that name.
        names: What the modules of codecs and errors may import.
        class_modules: The classes of types, each with the module that it is defined in.
    """

    package: str
    distribution: str
    version: str
    description: str
    sources: tuple[str, ...]
    namespaces: tuple[NamespaceView, ...]
    services: tuple[ServiceView, ...]
    failure_detail: str
    result_errors: tuple[ResultErrorView, ...]
    faults: tuple[DeclaredFaultView, ...]
    constants: Mapping[str, str]
    short_names: Mapping[str, str]
    names: Mapping[str, Name]
    class_modules: Mapping[str, Name]
