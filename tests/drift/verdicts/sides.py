"""One side of one example: its contract, and what was generated from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from tests.corpus.sides import Pair, pairs_of
from tests.drift.verdicts.endpoints import Endpoint
from tests.drift.verdicts.examples import Example
from tests.drift.verdicts.packages import package_name
from typedsoap.contract import Contract, Operation
from typedsoap.overlay.loading import overlay_beside
from typedsoap.service_source import ServiceSource

_Made = tuple[Operation, Contract, Mapping[str, Pair]]


class Side:
    """One side of one example, its part of the generated package imported."""

    def __init__(
        self, example: Example, side: str, sources: Sequence[ServiceSource]
    ) -> None:
        self.wsdl = example.wsdl(side)
        self.package = package_name(side)
        self._contract = example.contract(side)
        self._overlaid = overlay_beside(self.wsdl) is not None
        self._made = {
            (binding.name, operation.signature): (operation, source.supported, pairs)
            for source in sources
            for pairs in (_pairs(self.package, source),)
            for binding in source.supported.bindings
            for operation in binding.operations
        }

    def endpoints(self) -> Iterator[Endpoint]:
        """Every operation at every port."""
        for service in self._contract.services:
            for port in service.ports:
                binding = self._contract.binding(port.binding)
                for operation in binding.operations if binding else ():
                    assert binding is not None
                    nothing: _Made = operation, self._contract, {}
                    key = port.binding, operation.signature
                    made, contract, pairs = self._made.get(key, nothing)
                    # Clients know one port of several that speak the same.
                    pair = pairs.get(port.name, next(iter(pairs.values()), None))
                    yield Endpoint(
                        contract=contract,
                        service=service.name.name,
                        port=port,
                        version=binding.soap_version,
                        operation=made,
                        pair=pair,
                        overlaid=self._overlaid,
                    )


def _pairs(package: str, source: ServiceSource) -> Mapping[str, Pair]:
    """What was generated for a port type, by port."""
    inner = f"{package}.{source.config.module}"
    client = import_module(f"{inner}.client")
    server = import_module(f"{inner}.server")
    return {p.port: replace(p, strict=False) for p in pairs_of(client, server)}
