"""Several contracts on each side, with their overlays, paired by their services."""

from __future__ import annotations

from collections.abc import Mapping

from typedsoap.changes.compare import compare
from typedsoap.changes.findings import Findings, Place
from typedsoap.changes.model import Change, Changes, Reached
from typedsoap.overlay import Overlay
from typedsoap.overlay.overlaid import Overlaid


def compare_all(
    old: Mapping[str, Overlaid],
    new: Mapping[str, Overlaid],
    namespaces: Mapping[str, str] | None = None,
) -> Changes:
    """The changes of all contracts; one contract on each side is a pair in any case.

    Args:
        old: By the names of the services.
        new: As `old`.
        namespaces: As for `compare`.
    """
    if len(old) == len(new) == 1:
        (before,), (after,) = old.values(), new.values()
        return _compared(before, after, namespaces)
    changes: dict[Change, None] = {}
    mapping: dict[str, str] = {}
    findings = Findings()
    for name in sorted({*old, *new}):
        if name in old and name in new:
            found = _compared(old[name], new[name], namespaces)
            changes |= dict.fromkeys(found.changes)
            mapping |= dict(found.namespaces)
        else:
            _one_sided(name, old.get(name), new.get(name), findings)
    changes |= dict.fromkeys(findings.changes)
    ordered = sorted(changes, key=Change.sort_key)
    return Changes(tuple(ordered), tuple(mapping.items()))


def _compared(
    old: Overlaid, new: Overlaid, namespaces: Mapping[str, str] | None
) -> Changes:
    """Where one side does not know of overlays, the other's is for both."""
    before = old.overlay or new.overlay or Overlay()
    overlays = before, new.overlay or before
    return compare(old.contract, new.contract, namespaces, overlays)


def _one_sided(
    name: str, old: Overlaid | None, new: Overlaid | None, findings: Findings
) -> None:
    operations = frozenset(
        operation.name
        for side in (old, new)
        if side is not None
        for binding in side.contract.bindings
        for operation in binding.operations
    )
    place = Place((f"service {name}",), "", Reached(operations, operations))
    if old is None:
        findings.report("service-added", place, None, name)
    else:
        findings.report("service-removed", place, name, None)
