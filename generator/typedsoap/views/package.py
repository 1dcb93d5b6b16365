"""The view of a whole package: the way in for `typedsoap.pipeline`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from typedsoap import naming
from typedsoap.bindings.binding import shared_types
from typedsoap.config import Config
from typedsoap.contract import QName, Use
from typedsoap.views.docstrings import Section, docstring, sentence
from typedsoap.views.encoded_types import encoded_types
from typedsoap.views.faults import declared_faults, fault_classes
from typedsoap.views.inputs import ServiceInput
from typedsoap.views.model import Name
from typedsoap.views.module_names import fixed_names
from typedsoap.views.namespaces import NamespaceBuilder
from typedsoap.views.reach import reached_elements, reached_types
from typedsoap.views.service_model import PackageView, ResultErrorView, ServiceView
from typedsoap.views.services import ServiceBuilder
from typedsoap.views.type_overlays import type_overlays
from typedsoap.views.type_table import TypeTable
from typedsoap.views.xml_names import XmlNames


def build_package(config: Config, services: Sequence[ServiceInput]) -> PackageView:
    """Everything that the templates of one package need.

    Args:
        services: The configured services, in the order of the configuration; their
            contracts hold only operations that `typedsoap.support.operations` lets through.

    Raises:
        TypedSoapError: Two services define one type differently, or a chosen name is
            no usable one.
    """
    reached = reached_types(services)
    declared = {
        element.type
        for element in reached_elements(services, reached)
        if isinstance(element.type, QName)
    }
    encoded = encoded_types(services)
    table = TypeTable(reached, type_overlays(services, reached), declared, encoded)
    xml_names = XmlNames()
    bindings = shared_types(service.bindings for service in services)
    literal = reached_types(services, Use.LITERAL)
    builder = NamespaceBuilder(table, xml_names, bindings, {*literal}, encoded)
    namespaces = builder.namespaces()
    faults = fault_classes(services, table)
    views = tuple(
        ServiceBuilder(service, table, xml_names, faults).service()
        for service in services
    )
    names = {**fixed_names(), **table.names()}
    results = _result_names(views, names)
    result_errors = _result_errors(services, views, results)
    names |= {name.bound: name for name in results.values()}
    return PackageView(
        package=config.package,
        distribution=config.distribution,
        version=config.version,
        description=config.description,
        sources=tuple(view.source for view in views),
        namespaces=namespaces,
        services=views,
        failure_detail=_failure_detail(views),
        result_errors=result_errors,
        faults=declared_faults(faults, views),
        constants=xml_names.constants(),
        short_names=xml_names.short_names(),
        names=names,
        class_modules=table.class_modules(),
    )


def _failure_detail(services: Sequence[ServiceView]) -> str:
    """The annotation of what a failure header tells, over all services."""
    found: dict[str, None] = {}
    for service in services:
        rule = service.header_failure
        for block in service.response_blocks:
            if rule is not None and block.member.name == rule.detail:
                found.setdefault(block.member.type.stored)
    return " | ".join(found) or "None"


def _result_names(
    views: Sequence[ServiceView], taken: Iterable[str]
) -> dict[tuple[str, str], Name]:
    """The classes of results, by service and name, as one module can import them all.

    Of several services with a class of one name the first has the name itself.
    """
    known: dict[tuple[str, str], Name] = {}
    scope = naming.Scope(taken)
    first: set[str] = set()
    for view in views:
        for result in view.results:
            own = result.class_name
            if own is None:
                continue
            wanted = own
            if own in first:
                wanted = f"{naming.class_name(view.module)}{own}"
            first.add(own)
            bound = scope.claim((view.module, own), wanted)
            alias = None if bound == own else bound
            known[view.module, own] = replace(view.names[own], alias=alias)
    return known


def _result_errors(
    services: Sequence[ServiceInput],
    views: Sequence[ServiceView],
    names: Mapping[tuple[str, str], Name],
) -> tuple[ResultErrorView, ...]:
    """One exception class a name, with every result that it may hold."""
    results: dict[str, dict[str, None]] = {}
    for view in views:
        for result in view.results:
            if result.failure is not None:
                held = result.annotation
                if result.class_name is not None:
                    held = names[view.module, result.class_name].bound
                results.setdefault(result.failure.error, {})[held] = None
    texts: dict[str, str] = {}
    for service in services:
        for operation in service.overlay.operations.values():
            if operation.failure is not None and operation.failure.documentation:
                texts.setdefault(
                    operation.failure.error, operation.failure.documentation
                )
    return tuple(
        ResultErrorView(
            class_name=name,
            annotation=" | ".join(annotations),
            docstring=docstring(
                sentence(texts.get(name, "")) or "The reply's result means failure.",
                indent=4,
                sections=[
                    Section(
                        "Attributes",
                        (
                            (
                                "result",
                                "The whole decoded reply; what a success must have may "
                                "be None here.",
                            ),
                        ),
                    )
                ],
            ),
        )
        for name, annotations in results.items()
    )
