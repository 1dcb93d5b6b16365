"""Which operations of a WSDL are wanted: `only` in the configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from typedsoap.contract import Binding, Contract, PortType
from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.suggestions import did_you_mean


def select_operations(
    contract: Contract, patterns: Sequence[str], where: Location | None
) -> Contract:
    """The contract with the operations that are wanted; its schema stays whole.

    Bindings, port types and ports that are left with none go too.

    Args:
        patterns: Names of operations, in which `*`, `?` and `[...]` stand for other
            characters; none for all operations.
        where: Where the patterns are written, if it is known.

    Raises:
        TypedSoapError: TS232, a pattern that no operation has.
    """
    if not patterns:
        return contract
    problems = list(_unmatched(contract, patterns, where))
    if problems:
        raise TypedSoapError(problems)
    bindings = tuple(_bindings(contract, patterns))
    names = {binding.name for binding in bindings}
    services = (
        replace(service, ports=tuple(p for p in service.ports if p.binding in names))
        for service in contract.services
    )
    return replace(
        contract,
        services=tuple(service for service in services if service.ports),
        bindings=bindings,
        port_types=tuple(_port_types(contract, patterns)),
    )


def _bindings(contract: Contract, patterns: Sequence[str]) -> Iterator[Binding]:
    for binding in contract.bindings:
        wanted = tuple(o for o in binding.operations if _is_wanted(o.name, patterns))
        if wanted:
            yield replace(binding, operations=wanted)


def _port_types(contract: Contract, patterns: Sequence[str]) -> Iterator[PortType]:
    for port_type in contract.port_types:
        wanted = tuple(n for n in port_type.operations if _is_wanted(n, patterns))
        if wanted:
            yield replace(port_type, operations=wanted)


def _is_wanted(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _unmatched(
    contract: Contract, patterns: Iterable[str], where: Location | None
) -> Iterator[Diagnostic]:
    names = {o.name for binding in contract.bindings for o in binding.operations}
    for pattern in dict.fromkeys(patterns):
        if not any(fnmatchcase(name, pattern) for name in names):
            message = f"only = {pattern!a}: the WSDL has no such operation"
            hint = did_you_mean(pattern, names)
            yield error("TS232", message, where=where, hint=hint)
