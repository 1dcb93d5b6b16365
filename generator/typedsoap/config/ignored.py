"""`[[tool.typedsoap.diff.ignore]]`: changes of a contract that `diff` does not count."""

from __future__ import annotations

import re
from typing import Final

from typedsoap.changes.ignoring import IgnoreRule
from typedsoap.toml.table import Table

DIFF_KEYS: Final = ("ignore",)
"""The keys of the table `diff`."""
IGNORE_KEYS: Final = ("fingerprint", "reason", "until")
"""The keys of one entry."""

_FINGERPRINT: Final = re.compile(r"[0-9a-f]{16}")


def read_ignored(section: Table) -> tuple[IgnoreRule, ...]:
    """The entries of `[tool.typedsoap]`, one for a fingerprint, in their order."""
    diff = section.table("diff", DIFF_KEYS)
    rules: dict[str, IgnoreRule] = {}
    for table in diff.array("ignore", IGNORE_KEYS) if diff is not None else ():
        rule = _rule(table)
        if rule is not None and rule.fingerprint in rules:
            message = f"the fingerprint {rule.fingerprint} is ignored twice"
            table.refuse("TS206", message, "fingerprint", hint="remove one entry")
        elif rule is not None:
            rules[rule.fingerprint] = rule
    return tuple(rules.values())


def _rule(table: Table) -> IgnoreRule | None:
    for key in ("fingerprint", "reason"):
        if not table.has(key):
            table.refuse("TS205", f"{table.title} needs '{key}'")
    fingerprint, reason = table.text("fingerprint"), table.text("reason")
    until = table.date("until")
    if fingerprint is not None and not _FINGERPRINT.fullmatch(fingerprint):
        message = f"{fingerprint!a} is no fingerprint of a change"
        hint = "copy its 16 hexadecimal digits from what 'typedsoap diff' prints"
        table.refuse("TS206", message, "fingerprint", hint=hint)
        fingerprint = None
    if reason is not None and not (reason.strip() and reason.isprintable()):
        message = "a reason is one line of printable text"
        table.refuse("TS206", message, "reason", hint="say why the change may stay")
        reason = None
    if fingerprint is None or reason is None:
        return None
    return IgnoreRule(fingerprint, reason, until, table.where())
