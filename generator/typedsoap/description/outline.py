"""A service as JSON values, for `typedsoap show`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

from typedsoap.contract import Contract, Signature
from typedsoap.errors import Diagnostic
from typedsoap.overlay import OperationOverlay
from typedsoap.service_source import ServiceSource
from typedsoap.views.model import MemberView
from typedsoap.views.places import Place
from typedsoap.views.service_model import HeaderBlockView, PackageView, ServiceView


class PortData(TypedDict):
    """A port of a service."""

    name: str
    binding: str
    soap_version: str | None
    address: str | None


class ServiceData(TypedDict):
    """A service of the WSDL."""

    name: str
    ports: list[PortData]


class MemberData(TypedDict):
    """A header block, or a field of a type."""

    element: str
    name: str
    type: str
    optional: bool
    nillable: bool
    required: bool
    secret: bool


class OperationData(TypedDict):
    """An operation that can be called; `raises` are the errors that are its own."""

    name: str
    signature: str
    action: str
    raises: list[str]
    documentation: str


class TypeData(TypedDict):
    """A class of the client; `members` are those of an enumeration."""

    name: str
    module: str
    base: str | None
    fields: list[MemberData]
    members: list[str]


class DiagnosticData(TypedDict):
    """A diagnostic."""

    code: str
    severity: str
    message: str
    file: str | None
    line: int | None
    hint: str | None


class Description(TypedDict):
    """Everything that `typedsoap show` tells; the names are stable."""

    wsdl: str
    target_namespace: str
    services: list[ServiceData]
    port_type: str
    client: str
    request_headers: list[MemberData]
    response_headers: list[MemberData]
    operations: list[OperationData]
    left_out: list[str]
    types: list[TypeData]
    diagnostics: list[DiagnosticData]


def describe(source: ServiceSource, package: PackageView) -> Description:
    """Describe the one service of a package."""
    (service,) = package.services
    return Description(
        wsdl=source.config.display,
        target_namespace=source.contract.target_namespace,
        services=_services(source),
        port_type=service.name,
        client=service.client,
        request_headers=[_block(block) for block in service.request_blocks],
        response_headers=[_block(block) for block in service.response_blocks],
        operations=list(_operations(source, service)),
        left_out=_left_out(source),
        types=list(_types(package)),
        diagnostics=diagnostics_as_data(source.diagnostics),
    )


def diagnostics_as_data(diagnostics: Iterable[Diagnostic]) -> list[DiagnosticData]:
    """Diagnostics as JSON values."""
    return [
        DiagnosticData(
            code=diagnostic.code,
            severity=diagnostic.severity.value,
            message=diagnostic.message,
            file=diagnostic.where.file if diagnostic.where else None,
            line=diagnostic.where.line if diagnostic.where else None,
            hint=diagnostic.hint,
        )
        for diagnostic in diagnostics
    ]


def _services(source: ServiceSource) -> list[ServiceData]:
    contract = source.contract
    services: list[ServiceData] = []
    for service in contract.services:
        ports: list[PortData] = []
        for port in service.ports:
            binding = contract.binding(port.binding)
            ports.append(
                PortData(
                    name=port.name,
                    binding=port.binding.name,
                    soap_version=binding.soap_version.value if binding else None,
                    address=port.address,
                )
            )
        services.append(ServiceData(name=service.name.name, ports=ports))
    return services


def _operations(source: ServiceSource, service: ServiceView) -> Iterator[OperationData]:
    overlays: Mapping[str, OperationOverlay] = source.expanded.operations
    written = source.supported.operations
    for operation, contract in zip(service.operations, written, strict=True):
        overlay = overlays.get(operation.name, OperationOverlay())
        yield OperationData(
            name=operation.name,
            signature=operation.signature,
            action=contract.action,
            raises=list(operation.raises),
            documentation=overlay.documentation or contract.documentation,
        )


def _left_out(source: ServiceSource) -> list[str]:
    def signatures(contract: Contract) -> dict[Signature, None]:
        operations = (o for b in contract.bindings for o in b.operations)
        return dict.fromkeys(operation.signature for operation in operations)

    bound, kept = signatures(source.contract), signatures(source.supported)
    left_out = {found[0] for found in bound if found not in kept}
    callable_names = {found[0] for found in bound}
    # Operations that the server begins are in no binding, and in the port type alone.
    every = (name for found in source.contract.port_types for name in found.operations)
    return [
        name
        for name in dict.fromkeys(every)
        if name in left_out or name not in callable_names
    ]


def _types(package: PackageView) -> Iterator[TypeData]:
    for namespace in package.namespaces:
        for record in namespace.records:
            yield TypeData(
                name=record.class_name,
                module=namespace.module,
                base=record.base,
                fields=[_member(field) for field in record.fields],
                members=[],
            )
        for enumeration in namespace.enumerations:
            yield TypeData(
                name=enumeration.class_name,
                module=namespace.module,
                base=None,
                fields=[],
                members=[ast.literal_eval(m.value) for m in enumeration.members],
            )


def _block(block: HeaderBlockView) -> MemberData:
    data = _member(block.value)
    data["element"] = block.member.xml_name
    return data


def _member(member: MemberView) -> MemberData:
    return MemberData(
        element=member.xml_name,
        name=member.name,
        type=member.annotation,
        optional=member.optional,
        nillable=member.nillable,
        # What else there may be is a dictionary, empty where nothing is.
        required=member.required and member.place is not Place.OTHER_ATTRIBUTES,
        secret=member.secret,
    )
