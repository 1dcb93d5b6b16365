"""Counts what a WSDL defines before any of it is read."""

from __future__ import annotations

from collections.abc import Iterator

from typedsoap.reporting import Report
from typedsoap.source.model import Documents
from typedsoap.source.nodes import Node
from typedsoap.wsdl.namespaces import WSDL

_DEFINITIONS = ("message", "portType", "binding", "service")
_HINT = "generate from a smaller WSDL, or raise {!r} in [tool.typedsoap.limits]"


def check_counts(documents: Documents, report: Report) -> None:
    """Report what has more definitions or operations than `documents.limits` allow.

    A schema that is included under several namespaces defines all it has in each.

    Raises:
        TypedSoapError: TS017 or TS018.
    """
    limits = documents.limits
    found = sum(len(document.node.element) for document in documents.schemas)
    found += sum(1 for _ in _definitions(documents))
    where = documents.root.node.location
    if found > limits.definitions:
        message = f"the WSDL and its imports have over {limits.definitions} definitions"
        report.error("TS017", message, where, _HINT.format("definitions"))
    operations = sum(
        sum(1 for _ in node.children(WSDL, "operation"))
        for node in _definitions(documents)
    )
    if operations > limits.operations:
        message = f"the WSDL and its imports have over {limits.operations} operations"
        report.error("TS018", message, where, _HINT.format("operations"))
    report.raise_errors()


def _definitions(documents: Documents) -> Iterator[Node]:
    for document in documents.definitions:
        yield from document.node.children(WSDL, *_DEFINITIONS)
