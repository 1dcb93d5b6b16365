"""Which ports of a WSDL are generated: one for each port type (WSDL 1.1 §2.6 and §2.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from typedsoap.contract import Binding, Contract, Port, QName, Service, SoapVersion
from typedsoap.errors import Diagnostic, warning

SOAP_OVER_HTTP: Final = frozenset(
    {
        "http://schemas.xmlsoap.org/soap/http",
        "http://www.w3.org/2003/05/soap/bindings/HTTP/",
    }
)


@dataclass(frozen=True, slots=True)
class BoundPort:
    """A port with its service and its binding."""

    service: Service
    port: Port
    binding: Binding


def choose_ports(contract: Contract) -> tuple[list[BoundPort], list[Diagnostic]]:
    """The port over HTTP of each port type that is generated, in the order of the ports.

    It is the first one of SOAP 1.1, or else of SOAP 1.2. Another port of the port type
    that has the same operations is the same client with another endpoint. That and a
    SOAP 1.2 port beside a SOAP 1.1 port take nothing away, so nothing is said of them;
    each other port that is left out is a warning.
    """
    diagnostics: list[Diagnostic] = []
    usable: list[BoundPort] = []
    for found in _ports(contract):
        if found.binding.transport in SOAP_OVER_HTTP:
            usable.append(found)
        else:
            diagnostics.append(_unreachable(found))
    chosen: dict[QName, BoundPort] = {}
    for version in SoapVersion:
        for found in usable:
            if found.binding.soap_version is version:
                chosen.setdefault(found.binding.port_type, found)
    for found in usable:
        first = chosen[found.binding.port_type]
        same_version = found.binding.soap_version is first.binding.soap_version
        if same_version and found.binding.operations != first.binding.operations:
            diagnostics.append(_differs(found, first))
    return [found for found in usable if found in chosen.values()], diagnostics


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


def _unreachable(found: BoundPort) -> Diagnostic:
    reason = f"has the transport {found.binding.transport!r}"
    return _warning("TS153", found, reason, "only SOAP over HTTP can be generated")


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
