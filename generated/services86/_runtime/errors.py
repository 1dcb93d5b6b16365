"""The tree of errors that a call can raise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Literal, Self, TypeVar

from .fragments import XmlFragment, map_fragments
from .records import map_texts

Outcome = Literal["not_sent", "refused", "unknown"]
"""Whether the server may have done what was asked.

`not_sent`: nothing of the request reached the server's application.
`refused`: the server answered that it did not do it.
`unknown`: the request was sent, at least in part, and no proper answer came back.
"""

D = TypeVar("D")
R = TypeVar("R")


class SoapError(Exception):
    """Base of every error of a call.

    Attributes:
        message: What went wrong, without the facts below.
        operation: The operation's name in the contract, or None outside a call.
        endpoint: The endpoint's URL without user name, password, query and fragment.
        http_status: The reply's HTTP status, or None where there was no reply.
        elapsed: Seconds since the call began.
        attempts: How often the call was tried; more than once only with `retries`.
        outcome: Whether the server may have done what was asked.
        excerpt: The beginning of the reply with secrets masked.
    """

    outcome: Outcome = "unknown"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.operation: str | None = None
        self.endpoint: str | None = None
        self.http_status: int | None = None
        self.elapsed: float | None = None
        self.attempts = 1
        self.excerpt: str | None = None

    def __str__(self) -> str:
        facts: list[str] = []
        if self.http_status is not None:
            facts.append(f"HTTP {self.http_status}")
        if self.endpoint is not None:
            facts.append(self.endpoint)
        if self.elapsed is not None:
            facts.append(f"{self.elapsed:.2f} s")
        if self.attempts > 1:
            facts.append(f"{self.attempts} attempts")
        facts.append(f"outcome {self.outcome}")
        operation = f"{self.operation}: " if self.operation else ""
        text = f"{operation}{self.describe()} ({', '.join(facts)})"
        # A server's text may hold line breaks; an error prints as one line.
        return " ".join(text.split())

    def __reduce__(self) -> tuple[Callable[..., SoapError], tuple[object, ...]]:
        return _restore, (type(self), self.args, dict(self.__dict__))

    def describe(self) -> str:
        """The message with what the class knows beside it."""
        return self.message

    def redact(self, mask: Callable[[str], str]) -> None:
        """Pass every text that came from outside through `mask`."""
        self.message = mask(self.message)
        self.args = (self.message,)


def _restore(
    cls: type[SoapError], args: tuple[Any, ...], state: dict[str, object]
) -> SoapError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


class ClientClosed(SoapError):
    """The client, or the client it is a copy of, was closed before the call."""

    outcome: Outcome = "not_sent"


class MapKey(str):
    """A dictionary's key in the path of an `EncodeError`."""

    __slots__ = ()


class EncodeError(SoapError, ValueError):
    """An argument cannot be sent; nothing was sent.

    Attributes:
        path: Where the value is: parameter and field names, list indexes, dictionary
            keys (as `MapKey`). `str()` shows it as `orders[0].lines['a'].text`.
    """

    outcome: Outcome = "not_sent"

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path: tuple[str | int, ...] = path

    def inside(self, *segments: str | int) -> Self:
        """This error with `segments` before its path, to raise again."""
        self.path = segments + self.path
        return self

    def describe(self) -> str:
        """The path and the message."""
        return f"{_path_text(self.path)}: {self.message}" if self.path else self.message


def _path_text(path: tuple[str | int, ...]) -> str:
    text = ""
    for segment in path:
        if isinstance(segment, int):
            text += f"[{segment}]"
        elif isinstance(segment, MapKey):
            text += f"[{str(segment)!r}]"
        else:
            text += f".{segment}" if text else segment
    return text


class TransportError(SoapError):
    """No complete HTTP reply: the network, the proxy or the server failed."""


class ConnectError(TransportError):
    """No connection to the server, so nothing was sent."""

    outcome: Outcome = "not_sent"


class ConnectTimeout(ConnectError, TimeoutError):
    """Connecting took longer than `connect_timeout` or `timeout`, as the message says."""


class TlsError(ConnectError):
    """The TLS handshake failed, for example over the server's certificate."""


class ReadTimeout(TransportError, TimeoutError):
    """The request was sent, at least in part, and the reply was not there in time.

    The server stayed silent for longer than `read_timeout`, or the whole call took longer
    than `timeout`; the message says which.
    """


class ConnectionLost(TransportError):
    """The connection broke after the first byte of the request was written."""


class ProtocolError(SoapError):
    """The reply is not what the contract says.

    Attributes:
        path: Where in the reply, such as `Body/GetOrdersResponse/Order[2]/Total` with
            positions counted from 1, or None where no single element is at fault.
    """

    def __init__(self, message: str, path: str | None = None) -> None:
        super().__init__(message)
        self.path = path

    def describe(self) -> str:
        """The path and the message."""
        return f"{self.path}: {self.message}" if self.path else self.message


class HttpError(ProtocolError):
    """An HTTP status that is no success, and no SOAP fault in the reply.

    `http_status` is the status. A redirect counts: none is followed. The outcome is
    `refused` for a status below 500.
    """


class SoapFault(SoapError):
    """The server answered with a SOAP fault.

    Secrets are masked in every text and in `detail`.

    Attributes:
        code: The local part of the fault code, such as `Client`, or `Sender` in SOAP 1.2.
        code_namespace: Its namespace, or None where its prefix is not declared.
        subcodes: The names (`{namespace}local`) that make the code more precise, each the
            one before it; SOAP 1.2 alone has them.
        reason: The fault's text, meant for people; of several, the first English one.
        actor: Who caused it (in SOAP 1.2: the role in which it was caused), if the fault
            says.
        node: The URI of the SOAP 1.2 node that caused it, if the fault says.
        detail: The children of the fault's detail.
        detail_text: The detail's text, where it has no children, or None.
        headers: The header blocks that came with the fault.
        detail_problem: Why an entry of the detail, or a header block, that the contract
            knows cannot be read, or None.
    """

    outcome: Outcome = "refused"

    def __init__(
        self,
        code: str,
        reason: str,
        *,
        code_namespace: str | None = None,
        subcodes: tuple[str, ...] = (),
        actor: str | None = None,
        node: str | None = None,
        detail: tuple[XmlFragment, ...] = (),
        detail_text: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.code = code
        self.code_namespace = code_namespace
        self.subcodes = subcodes
        self.reason = reason
        self.actor = actor
        self.node = node
        self.detail = detail
        self.detail_text = detail_text
        self.detail_problem: str | None = None
        self.headers: tuple[XmlFragment, ...] = ()

    def describe(self) -> str:
        """The code, the last subcode's local part, and the reason."""
        code = self.code
        if self.subcodes:
            code += f" ({self.subcodes[-1].rpartition('}')[2]})"
        return f"SOAP fault {code}: {self.reason}"

    def redact(self, mask: Callable[[str], str]) -> None:
        """Mask the reason, the codes, the actor, the node, and what is XML."""
        super().redact(mask)
        self.reason = self.message
        self.code = mask(self.code)
        self.subcodes = tuple(map(mask, self.subcodes))
        self.actor = None if self.actor is None else mask(self.actor)
        self.node = None if self.node is None else mask(self.node)
        if self.detail_text is not None:
            self.detail_text = mask(self.detail_text)
        if self.detail_problem is not None:
            self.detail_problem = mask(self.detail_problem)
        self.detail = map_fragments(self.detail, mask)
        self.headers = map_fragments(self.headers, mask)


class OperationFailed(SoapError, Generic[D]):
    """The server answered, by a rule of the contract, that the operation failed.

    Attributes:
        info: What the reply says about the failure, if it says anything; secrets of the
            request are masked in its texts.
    """

    outcome: Outcome = "refused"

    def __init__(self, info: D | None = None, message: str | None = None) -> None:
        super().__init__(message or "the server says that the operation failed")
        self.info = info
        self._masked: str | None = None

    def describe(self) -> str:
        """The message and the failure's description."""
        if self._masked is not None:
            return self._masked
        return self.message if self.info is None else f"{self.message}: {self.info!r}"

    def redact(self, mask: Callable[[str], str]) -> None:
        """Mask the description and every text in `info`."""
        self.info = map_texts(self.info, mask)
        self._masked = mask(self.describe())


class ResultFailed(SoapError, Generic[R]):
    """Mixed into an `OperationFailed` that an operation's result stands for.

    Attributes:
        result: The whole decoded reply.
    """

    result: R
