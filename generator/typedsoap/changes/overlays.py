"""Overlays compared: what they say of what both contracts have, wherever they say it.

What is said of every operation (`*`) is compared as said of each. What has no effect is
no change: that an element is required which the contract requires anyway.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from typedsoap.changes.findings import Findings, Place
from typedsoap.changes.model import Reached
from typedsoap.changes.overlay_members import (
    compare_items,
    compare_masked,
    compare_members,
    compare_secret,
)
from typedsoap.changes.overlay_sides import OverlaySide
from typedsoap.changes.reach import reached_by_either
from typedsoap.contract import QName
from typedsoap.overlay import (
    HeaderFailure,
    HeaderOverlay,
    ResultFailure,
)

_NOBODY: Final[frozenset[str]] = frozenset()
_Users = Mapping[str, frozenset[str]]


def compare_overlays(
    old: OverlaySide, new: OverlaySide, title: str, findings: Findings
) -> None:
    """Everything that two overlays say.

    Args:
        title: What the contracts describe, for the places of the changes.
    """
    top = Place((f"overlay {title}",))
    everything = frozenset((*old.present.operations, *new.present.operations))
    client = _at(top.inner("client", "class"), everything, everything)
    findings.facts(old.overlay, new.overlay, client)
    _headers(old, new, top, findings)
    _header_failure(old, new, top, findings)
    for name in old.present.operations:
        if name in new.present.operations:
            inside = top.inner("operation", name)
            _operation(name, old, new, inside, findings)
    _types(old, new, top, findings)


def _headers(
    old: OverlaySide, new: OverlaySide, top: Place, findings: Findings
) -> None:
    for kind, was, now in (
        ("request-header", old.request_blocks, new.request_blocks),
        ("reply-header", old.reply_blocks, new.reply_blocks),
    ):
        for name in dict.fromkeys((*was.said, *now.said)):
            if name in was.users and name in now.users:
                users = was.users[name] | now.users[name]
                ways = (
                    (users, _NOBODY) if now is new.request_blocks else (_NOBODY, users)
                )
                inside = _at(top.inner(kind, name), *ways)
                entry = was.said.get(name, HeaderOverlay())
                other = now.said.get(name, HeaderOverlay())
                findings.facts(entry, other, inside)
                compare_secret(entry, other, inside, findings)


def _header_failure(
    old: OverlaySide, new: OverlaySide, top: Place, findings: Findings
) -> None:
    was, now = old.overlay.header_failure, new.overlay.header_failure
    users = _failing(was, old.reply_blocks.users) | _failing(
        now, new.reply_blocks.users
    )
    inside = _at(top.inner("failure", "of header blocks"), _NOBODY, users)
    if was is not None and now is not None:
        findings.facts(was, now, inside)
    elif was != now:
        end = "added" if was is None else "removed"
        words = [rule and _by_header(rule) for rule in (was, now)]
        findings.report(f"overlay-header-failure-{end}", inside, *words, was, now)


def _failing(rule: HeaderFailure | None, users: _Users) -> frozenset[str]:
    names = () if rule is None else filter(None, (rule.flag, rule.detail))
    return frozenset(found for name in names for found in users.get(name, ()))


def _by_header(rule: HeaderFailure) -> str:
    flag = f"{rule.flag} is false" if rule.flag else ""
    detail = f"{rule.detail} is there" if rule.detail else ""
    return " or ".join(filter(None, (flag, detail)))


def _operation(
    name: str, old: OverlaySide, new: OverlaySide, place: Place, findings: Findings
) -> None:
    own = frozenset((name,))
    whole = _at(place, own, own)
    sent, answered = _at(place, own, _NOBODY), _at(place, _NOBODY, own)
    was, now = old.operation(name), new.operation(name)
    findings.facts(was, now, whole)
    if was.idempotent != now.idempotent:
        end = "idempotent" if now.idempotent else "not-idempotent"
        words = [said.idempotent for said in (was, now)]
        findings.report(f"overlay-made-{end}", sent, *words, was, now)
    parameters = old.parameters(name), new.parameters(name)
    compare_members("parameter", *parameters, sent, findings)
    results = old.results(name), new.results(name)
    compare_members("result", *results, answered, findings)
    _failure(old.failure(name), new.failure(name), answered, findings)


def _failure(
    old: ResultFailure | None,
    new: ResultFailure | None,
    place: Place,
    findings: Findings,
) -> None:
    inside = place.inner("failure", "of the result")
    if old is not None and new is not None:
        findings.facts(old, new, inside)
    elif old != new:
        end = "added" if old is None else "removed"
        words = [
            rule and f"{rule.error} where {rule.element} is false"
            for rule in (old, new)
        ]
        findings.report(f"overlay-failure-{end}", inside, *words, old, new)


def _types(old: OverlaySide, new: OverlaySide, top: Place, findings: Findings) -> None:
    if not (old.types or new.types):
        return
    uses = reached_by_either(old.contract, new.contract)
    for name in dict.fromkeys((*old.types, *new.types)):
        if all(name in side.contract.schema.types for side in (old, new)):
            use = uses.get(("type", name), Reached())
            path = (*top.path, f"type {name.name}")
            _type(name, old, new, Place(path, name.namespace, use), findings)


def _type(
    name: QName, old: OverlaySide, new: OverlaySide, place: Place, findings: Findings
) -> None:
    was, now = old.type(name), new.type(name)
    findings.facts(was, now, place)
    compare_secret(was, now, place, findings)
    for key in dict.fromkeys((*was.secret_keys, *now.secret_keys)):
        masked = key in was.secret_keys, key in now.secret_keys
        compare_masked(masked, (was, now), place.inner("key", key), findings)
    compare_items(was, now, place, findings)
    compare_members("field", old.fields(name), new.fields(name), place, findings)
    compare_members("member", old.values(name), new.values(name), place, findings)


def _at(place: Place, requests: frozenset[str], replies: frozenset[str]) -> Place:
    return Place(place.path, place.namespace, Reached(requests, replies))
