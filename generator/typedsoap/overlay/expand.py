"""Spreads what an overlay says of every operation (`*`) over the operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from typedsoap.contract import Contract
from typedsoap.overlay import MemberOverlay, OperationOverlay, Overlay
from typedsoap.overlay.targets import OperationTargets, targets

EVERY_OPERATION: Final = "*"


def expand(overlay: Overlay, contract: Contract) -> Overlay:
    """The overlay with `*` merged into every operation that has what it speaks of.

    What an operation's own entry says goes first; a requirement or a secret holds when
    either says so, and so does that it is idempotent.
    """
    common = overlay.operations.get(EVERY_OPERATION)
    if common is None:
        return overlay
    none = OperationOverlay()
    operations = {
        name: _merged(overlay.operations.get(name, none), common, operation)
        for name, operation in targets(contract).operations.items()
    }
    return replace(overlay, operations=operations)


def _merged(
    own: OperationOverlay, common: OperationOverlay, target: OperationTargets
) -> OperationOverlay:
    failure = own.failure
    if (
        failure is None
        and common.failure is not None
        and common.failure.element in target.result
    ):
        failure = common.failure
    return OperationOverlay(
        documentation=own.documentation or common.documentation,
        name=own.name,
        parameters=_members(own.parameters, common.parameters, target.parameters),
        result=_members(own.result, common.result, target.result),
        returns=own.returns or common.returns,
        idempotent=own.idempotent or common.idempotent,
        failure=failure,
        location=own.location or common.location,
    )


def _members(
    own: Mapping[str, MemberOverlay],
    common: Mapping[str, MemberOverlay],
    present: Mapping[str, object],
) -> dict[str, MemberOverlay]:
    merged = {name: entry for name, entry in common.items() if name in present}
    for name, entry in own.items():
        other = merged.get(name, MemberOverlay())
        merged[name] = MemberOverlay(
            documentation=entry.documentation or other.documentation,
            name=entry.name or other.name,
            required=entry.required or other.required,
            secret=entry.secret or other.secret,
            nullable_items=entry.nullable_items or other.nullable_items,
            location=entry.location,
        )
    return merged
