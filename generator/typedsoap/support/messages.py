"""Which message shapes can be generated today, and what in them cannot."""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.contract import Message, Operation, Part, Schema, Style, Use
from typedsoap.contract.bodies import bodies
from typedsoap.contract.header_blocks import header_blocks
from typedsoap.support.encoding import encoded_part_problem, encoding_problem
from typedsoap.support.types import (
    Problem,
    body_type_problem,
    header_problem,
    part_problem,
    wrapper_problem,
)


def shape_problem(operation: Operation) -> str | None:
    """What in the way an operation is sent cannot be generated yet."""
    found = (_message_problem(message, operation) for message in operation.messages)
    return next((problem for problem in found if problem is not None), None)


def attachment_problem(operation: Operation) -> str | None:
    """What of an operation is sent beside the envelope (WSDL 1.1 §5, SwA)."""
    for message in operation.messages:
        if message.attachments:
            whose = "request" if message is operation.input else "reply"
            named = ", ".join(map(repr, message.attachments))
            parts = "the part" if len(message.attachments) == 1 else "the parts"
            return f"{parts} {named} of its {whose} as MIME attachments"
    return None


def content_problems(operation: Operation, schema: Schema) -> Iterator[Problem]:
    """What in the elements and parts of the messages cannot be generated yet."""
    for name in operation.elements:
        if name not in schema.elements:
            yield Problem(f"the element {name}, which no schema declares", None)
            return
    for message, body in zip(
        operation.messages, bodies(operation, schema), strict=True
    ):
        judge = header_problem if body.bare or body.direct else wrapper_problem
        get = schema.value if body.direct else schema.elements.get
        elements = (get(name) for name in message.body_elements)
        found = [judge(element, schema) for element in elements if element is not None]
        found += [
            _part_problem(part, message, operation, schema)
            for part in message.body_parts
        ]
        found += [
            header_problem(block, schema) for block in header_blocks(message, schema)
        ]
        found += [
            encoded_part_problem(Part(name=header.part, type=header.type), schema)
            for header in message.headers
            if header.use is Use.ENCODED
        ]
        yield from (problem for problem in found if problem is not None)


def _message_problem(message: Message, operation: Operation) -> str | None:
    for header in message.headers:
        if header.use is Use.ENCODED and header.type is None:
            return "an encoded header block that is an element"
    if message.use is Use.ENCODED:
        problem = encoding_problem(message, operation)
        if problem is not None:
            return problem
    if operation.style is Style.RPC:
        if message.body_elements:
            return "an element as a part of style rpc"
    else:
        problem = _document_problem(message)
        if problem is not None:
            return problem
    return None


def _document_problem(message: Message) -> str | None:
    """What keeps the parts from standing in Body beside one another."""
    elements = message.body_elements
    if len(message.body) > 1 and len(elements) < len(message.body):
        typed = next(part for part in message.body_parts if part.element is None)
        return f"the Body part {typed.name!r}, which is a type beside other parts"
    if len(set(elements)) < len(elements):
        return "one element as two parts in Body"
    return None


def _part_problem(
    part: Part, message: Message, operation: Operation, schema: Schema
) -> Problem | None:
    if operation.style is Style.RPC:
        judge = encoded_part_problem if message.use is Use.ENCODED else part_problem
        return judge(part, schema)
    return None if part.type is None else body_type_problem(part, schema)
