"""Which message shapes can be generated today: wrapped document/literal."""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.contract import Message, Operation, QName, Style, Use


def messages(operation: Operation) -> Iterator[Message]:
    """The request, and the reply if there is one."""
    yield operation.input
    if operation.output is not None:
        yield operation.output


def message_elements(operation: Operation) -> Iterator[QName]:
    """The Body elements and header blocks of an operation, request first."""
    for message in messages(operation):
        yield from body_elements(message)
        yield from header_elements(message)


def body_elements(message: Message) -> Iterator[QName]:
    """The elements of the parts that form Body."""
    for part in message.body_parts:
        if part.element is not None:
            yield part.element


def header_elements(message: Message) -> Iterator[QName]:
    """The elements that are header blocks."""
    for header in message.headers:
        if header.element is not None:
            yield header.element


def shape_problem(operation: Operation) -> str | None:
    """What in the way an operation is sent cannot be generated yet."""
    if operation.style is Style.RPC:
        return f"rpc/{operation.input.use}"
    if operation.output is None:
        return "a one-way message"
    if operation.faults:
        return "declared faults"
    found = (_message_problem(message) for message in messages(operation))
    return next((problem for problem in found if problem is not None), None)


def _message_problem(message: Message) -> str | None:
    uses = (message.use, *(header.use for header in message.headers))
    blocks = list(header_elements(message))
    if Use.ENCODED in uses:
        return "SOAP encoding"
    if message.attachments:
        return "MIME attachments"
    if len(message.body) != 1:
        return f"{len(message.body) or 'no'} parts in Body"
    if next(body_elements(message), None) is None:
        return "a Body part that is no element"
    if len(blocks) < len(message.headers):
        return "a header block that is no element"
    if len(set(blocks)) < len(blocks):
        return "one header block twice"
    return None
