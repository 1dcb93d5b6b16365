"""Types of the service."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from ._runtime.enums import OpenEnum
from ._runtime.records import SECRET, Record, secret_keys


class State(OpenEnum):
    """How far an order is."""

    NEW = "New"
    SENT = "Sent"


class Access(OpenEnum):
    """What may be done with an order."""

    READ = "Read"
    WRITE = "Write"
    DELETE = "Delete"


@dataclass(kw_only=True, slots=True, repr=False)
class Document(Record):
    """What orders have in common with other papers."""

    access: frozenset[Access] | None = None


@dataclass(kw_only=True, slots=True, repr=False)
class Order(Document):
    """An order."""

    number: int
    from_: str | None = None
    state: State | None = None
    placed: datetime | None = None
    labels: dict[str, str | None] | None = field(
        default=None, metadata=secret_keys("pin")
    )
    parts: list[Order] | None = None


@dataclass(kw_only=True, slots=True, repr=False)
class Region(Record):
    """Where the caller is."""

    code: str | None = None


@dataclass(kw_only=True, slots=True, repr=False)
class Problem(Record):
    """What went wrong."""

    text: str | None = None
    inner: Problem | None = None


@dataclass(kw_only=True, slots=True, repr=False)
class SignInResult(Record):
    """What signing in gives."""

    session_key: str = field(metadata=SECRET)
    accepted: bool | None = None


@dataclass(kw_only=True, slots=True, repr=False)
class RequestHeaders(Record):
    """Values of the request header blocks."""

    token: str | None = field(default=None, metadata=SECRET)
    session_key: str | None = field(default=None, metadata=SECRET)
    region: Region | None = None


@dataclass(kw_only=True, slots=True, repr=False)
class ReplyHeaders(Record):
    """Values of the reply's header blocks."""

    done: bool | None = None
    problem: Problem | None = None
