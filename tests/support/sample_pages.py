"""Documentation pages of a contract, in the form in which a vendor's generator prints them.

The form is that of sample messages which a C++ toolkit derives from a WSDL: SOAP 1.2
names whatever the binding says, header blocks beside Body, `xsi:type` on every element of
a named type, one item in an array, zero for a number, the first member of an enumeration,
and nothing at all for whatever the toolkit holds as a string, or for a point in time that
is required. From a certain depth on all else that is optional says nil, numbers too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from typedsoap.contract import (
    XSD_NAMESPACE,
    ComplexType,
    Contract,
    Element,
    Message,
    Operation,
    QName,
    Schema,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.bodies import Body, reply_body, request_body
from typedsoap.contract.shapes import (
    content_lineage,
    lineage,
    list_item,
    listed_values,
)
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

_SOAP: Final = "http://www.w3.org/2003/05/soap-envelope"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_ZEROS: Final = dict.fromkeys(("long", "int", "short", "byte"), "0") | dict.fromkeys(
    ("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"), "0"
)
SAMPLES: Final[Mapping[str, str]] = {
    **_ZEROS,
    "boolean": "false",
    "float": "0.0",
    "double": "0.0",
    "dateTime": "2023-02-15T13:14:11Z",
}
"""The sample of each built-in type that has one; that of any other is empty."""

_DATE_TIME: Final = QName(XSD_NAMESPACE, "dateTime")
_INDENT: Final = 10
"""How far what is nil is indented; each level takes one column."""

_TEXTS: Final = frozenset(("string", "anyURI", "QName", "decimal", "duration"))
"""What the toolkit holds as a string, which it never takes for nil."""


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Writes the pages of one contract.

    Attributes:
        agent: Names the folder, and is the prefix of the target namespace.
        hidden: Types whose own members samples never show.
        samples: See `SAMPLES`.
    """

    agent: str
    contract: Contract
    hidden: frozenset[str] = frozenset()
    samples: Mapping[str, str] = field(default_factory=lambda: SAMPLES)

    def pages(self) -> Iterator[tuple[str, str]]:
        """The name and the text of a page for each operation, and of an index."""
        names: list[str] = []
        for binding in self.contract.bindings[:1]:
            for operation in binding.operations:
                names.append(operation.name)
                yield f"{operation.name}.md", self._page(operation)
        links = "\n".join(f"* [{name}]({name}.md)" for name in names)
        yield "index.md", f"# {self.agent} SOAP\n\n{links}\n"

    def _page(self, operation: Operation) -> str:
        schema = self.contract.schema
        name = operation.name
        lines = [
            f"---\ntitle: {self.agent}.{name} SOAP\ngenerated: 1\n---\n",
            f"# {self.agent} {name}\n\nRequest and response of **{self.agent}.svc**\n",
            f"## {name}\n\n",
            f"## {name} Request\n",
            self._block(operation.input, request_body(operation, schema), request=True),
        ]
        if operation.output is not None:
            body = reply_body(operation, schema)
            lines += [
                f"\n## {name} Response\n",
                self._block(operation.output, body, request=False),
            ]
        return "\n".join(lines)

    def _block(self, message: Message, body: Body, *, request: bool) -> str:
        sample = _Sample(self, self.contract.schema, self._prefixes())
        lines = ["```xml", '<?xml version="1.0" encoding="UTF-8"?>']
        lines += ["<SOAP-ENV:Envelope", f' xmlns:SOAP-ENV="{_SOAP}"']
        lines.append(f' xmlns:xsi="{_XSI}"')
        lines += [f' xmlns:{p}="{n}"' for n, p in sample.prefixes.items()]
        lines[-1] += ">"
        if request:
            for name in message.header_elements[:2]:
                block = self.contract.schema.elements[name]
                lines += sample.element(block, 0, root=True)
        lines.append(" <SOAP-ENV:Body>")
        if body.element is not None:
            depth = 1 if request else 0
            lines += sample.element(body.element, depth, root=not body.bare)
        return "\n".join(
            [*lines, " </SOAP-ENV:Body>", "</SOAP-ENV:Envelope>", "", "```", ""]
        )

    def _bodies(self) -> Iterator[QName]:
        for binding in self.contract.bindings[:1]:
            for operation in binding.operations:
                body = request_body(operation, self.contract.schema)
                if body.element is not None:
                    yield body.element.name

    def _prefixes(self) -> dict[str, str]:
        target = self.contract.target_namespace
        schema = self.contract.schema
        names = [*schema.types, *schema.elements, *self._bodies()]
        others = dict.fromkeys(name.namespace for name in names)
        found = {XSD_NAMESPACE: "xsd"}
        found |= {
            namespace: f"{self.agent}Types{number}"
            for number, namespace in enumerate(others, 1)
            if namespace not in ("", target, XSD_NAMESPACE)
        }
        return found | {target: self.agent}


@dataclass(frozen=True, slots=True)
class _Sample:
    """One envelope."""

    writer: PageWriter
    schema: Schema
    prefixes: Mapping[str, str]

    def element(
        self, declared: Element, depth: int, *, root: bool = False
    ) -> list[str]:
        """The lines of one element and all it holds."""
        declaration = self.schema.declaration(declared)
        reference = declaration.type
        definition = self.schema.definition(reference)
        name = self._name(declared.name)
        start = name if root else name + self._type(reference, definition)
        indent = " " * (depth + 2)
        if self._is_cut(declared, len(indent)):
            return [f'{indent}<{name} xsi:nil="true"></{name}>']
        if not isinstance(definition, ComplexType):
            text = self._text(reference)
            if declared.min_occurs > 0 and reference == _DATE_TIME:
                text = ""
            return [f"{indent}<{start}>{text}</{name}>"]
        if definition.simple_content:
            return [f"{indent}<{start}>{self._content(definition)}</{name}>"]
        inner = [
            line
            for member in self._members(definition)
            for line in self.element(member, depth + 1)
        ]
        return [f"{indent}<{start}>", *inner, f"{indent}</{name}>"]

    def _is_cut(self, declared: Element, indent: int) -> bool:
        reference = self.schema.declaration(declared).type
        optional = declared.nillable or declared.min_occurs == 0
        held = isinstance(reference, QName) and reference.name in _TEXTS
        return indent >= _INDENT and optional and (declared.repeated or not held)

    def _members(self, definition: ComplexType) -> Iterator[Element]:
        for link in content_lineage(definition, self.schema):
            if link.name is None or link.name.name not in self.writer.hidden:
                yield from link.own_elements()

    def _type(
        self, reference: TypeReference, definition: ComplexType | SimpleType | None
    ) -> str:
        if not isinstance(reference, QName) or (
            isinstance(definition, ComplexType) and definition.anonymous
        ):
            return ""
        return f' xsi:type="{self._name(reference)}"'

    def _name(self, name: QName) -> str:
        if not name.namespace:
            return name.name
        return f"{self.prefixes[name.namespace]}:{name.name}"

    def _content(self, definition: ComplexType) -> str:
        base = lineage(definition, self.schema)[0].base
        return "" if base is None else self._text(base)

    def _text(self, reference: TypeReference) -> str:
        if members := listed_values(reference, self.schema):
            return members[0].value
        definition = self.schema.definition(reference)
        if not isinstance(definition, SimpleType):
            assert isinstance(reference, QName)
            return self.writer.samples.get(reference.name, "")
        item = list_item(definition, self.schema)
        if item is None and definition.base is None:
            return ""
        return self._text(item or definition.base or reference)


def write_pages(
    wsdl: Path, folder: Path, *, hidden: frozenset[str] = frozenset(), **texts: str
) -> int:
    """Write the pages of a WSDL into a folder, which is named like the agent.

    Returns how many operations they show.
    """
    contract, _ = read_contract(load(wsdl))
    folder.mkdir(parents=True, exist_ok=True)
    writer = PageWriter(folder.name, contract, hidden, {**SAMPLES, **texts})
    pages = dict(writer.pages())
    for name, text in pages.items():
        (folder / name).write_text(text, "utf-8")
    return len(pages) - 1
