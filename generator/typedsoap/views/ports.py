"""The ports that a client can be of, with the version of SOAP that each speaks."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, urlsplit

from typedsoap.contract import SoapVersion
from typedsoap.quoting import quote
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.service_model import PortView

_SCHEMES: Final = frozenset(("http", "https"))
_CONSTANTS: Final = {SoapVersion.SOAP_1_1: "SOAP_11", SoapVersion.SOAP_1_2: "SOAP_12"}


def port_views(service: ServiceInput) -> tuple[PortView, ...]:
    """The ports of a service; none where SOAP 1.1 is all that it speaks.

    That is what the runtime takes for granted.
    """
    versions = {port.name: service.version(port) for port in service.ports}
    if set(versions.values()) == {SoapVersion.SOAP_1_1}:
        return ()
    own = has_default_endpoint(service) and default_endpoint(service) is None
    return tuple(
        PortView(
            literal=quote(port.name),
            version=_CONSTANTS[versions[port.name]],
            address=quote(port.address or "") if own else None,
        )
        for port in service.ports
    )


def has_default_endpoint(service: ServiceInput) -> bool:
    """Whether a client that is told no endpoint has one: the address of its port."""
    addresses = [port.address or "" for port in service.ports]
    return service.config.default_endpoint and all(map(_is_endpoint, addresses))


def default_endpoint(service: ServiceInput) -> str | None:
    """Literal of the address that all ports have, if it is a client's default."""
    addresses = {port.address or "" for port in service.ports}
    if len(addresses) > 1 or not has_default_endpoint(service):
        return None
    return quote(addresses.pop())


def address_path(address: str) -> str:
    """The path of a port's address; "/" where it has none, or is no URL."""
    parts = _split(address)
    return (parts.path if parts else "") or "/"


def _is_endpoint(address: str) -> bool:
    """Whether something can be sent to an address; many WSDLs have but a placeholder."""
    parts = _split(address)
    return parts is not None and parts.scheme in _SCHEMES and bool(parts.netloc)


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
