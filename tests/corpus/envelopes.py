"""Random envelopes of an operation's messages, and what is declared in them.

Source: SOAP 1.1 §4, SOAP 1.2 Part 1 §5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from xml.sax.saxutils import quoteattr

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from tests.corpus.documents import Documents
from tests.corpus.schemas import XSD
from typedsoap.contract import (
    XSD_NAMESPACE,
    Binding,
    Contract,
    Element,
    Message,
    Operation,
    QName,
    Schema,
    SoapVersion,
    Style,
    Use,
)
from typedsoap.contract.bodies import Body, bodies
from typedsoap.contract.body_types import part_element, parts_as_elements
from typedsoap.contract.fault_entries import fault_body, fault_entries
from typedsoap.contract.header_blocks import header_blocks

NAMESPACES: Final = {
    SoapVersion.SOAP_1_1: "http://schemas.xmlsoap.org/soap/envelope/",
    SoapVersion.SOAP_1_2: "http://www.w3.org/2003/05/soap-envelope",
}
_T = TypeVar("_T")

# Values are only drawn: nothing is searched, and nothing shrunk.
_CHECKS: Final = (
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.large_base_example,
    HealthCheck.too_slow,
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope taken apart: the header blocks, and what is in Body."""

    blocks: tuple[Node, ...]
    content: tuple[Node, ...]

    @classmethod
    def read(cls, data: bytes) -> Envelope:
        """The envelope that bytes are."""
        root = etree.fromstring(data)
        namespace = etree.QName(root).namespace
        blocks = root.iterfind(f"{{{namespace}}}Header/*")
        return cls(tuple(blocks), tuple(root.iterfind(f"{{{namespace}}}Body/*")))

    def write(self, version: SoapVersion) -> bytes:
        """The bytes of it."""
        namespace = NAMESPACES[version]
        root = etree.Element(f"{{{namespace}}}Envelope", nsmap={"soap": namespace})
        if self.blocks:
            header = etree.SubElement(root, f"{{{namespace}}}Header")
            header.extend(deepcopy(self.blocks))
        body = etree.SubElement(root, f"{{{namespace}}}Body")
        body.extend(deepcopy(self.content))
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    @property
    def elements(self) -> tuple[Node, ...]:
        """Everything that a schema declares."""
        return (*self.blocks, *self.content)


def envelopes(
    operation: Operation,
    schema: Schema,
    number: int,
    seeded: int,
    documents: type[Documents] = Documents,
    whole: Schema | None = None,
) -> list[list[Envelope]]:
    """Random requests, and replies where there are any; each first a full one.

    Args:
        documents: What makes their elements.
        whole: See `Documents`.

    Raises:
        NoTexts: A text cannot be made.
    """
    pairs = zip(operation.messages, bodies(operation, schema), strict=True)
    return [
        [
            *_drawn(
                message, body, documents(schema, full=True, whole=whole), 1, seeded
            ),
            *_drawn(
                message,
                body,
                documents(schema, full=False, whole=whole),
                number,
                seeded,
            ),
        ]
        for message, body in pairs
    ]


def _drawn(
    message: Message, body: Body, documents: Documents, number: int, seeded: int
) -> list[Envelope]:
    found: list[Envelope] = []

    @st.composite
    def envelope(draw: Any) -> Envelope:
        blocks = [
            documents.element(draw, block)
            for block in header_blocks(message, documents.schema)
            if documents.full or draw(st.booleans())
        ]
        # What is spread has parameters for its own type's content alone.
        exact = not body.bare
        content = (
            [documents.element(draw, body.element, exact=exact)] if body.element else []
        )
        if body.direct:
            content = [*content[0]]
        return Envelope(tuple(blocks), tuple(content))

    _collect(envelope(), found, number, seeded)
    return found


def details(
    operation: Operation, schema: Schema, number: int, seeded: int, whole: Schema
) -> list[list[Node]]:
    """Random entries of the detail of each declared fault; each first a full one.

    Args:
        whole: See `Documents`.

    Raises:
        NoTexts: A text cannot be made.
    """
    found: list[list[Node]] = []
    for entry in fault_entries(operation, schema):
        exact = not fault_body(entry, schema).bare
        drawn: list[Node] = []
        for full, count in ((True, 1), (False, number)):
            documents = Documents(schema, full=full, whole=whole)
            _collect(_elements(documents, entry.element, exact), drawn, count, seeded)
        found.append(drawn)
    return found


@st.composite
def _elements(draw: Any, documents: Documents, declared: Element, exact: bool) -> Node:
    return documents.element(draw, declared, exact=exact)


def drawn_element(schema: Schema, declared: Element, seeded: int) -> Node:
    """One random element of a declaration, with all that it may have."""
    found: list[Node] = []
    documents = Documents(schema, full=True)
    _collect(_elements(documents, declared, False), found, 1, seeded)
    return found[0]


def _collect(
    strategy: st.SearchStrategy[_T], found: list[_T], number: int, seeded: int
) -> None:
    @seed(seeded)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=_CHECKS,
    )
    @given(strategy)
    def collect(made: _T) -> None:
        found.append(made)

    collect()


def bindings(contracts: Iterable[Contract]) -> Iterator[tuple[Contract, Binding]]:
    """Every binding with its contract."""
    for contract in contracts:
        for binding in contract.bindings:
            yield contract, binding


def wrappers(*contracts: Contract) -> dict[str, str]:
    """Schemas of elements that parts with types stand for, by target namespace.

    Those are what style rpc has in Body, parts whose type Body cannot be of, and header
    blocks.
    """
    found: dict[str, dict[str, str]] = {}
    for contract, binding in bindings(contracts):
        for operation in binding.operations:
            if operation.style is Style.RPC and operation.use is Use.LITERAL:
                for body in bodies(operation, contract.schema):
                    if body.name is not None:
                        inner = found.setdefault(body.name.namespace, {})
                        inner[body.name.name] = _declared(body)
            for part in parts_as_elements(operation, contract.schema):
                assert part.type is not None
                found.setdefault("", {})[part.name] = _typed(
                    part_element(part, part.type)
                )
            for message in operation.messages:
                for block in header_blocks(message, contract.schema):
                    if block.name not in contract.schema.elements:
                        inner = found.setdefault(block.name.namespace, {})
                        inner[block.name.name] = _typed(block)
    return {namespace: _schema(namespace, inner) for namespace, inner in found.items()}


def _declared(body: Body) -> str:
    assert body.name is not None
    return (
        f'<element name="{body.name.name}"><complexType><sequence>'
        f"{''.join(map(_typed, body.members))}</sequence></complexType></element>"
    )


def _typed(element: Element) -> str:
    assert isinstance(element.type, QName)
    space = quoteattr(element.type.namespace)
    return (
        f'<element name="{element.name.name}" type="t:{element.type.name}"'
        f" xmlns:t={space}/>"
    )


def _schema(namespace: str, elements: dict[str, str]) -> str:
    text = "".join(elements.values())
    used = {
        str(node.nsmap["t"])
        for node in etree.fromstring(f'<a xmlns="{XSD}">{text}</a>').iter()
        if "t" in node.nsmap
    }
    imports = "".join(
        f"<import namespace={quoteattr(name)}/>"
        for name in sorted(used - {namespace, XSD_NAMESPACE})
    )
    target = f" targetNamespace={quoteattr(namespace)}" if namespace else ""
    return f'<schema xmlns="{XSD}"{target}>{imports}{text}</schema>'
