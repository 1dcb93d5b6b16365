"""Messages and port types: the abstract part of a WSDL (WSDL 1.1 §2.3 and §2.4)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from typing import TypeVar

from typedsoap.contract import Part, QName
from typedsoap.errors import Location
from typedsoap.reporting import Report
from typedsoap.source.model import Document
from typedsoap.source.names import read_name
from typedsoap.source.nodes import Node
from typedsoap.wsdl.namespaces import ADDRESSING_METADATA, WSDL
from typedsoap.wsdl.references import MESSAGE, find_definition, read_definition

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReference:
    """The input, output or a fault of a port type's operation."""

    name: str | None
    message: QName
    parts: tuple[Part, ...]
    addressing_action: str | None
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class AbstractOperation:
    """An operation of a port type, before a binding says how it is sent.

    Attributes:
        input: None for a notification, or with an error reported.
        output: None for a one-way operation, or with an error reported.
        solicits: Whether the output comes first, or alone: the server begins.
    """

    name: str
    input: MessageReference | None
    output: MessageReference | None
    faults: tuple[MessageReference, ...]
    solicits: bool
    documentation: str
    location: Location

    @property
    def signature(self) -> tuple[str, str | None, str | None]:
        """What tells overloaded operations apart: the name and the messages' names."""
        both = self.input is not None and self.output is not None
        return (
            self.name,
            _message_name(self.input, self.name + ("Request" if both else "")),
            _message_name(self.output, self.name + ("Response" if both else "")),
        )


def _message_name(reference: MessageReference | None, default: str) -> str | None:
    """The name of an input or output, with the default of WSDL 1.1 §2.4.5."""
    return None if reference is None else reference.name or default


@dataclass(frozen=True, slots=True, kw_only=True)
class AbstractPortType:
    """A port type with its operations in document order."""

    name: QName
    operations: tuple[AbstractOperation, ...]
    documentation: str
    location: Location


def documentation(node: Node) -> str:
    """The text of `wsdl:documentation`, white space made single blanks."""
    texts = (
        " ".join(text.text.split()) for text in node.children(WSDL, "documentation")
    )
    return "\n\n".join(text for text in texts if text)


def named(
    definitions: Iterable[Document],
    kind: str,
    read: Callable[[Node, QName], _Value],
    report: Report,
) -> dict[QName, _Value]:
    """All definitions of one kind by name, over all documents; TS105 for a double."""
    found: dict[QName, _Value] = {}
    places: dict[QName, Location] = {}
    for document in definitions:
        for node in document.node.children(WSDL, kind):
            local = read_name(node, report)
            if local is None:
                continue
            name = QName(document.target_namespace, local)
            if name in found:
                twice(kind, local, node, places[name], report)
                continue
            found[name] = read(node, name)
            places[name] = node.location
    return found


def twice(kind: str, name: str, node: Node, first: Location, report: Report) -> None:
    """Report TS105, a second definition of a name."""
    report.error(
        "TS105",
        f"the {kind} {name!r} is defined twice, here and at {first}",
        node.location,
        "remove or rename one of the two definitions",
    )


def read_port_type(
    node: Node, name: QName, messages: dict[QName, tuple[Part, ...]], report: Report
) -> AbstractPortType:
    """A `wsdl:portType`; TS105 for two operations that nothing tells apart."""
    operations: list[AbstractOperation] = []
    places: dict[tuple[str, str | None, str | None], Location] = {}
    for child in node.children(WSDL, "operation"):
        operation = _operation(child, messages, report)
        if operation is None:
            continue
        first = places.setdefault(operation.signature, child.location)
        if first is not child.location and first != child.location:
            twice("operation", operation.name, child, first, report)
            continue
        operations.append(operation)
    return AbstractPortType(
        name=name,
        operations=tuple(operations),
        documentation=documentation(node),
        location=node.location,
    )


def _operation(
    node: Node, messages: dict[QName, tuple[Part, ...]], report: Report
) -> AbstractOperation | None:
    name = read_name(node, report)
    directions = [child.tag.name for child in node.children(WSDL, "input", "output")]
    if name is None:
        return None
    if not directions or len(set(directions)) < len(directions):
        message = f"the operation {name!r} needs an input, an output or one of each"
        hint = "give it an input; an output as well if there is an answer"
        report.error("TS115", message, node.location, hint)
        return None
    references = {
        child.tag.name: _message_reference(child, messages, report)
        for child in node.children(WSDL, "input", "output")
    }
    faults = [
        _message_reference(child, messages, report)
        for child in node.children(WSDL, "fault")
        if read_name(child, report) is not None
    ]
    return AbstractOperation(
        name=name,
        input=references.get("input"),
        output=references.get("output"),
        faults=tuple(fault for fault in faults if fault is not None),
        solicits=directions[0] == "output",
        documentation=documentation(node),
        location=node.location,
    )


def _message_reference(
    node: Node, messages: dict[QName, tuple[Part, ...]], report: Report
) -> MessageReference | None:
    if node.tag.name == "fault":
        message = _fault_message(node, messages, report)
    else:
        message = read_definition(node, "message", MESSAGE, messages, report)
    if message is None:
        return None
    actions = (node.attribute("Action", space) for space in ADDRESSING_METADATA)
    return MessageReference(
        name=node.attribute("name"),
        message=message,
        parts=messages[message],
        addressing_action=next((action for action in actions if action), None),
        location=node.location,
    )


def _fault_message(
    node: Node, messages: Container[QName], report: Report
) -> QName | None:
    """The message of a fault; without it, the operation is as callable as with it."""
    message = find_definition(node, "message", MESSAGE, messages, report)
    if message is None or message in messages:
        return message
    report.warning(
        "TS170",
        f"the fault {node.attribute('name')!r} has the message {message}, which is not"
        " defined; it is raised as a plain SoapFault",
        node.location,
        "define it, or correct the reference",
    )
    return None
