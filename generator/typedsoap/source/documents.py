"""Reads a WSDL and everything it imports.

Imports are followed breadth first in document order, so that the order of `Documents`
depends on the documents only. A cyclic import is legal and read once. `load` reads files
alone; only an `Origin` that is given to `load_from` can reach anything else.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from typedsoap.contract import XSD_NAMESPACE, QName
from typedsoap.errors import Diagnostic, Location, TypedSoapError, error
from typedsoap.reporting import Report
from typedsoap.schema.builtins import needs_no_schema
from typedsoap.source.files import SourceFiles
from typedsoap.source.known_schemas import (
    KNOWN_NAMESPACES,
    is_known_import,
    known_schema,
)
from typedsoap.source.limits import Limits
from typedsoap.source.local import LocalFiles
from typedsoap.source.model import (
    Absent,
    Document,
    Documents,
    Reference,
    SchemaDocument,
)
from typedsoap.source.nodes import Node
from typedsoap.source.origin import Origin
from typedsoap.wsdl.namespaces import WSDL, WSDL_2_0

_OLD_SCHEMAS: Final = (
    "http://www.w3.org/1999/XMLSchema",
    "http://www.w3.org/2000/10/XMLSchema",
)
# Part 1 §4.2.3 leaves it to the reader to follow the location of a schema. A file that
# is missing beside the others is a mistake all the same.
_REMOTE: Final = "TS008"
_MISSING: Final = "TS001"


def load(
    path: Path, *, display: str | None = None, limits: Limits | None = None
) -> Documents:
    """Read the WSDL at `path` and its imports.

    Args:
        path: A WSDL 1.1 file.
        display: What messages call it; the path as given by default. Imported files are
            called by their path relative to it.
        limits: How much they may have; the usual limits by default.

    Raises:
        TypedSoapError: TS0xx; the file or an import is missing, remote, no XML, no WSDL
            or over a limit (see `SourceFiles`). A schema that is remote is `absent`
            instead: there may be no need of it.
    """
    address = str(path.absolute())
    return load_from(LocalFiles(), address, display or path.as_posix(), limits)


def load_from(
    origin: Origin, address: str, display: str, limits: Limits | None = None
) -> Documents:
    """Read the WSDL at an address of `origin` and its imports.

    Raises:
        TypedSoapError: As `load`, and whatever the origin raises.
    """
    return _Loader(origin, limits or Limits()).load(address, display)


@dataclass(frozen=True, slots=True)
class _Import:
    """A file still to be read; `namespace` is what the importer expects of a schema."""

    address: str
    display: str
    statement: Node
    namespace: str | None


class _Loader:
    def __init__(self, origin: Origin, limits: Limits) -> None:
        self._report = Report()
        self._origin = origin
        self._limits = limits
        self._files = SourceFiles(origin, limits, self._report)
        self._definitions: list[Document] = []
        self._schemas: list[SchemaDocument] = []
        self._seen: set[tuple[str, str | None]] = set()
        self._pending: deque[_Import] = deque()
        self._references: list[tuple[Node, str]] = []
        self._known: dict[str, None] = {}
        self._absent: list[Absent] = []

    def load(self, address: str, display: str) -> Documents:
        root = self._files.root(address, display, Location(display))
        if root is None:
            raise TypedSoapError(self._report.errors)
        if root.tag != QName(WSDL, "definitions"):
            raise TypedSoapError([_no_definitions(root)])
        identity = self._origin.identity
        self._seen.add((identity(address), None))
        self._add_definitions(address, root)
        while self._pending and not self._files.exhausted:
            self._follow(self._pending.popleft())
        self._add_known()
        self._report.raise_errors()
        return Documents(
            self._definitions[0],
            tuple(self._definitions),
            tuple(self._schemas),
            self._files.digest,
            self._limits,
            self._files.read,
            self._report.warnings,
            self._files.roots,
            tuple(
                Reference(node, identity(target)) for node, target in self._references
            ),
            tuple(self._absent),
        )

    def _follow(self, item: _Import) -> None:
        root = self._files.root(item.address, item.display, item.statement.location)
        if root is None:
            return
        key = self._origin.identity(item.address)
        is_schema = root.tag == QName(XSD_NAMESPACE, "schema")
        from_schema = item.statement.tag.namespace == XSD_NAMESPACE
        if is_schema:
            namespace = root.attribute("targetNamespace")
            including = item.statement.tag.name != "import"
            effective = item.namespace if including and namespace is None else namespace
            if (key, effective or "") not in self._seen:
                self._seen.add((key, effective or ""))
                self._add_schema(item.address, root, effective or "", namespace is None)
            if from_schema and (effective or "") != (item.namespace or ""):
                self._wrong_namespace(item, effective or "", including)
        elif from_schema:
            hint = "an XML Schema has xs:schema as its root"
            message = f"{item.display!r} is not an XML Schema"
            self._report.error("TS013", message, item.statement.location, hint)
        elif root.tag != QName(WSDL, "definitions"):
            self._report.add(_no_definitions(root))
        elif (key, None) not in self._seen:
            self._seen.add((key, None))
            self._add_definitions(item.address, root)

    def _wrong_namespace(self, item: _Import, found: str, including: bool) -> None:
        # Either is common and does no harm: what the schema defines counts by its own
        # namespace, and no name in it is taken for one of the including schema.
        what = f"{item.display!r} has the target namespace {found!r}"
        if including:
            self._report.warning(
                "TS130",
                f"{what}, so that it cannot be included in {item.namespace!r}; it is"
                " imported",
                item.statement.location,
                "import it, as its target namespace is another one",
            )
        else:
            self._report.warning(
                "TS013",
                f"{what}, not {item.namespace!r}",
                item.statement.location,
                "correct the namespace of the import, or its location",
            )

    def _add_definitions(self, address: str, root: Node) -> None:
        namespace = root.attribute("targetNamespace") or ""
        self._definitions.append(Document(root.file, root, namespace))
        for statement in root.children(WSDL, "import"):
            self._queue(address, statement, "location", None)
        for types in root.children(WSDL, "types"):
            for old in _OLD_SCHEMAS:
                for schema in types.children(old):
                    self._report.error(
                        "TS014",
                        f"this schema is written in a draft of XML Schema, {old}",
                        schema.location,
                        f"ask its author for one in {XSD_NAMESPACE}",
                    )
            for schema in types.children(XSD_NAMESPACE, "schema"):
                own = schema.attribute("targetNamespace") or ""
                self._add_schema(address, schema, own, chameleon=False)

    def _add_schema(
        self, address: str, schema: Node, namespace: str, chameleon: bool
    ) -> None:
        self._schemas.append(
            SchemaDocument(
                schema.file, schema, namespace, chameleon and namespace != ""
            )
        )
        for statement in schema.children(XSD_NAMESPACE, "import"):
            imported = statement.attribute("namespace") or ""
            location = statement.attribute("schemaLocation")
            if is_known_import(imported, location):
                self._known[imported] = None
            elif not needs_no_schema(imported):
                self._queue(address, statement, "schemaLocation", imported)
        for statement in schema.children(XSD_NAMESPACE, "include", "redefine"):
            self._queue(address, statement, "schemaLocation", namespace)

    def _add_known(self) -> None:
        """Add well-known schemas that are imported, but not among the documents.

        They import one another, and nothing else.
        """
        defined = {schema.target_namespace for schema in self._schemas}
        while missing := [name for name in self._known if name not in defined]:
            for namespace in missing:
                node = known_schema(namespace).node
                self._add_schema("", node, namespace, chameleon=False)
            defined.update(missing)

    def _queue(
        self, address: str, statement: Node, attribute: str, namespace: str | None
    ) -> None:
        location = statement.attribute(attribute)
        if location is None:
            # XML Schema Part 1 §4.2.3: the schema may be known otherwise, here inline.
            if statement.tag != QName(XSD_NAMESPACE, "import"):
                self._report.error(
                    "TS101",
                    f"this {statement.tag.name} has no {attribute!r} attribute",
                    statement.location,
                    f"add the attribute {attribute!r}",
                )
            return
        trial = Report()
        found = self._origin.locate(location, address, statement.location, trial)
        if found is not None:
            target, display = found
            self._references.append((statement, target))
            self._pending.append(_Import(target, display, statement, namespace))
            return
        is_import = statement.tag == QName(XSD_NAMESPACE, "import")
        is_known = is_import and namespace in KNOWN_NAMESPACES
        for problem in trial.errors:
            if is_known and problem.code in (_REMOTE, _MISSING):
                self._known[namespace or ""] = None
            elif is_import and problem.code == _REMOTE:
                self._absent.append(Absent(namespace or "", problem))
            else:
                self._report.add(problem)


def _no_definitions(root: Node) -> Diagnostic:
    tag = root.tag
    if tag.namespace == WSDL_2_0:
        return error(
            "TS011",
            "this is WSDL 2.0, which is not supported",
            where=root.location,
            hint="ask the service for WSDL 1.1; most servers have it at ?wsdl",
        )
    if tag == QName(XSD_NAMESPACE, "schema"):
        return error(
            "TS012",
            "this is an XML Schema, not a WSDL",
            where=root.location,
            hint="name the WSDL that imports it",
        )
    return error(
        "TS012",
        f"the root element is {tag}, not wsdl:definitions",
        where=root.location,
        hint=f"a WSDL 1.1 document starts with definitions in the namespace {WSDL}",
    )
