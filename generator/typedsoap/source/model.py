"""A WSDL with all that it imports, as parsed documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from typedsoap.errors import Diagnostic
from typedsoap.source.limits import Limits
from typedsoap.source.nodes import Node


@dataclass(frozen=True, slots=True)
class Document:
    """One `wsdl:definitions`.

    Attributes:
        display: What messages call its file.
        node: The root element.
        target_namespace: "" if it has none.
    """

    display: str
    node: Node
    target_namespace: str


@dataclass(frozen=True, slots=True)
class SchemaDocument:
    """One `xs:schema`, inline or imported.

    Attributes:
        display: What messages call its file.
        node: The `xs:schema` element.
        target_namespace: Its own, or that of the including schema if it has none; one
            that several others include appears once for each of their namespaces.
        chameleon: Whether the namespace is that of the including schema.
    """

    display: str
    node: Node
    target_namespace: str
    chameleon: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """An import that was followed.

    Attributes:
        statement: The `import`, `include` or `redefine` element.
        target: The identity of the document that it names.
    """

    statement: Node
    target: str


@dataclass(frozen=True, slots=True)
class Absent:
    """A schema that is imported from where nothing is fetched.

    Attributes:
        namespace: That of what it would define.
        diagnostic: Why it is not, as the error that it is where something needs it.
    """

    namespace: str
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Documents:
    """A WSDL with all that it imports.

    Attributes:
        root: The WSDL that was asked for.
        definitions: Every WSDL document, the root first.
        schemas: Every schema, in the order in which they were met.
        digest: SHA-256 over the bytes of all files, in the order of reading.
        limits: How much they may have.
        read: SHA-256 of every file, by its absolute path or another address.
        warnings: What is odd about the files; `read_contract` passes it on.
        roots: The root element of every file by its identity, in the order of reading.
        references: Every import that was followed.
        absent: Schemas that were imported and could not be read.
    """

    root: Document
    definitions: tuple[Document, ...]
    schemas: tuple[SchemaDocument, ...]
    digest: str
    limits: Limits
    read: Mapping[str, str] = field(default_factory=dict[str, str])
    warnings: tuple[Diagnostic, ...] = ()
    roots: Mapping[str, Node] = field(default_factory=dict[str, Node])
    references: tuple[Reference, ...] = ()
    absent: tuple[Absent, ...] = ()
