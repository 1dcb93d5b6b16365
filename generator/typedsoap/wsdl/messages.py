"""The messages of a bound operation: Body, header blocks, attachments (WSDL 1.1 §3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from typedsoap.contract import Header, Message, Part, QName, Use
from typedsoap.reporting import Report
from typedsoap.source.names import read_choice
from typedsoap.source.nodes import Node
from typedsoap.wsdl.definitions import MessageReference
from typedsoap.wsdl.namespaces import MIME, SOAP_1_1, SOAP_1_2
from typedsoap.wsdl.references import MESSAGE, read_definition

MessageIndex = Mapping[QName, tuple[Part, ...]]


def read_message(
    reference: MessageReference,
    binding: Node | None,
    messages: MessageIndex,
    report: Report,
) -> Message:
    """The input or output of an operation.

    Args:
        reference: What the port type says.
        binding: The `wsdl:input` or `wsdl:output` of the binding, if there is one.
        messages: The parts of every message, for header blocks.
    """
    # One that is said twice is one block.
    found = dict.fromkeys(_headers(binding, messages, report)) if binding else ()
    headers = tuple(found)
    body = next(soap_children(binding, "body"), None) if binding else None
    attachments = tuple(_attachments(binding, reference, report)) if binding else ()
    elsewhere = {
        header.part for header in headers if header.message == reference.message
    }
    elsewhere.update(attachments)
    use = Use.LITERAL
    names = tuple(part.name for part in reference.parts if part.name not in elsewhere)
    if body is not None:
        use = read_choice(body, "use", Use, use, report)
        words = body.words("parts")
        if words is not None:
            names = tuple(_existing(words, reference, body, report))
    return Message(
        name=reference.message,
        wsdl_name=reference.name,
        parts=reference.parts,
        body=names,
        attachments=attachments,
        use=use,
        encoding_style=_encoding_style(body, use),
        headers=headers,
        addressing_action=reference.addressing_action,
        namespace=body.attribute("namespace") if body is not None else None,
        location=reference.location,
    )


def soap_children(node: Node, name: str) -> Iterator[Node]:
    """SOAP extension elements in document order, also those in a MIME root part."""
    for space in (SOAP_1_1, SOAP_1_2):
        yield from node.children(space, name)
    for multipart in node.children(MIME, "multipartRelated"):
        for part in multipart.children(MIME, "part"):
            yield from soap_children(part, name)


def _encoding_style(body: Node | None, use: Use) -> str | None:
    """The encoding style; of a literal message it changes nothing (WSDL 1.1 §3.5)."""
    if body is None or use is Use.LITERAL:
        return None
    return body.attribute("encodingStyle")


def _existing(
    names: list[str], reference: MessageReference, node: Node, report: Report
) -> Iterator[str]:
    known = {part.name for part in reference.parts}
    for name in names:
        if name in known:
            yield name
        else:
            _no_part(name, reference.message, node, report)


def _no_part(name: str, message: QName, node: Node, report: Report) -> None:
    report.error(
        "TS111",
        f"the message {message} has no part {name!r}",
        node.location,
        "add the part to the message, or correct the name",
    )


def _headers(node: Node, messages: MessageIndex, report: Report) -> Iterator[Header]:
    for header in soap_children(node, "header"):
        message = read_definition(header, "message", MESSAGE, messages, report)
        part_name = header.attribute("part")
        if message is None:
            continue
        parts = {part.name: part for part in messages[message]}
        part = parts.get(part_name or "")
        if part is None:
            _no_part(part_name or "", message, header, report)
            continue
        yield Header(
            message=message,
            part=part.name,
            element=part.element,
            type=part.type,
            namespace=header.attribute("namespace"),
            use=read_choice(header, "use", Use, Use.LITERAL, report),
            location=header.location,
        )


def _attachments(
    node: Node, reference: MessageReference, report: Report
) -> Iterator[str]:
    for multipart in node.children(MIME, "multipartRelated"):
        for mime_part in multipart.children(MIME, "part"):
            content = mime_part.child(MIME, "content", "mimeXml")
            name = content.attribute("part") if content is not None else None
            if content is not None and name is not None:
                yield from _existing([name], reference, content, report)
