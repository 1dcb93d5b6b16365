"""SOAP bindings: how the operations of a port type are sent (WSDL 1.1 §2.5 and §3)."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from typedsoap.contract import (
    Binding,
    Fault,
    Message,
    Operation,
    QName,
    SoapVersion,
    Style,
    Use,
)
from typedsoap.reporting import Report
from typedsoap.source.names import read_choice, read_name
from typedsoap.source.nodes import Node
from typedsoap.wsdl.definitions import (
    AbstractOperation,
    AbstractPortType,
    MessageReference,
    documentation,
    twice,
)
from typedsoap.wsdl.header_faults import read_header_faults
from typedsoap.wsdl.messages import MessageIndex, read_message
from typedsoap.wsdl.namespaces import SOAP_1_1, SOAP_1_2, WSDL
from typedsoap.wsdl.policies import Policies
from typedsoap.wsdl.references import PORT_TYPE, read_definition

_VERSIONS = {SOAP_1_1: SoapVersion.SOAP_1_1, SOAP_1_2: SoapVersion.SOAP_1_2}


def soap_child(node: Node, name: str) -> Node | None:
    """The SOAP extension element of that name, of either SOAP version."""
    return node.child(SOAP_1_1, name) or node.child(SOAP_1_2, name)


@dataclass(frozen=True, slots=True)
class BindingReader:
    """What reading a binding needs besides its own element."""

    port_types: Mapping[QName, AbstractPortType]
    messages: MessageIndex
    policies: Policies
    report: Report

    def read(self, node: Node, name: QName) -> Binding | None:
        """A `wsdl:binding`; None for one that is not SOAP, or with an error reported.

        The operations come in the order of the port type. An operation that the binding
        has not is a warning (TS120), one that the port type has not an error (TS112).
        """
        soap = soap_child(node, "binding")
        if soap is None:
            return None
        port_type_name = read_definition(
            node, "type", PORT_TYPE, self.port_types, self.report
        )
        if port_type_name is None:
            return None
        port_type = self.port_types[port_type_name]
        style = read_choice(soap, "style", Style, Style.DOCUMENT, self.report)
        bound = self._match(node, port_type)
        for operation in port_type.operations:
            if operation.signature not in bound:
                self.report.warning(
                    "TS120",
                    f"the operation {operation.name!r} is not in the binding"
                    f" {name.name!r}; it is left out of the client",
                    node.location,
                    "add it to the binding if the service has it",
                )
        operations = (
            self._operation(bound[abstract.signature], abstract, style)
            for abstract in port_type.operations
            if abstract.signature in bound
        )
        return Binding(
            name=name,
            port_type=port_type_name,
            soap_version=_VERSIONS[soap.tag.namespace],
            transport=soap.attribute("transport") or "",
            operations=tuple(found for found in operations if found is not None),
            demands=self.policies.demands(node),
            documentation=documentation(node),
            location=node.location,
        )

    def _match(
        self, node: Node, port_type: AbstractPortType
    ) -> dict[tuple[str, str | None, str | None], Node]:
        """The binding's operations by the signature of the port type's."""
        bound: dict[tuple[str, str | None, str | None], Node] = {}
        for child in node.children(WSDL, "operation"):
            name = read_name(child, self.report)
            if name is None:
                continue
            found = _candidate(child, name, port_type, bound)
            if found is None:
                self.report.error(
                    "TS112",
                    f"the operation {name!r} is not in the port type"
                    f" {port_type.name.name!r}",
                    child.location,
                    "add it to the port type, or remove it from the binding",
                )
            elif found.signature in bound:
                first = bound[found.signature].location
                twice("operation", name, child, first, self.report)
            else:
                bound[found.signature] = child
        return bound

    def _operation(
        self, node: Node, abstract: AbstractOperation, style: Style
    ) -> Operation | None:
        """The operation; None with TS157 for one that the server begins."""
        if abstract.solicits:
            self.report.warning(
                "TS157",
                f"the operation {abstract.name!r} is begun by the server; it is left"
                " out of the client",
                abstract.location,
                "only one-way and request-response operations can be called",
            )
            return None
        if abstract.input is None:
            # Its message is not defined, which is reported there.
            return None
        soap = soap_child(node, "operation")
        action = ""
        if soap is not None:
            action = soap.attribute("soapAction") or ""
            style = read_choice(soap, "style", Style, style, self.report)
        return Operation(
            name=abstract.name,
            action=action,
            style=style,
            input=self._message(abstract.input, node),
            output=(
                None
                if abstract.output is None
                else self._message(abstract.output, node, "output")
            ),
            faults=self._faults(node, abstract),
            header_faults=read_header_faults(node, self.messages, self.report),
            demands=self.policies.demands(node),
            documentation=abstract.documentation,
            location=abstract.location,
        )

    def _message(
        self, reference: MessageReference, node: Node, direction: str = "input"
    ) -> Message:
        bound = node.child(WSDL, direction)
        return read_message(reference, bound, self.messages, self.report)

    def _faults(self, node: Node, abstract: AbstractOperation) -> tuple[Fault, ...]:
        bound = {
            fault.attribute("name"): soap_child(fault, "fault")
            for fault in node.children(WSDL, "fault")
        }
        faults: list[Fault] = []
        for fault in abstract.faults:
            soap = bound.get(fault.name)
            use = Use.LITERAL
            namespace = None
            if soap is not None:
                use = read_choice(soap, "use", Use, use, self.report)
                namespace = soap.attribute("namespace")
            faults.append(
                Fault(
                    name=fault.name or "",
                    message=fault.message,
                    parts=fault.parts,
                    use=use,
                    namespace=namespace,
                    location=fault.location,
                )
            )
        return tuple(faults)


def _candidate(
    node: Node,
    name: str,
    port_type: AbstractPortType,
    bound: Container[tuple[str, str | None, str | None]],
) -> AbstractOperation | None:
    """The port type's operation that a binding's operation means (WSDL 1.1 §2.5).

    Where names are left out in the binding, it is the first one with such messages that
    no operation before it has meant.
    """
    candidates = [found for found in port_type.operations if found.name == name]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    for direction, position in (("input", 1), ("output", 2)):
        child = node.child(WSDL, direction)
        wanted = child.attribute("name") if child is not None else None
        if wanted is not None:
            candidates = [
                found for found in candidates if found.signature[position] == wanted
            ]
    one_way = node.child(WSDL, "output") is None
    candidates.sort(
        key=lambda found: (found.signature in bound, (found.output is None) != one_way)
    )
    return candidates[0] if candidates else None
