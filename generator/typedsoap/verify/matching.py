"""Which operation of which service a page is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from typedsoap.contract import Contract, Operation, Schema, SoapVersion
from typedsoap.contract.bodies import request_body
from typedsoap.errors import Diagnostic, TypedSoapError, error
from typedsoap.service_source import ServiceSource
from typedsoap.verify.examples import parsed
from typedsoap.verify.pages import Page
from typedsoap.views.service_model import OperationView, PackageView, ServiceView


@dataclass(frozen=True, slots=True, kw_only=True)
class Documented:
    """A page with its operation, in the contract and in the generated package."""

    page: Page
    contract: Contract
    version: SoapVersion
    operation: Operation
    service: ServiceView
    method: OperationView


@dataclass(frozen=True, slots=True)
class Matches:
    """What the pages are about.

    Attributes:
        documented: Pages of operations that the package has.
        left_out: Pages of operations that the contract has and the package has not.
        unknown: Pages of operations that no contract has.
        undocumented: Operations of the documented services that no page shows.
        unusable: What is wrong with the pages that might be about several services.
    """

    documented: tuple[Documented, ...]
    left_out: tuple[Page, ...]
    unknown: tuple[Page, ...]
    undocumented: tuple[str, ...]
    unusable: tuple[Diagnostic, ...] = ()


def match_pages(
    pages: Iterable[Page], sources: Sequence[ServiceSource], view: PackageView
) -> Matches:
    """Find the operation of each page.

    A page whose folder is named like the port type or the module of one service, in
    whatever case, is about that service; any other may be about each that has an
    operation of its name. Where these are several it is unusable (TS503), and so it is
    where verify cannot judge its messages (TS606) or tell its operation (TS607).
    """
    documented: list[Documented] = []
    left_out: list[Page] = []
    unknown: list[Page] = []
    unusable: list[Diagnostic] = []
    services = {service.module: service for service in view.services}
    for page in pages:
        try:
            source = _source(page, sources)
            if source is None:
                unknown.append(page)
                continue
            found = _documented(page, source, services[source.config.module])
        except TypedSoapError as problem:
            unusable.extend(problem.diagnostics)
            continue
        if found is None:
            left_out.append(page)
        else:
            documented.append(found)
    shown = {(item.service.module, item.operation.name) for item in documented}
    touched = {module for module, _ in shown}
    undocumented = [
        method.name
        for service in view.services
        if service.module in touched
        for method in service.operations
        if (service.module, method.name) not in shown
    ]
    return Matches(
        tuple(documented),
        tuple(left_out),
        tuple(unknown),
        tuple(undocumented),
        tuple(unusable),
    )


def _source(page: Page, sources: Sequence[ServiceSource]) -> ServiceSource | None:
    """The service that has the page's operation; None where none has it.

    Raises:
        TypedSoapError: Several have it (TS503).
    """
    folder = page.folder.casefold()
    named = [source for source in sources if folder in _names(source)]
    # A folder that is named like a service holds its pages and no others.
    chosen = named if len(named) == 1 else sources
    candidates = [source for source in chosen if page.operation in _operations(source)]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    modules = ", ".join(source.config.module for source in candidates)
    raise TypedSoapError(
        [
            error(
                "TS503",
                f"operation {page.operation!r} is in several services: {modules}",
                where=page.where,
                hint="name the WSDL with --wsdl, or the folder like the service",
            )
        ]
    )


def _operations(source: ServiceSource) -> set[str]:
    return {
        operation.name
        for binding in source.contract.bindings
        for operation in binding.operations
    }


def _names(source: ServiceSource) -> set[str]:
    port_types = [port_type.name.name for port_type in source.contract.port_types]
    return {name.casefold() for name in (source.config.module, *port_types)}


def _documented(
    page: Page, source: ServiceSource, service: ServiceView
) -> Documented | None:
    """The page with its operation; None where the package does not have it.

    Raises:
        TypedSoapError: Its messages are in SOAP encoding (TS606), or the page may be
            about several operations of that name (TS607).
    """
    contract = source.supported
    methods = [method for method in service.operations if method.name == page.operation]
    for binding in contract.bindings:
        found = [item for item in binding.operations if item.name == page.operation]
        if not found or not methods:
            continue
        operation, method = found[0], methods[0]
        if len(found) > 1:
            operation, method = _overload(page, found, methods, contract.schema)
        if method.encoded:
            message = f"the messages of {page.operation} are in SOAP encoding"
            hint = "verify cannot judge these: a value has several forms in it"
            raise TypedSoapError([error("TS606", message, where=page.where, hint=hint)])
        return Documented(
            page=page,
            contract=contract,
            version=binding.soap_version,
            operation=operation,
            service=service,
            method=method,
        )
    return None


def _overload(
    page: Page,
    operations: Sequence[Operation],
    methods: Sequence[OperationView],
    schema: Schema,
) -> tuple[Operation, OperationView]:
    """The one of several operations whose Body has an element that the request has."""
    shown = {str(element.tag) for element in parsed(page.request).iter("{*}*")}
    bodies = [(request_body(item, schema).element, item) for item in operations]
    found = [
        (operation, method)
        for element, operation in bodies
        for method in methods
        if element is not None
        and str(element.name) in shown
        and method.request.tag is not None
        and method.request.tag.name == element.name
    ]
    if len(found) == 1:
        return found[0]
    message = f"{len(operations)} operations are called {page.operation}"
    hint = "verify tells them apart by the element in the Body of the request"
    raise TypedSoapError([error("TS607", message, where=page.where, hint=hint)])
