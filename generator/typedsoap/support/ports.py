"""Which ports of a WSDL are generated: one for each port type (WSDL 1.1 §2.6 and §2.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from typedsoap.contract import Binding, Contract, Port, QName, Service, SoapVersion
from typedsoap.errors import Diagnostic, warning

SOAP_OVER_HTTP: Final = "http://schemas.xmlsoap.org/soap/http"


@dataclass(frozen=True, slots=True)
class BoundPort:
    """A port with its service and its binding."""

    service: Service
    port: Port
    binding: Binding


def choose_ports(contract: Contract) -> tuple[list[BoundPort], list[Diagnostic]]:
    """The first SOAP 1.1 port over HTTP of each port type, in the order of the ports.

    Another port of such a port type that has the same operations is the same client
    with another endpoint. That and a SOAP 1.2 port beside a SOAP 1.1 port take nothing
    away, so nothing is said of them; each other port that is left out is a warning.
    """
    diagnostics: list[Diagnostic] = []
    chosen: dict[QName, BoundPort] = {}
    others: list[BoundPort] = []
    for found in _ports(contract):
        if _unusable(found.binding) is not None:
            others.append(found)
            continue
        first = chosen.setdefault(found.binding.port_type, found)
        if first.binding.operations != found.binding.operations:
            diagnostics.append(_differs(found, first))
    for found in others:
        binding = found.binding
        reason = _unusable(binding)
        if binding.transport == SOAP_OVER_HTTP and binding.port_type in chosen:
            continue
        hint = "only SOAP 1.1 over HTTP can be generated yet"
        diagnostics.append(_warning("TS153", found, f"{reason}", hint))
    return list(chosen.values()), diagnostics


def divide(contract: Contract) -> tuple[list[Contract], list[Diagnostic]]:
    """A contract for each port type, with its one service, port and binding.

    Returns:
        The contracts, none where no port can be generated, and warnings for the ports
        that are left out.
    """
    chosen, diagnostics = choose_ports(contract)
    return [_alone(contract, found) for found in chosen], diagnostics


def _alone(contract: Contract, found: BoundPort) -> Contract:
    return replace(
        contract,
        services=(replace(found.service, ports=(found.port,)),),
        bindings=(found.binding,),
        port_types=tuple(
            port_type
            for port_type in contract.port_types
            if port_type.name == found.binding.port_type
        ),
    )


def _ports(contract: Contract) -> Iterator[BoundPort]:
    for service in contract.services:
        for port in service.ports:
            binding = contract.binding(port.binding)
            if binding is not None:
                yield BoundPort(service, port, binding)


def _unusable(binding: Binding) -> str | None:
    if binding.soap_version is not SoapVersion.SOAP_1_1:
        return f"speaks SOAP {binding.soap_version}"
    if binding.transport != SOAP_OVER_HTTP:
        return f"has the transport {binding.transport!r}"
    return None


def _differs(found: BoundPort, first: BoundPort) -> Diagnostic:
    reason = (
        f"sends the port type {found.binding.port_type.name!r} in another way than"
        f" {first.port.name!r}"
    )
    hint = f"to call it, generate from a file without the port {first.port.name!r}"
    return _warning("TS154", found, reason, hint)


def _warning(code: str, found: BoundPort, reason: str, hint: str) -> Diagnostic:
    message = f"the port {found.port.name!r} {reason}; it is left out of the client"
    return warning(code, message, where=found.port.location, hint=hint)
