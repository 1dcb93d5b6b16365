"""Which declared faults have an exception class; the others stay plain SOAP faults."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final, NamedTuple

from typedsoap.contract import Fault, Operation, Part, Use
from typedsoap.contract.fault_entries import fault_body, fault_entry
from typedsoap.errors import Diagnostic, warning
from typedsoap.support.encoding import encoded_part_problem
from typedsoap.support.reach import Reach
from typedsoap.support.types import Problem, header_problem, wrapper_problem


class _Told(NamedTuple):
    """How a fault without a class of its own is spoken of."""

    code: str
    what: str
    outcome: str
    hint: str


_PLAIN: Final = _Told(
    "TS170",
    "fault",
    "it is raised as a plain SoapFault",
    "only a message with one part gives a class of its own yet",
)
_IN_HEADER: Final = _Told(
    "TS122",
    "header fault",
    "it is not decoded",
    "a SoapFault has the header blocks that come with it in `headers`, as XML",
)


class FaultSupport:
    """Judges the faults of operations; each message is spoken of once.

    Attributes:
        diagnostics: A warning for every message that gives no exception class.
    """

    def __init__(self, reach: Reach) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._reach = reach
        self._problems: dict[Hashable, str | None] = {}
        self._uses: dict[Hashable, Use] = {}

    def supported(self, operation: Operation) -> tuple[Fault, ...]:
        """The faults of an operation that give an exception class."""
        return tuple(
            fault
            for fault in operation.faults
            if self._is_supported(fault, _PLAIN, fault.message, fault.use)
        )

    def supported_in_headers(self, operation: Operation) -> tuple[Fault, ...]:
        """The header faults of an operation that give an exception class."""
        return tuple(
            fault
            for fault in operation.header_faults
            if self._is_supported(
                fault, _IN_HEADER, fault.message, fault.use, fault.name
            )
        )

    def _is_supported(self, fault: Fault, told: _Told, *key: Hashable) -> bool:
        if key not in self._problems:
            problem = self._problems[key] = self._problem(fault)
            if problem is not None:
                self.diagnostics.append(
                    warning(
                        told.code,
                        f"the {told.what} {fault.name!r} has {problem}; {told.outcome}",
                        where=fault.location,
                        hint=told.hint,
                    )
                )
        return self._problems[key] is None

    def _problem(self, fault: Fault) -> str | None:
        if len(fault.parts) != 1:
            return f"{len(fault.parts)} parts"
        (part,) = fault.parts
        known = self._uses.setdefault((fault.message, part.name), fault.use)
        if fault.use is not known:
            return f"the use {fault.use!s}, and elsewhere {known!s}"
        if fault.use is Use.ENCODED:
            return self._encoded_problem(part)
        schema = self._reach.schema
        entry = fault_entry(fault, schema)
        if entry is None:
            return f"the element {fault.parts[0].element}, which no schema declares"
        body = fault_body(entry, schema)
        element = body.element or entry.element
        found = (header_problem if body.bare else wrapper_problem)(element, schema)
        found = found or self._reach.element_problem(element)
        return None if found is None else _needs(found)

    def _encoded_problem(self, part: Part) -> str | None:
        if part.type is None:
            return "an encoded message whose part is an element"
        found = encoded_part_problem(part, self._reach.schema)
        found = found or self._reach.type_problem(part.type, Use.ENCODED)
        return None if found is None else _needs(found)


def _needs(problem: Problem) -> str:
    return f"a part that needs {problem.what}, which cannot be generated yet"
