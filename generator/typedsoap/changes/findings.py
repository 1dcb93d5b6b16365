"""Changes as they are found, with the verdicts of their rules for those they reach."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar, cast

from typedsoap.changes.built_in_types import precise_rule
from typedsoap.changes.facts import FACTS, NODES, PAIRS, UNKNOWN
from typedsoap.changes.model import NOBODY, Change, Reached, Verdict, worst
from typedsoap.changes.rules import RULES
from typedsoap.contract import QName, Schema
from typedsoap.errors import Location

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a contract: the path, its namespace, and the operations that use it."""

    path: tuple[str, ...] = ()
    namespace: str = ""
    reached: Reached = NOBODY

    def inner(self, kind: str, name: str) -> Place:
        """A place inside of this one."""
        return Place((*self.path, f"{kind} {name}"), self.namespace, self.reached)


@dataclass(slots=True)
class Findings:
    """Collects changes.

    Attributes:
        schemas: The old and the new one, for what a type comes down to.
        nodes: For each change the old node, or the new one where there is no old fact.
    """

    schemas: tuple[Schema, Schema] = (Schema(), Schema())
    changes: list[Change] = field(default_factory=list[Change])
    nodes: list[object] = field(default_factory=list[object])

    def report(
        self, rule: str, place: Place, old: object, new: object, *nodes: object
    ) -> None:
        """Add a change.

        Args:
            rule: Its id; that of a type stands for those of built-in types as well.
            old: The old fact; None for none.
            new: The new fact.
            nodes: The old and the new node, for their locations; `old` and `new`
                themselves by default.
        """
        known = RULES[precise_rule(rule, old, new)]
        reached = place.reached
        verdicts = [
            verdict
            for verdict, operations in (
                (known.python_request, reached.requests),
                (known.python_reply, reached.replies),
            )
            if operations
        ]
        before, after = nodes or (old, new)
        self.nodes.append(after if old is None else before)
        self.changes.append(
            Change(
                rule=known.id,
                path=place.path,
                namespace=place.namespace,
                old=shown(old),
                new=shown(new),
                old_location=_location(before),
                new_location=_location(after),
                reached=reached,
                request=known.request if reached.requests else Verdict.SAFE,
                reply=known.reply if reached.replies else Verdict.SAFE,
                python=worst(verdicts),
            )
        )

    def facts(self, old: object, new: object, place: Place) -> None:
        """Compare every fact of two nodes of a kind that has a rule of its own."""
        rules = FACTS.get(type(old), {})
        for item in fields(cast("Any", old)):
            rule = rules.get(item.name)
            if rule is None and item.compare:
                rule = UNKNOWN
            if rule is None or rule in (PAIRS, NODES):
                continue
            before, after = getattr(old, item.name), getattr(new, item.name)
            if before != after:
                self.report(rule, place, before, after, old, new)


def shown(value: object) -> str | None:
    """A fact as text; None for none."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, QName):
        return str(value)
    if isinstance(value, (tuple, frozenset)):
        items = [shown(item) or "-" for item in cast("Iterable[object]", value)]
        return ", ".join(sorted(items) if isinstance(value, frozenset) else items)
    if is_dataclass(value):
        name = getattr(value, "name", None)
        return shown(name) if name is not None else "(anonymous)"
    return str(value)


def moved(old: Iterable[_Key], new: Iterable[_Key]) -> dict[_Key, tuple[str, str]]:
    """The fewest keys of both that have to move to give the new order.

    Each with its number among the keys of both, in the old and in the new order.
    """
    before = dict.fromkeys(old)
    after = {
        key: place for place, key in enumerate(key for key in new if key in before)
    }
    common = [key for key in before if key in after]
    # The longest run of keys that stay, from its end, so that of two runs the one stays
    # that begins first: where the best run of each length begins so far, and what comes
    # after each key in the best run that begins with it.
    starts: list[int] = []
    following: dict[int, int | None] = {}
    for index in reversed(range(len(common))):
        place = -after[common[index]]
        length = bisect(starts, place, key=lambda start: -after[common[start]])
        following[index] = starts[length - 1] if length else None
        starts[length : length + 1] = [index]
    staying: set[int] = set()
    at = starts[-1] if starts else None
    while at is not None:
        staying.add(at)
        at = following[at]
    return {
        key: (str(index + 1), str(after[key] + 1))
        for index, key in enumerate(common)
        if index not in staying
    }


def _location(node: object) -> Location | None:
    found = getattr(node, "location", None)
    return found if isinstance(found, Location) else None
