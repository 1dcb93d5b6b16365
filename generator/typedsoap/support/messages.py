"""Which message shapes can be generated today: wrapped document/literal."""

from __future__ import annotations

from typedsoap.contract import Message, Operation, Style, Use


def shape_problem(operation: Operation) -> str | None:
    """What in the way an operation is sent cannot be generated yet."""
    if operation.style is Style.RPC:
        return f"rpc/{operation.input.use}"
    if operation.output is None:
        return "a one-way message"
    if operation.faults:
        return "declared faults"
    found = (_message_problem(message) for message in operation.messages)
    return next((problem for problem in found if problem is not None), None)


def _message_problem(message: Message) -> str | None:
    uses = (message.use, *(header.use for header in message.headers))
    blocks = message.header_elements
    if Use.ENCODED in uses:
        return "SOAP encoding"
    if message.attachments:
        return "MIME attachments"
    if len(message.body) != 1:
        return f"{len(message.body) or 'no'} parts in Body"
    if not message.body_elements:
        return "a Body part that is no element"
    if len(blocks) < len(message.headers):
        return "a header block that is no element"
    if len(set(blocks)) < len(blocks):
        return "one header block twice"
    return None
