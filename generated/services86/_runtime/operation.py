"""What generated modules say about a service and its operations, and what calls return."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    NamedTuple,
    ParamSpec,
    TypeVar,
)

from .declared_faults import FaultElement
from .errors import SoapError
from .members import Members
from .reading import Element, Reader
from .redaction import Redactor
from .versions import SOAP_11, SoapVersion

if TYPE_CHECKING:
    from .facets import Facets

P = ParamSpec("P")
R = TypeVar("R")
Q_contra = TypeVar("Q_contra", contravariant=True)
H = TypeVar("H")


class ServicePort(NamedTuple):
    """A port of a service.

    Attributes:
        version: The version of SOAP that it speaks.
        address: The endpoint of a client that is given none, if there is a default.
    """

    version: SoapVersion
    address: str | None = None


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Service:
    """What all operations of a service share.

    Attributes:
        name: The port type's name.
        namespaces: Prefix to namespace, for every prefix that the writers use; `soap`
            and `xsi` are added.
        redactor: Masks the service's secrets in XML.
        ports: Its ports by their names, the default one first.
    """

    name: str
    namespaces: Mapping[str, str]
    redactor: Redactor
    ports: Mapping[str, ServicePort] = field(
        default_factory=lambda: {"": ServicePort(SOAP_11)}
    )

    @property
    def versions(self) -> tuple[SoapVersion, ...]:
        """The versions that its ports speak."""
        return tuple(dict.fromkeys(port.version for port in self.ports.values()))

    def port(self, name: str | None) -> ServicePort:
        """The port of that name; the default one for None.

        Raises:
            ValueError: There is no such port.
        """
        if name is None:
            return next(iter(self.ports.values()))
        if name not in self.ports:
            raise ValueError(f"port must be one of {', '.join(self.ports)}")
        return self.ports[name]


class Items(NamedTuple):
    """Where the items of a list result are.

    Attributes:
        member: The expanded name of the wrapper's only member, which is an array; None
            where the body element itself is the array.
        read: Reads the array.
    """

    member: str | None
    read: Callable[[Element, Reader], list[Any]]


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Operation(Generic[P, R, Q_contra, H]):
    """One operation: how its request is written and its reply read.

    `P` are the parameters, `R` is what a call returns, `Q_contra` holds the
    values of the request header blocks and `H` those of the reply's.

    Attributes:
        name: Its name in the contract.
        action: The SOAPAction.
        response: The expanded name of the reply's body element, "" where Body is empty
            or holds the members itself; None for a one-way operation, whose `R` is None.
        write: Appends the request's body element, given the parameters in order.
        write_headers: Appends the request header blocks.
        read: Reads the reply's body element, or Body itself where there is none.
        read_headers: Reads the reply's header blocks.
        blocks: The names of the header blocks that it reads.
        items: Where the items of its result are, if it is a list.
        check_headers: The error that the header blocks stand for, if any.
        check_result: The error that the result stands for, if any.
        faults: The elements that the service's operations declare for the details of
            faults: servers send them where they are not declared, too.
        declared_faults: The names of those that this operation declares.
        header_faults: The header blocks that stand for a fault where they come with one.
        idempotent: Whether the server may be asked twice.
        facets: Those of the parameters' types, by parameter.
        reader: What reads its messages.
        header_reader: What reads their header blocks.
    """

    name: str
    action: str
    response: str | None
    write: Callable[Concatenate[list[str], P], None]
    write_headers: Callable[[Q_contra, list[str]], None]
    read: Callable[[Element, Reader], R]
    read_headers: Callable[[Sequence[Element], Reader], H]
    blocks: Members
    items: Items | None = None
    check_headers: Callable[[H], SoapError | None] | None = None
    check_result: Callable[[R], SoapError | None] | None = None
    faults: Sequence[FaultElement[Any]] = ()
    declared_faults: Sequence[str] = ()
    header_faults: Sequence[FaultElement[Any]] = ()
    idempotent: bool = False
    facets: Mapping[str, Facets] = field(default_factory=dict[str, "Facets"])
    reader: type[Reader] = Reader
    header_reader: type[Reader] = Reader


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HttpInfo:
    """The HTTP side of a reply.

    Attributes:
        status: The HTTP status.
        headers: The reply's HTTP headers; look-up ignores case.
        elapsed: Seconds from the call's start to the end of the reply.
    """

    status: int
    headers: Mapping[str, str]
    elapsed: float

    def __repr__(self) -> str:
        # Headers may hold session cookies.
        return f"HttpInfo(status={self.status}, elapsed={self.elapsed:.3f})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Generic[R, H]):
    """A whole reply, as `client.with_response` returns it.

    Attributes:
        value: What the plain method returns.
        headers: The reply's header blocks.
        http: Status, HTTP headers and duration.
    """

    value: R
    headers: H
    http: HttpInfo


def read_nothing(element: Element, reader: Reader) -> None:
    """Read an element without content."""
    for child in element:
        reader.unknown(child)


def write_no_headers(headers: object, out: list[str]) -> None:
    """Write the header blocks of an operation that has none."""


def write_nothing(out: list[str]) -> None:
    """Write the Body of a request that has nothing in it."""
