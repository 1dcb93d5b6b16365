"""What the ports of a client demand beyond what it does, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from typedsoap.contract import Binding, Contract, Port
from typedsoap.contract.demands import Demand
from typedsoap.errors import Diagnostic, warning


def unmet_demands(offered: Contract, whole: Contract) -> Iterator[Diagnostic]:
    """A warning (TS136) for each port of a client that demands what it does not do.

    Args:
        offered: What is generated of a port type, its default port first.
        whole: The contract that it was reduced from, with the ports passed over.
    """
    for service in offered.services:
        for port in service.ports:
            demands = _demands(port, offered, whole)
            if not demands:
                continue
            yield warning(
                "TS136",
                f"the port {port.name!r} demands what the client does not do:"
                f" {', '.join(demand.what for demand in demands)}",
                where=demands[0].location,
                hint=_hint(port, offered, whole),
            )


def _demands(port: Port, offered: Contract, whole: Contract) -> list[Demand]:
    """Those of the port and its binding, then those of generated operations alone."""
    binding = whole.binding(port.binding)
    if binding is None:
        return []
    found = {demand.what: demand for demand in (*port.demands, *binding.demands)}
    wanted = {operation.signature for operation in offered.operations}
    operations = [o for o in binding.operations if o.signature in wanted]
    single = [(d, o.name) for o in operations for d in o.demands if d.what not in found]
    counts = Counter(demand.what for demand, _ in single)
    for demand, name in single:
        count = counts[demand.what]
        place = f"the operation {name!r}" if count == 1 else f"{count} operations"
        said = Demand(f"{demand.what} in {place}", demand.location)
        found.setdefault(demand.what, said)
    return list(found.values())


def _hint(port: Port, offered: Contract, whole: Contract) -> str:
    ports = [other for service in offered.services for other in service.ports]
    for other in ports:
        if not _demands(other, offered, whole):
            default = ", the default," if other is ports[0] else ","
            return f"choose port={other.name!r}{default} which demands none of it"
    binding = whole.binding(port.binding)
    for service in whole.services:
        for other in service.ports:
            alike = _is_sent_alike(binding, whole.binding(other.binding))
            if alike and not _demands(other, offered, whole):
                return (
                    f"the port {other.name!r} demands none of it; give its address as"
                    " `endpoint`"
                )
    return (
        "the server may refuse the calls; ask for a port without these policies, or add"
        " what is missing in a `transport` of your own"
    )


def _is_sent_alike(one: Binding | None, other: Binding | None) -> bool:
    """Whether a client of the one sends what the other asks for."""
    return (
        one is not None
        and other is not None
        and one.port_type == other.port_type
        and one.soap_version is other.soap_version
        and one.transport == other.transport
        and one.operations == other.operations
    )
