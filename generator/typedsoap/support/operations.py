"""Which part of a Contract can be generated today; the readers know more.

Everything else is left out with a warning, never turned into a wrong client.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from typedsoap.contract import Contract, Operation, Schema
from typedsoap.contract.body_types import parts_as_elements
from typedsoap.errors import Diagnostic, Severity, TypedSoapError, error, warning
from typedsoap.support.demands import unmet_demands
from typedsoap.support.encoding import EncodingSupport
from typedsoap.support.faults import FaultSupport
from typedsoap.support.headers import HeaderSupport
from typedsoap.support.messages import (
    attachment_problem,
    content_problems,
    shape_problem,
)
from typedsoap.support.ports import choose_ports, divide
from typedsoap.support.reach import Reach


@dataclass(frozen=True, slots=True)
class Supported:
    """What can be generated.

    Attributes:
        contract: The contract with one service, its ports, their bindings, one port type
            and the operations that can be generated; of its schema what these reach: their
            elements, the types of these, and types derived from them.
        diagnostics: A warning for everything left out, sorted by place.
        origin: What it was reduced from.
    """

    contract: Contract
    diagnostics: tuple[Diagnostic, ...]
    origin: Contract


def unsupported(contract: Contract) -> Supported:
    """Reduce a contract to what can be generated, with a warning for all the rest.

    Of several port types it is the first; see `typedsoap.support.ports.divide`.

    Raises:
        TypedSoapError: TS150, no operation is left; with all the warnings.
    """
    ports, diagnostics = choose_ports(contract)
    offered = ports[0] if ports else None
    chosen = offered.default if offered else None
    reach = Reach(contract.schema)
    faults = FaultSupport(reach)
    headers = HeaderSupport()
    encodings = EncodingSupport()
    operations: list[Operation] = []
    bound = chosen.binding.operations if chosen else ()
    for operation in bound:
        callable_part = replace(operation, faults=(), header_faults=())
        left_out = _left_out(callable_part, reach, headers, encodings)
        if left_out is None:
            operations.append(
                replace(
                    operation,
                    faults=faults.supported(operation),
                    header_faults=faults.supported_in_headers(operation),
                )
            )
        else:
            diagnostics.append(left_out)
    diagnostics.extend(_parts_as_elements(operations, contract.schema))
    diagnostics.extend(faults.diagnostics)
    if offered is None or chosen is None or not operations:
        diagnostics.append(_nothing_left(contract))
        raise TypedSoapError(sorted(diagnostics, key=Diagnostic.sort_key))
    schema, derived = reach.reduced(operations)
    diagnostics.extend(derived)
    reduced = replace(
        contract,
        services=(replace(chosen.service, ports=offered.ports),),
        bindings=tuple(
            replace(binding, operations=tuple(operations))
            for binding in offered.bindings
        ),
        port_types=tuple(
            replace(found, operations=tuple(kept.name for kept in operations))
            for found in contract.port_types
            if found.name == chosen.binding.port_type
        ),
        schema=schema,
    )
    diagnostics.sort(key=Diagnostic.sort_key)
    return Supported(reduced, tuple(diagnostics), contract)


def unsupported_by_port_type(
    contract: Contract,
) -> tuple[list[Supported], tuple[Diagnostic, ...]]:
    """Reduce a contract to what can be generated of each of its port types.

    Returns:
        What can be generated, in the order of the ports, and all warnings, sorted; a
        port type of which nothing can is one of these (TS175).

    Raises:
        TypedSoapError: TS150, no operation of any port type is left; with all the
            warnings.
    """
    parts, diagnostics = divide(contract)
    supported: list[Supported] = []
    nothing: list[Diagnostic] = []
    for part in parts or [contract]:
        try:
            supported.append(unsupported(part))
            diagnostics += supported[-1].diagnostics
            diagnostics += unmet_demands(supported[-1].contract, contract)
        except TypedSoapError as problem:
            for found in problem.diagnostics:
                is_error = found.severity is Severity.ERROR
                (nothing if is_error else diagnostics).append(found)
            if supported or parts[1:]:
                diagnostics.append(_no_client(part))
    if not supported:
        diagnostics = [d for d in diagnostics if d.code != "TS175"] + nothing[:1]
        raise TypedSoapError(sorted(set(diagnostics), key=Diagnostic.sort_key))
    return supported, tuple(sorted(set(diagnostics), key=Diagnostic.sort_key))


def _no_client(contract: Contract) -> Diagnostic:
    (port_type,) = contract.port_types
    return warning(
        "TS175",
        f"no operation of the port type {port_type.name.name!r} can be generated yet; it"
        " has no client",
        where=port_type.location,
        hint="the warnings say what stands against each of them",
    )


def _parts_as_elements(
    operations: Iterable[Operation], schema: Schema
) -> Iterator[Diagnostic]:
    """A warning for each part that Body cannot hold as WSDL has it."""
    found = (part for o in operations for part in parts_as_elements(o, schema))
    for part in dict.fromkeys(found):
        yield warning(
            "TS176",
            f"the type of the part {part.name!r} cannot be that of Body; the part is sent"
            " as an element of its name, without a namespace",
            where=part.location,
            hint="other clients read it so; to have another element, declare it and give"
            " the part `element`",
        )


def _nothing_left(contract: Contract) -> Diagnostic:
    places = [service.location for service in contract.services]
    places += [binding.location for binding in contract.bindings]
    return error(
        "TS150",
        "no operation of this WSDL can be generated yet",
        where=next(iter(places), None),
        hint="the warnings say what stands against each of them",
    )


def _left_out(
    operation: Operation,
    reach: Reach,
    headers: HeaderSupport,
    encodings: EncodingSupport,
) -> Diagnostic | None:
    """The warning that leaves an operation out; None for one that can be generated."""
    attached = attachment_problem(operation)
    if attached is not None:
        return warning(
            "TS178",
            f"the operation {operation.name!r} has {attached}; it is left out of the"
            " client",
            where=operation.location,
            hint="binary content is sent in Body alone, as xs:base64Binary; if the server"
            " takes it there, say so in the WSDL, or choose other operations with `only`",
        )
    shape = (
        shape_problem(operation)
        or encodings.problem(operation)
        or headers.problem(operation)
    )
    if shape is not None:
        return warning(
            "TS151",
            f"the operation {operation.name!r} uses {shape}; it is left out of the"
            " client",
            where=operation.location,
            hint="only document/literal, rpc/literal and rpc/encoded can be generated yet",
        )
    problem = next(content_problems(operation, reach.schema), None)
    problem = problem or reach.problem(operation)
    if problem is None:
        return None
    return warning(
        "TS152",
        f"the operation {operation.name!r} needs {problem.what}; it is left out of the"
        " client",
        where=operation.location,
        hint=f"this cannot be generated yet; it stands at {problem.where}",
    )
