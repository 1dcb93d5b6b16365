"""Which services a run is for."""

from __future__ import annotations

from collections.abc import Sequence

from typedsoap.config import ServiceConfig
from typedsoap.config.pin import PinConfig
from typedsoap.errors import TypedSoapError, error
from typedsoap.suggestions import did_you_mean


def choose_services(
    services: Sequence[ServiceConfig], names: Sequence[str]
) -> tuple[tuple[ServiceConfig, PinConfig], ...]:
    """The services to fetch, each with where from.

    Args:
        names: Their modules; none for all that say where from.

    Raises:
        TypedSoapError: There is none, or none of that name, or it does not say (TS611).
    """
    wanted = _named(services, names)
    found = [(service, service.pin) for service in wanted if service.pin]
    if names and len(found) < len(wanted):
        silent = next(service for service in wanted if not service.pin)
        raise _none(
            f"the service '{silent.module}' does not say where its WSDL is from"
        )
    if not found:
        raise _none("no service says where its WSDL is from")
    return tuple((service, pin) for service, pin in found)


def choose_file(
    services: Sequence[ServiceConfig], names: Sequence[str]
) -> ServiceConfig:
    """The one service that a file is for.

    Raises:
        TypedSoapError: There are several, or none of that name (TS611).
    """
    wanted = _named(services, names)
    if len(wanted) != 1:
        message = "a file is for one service, and there are several"
        hint = did_you_mean("", [service.module for service in services])
        raise TypedSoapError([error("TS611", message, hint=hint)])
    return wanted[0]


def _named(
    services: Sequence[ServiceConfig], names: Sequence[str]
) -> Sequence[ServiceConfig]:
    known = {service.module: service for service in services}
    for name in names:
        if name not in known:
            message = f"no service is called {name!r}"
            hint = did_you_mean(name, known)
            raise TypedSoapError([error("TS611", message, hint=hint)])
    return [known[name] for name in dict.fromkeys(names)] if names else services


def _none(message: str) -> TypedSoapError:
    hint = 'add [tool.typedsoap.services.pin] with url = "https://...", or use --from'
    return TypedSoapError([error("TS611", message, hint=hint)])
