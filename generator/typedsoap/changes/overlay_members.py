"""What two overlays say of parameters, results, fields and members of enumerations."""

from __future__ import annotations

from dataclasses import replace

from typedsoap.changes.findings import Findings, Place
from typedsoap.changes.overlay_sides import Members
from typedsoap.changes.python_names import python_names
from typedsoap.overlay import HeaderOverlay, MemberOverlay, TypeOverlay

_Maskable = HeaderOverlay | MemberOverlay | TypeOverlay


def compare_members(
    kind: str, old: Members, new: Members, place: Place, findings: Findings
) -> None:
    """All that is said of elements, attributes or values.

    Args:
        kind: What each of them is, for the place of a change.
    """
    names = python_names(old), python_names(new)
    for name in dict.fromkeys((*old.said, *new.said)):
        if name not in new.filled:
            continue
        inside = place.inner(kind, name)
        was, now = (side.said.get(name, MemberOverlay()) for side in (old, new))
        known = name in old.filled
        if known:
            if was.name is not None or now.name is not None:
                was, now = (
                    replace(said, name=known_names.get(name, said.name))
                    for said, known_names in zip((was, now), names, strict=True)
                )
            findings.facts(was, now, inside)
            compare_secret(was, now, inside, findings)
            compare_items(was, now, inside, findings)
        # What is new can be required of code that does not know it.
        needed = known and was.required, now.required
        filled = old.filled.get(name, False) or new.filled[name]
        if needed[0] != needed[1] and not filled:
            end = "required" if now.required else "optional"
            words = ["required" if said else "optional" for said in needed]
            findings.report(f"overlay-made-{end}", inside, *words, was, now)


def compare_items(
    old: MemberOverlay | TypeOverlay,
    new: MemberOverlay | TypeOverlay,
    place: Place,
    findings: Findings,
) -> None:
    """Whether the items of a list may be nil."""
    if old.nullable_items != new.nullable_items:
        end = "nullable" if new.nullable_items else "not-nullable"
        words = [said.nullable_items for said in (old, new)]
        findings.report(f"overlay-items-made-{end}", place, *words, old, new)


def compare_secret(
    old: _Maskable, new: _Maskable, place: Place, findings: Findings
) -> None:
    """Whether a value is masked."""
    compare_masked((old.secret, new.secret), (old, new), place, findings)


def compare_masked(
    masked: tuple[bool, bool],
    nodes: tuple[object, object],
    place: Place,
    findings: Findings,
) -> None:
    """Whether a value is masked, on the old side and on the new one.

    Args:
        nodes: What says so on each side.
    """
    if masked[0] != masked[1]:
        end = "added" if masked[1] else "removed"
        words = ["secret" if said else None for said in masked]
        findings.report(f"overlay-secret-{end}", place, *words, *nodes)
