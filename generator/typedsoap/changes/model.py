"""Changes as values: where, from what to what, whom they reach, and three verdicts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from typedsoap.errors import Location


class Verdict(StrEnum):
    """What a change does to those who were content with the old contract."""

    SAFE = "safe"
    WARNING = "warning"
    BREAKING = "breaking"


_RANK = {Verdict.SAFE: 0, Verdict.WARNING: 1, Verdict.BREAKING: 2}


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of some verdicts; safe where there is none."""
    return max(verdicts, key=_RANK.__getitem__, default=Verdict.SAFE)


@dataclass(frozen=True, slots=True)
class Reached:
    """The operations that use something, by direction.

    Attributes:
        requests: Names of operations that send it.
        replies: Names of operations that receive it.
    """

    requests: frozenset[str] = frozenset()
    replies: frozenset[str] = frozenset()

    def __or__(self, other: Reached) -> Reached:
        return Reached(self.requests | other.requests, self.replies | other.replies)


NOBODY = Reached()
"""No operation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one fact.

    Attributes:
        rule: The id of its rule, a key of `RULES`.
        path: Where, from the outermost: `type Order`, `element Note`.
        namespace: The namespace of the outermost, where it has one.
        old: What the old contract says; None where it has no such thing.
        new: What the new contract says.
        old_location: Its place in the old files.
        new_location: Its place in the new files.
        reached: The operations that it reaches.
        request: Whether a deployed client's requests are still understood.
        reply: Whether a deployed client still reads the replies.
        python: Whether code written for the old client still works with the new one.
        renamed_to: The name of what may be the same thing in the new contract, where
            this says that something is gone.
    """

    rule: str
    path: tuple[str, ...]
    namespace: str = ""
    old: str | None = None
    new: str | None = None
    old_location: Location | None = field(default=None, compare=False)
    new_location: Location | None = field(default=None, compare=False)
    reached: Reached = NOBODY
    request: Verdict
    reply: Verdict
    python: Verdict
    renamed_to: str | None = field(default=None, compare=False)

    @property
    def severity(self) -> Verdict:
        """The worst of the three verdicts."""
        return worst((self.request, self.reply, self.python))

    @property
    def operations(self) -> tuple[str, ...]:
        """The operations that it reaches, sorted."""
        return tuple(sorted(self.reached.requests | self.reached.replies))

    @property
    def fingerprint(self) -> str:
        """What stays the same when other changes come and go: no line, no order."""
        facts = [self.rule, self.namespace, self.path, self.old, self.new]
        return hashlib.sha256(json.dumps(facts).encode("ascii")).hexdigest()[:16]

    def sort_key(self) -> tuple[int, tuple[str, ...], str, str]:
        """Breaking first, then by place and rule."""
        return -_RANK[self.severity], self.path, self.rule, self.fingerprint


@dataclass(frozen=True, slots=True)
class Ignored:
    """A change that does not count, why, and until which day; None for ever."""

    change: Change
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, breaking first.

    Attributes:
        changes: Those that count, sorted; empty where the contracts say the same.
        namespaces: Old namespaces that were read as new ones.
        ignored: Those that do not count, sorted.
    """

    changes: tuple[Change, ...] = ()
    namespaces: tuple[tuple[str, str], ...] = ()
    ignored: tuple[Ignored, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def severity(self) -> Verdict:
        """The worst of all."""
        return worst(change.severity for change in self.changes)

    def count(self, severity: Verdict) -> int:
        """How many have this severity."""
        return sum(change.severity is severity for change in self.changes)
