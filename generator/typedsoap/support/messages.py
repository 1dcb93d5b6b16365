"""Which message shapes can be generated today: all but multi-part ones."""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.contract import Message, Operation, Schema, Style, Use
from typedsoap.contract.bodies import bodies
from typedsoap.support.encoding import encoded_part_problem, encoding_problem
from typedsoap.support.types import (
    Problem,
    header_problem,
    part_problem,
    wrapper_problem,
)


def shape_problem(operation: Operation) -> str | None:
    """What in the way an operation is sent cannot be generated yet."""
    found = (_message_problem(message, operation) for message in operation.messages)
    return next((problem for problem in found if problem is not None), None)


def content_problems(operation: Operation, schema: Schema) -> Iterator[Problem]:
    """What in the elements and parts of the messages cannot be generated yet."""
    for name in operation.elements:
        if name not in schema.elements:
            yield Problem(f"the element {name}, which no schema declares", None)
            return
    for message, body in zip(
        operation.messages, bodies(operation, schema), strict=True
    ):
        judge = header_problem if body.bare else wrapper_problem
        found = [judge(schema.elements[name], schema) for name in message.body_elements]
        of_part = encoded_part_problem if message.use is Use.ENCODED else part_problem
        found += [of_part(part, schema) for part in message.body_parts]
        found += [
            header_problem(schema.elements[name], schema)
            for name in message.header_elements
        ]
        yield from (problem for problem in found if problem is not None)


def _message_problem(message: Message, operation: Operation) -> str | None:
    blocks = message.header_elements
    if Use.ENCODED in (header.use for header in message.headers):
        return "an encoded header block"
    if message.use is Use.ENCODED:
        problem = encoding_problem(message, operation)
        if problem is not None:
            return problem
    if message.attachments:
        return "MIME attachments"
    if operation.style is Style.RPC:
        if message.body_elements:
            return "an element as a part of style rpc"
    elif len(message.body) > 1:
        names = ", ".join(map(repr, message.body))
        return f"{len(message.body)} parts in Body, {names}"
    else:
        for part in message.body_parts:
            if part.element is None:
                return f"the Body part {part.name!r}, which is no element"
    for header in message.headers:
        if header.element is None:
            return f"the header block {header.part!r}, which is no element"
    if len(set(blocks)) < len(blocks):
        return "one header block twice"
    return None
