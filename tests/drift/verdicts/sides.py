"""One side of one example: its contract, and what was generated from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module

from tests.corpus.sides import Pair, pairs_of
from tests.drift.verdicts.endpoints import Endpoint
from tests.drift.verdicts.examples import Example
from tests.drift.verdicts.packages import package_name
from typedsoap.service_source import ServiceSource


class Side:
    """One side of one example, its part of the generated package imported."""

    def __init__(
        self, example: Example, side: str, sources: Sequence[ServiceSource]
    ) -> None:
        self.wsdl = example.wsdl(side)
        self.package = package_name(side)
        self._contract = example.contract(side)
        self._made = {
            (binding.name, operation.signature): (operation, source.supported, pair)
            for source in sources
            for pair in (_pair(self.package, source),)
            for binding in source.supported.bindings
            for operation in binding.operations
        }

    def endpoints(self) -> Iterator[Endpoint]:
        """Every operation at every port."""
        for service in self._contract.services:
            for port in service.ports:
                binding = self._contract.binding(port.binding)
                for operation in binding.operations if binding else ():
                    nothing = operation, self._contract, None
                    key = port.binding, operation.signature
                    made, contract, pair = self._made.get(key, nothing)
                    yield Endpoint(
                        contract=contract,
                        service=service.name.name,
                        port=port,
                        operation=made,
                        pair=pair,
                    )


def _pair(package: str, source: ServiceSource) -> Pair:
    inner = f"{package}.{source.config.module}"
    client = import_module(f"{inner}.client")
    server = import_module(f"{inner}.server")
    (pair,) = pairs_of(client, server)
    return replace(pair, strict=False)
