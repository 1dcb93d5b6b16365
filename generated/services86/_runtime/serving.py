"""What generated server modules say about a service, and what a handler can ask for."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final, Generic, ParamSpec, TypeAlias, TypeVar

from .declared_faults import DeclaredFault
from .members import Members
from .operation import Operation, Service
from .reading import Element, Reader
from .transport import HttpHeaders

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
Q = TypeVar("Q")
H = TypeVar("H")

ResultWriter: TypeAlias = Callable[[R, list[str]], None]
"""Appends a reply's body element, given the result."""


@dataclass(frozen=True, slots=True)
class Invocation:
    """A handler's method with its arguments, not called yet.

    Attributes:
        call: Calls the method.
        write: Writes what it returns.
    """

    call: Callable[[], Any]
    write: ResultWriter[Any]


def invocation(
    write: ResultWriter[R],
    method: Callable[P, R],
    *args: P.args,
    **kwargs: P.kwargs,
) -> Invocation:
    """The call of a handler's method with arguments that have been read."""
    return Invocation(lambda: method(*args, **kwargs), write)


def write_no_result(value: None, out: list[str]) -> None:
    """Write the Body of a reply that has nothing in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedOperation(Generic[T, H]):
    """One operation from the server's side; `T` is the handler.

    Attributes:
        operation: The same operation from the client's side.
        request: The expanded name of the request's body element, "" for none.
        read: Reads that element, or Body where there is none, into a call of the handler.
        write_headers: Appends the header blocks of the reply.
        failure_body: The reply's body element when the operation failed.
        failure: The header blocks that say so, given the failure's description and what
            the handler has set; None where a fault has to say it.
        success: The header blocks that say success, given what the handler has set;
            None where nothing has to say it.
        content: The names of the elements that stand in Body beside one another; None
            where it has one or is empty.
    """

    operation: Operation[..., Any, Any, H]
    request: str
    read: Callable[[T, Element, Reader], Invocation]
    write_headers: Callable[[H, list[str]], None]
    failure_body: str
    failure: Callable[[Any, H], H] | None = None
    success: Callable[[H], H] | None = None
    content: Members | None = None


@dataclass(frozen=True, slots=True)
class ServedFault:
    """A fault that handlers may raise.

    Attributes:
        error: The error's class.
        name: The expanded name of the element that tells it.
        write: Appends that element, given the error's `info`.
        in_header: Whether that is a header block, and not in the detail.
    """

    error: type[DeclaredFault[Any]]
    name: str
    write: ResultWriter[Any]
    in_header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedService(Generic[T, Q, H]):
    """A service from the server's side.

    Attributes:
        service: What its operations share.
        operations: Its operations.
        understood: The names of the request header blocks that it reads.
        read_headers: Reads those.
        new_headers: Makes the header blocks of a reply, all of them absent.
        faults: The faults that its handler may raise.
    """

    service: Service
    operations: Sequence[ServedOperation[T, H]]
    understood: Members
    read_headers: Callable[[Sequence[Element], Reader], Q]
    new_headers: Callable[[], H]
    faults: Sequence[ServedFault] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Generic[Q, H]):
    """The call that is being served.

    Attributes:
        operation: The operation's name in the contract.
        request_headers: The header blocks of the request; None is absent or nil.
        reply_headers: The header blocks of the reply, to be set by the handler. A block
            that the operation does not declare is not sent. One that tells success is
            set where the handler leaves it None.
        path: The path of the request's URL.
        http_headers: The request's HTTP headers; look-up ignores case.
        remote_address: The caller's address, if the web server tells it.
    """

    operation: str
    request_headers: Q
    reply_headers: H
    path: str
    http_headers: HttpHeaders = field(repr=False)
    remote_address: str | None


_CURRENT: Final[ContextVar[tuple[Service, Call[Any, Any]]]] = ContextVar("soap_call")


def active_call(service: Service) -> Call[Any, Any]:
    """The call of a service that is being served in this context.

    Raises:
        RuntimeError: There is none: outside of a handler, or in a thread of its own.
    """
    found, call = _CURRENT.get((None, None))
    if call is None or found is not service:
        raise RuntimeError(f"no call of {service.name} is being served here")
    return call


@contextmanager
def serving(service: Service, call: Call[Any, Any]) -> Generator[None]:
    """Make a call the one that `active_call` gives."""
    token = _CURRENT.set((service, call))
    try:
        yield
    finally:
        _CURRENT.reset(token)
