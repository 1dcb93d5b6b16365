"""What views are built from: one contract with its overlay a service."""

from __future__ import annotations

from dataclasses import dataclass

from typedsoap.bindings.binding import Bindings
from typedsoap.config import ServiceConfig
from typedsoap.contract import Binding, Contract, Port, PortType, SoapVersion
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
    def ports(self) -> tuple[Port, ...]:
        """The ports that a client can be of, the default first."""
        return tuple(
            port for service in self.contract.services for port in service.ports
        )

    @property
    def port(self) -> Port:
        """The default port."""
        return self.ports[0]

    @property
    def binding(self) -> Binding:
        """The binding of that port."""
        return self._binding(self.port)

    def version(self, port: Port) -> SoapVersion:
        """The version of SOAP that a port speaks."""
        return self._binding(port).soap_version

    def _binding(self, port: Port) -> Binding:
        binding = self.contract.binding(port.binding)
        if binding is None:
            raise LookupError(port.binding)
        return binding

    @property
    def port_type(self) -> PortType:
        """The port type of that binding."""
        port_type = self.contract.port_type(self.binding.port_type)
        if port_type is None:
            raise LookupError(self.binding.port_type)
        return port_type
