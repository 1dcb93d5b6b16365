"""A mutant: a reply to feed to an operation, made from two numbers alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Final

from tests.fuzz.byte_mutations import encode, mutate_bytes
from tests.fuzz.corpus import Seed, seeds, seeds_of
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.tree_mutations import mutate_tree

_STATUSES: Final = (
    *((200,) * 60),
    *(500, 500, 500, 202, 204, 301, 400, 401, 403, 404, 429, 503, 599, 999),
)
_CONTENT_TYPES: Final = (
    *(("text/xml; charset=utf-8",) * 60),
    *("text/xml", "TEXT/XML", 'text/xml;charset="UTF-8"', "application/xml", ""),
    *("text/xml; charset=iso-8859-1", "text/xml; charset=utf-16", "text/html"),
    *(
        "application/soap+xml; charset=utf-8; action=a",
        "text/xml; charset=",
        "text/plain",
    ),
    *("text/xml; charset=x-none", "text/xml;;charset='utf-8", "multipart/related", ";"),
    *("text/xml; charset=us-ascii", "application/json", "text/xml\u00e9"),
)
SERVICES: Final = ("messaging", "principal")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A reply, and the call that it answers.

    Attributes:
        operation: The operation's name in the contract.
        status: The HTTP status.
        content_type: The Content-Type header; none is sent if it is empty.
        strict: The client's option.
        replace_illegal: Whether the client replaces illegal characters, if it can.
        body: The reply's content.
    """

    operation: str
    status: int
    content_type: str
    strict: bool
    replace_illegal: bool
    body: bytes = field(repr=False)

    @property
    def target(self) -> Target:
        """The operation."""
        return TARGETS[self.operation]


def mutant(seed: int, index: int, service: str | None = None) -> Mutant:
    """The mutant with this number of the run with this seed; always the same one.

    Args:
        service: Take operations of this service only.
    """
    rng = Random(f"{seed} {index}")  # noqa: S311
    operation = rng.choice(
        [t.name for t in TARGETS.values() if service in (None, t.service)]
    )
    origins = rng.choices((seeds_of(operation), seeds_of(None), seeds()), (88, 8, 4))
    return Mutant(
        operation=operation,
        status=rng.choice(_STATUSES),
        content_type=rng.choice(_CONTENT_TYPES),
        strict=rng.random() < 0.3,
        replace_illegal=rng.random() < 0.2,
        body=_body(rng.choice(origins[0]), rng),
    )


def _body(origin: Seed, rng: Random) -> bytes:
    kind = rng.random()
    if kind > 0.8:
        return mutate_bytes(origin.data, rng)
    document = origin.document.copy()
    mutate_tree(document, rng)
    data = encode(document.write(), rng)
    return mutate_bytes(data, rng) if kind < 0.08 else data
