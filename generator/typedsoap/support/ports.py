"""Which ports of a WSDL are generated, for each port type (WSDL 1.1 §2.6 and §2.7)."""

from __future__ import annotations

from collections.abc import Container, Iterator
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


@dataclass(frozen=True, slots=True)
class OfferedPorts:
    """The ports of one port type that a client can be of.

    Attributes:
        default: The one that it is of unless it is told otherwise.
        other: One of the same service that differs in the version of SOAP alone.
    """

    default: BoundPort
    other: BoundPort | None

    @property
    def ports(self) -> tuple[Port, ...]:
        """The ports, the default first."""
        return tuple(found.port for found in self._both)

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """Their bindings, in the same order."""
        return tuple(found.binding for found in self._both)

    @property
    def _both(self) -> tuple[BoundPort, ...]:
        return (self.default,) if self.other is None else (self.default, self.other)


def choose_ports(contract: Contract) -> tuple[list[OfferedPorts], list[Diagnostic]]:
    """The ports over HTTP of each port type that are generated, in the order of the ports.

    The default is the first one of SOAP 1.1, or else of SOAP 1.2. The first port of the
    other version is offered beside it. Any other port that has the same operations is
    the same client with another endpoint. That takes nothing away, so nothing is said of
    it; each other port that is left out is a warning.
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
    others: dict[QName, BoundPort] = {}
    for found in usable:
        first = chosen[found.binding.port_type]
        if found.binding.operations != first.binding.operations:
            diagnostics.append(_differs(found, first))
        elif (
            found.binding.soap_version is not first.binding.soap_version
            and found.service.name == first.service.name
        ):
            others.setdefault(found.binding.port_type, found)
    offered = [
        OfferedPorts(found, others.get(found.binding.port_type))
        for found in usable
        if found in chosen.values()
    ]
    return offered, diagnostics


def divide(contract: Contract) -> tuple[list[Contract], list[Diagnostic]]:
    """A contract for each port type, with its service, its ports and their bindings.

    Returns:
        The contracts, none where no port can be generated, and warnings for the ports
        that are left out.
    """
    chosen, diagnostics = choose_ports(contract)
    return [_alone(contract, found) for found in chosen], diagnostics


def _alone(contract: Contract, found: OfferedPorts) -> Contract:
    default = found.default
    return replace(
        contract,
        services=(replace(default.service, ports=found.ports),),
        bindings=found.bindings,
        port_types=tuple(
            port_type
            for port_type in contract.port_types
            if port_type.name == default.binding.port_type
        ),
    )


def _ports(contract: Contract) -> Iterator[BoundPort]:
    """Every port, and then those made up for port types that have none."""
    offered: set[QName] = set()
    for service in contract.services:
        for found in _bound(service, contract):
            offered.add(found.binding.port_type)
            yield found
    yield from _bound(_made_up(contract, offered), contract)


def _bound(service: Service, contract: Contract) -> Iterator[BoundPort]:
    for port in service.ports:
        binding = contract.binding(port.binding)
        if binding is not None:
            yield BoundPort(service, port, binding)


def _made_up(contract: Contract, offered: Container[QName]) -> Service:
    """A service for bindings whose port type no port offers, each with a port of its name.

    Their addresses are told elsewhere, often by an operation of another port type.
    """
    return Service(
        name=QName(contract.target_namespace, contract.name or ""),
        ports=tuple(
            Port(
                name=binding.name.name, binding=binding.name, location=binding.location
            )
            for binding in contract.bindings
            if binding.port_type not in offered
        ),
    )


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
