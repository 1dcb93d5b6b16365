"""What views are built from: one contract with its overlay a service."""

from __future__ import annotations

from dataclasses import dataclass

from typedsoap.bindings.binding import Bindings
from typedsoap.config import ServiceConfig
from typedsoap.contract import Binding, Contract, Port, PortType
from typedsoap.overlay import Overlay


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceInput:
    """One configured service.

    Attributes:
        contract: Its contract, reduced to the operations that can be generated.
        overlay: What the contract lacks; the empty overlay where there is none.
        bindings: xsdata's classes of its schemas, found equal to the contract.
    """

    config: ServiceConfig
    contract: Contract
    overlay: Overlay
    bindings: Bindings

    @property
    def port(self) -> Port:
        """The one port that is generated."""
        return next(
            port for service in self.contract.services for port in service.ports
        )

    @property
    def binding(self) -> Binding:
        """The binding of that port."""
        binding = self.contract.binding(self.port.binding)
        if binding is None:
            raise LookupError(self.port.binding)
        return binding

    @property
    def port_type(self) -> PortType:
        """The port type of that binding."""
        port_type = self.contract.port_type(self.binding.port_type)
        if port_type is None:
            raise LookupError(self.binding.port_type)
        return port_type
