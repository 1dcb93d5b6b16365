"""The one port of a WSDL that is generated, and a warning for each of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from typedsoap.contract import Binding, Contract, Port, Service, SoapVersion
from typedsoap.errors import Diagnostic, warning

SOAP_OVER_HTTP: Final = "http://schemas.xmlsoap.org/soap/http"


@dataclass(frozen=True, slots=True)
class BoundPort:
    """A port with its service and its binding."""

    service: Service
    port: Port
    binding: Binding


def choose_port(contract: Contract) -> tuple[BoundPort | None, list[Diagnostic]]:
    """The first SOAP 1.1 port over HTTP, if it is the only one of its port type.

    Two such ports of one port type may differ in how they are called, and nothing says
    which is meant: neither is generated.
    """
    diagnostics: list[Diagnostic] = []
    candidates: list[BoundPort] = []
    for found in _ports(contract):
        reason = _unusable(found.binding)
        if reason is None:
            candidates.append(found)
        else:
            hint = "only SOAP 1.1 over HTTP can be generated yet"
            diagnostics.append(_warning("TS153", found, reason, hint))
    chosen: BoundPort | None = None
    for found in candidates:
        port_type = found.binding.port_type
        same = [other for other in candidates if other.binding.port_type == port_type]
        if len(same) > 1:
            reason = f"is one of {len(same)} for the port type {port_type.name!r}"
            hint = "keep one of these ports in the file that you generate from"
        elif chosen is not None:
            reason = "is not the first"
            hint = "only one port can be generated yet; keep the one you need"
        else:
            chosen = found
            continue
        diagnostics.append(_warning("TS154", found, reason, hint))
    return chosen, diagnostics


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


def _warning(code: str, found: BoundPort, reason: str, hint: str) -> Diagnostic:
    message = f"the port {found.port.name!r} {reason}; it is left out of the client"
    return warning(code, message, where=found.port.location, hint=hint)
