"""A contract together with its overlay, as one side of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from typedsoap.contract import Contract
from typedsoap.contract.named_types import with_named_types
from typedsoap.errors import Diagnostic, TypedSoapError, warning
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
    # Names of types are found where they are spoken of.
    speaks = side.overlay.types or side.overlay.request_headers
    contract = with_named_types(side.contract) if speaks else side.contract
    return check_overlay(side.overlay, contract)
