"""Changes that somebody has looked at and decided to live with, by fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from typedsoap.changes.model import Changes, Ignored
from typedsoap.errors import Diagnostic, Location, warning


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """One entry of the list.

    Attributes:
        fingerprint: Which change.
        reason: Why it does not count.
        until: The last day on which it does not; None for ever.
        where: The entry's place, for messages.
    """

    fingerprint: str
    reason: str
    until: date | None = None
    where: Location | None = field(default=None, compare=False)


def without_ignored(
    changes: Changes, rules: Iterable[IgnoreRule], today: date
) -> tuple[Changes, Sequence[Diagnostic]]:
    """The changes with those set aside that a list ignores.

    Args:
        rules: At most one for a fingerprint.

    Returns:
        The changes, and a warning for each rule that matches nothing (TS630) or that
        has expired, so that what it ignored counts again (TS631).
    """
    found = {change.fingerprint for change in changes.changes}
    valid: dict[str, IgnoreRule] = {}
    warnings: list[Diagnostic] = []
    for rule in rules:
        if rule.fingerprint not in found:
            warnings.append(_stale(rule))
        elif rule.until is not None and rule.until < today:
            warnings.append(_expired(rule, rule.until))
        else:
            valid[rule.fingerprint] = rule
    ignored = tuple(
        Ignored(change, matching.reason, matching.until)
        for change in changes.changes
        if (matching := valid.get(change.fingerprint)) is not None
    )
    counting = tuple(c for c in changes.changes if c.fingerprint not in valid)
    return replace(changes, changes=counting, ignored=ignored), warnings


def _stale(rule: IgnoreRule) -> Diagnostic:
    return warning(
        "TS630",
        f"no change has the ignored fingerprint {rule.fingerprint} ({rule.reason})",
        where=rule.where,
        hint="remove the entry, if these are the contracts that it was made for",
    )


def _expired(rule: IgnoreRule, until: date) -> Diagnostic:
    return warning(
        "TS631",
        f"{rule.fingerprint} was ignored until {until} and counts again"
        f" ({rule.reason})",
        where=rule.where,
        hint="deal with the change, or set a later date",
    )
