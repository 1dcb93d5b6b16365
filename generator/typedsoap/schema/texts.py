"""The schemas of a WSDL as documents of their own, for tools that read nothing else."""

from __future__ import annotations

from typing import Final

from lxml import etree

from typedsoap.contract import XSD_NAMESPACE
from typedsoap.source.model import Documents, SchemaDocument
from typedsoap.source.nodes import Element

_FOLLOWED: Final = frozenset(
    f"{{{XSD_NAMESPACE}}}{name}" for name in ("include", "redefine", "override")
)


def schema_texts(documents: Documents) -> tuple[tuple[str, bytes], ...]:
    """Each schema as (URI, standalone document), in the order of `documents.schemas`.

    The URI is made up, `urn:typedsoap:schema:1` and so on, and stable for the same
    input. Every namespace in scope is declared. Nothing refers to another document any
    more: an import has no schemaLocation, includes are gone (what they include is in
    the list), and a schema included without a target namespace has its includer's.
    Elements of other vocabularies, annotations, text and what only XML Schema 1.1 says
    of a namespace are gone as well.
    """
    return tuple(
        (f"urn:typedsoap:schema:{number}", _standalone(schema))
        for number, schema in enumerate(documents.schemas, start=1)
    )


def _standalone(schema: SchemaDocument) -> bytes:
    root = etree.fromstring(schema.node.serialised())
    for child in list(root):
        if child.tag in _FOLLOWED:
            root.remove(child)
        elif child.tag == f"{{{XSD_NAMESPACE}}}import":
            child.attrib.pop("schemaLocation", None)
            del child[:]
    _drop_foreign(root)
    if schema.chameleon:
        # Its references without prefix mean the namespace it takes on.
        adopted = etree.Element(
            root.tag, dict(root.attrib), {None: schema.target_namespace, **root.nsmap}
        )
        adopted.set("targetNamespace", schema.target_namespace)
        adopted.extend(list(root))
        root = adopted
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _drop_foreign(root: Element) -> None:
    """Drop what is no part of the schema: the readers pass over it, as this must."""
    own = f"{{{XSD_NAMESPACE}}}"
    pending = [root]
    while pending:
        parent = pending.pop()
        parent.text = None
        for child in list(parent):
            child.tail = None
            if str(child.tag).startswith(own) and child.tag != f"{own}annotation":
                # Of XML Schema 1.1; to the readers a name has its schema's namespace.
                child.attrib.pop("targetNamespace", None)
                pending.append(child)
            else:
                parent.remove(child)
