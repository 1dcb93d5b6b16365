"""The ports that a client can be of, with the version of SOAP that each speaks."""

from __future__ import annotations

from typing import Final

from typedsoap.contract import SoapVersion
from typedsoap.quoting import quote
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.service_model import PortView

_CONSTANTS: Final = {SoapVersion.SOAP_1_1: "SOAP_11", SoapVersion.SOAP_1_2: "SOAP_12"}


def port_views(service: ServiceInput) -> tuple[PortView, ...]:
    """The ports of a service; none where SOAP 1.1 is all that it speaks.

    That is what the runtime takes for granted.
    """
    versions = {port.name: service.version(port) for port in service.ports}
    if set(versions.values()) == {SoapVersion.SOAP_1_1}:
        return ()
    return tuple(
        PortView(quote(name), _CONSTANTS[version]) for name, version in versions.items()
    )
