"""N1 to N4: the form in which an example is printed, made the one that a client sends.

Each function changes a parsed envelope in place and returns how often it did something.
Documentation tends to print envelopes that no server would take: with another SOAP
version's namespace, header blocks beside Body and declared types spelled out. N5 and N6
are in `typedsoap.verify.empty_values`. Nothing else about an example may differ from the
contract.
"""

from __future__ import annotations

from typing import Final

from typedsoap.contract import ComplexType, QName, Schema
from typedsoap.errors import Location
from typedsoap.source.nodes import Element
from typedsoap.verify.said_types import derived_type
from typedsoap.verify.shapes import ANY_TYPE, Declared, definition_of, walk
from typedsoap.verify.values import Problem
from typedsoap.verify.xml import (
    ENVELOPE_NAMESPACES,
    WHITE_SPACE,
    XSI_TYPE,
    qname,
    resolve,
)

NORMALISATIONS: Final = {
    "N1": "Envelope, Header or Body moved to the binding's SOAP namespace",
    "N2": "header block moved into Header, or an empty Header dropped",
    "N3": "white space dropped between elements",
    "N4": "xsi:type checked against the declared type and dropped",
    "N5": "optional nil element dropped",
    "N6": "optional empty value dropped that its type does not allow",
    "N6 filled": "required empty value filled that its type does not allow",
}


def move_to_soap_namespace(envelope: Element, soap: str) -> int:
    """N1: Envelope, Header and Body move to the namespace of the binding's version."""
    moved = 0
    for element in (envelope, *envelope):
        name = qname(element)
        if name.namespace in ENVELOPE_NAMESPACES.values() and name.namespace != soap:
            element.tag = f"{{{soap}}}{name.name}"
            moved += 1
    return moved


def gather_header_blocks(envelope: Element, soap: str) -> int:
    """N2: what stands directly under Envelope moves into one Header before Body.

    What follows Body stays: it is not how examples show header blocks.
    """
    blocks: list[Element] = []
    header: Element | None = None
    for element in envelope:
        if element.tag == f"{{{soap}}}Body":
            break
        if element.tag == f"{{{soap}}}Header":
            header = element
        else:
            blocks.append(element)
    if not blocks:
        return 0
    if header is None:
        header = envelope.makeelement(f"{{{soap}}}Header")
        envelope.insert(0, header)
    header.extend(blocks)
    return len(blocks)


def drop_empty_header(envelope: Element, soap: str) -> int:
    """N2 for a Header that holds nothing: it is optional, and clients leave it out."""
    dropped = 0
    for header in envelope.findall(f"{{{soap}}}Header"):
        if (
            len(header) == 0
            and not header.attrib
            and not header.text
            and not header.tail
        ):
            envelope.remove(header)
            dropped += 1
    return dropped


def drop_envelope_layout(envelope: Element, soap: str) -> int:
    """N3 for Envelope, Header and Body, which no schema of the contract declares."""
    outer = (envelope, *envelope)
    return sum(_drop_white_space(e) for e in outer if qname(e).namespace == soap)


def drop_layout(root: Declared, schema: Schema) -> int:
    """N3: white space between elements, and in types that hold elements, is dropped."""
    return sum(
        _drop_white_space(item.element)
        for item in walk(root, schema)
        if len(item.element) > 0 or _holds_elements(item, schema)
    )


def _holds_elements(item: Declared, schema: Schema) -> bool:
    definition = definition_of(item.declaration, schema)
    return isinstance(definition, ComplexType) and not definition.simple_content


def _drop_white_space(element: Element) -> int:
    dropped = 0
    if element.text and not element.text.strip(WHITE_SPACE):
        element.text = None
        dropped += 1
    for child in element:
        if child.tail and not child.tail.strip(WHITE_SPACE):
            child.tail = None
            dropped += 1
    return dropped


def drop_declared_types(
    root: Declared, schema: Schema, file: str
) -> tuple[int, tuple[Problem, ...]]:
    """N4: an `xsi:type` that resolves to the declared type is dropped.

    One of a type derived from it stays. So does any other, and is a problem: but not for
    an `xs:anyType`, whose value it is.
    """
    dropped = 0
    problems: list[Problem] = []
    for item in walk(root, schema):
        text = item.element.get(XSI_TYPE)
        if text is None or item.declaration is None:
            continue
        declared = schema.declaration(item.declaration).type
        if (
            isinstance(declared, QName)
            and resolve(item.element, text) == declared.written
        ):
            del item.element.attrib[XSI_TYPE]
            dropped += 1
        elif declared != ANY_TYPE and not derived_type(
            item.declaration, item.element, schema
        ):
            name = qname(item.element).name
            message = f"{name} has xsi:type {text!r}, which is not its declared type"
            problems.append(Problem(message, Location(file, item.element.sourceline)))
    return dropped, tuple(problems)
