"""The schemas of a WSDL as documents of their own, for tools that read nothing else."""

from __future__ import annotations

from typing import Final

from lxml import etree

from typedsoap.contract import XSD_NAMESPACE
from typedsoap.schema.prefixes import with_root_prefixes
from typedsoap.schema.redefined_texts import (
    Said,
    replacements,
    spread_redefinitions,
)
from typedsoap.source.model import Documents, SchemaDocument
from typedsoap.source.nodes import Element

_FOLLOWED: Final = frozenset(
    f"{{{XSD_NAMESPACE}}}{name}" for name in ("include", "override")
)
# What no class depends on; targetNamespace is of XML Schema 1.1: to the readers a name has
# its schema's namespace.
_DROPPED: Final = frozenset(
    f"{{{XSD_NAMESPACE}}}{name}" for name in ("annotation", "anyAttribute")
)
_UNREAD: Final = ("targetNamespace", "processContents")
_OCCURRENCES: Final = ("minOccurs", "maxOccurs")


def schema_texts(documents: Documents) -> tuple[tuple[str, bytes], ...]:
    """Each schema as (URI, standalone document), in the order of `documents.schemas`.

    The URI is made up, `urn:typedsoap:schema:1` and so on, and stable for the same
    input. Every prefix is one of the root. Nothing refers to another document any
    more: an import has no schemaLocation, includes are gone (what they include is in
    the list), and a schema included without a target namespace has its includer's.
    What is said twice in the same words is there once, and occurrences stand only in
    content, where they mean something. Elements of other vocabularies, annotations, text
    and what only XML Schema 1.1 says of a namespace are gone as well.
    """
    said, spread = set[Said](), set[Said]()
    replaced = {
        component
        for schema in documents.schemas
        for component in replacements(schema.node.element, schema.target_namespace)
    }
    alone = not any(
        component.attribute("name")
        for schema in documents.schemas
        if not schema.target_namespace
        for component in schema.node.children(XSD_NAMESPACE)
    )
    return tuple(
        (
            f"urn:typedsoap:schema:{number}",
            _standalone(schema, said, replaced, spread, alone=alone),
        )
        for number, schema in enumerate(documents.schemas, start=1)
    )


def _standalone(
    schema: SchemaDocument,
    said: set[Said],
    replaced: set[Said],
    spread: set[Said],
    *,
    alone: bool,
) -> bytes:
    """The document of one schema.

    Args:
        said: What earlier schemas say.
        replaced: What a redefinition takes the place of.
        spread: Those redefinitions of earlier schemas.
        alone: Whether nothing is defined in no namespace, so that a reference without
            prefix can only mean the schema's own.
    """
    root = etree.fromstring(schema.node.serialised())
    for child in list(root):
        if child.tag in _FOLLOWED:
            root.remove(child)
        elif child.tag == f"{{{XSD_NAMESPACE}}}import":
            child.attrib.pop("schemaLocation", None)
            del child[:]
    _drop_foreign(root)
    _drop_repeated(root, schema.target_namespace, said, replaced)
    spread_redefinitions(root, schema.target_namespace, spread)
    # Without a prefix, an included schema means the namespace it takes on.
    own = schema.chameleon or alone
    root = with_root_prefixes(
        root, schema.target_namespace, schema.target_namespace if own else ""
    )
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _drop_repeated(
    root: Element, namespace: str, said: set[Said], replaced: set[Said]
) -> None:
    """Drop the components that an earlier schema has; the readers have compared them."""
    for child in list(root):
        for attribute in _OCCURRENCES:
            child.attrib.pop(attribute, None)
        name = child.get("name")
        if name is not None:
            component = (namespace, str(child.tag), name)
            if component in replaced:
                root.remove(child)
                continue
            if component in said:
                root.remove(child)
            said.add(component)


def _drop_foreign(root: Element) -> None:
    """Drop what is no part of the schema: the readers pass over it, as this must."""
    own = f"{{{XSD_NAMESPACE}}}"
    root.attrib.pop("defaultAttributes", None)
    pending = [root]
    while pending:
        parent = pending.pop()
        parent.text = None
        for child in list(parent):
            child.tail = None
            if str(child.tag).startswith(own) and child.tag not in _DROPPED:
                for attribute in _UNREAD:
                    child.attrib.pop(attribute, None)
                pending.append(child)
            else:
                parent.remove(child)
