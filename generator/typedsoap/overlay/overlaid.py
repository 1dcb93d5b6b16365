"""A contract together with its overlay, as one side of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from typedsoap.contract import Contract
from typedsoap.contract.named_types import with_named_types
from typedsoap.errors import Diagnostic, Severity, TypedSoapError, warning
from typedsoap.overlay import Overlay
from typedsoap.overlay.check import check_overlay


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A contract, and what is said of it.

    Attributes:
        contract: As its WSDL has it.
        overlay: As it is written; the empty one where there is no file. None where
            nothing is known of overlays, as of a WSDL that somebody has sent.
    """

    contract: Contract
    overlay: Overlay | None = None


def needs_names(overlay: Overlay) -> bool:
    """Whether an overlay can speak of what has its name from its place in the contract.

    Anonymous types have, and repeated groups and wildcards.
    """
    said = (overlay.types, overlay.request_headers)
    members = (o.parameters or o.result for o in overlay.operations.values())
    return any(said) or any(members)


def check_fitting(
    old: Iterable[Overlaid], new: Iterable[Overlaid]
) -> Sequence[Diagnostic]:
    """Whether the overlays of a comparison speak of what their contracts have.

    Returns:
        Warnings for the old side (TS235), which cannot be mended any more. What does not
        fit takes no part in the comparison.

    Raises:
        TypedSoapError: What is wrong on the new side (TS221 to TS226).
    """
    problems = [problem for side in new for problem in _problems(side)]
    if problems:
        raise TypedSoapError(problems)
    return [
        warning("TS235", f"passed over: {problem.message}", where=problem.where)
        for side in old
        for problem in _problems(side)
    ]


def _problems(side: Overlaid) -> Sequence[Diagnostic]:
    if side.overlay is None or side.overlay == Overlay():
        return ()
    named = needs_names(side.overlay)
    contract = with_named_types(side.contract) if named else side.contract
    found = check_overlay(side.overlay, contract)
    return [problem for problem in found if problem.severity is Severity.ERROR]
