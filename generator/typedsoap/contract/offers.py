"""What a contract offers, by which two are paired."""

from __future__ import annotations

from typedsoap.contract.wsdl import Contract


def offer(contract: Contract) -> str:
    """What a WSDL describes: its services, or without any its port types."""
    named = [service.name.name for service in contract.services]
    return ", ".join(named or [found.name.name for found in contract.port_types])
