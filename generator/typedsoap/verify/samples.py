"""An example envelope, normalised and read: what a client should send or understand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from lxml import etree

from typedsoap.contract import Message, QName, Schema, SoapVersion
from typedsoap.contract.bodies import Body
from typedsoap.contract.header_blocks import header_blocks
from typedsoap.errors import Location
from typedsoap.source.nodes import Element
from typedsoap.verify.empty_values import drop_nil_elements, fill_empty_samples
from typedsoap.verify.examples import parsed
from typedsoap.verify.infoset import Node, infoset
from typedsoap.verify.normalise import (
    drop_declared_types,
    drop_empty_header,
    drop_envelope_layout,
    drop_layout,
    gather_header_blocks,
    move_to_soap_namespace,
)
from typedsoap.verify.pages import Example
from typedsoap.verify.reading import SampleReader
from typedsoap.verify.shapes import (
    Declared,
    declared_blocks,
    declared_body,
)
from typedsoap.verify.values import Composite, Problem, Value
from typedsoap.verify.writing import written
from typedsoap.verify.xml import ENVELOPE_NAMESPACES, qname


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """An example after its normalisations.

    Attributes:
        data: The normalised envelope.
        envelope: Its infoset.
        named: Where a text is a qualified name: see `named_places`.
        contract_form: The infoset that the contract gives what was read. It differs from
            `envelope` where the example has something else, or in another order.
        headers: The header blocks by name.
        body: What the message is about, by element; None where Body does not hold it.
        applied: How often each normalisation did something, by its name in
            `NORMALISATIONS`.
        problems: What the contract does not allow.
    """

    data: bytes
    envelope: Node
    named: Set[str]
    contract_form: Node
    headers: Mapping[QName, Value]
    body: Composite | None
    applied: Counter[str]
    problems: tuple[Problem, ...]


def read_sample(
    example: Example,
    message: Message,
    expected: Body,
    schema: Schema,
    version: SoapVersion,
    named: Set[str],
) -> Sample:
    """Normalise an example of a message and read it by the contract.

    Args:
        expected: What the message's Body should hold.
        named: See `Sample`.

    Raises:
        TypedSoapError: The example is not well-formed XML (TS002 to TS007).
    """
    file = example.where.file
    envelope = parsed(example)
    soap = ENVELOPE_NAMESPACES[version]
    applied: Counter[str] = Counter()
    applied["N1"] = move_to_soap_namespace(envelope, soap)
    applied["N2"] = gather_header_blocks(envelope, soap)
    applied["N3"] = drop_envelope_layout(envelope, soap)
    problems: list[Problem] = []
    header, body = (_children(envelope, f"{{{soap}}}{n}") for n in ("Header", "Body"))
    blocks = declared_blocks(header, header_blocks(message, schema))
    content = (
        tuple(
            Declared(e, expected.element) for e in envelope.findall(f"{{{soap}}}Body")
        )
        if expected.direct
        else declared_body(body, expected.element)
    )
    for root in (*blocks, *content):
        applied["N3"] += drop_layout(root, schema)
        dropped, mistyped = drop_declared_types(root, schema, file)
        applied["N4"] += dropped
        problems.extend(mistyped)
        applied["N5"] += drop_nil_elements(root, schema)
        emptied = fill_empty_samples(root, schema)
        applied["N6"] += emptied.dropped
        applied["N6 filled"] += emptied.filled
    blocks = tuple(block for block in blocks if block.element.getparent() is not None)
    applied["N2"] += drop_empty_header(envelope, soap)
    reader = SampleReader(schema, file)
    headers = _read_all(reader, blocks)
    bodies = _read_all(reader, content)
    problems.extend(reader.problems)
    problems.extend(_misplaced(envelope, soap, file, blocks, content, expected))
    return Sample(
        data=etree.tostring(envelope, encoding="UTF-8", xml_declaration=True),
        envelope=infoset(envelope, named),
        named=named,
        contract_form=_contract_form(soap, message, expected, schema, headers, bodies),
        headers=headers,
        body=_subject(expected, bodies),
        applied=applied,
        problems=tuple(problems),
    )


def _subject(expected: Body, bodies: Mapping[QName, Value]) -> Composite | None:
    """The elements that a message is about, as inside of a wrapper."""
    if expected.element is None:
        return Composite({})
    if expected.bare and bodies:
        return Composite({name: (value,) for name, value in bodies.items()})
    return next((v for v in bodies.values() if isinstance(v, Composite)), None)


def _children(envelope: Element, name: str) -> tuple[Element, ...]:
    return tuple(child for part in envelope.findall(name) for child in part)


def _read_all(reader: SampleReader, roots: Sequence[Declared]) -> dict[QName, Value]:
    values: dict[QName, Value] = {}
    for root in roots:
        if root.declaration is not None:
            for value in reader.read(root.element, root.declaration):
                values[root.declaration.key] = value
    return values


def _misplaced(
    envelope: Element,
    soap: str,
    file: str,
    blocks: Sequence[Declared],
    content: Sequence[Declared],
    expected: Body,
) -> tuple[Problem, ...]:
    """What the envelope holds that the operation's message does not have."""
    undeclared = [
        item.element for item in (*blocks, *content) if item.declaration is None
    ]
    problems = [
        Problem(
            f"{qname(element)} is not part of the message",
            Location(file, element.sourceline),
        )
        for element in undeclared
    ]
    if qname(envelope) != QName(soap, "Envelope"):
        where = Location(file, envelope.sourceline)
        problems.append(Problem(f"{qname(envelope)} is no SOAP envelope", where))
    elif len(content) != (wanted := 0 if expected.element is None else 1):
        where = Location(file, envelope.sourceline)
        text = f"Body holds {len(content)} elements, not {wanted}"
        problems.append(Problem(text, where))
    return tuple(problems)


def _contract_form(
    soap: str,
    message: Message,
    expected: Body,
    schema: Schema,
    headers: Mapping[QName, Value],
    bodies: Mapping[QName, Value],
) -> Node:
    blocks = tuple(
        written(headers[block.key], block, schema)
        for block in header_blocks(message, schema)
        if block.key in headers
    )
    held = tuple(
        written(value, expected.element, schema)
        for value in bodies.values()
        if expected.element is not None
    )
    content = held[0].content if expected.direct and held else held
    body = Node(f"{{{soap}}}Body", content=content)
    header = (Node(f"{{{soap}}}Header", content=blocks),) if blocks else ()
    return Node(f"{{{soap}}}Envelope", content=(*header, body))
