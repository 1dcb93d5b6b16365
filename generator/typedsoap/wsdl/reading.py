"""WSDL 1.1 documents to a Contract (W3C Note of 15 March 2001)."""

from __future__ import annotations

from collections.abc import Mapping

from typedsoap.contract import Binding, Contract, Port, PortType, QName, Service
from typedsoap.errors import Diagnostic, Location
from typedsoap.reporting import Report
from typedsoap.schema.optimisable import tell_inline
from typedsoap.schema.reading import read_schema
from typedsoap.schema.unresolved import judge
from typedsoap.source.model import Documents
from typedsoap.source.names import read_name
from typedsoap.source.nodes import Node
from typedsoap.wsdl.bindings import BindingReader, soap_child
from typedsoap.wsdl.counting import check_counts
from typedsoap.wsdl.definitions import (
    documentation,
    named,
    read_port_type,
    twice,
)
from typedsoap.wsdl.namespaces import WSDL
from typedsoap.wsdl.parts import read_parts
from typedsoap.wsdl.policies import Policies
from typedsoap.wsdl.references import BINDING, find_definition


def read_contract(documents: Documents) -> tuple[Contract, tuple[Diagnostic, ...]]:
    """What a WSDL and its imports say, and the warnings about it, sorted.

    Bindings, ports and services that are not SOAP are passed over.

    Raises:
        TypedSoapError: Every error found, sorted; TS017, TS018 and TS1xx.
    """
    report = Report()
    for found in documents.warnings:
        report.add(found)
    check_counts(documents, report)
    schema, unresolved = read_schema(documents, report)
    definitions = documents.definitions
    messages = named(
        definitions,
        "message",
        lambda node, name: read_parts(node, name, schema, unresolved, report),
        report,
    )
    port_types = named(
        definitions,
        "portType",
        lambda node, name: read_port_type(node, name, messages, report),
        report,
    )
    policies = Policies(definitions)
    reader = BindingReader(port_types, messages, policies, report)
    bindings = named(definitions, "binding", reader.read, report)
    services = named(
        definitions,
        "service",
        lambda node, name: _service(node, name, bindings, policies, report),
        report,
    )
    soap = tuple(binding for binding in bindings.values() if binding is not None)
    operations = [operation for binding in soap for operation in binding.operations]
    judge(unresolved, documents.absent, schema, operations, report)
    tell_inline(documents, report)
    bound = {binding.port_type for binding in soap}
    if not report.errors and not any(binding.operations for binding in soap):
        _no_operation(documents, soap, report)
    report.raise_errors()
    contract = Contract(
        name=documents.root.node.attribute("name"),
        target_namespace=documents.root.target_namespace,
        services=tuple(found for found in services.values() if found.ports),
        bindings=soap,
        port_types=tuple(
            PortType(
                name=found.name,
                operations=tuple(operation.name for operation in found.operations),
                documentation=found.documentation,
                location=found.location,
            )
            for found in port_types.values()
            if found.name in bound
        ),
        schema=schema,
    )
    return contract, report.warnings


def _no_operation(
    documents: Documents, bindings: tuple[Binding, ...], report: Report
) -> None:
    message = "the WSDL has no SOAP operation"
    hint = "its bindings have no operation"
    if not bindings:
        hint = "it has no SOAP binding; is it a part that another WSDL imports?"
    report.error("TS117", message, documents.root.node.location, hint)


def _service(
    node: Node,
    name: QName,
    bindings: Mapping[QName, Binding | None],
    policies: Policies,
    report: Report,
) -> Service:
    ports: dict[str, Port] = {}
    places: dict[str, Location] = {}
    for child in node.children(WSDL, "port"):
        port_name = read_name(child, report)
        binding = find_definition(child, "binding", BINDING, bindings, report)
        if port_name is None or binding is None:
            continue
        if binding not in bindings:
            _left_out(port_name, binding, child, report)
            continue
        if port_name in places:
            twice("port", port_name, child, places[port_name], report)
            continue
        places[port_name] = child.location
        if bindings[binding] is not None:
            address = soap_child(child, "address")
            ports[port_name] = Port(
                name=port_name,
                binding=binding,
                address=None if address is None else address.attribute("location"),
                demands=policies.demands(child),
                documentation=documentation(child),
                location=child.location,
            )
    return Service(
        name=name,
        ports=tuple(ports.values()),
        documentation=documentation(node),
        location=node.location,
    )


def _left_out(name: str, binding: QName, node: Node, report: Report) -> None:
    report.warning(
        "TS109",
        f"the port {name!r} has the binding {binding}, which is not defined; it is left"
        " out",
        node.location,
        "define it, or correct the reference",
    )
