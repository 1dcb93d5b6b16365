"""What may come back about header blocks: `soap:headerfault` (WSDL 1.1 §3.7)."""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.contract import Fault, QName, Use
from typedsoap.reporting import Report
from typedsoap.source.names import read_choice
from typedsoap.source.nodes import Node
from typedsoap.wsdl.messages import MessageIndex, soap_children
from typedsoap.wsdl.namespaces import WSDL
from typedsoap.wsdl.references import MESSAGE, find_definition


def read_header_faults(
    operation: Node, messages: MessageIndex, report: Report
) -> tuple[Fault, ...]:
    """The header faults of a binding's operation, each once.

    Without one, the operation is as callable as with it: what is wrong with it is a
    warning (TS122).

    Args:
        messages: The parts of every message.
    """
    found: dict[tuple[QName, str, str | None], Fault] = {}
    for node in _nodes(operation):
        fault = _fault(node, messages, report)
        if fault is not None:
            found.setdefault((fault.message, fault.name, fault.namespace), fault)
    return tuple(found.values())


def _nodes(operation: Node) -> Iterator[Node]:
    for direction in operation.children(WSDL, "input", "output"):
        for header in soap_children(direction, "header"):
            yield from header.children(header.tag.namespace, "headerfault")


def _fault(node: Node, messages: MessageIndex, report: Report) -> Fault | None:
    name = node.attribute("part") or ""
    message = None
    if node.attribute("message") is not None:
        message = find_definition(node, "message", MESSAGE, messages, report)
    parts = () if message is None else messages.get(message, ())
    part = next((part for part in parts if part.name == name), None)
    if message is None or part is None:
        report.warning(
            "TS122",
            f"the header fault {name!r} is not decoded: it names no part of a message",
            node.location,
            "correct `message` and `part`; until then `headers` of a SoapFault has the"
            " block as XML",
        )
        return None
    return Fault(
        name=name,
        message=message,
        parts=(part,),
        use=read_choice(node, "use", Use, Use.LITERAL, report),
        namespace=node.attribute("namespace"),
        location=node.location,
    )
