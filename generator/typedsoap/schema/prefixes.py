"""One prefix a namespace, declared at the root of a schema.

A prefix may be declared anywhere in a document, and mean another namespace further down;
.NET declares it where it is used. Tools that look only at the root, or at the components,
take such a reference for another. They also take a reference into no namespace for one
into the schema's own, so that no namespace has a stand-in here.
"""

from __future__ import annotations

from itertools import count
from typing import Final

from lxml import etree

from typedsoap.contract import XSD_NAMESPACE, QName
from typedsoap.contract.names import NO_NAMESPACE
from typedsoap.schema.unprefixed import meant_type
from typedsoap.source.nodes import Element

_TYPES: Final = ("type", "base", "itemType", "memberTypes")
_QNAMES: Final = (*_TYPES, "ref", "substitutionGroup")


def with_root_prefixes(root: Element, target: str, default: str) -> Element:
    """The schema with references that have prefixes of the root.

    One whose prefix is not declared keeps it.

    Args:
        root: A schema without elements of other vocabularies; it is used up.
        target: Its target namespace, or that which it takes on; "" is none.
        default: The namespace of references without prefix where none is declared.
    """
    prefixes = _Prefixes(root, target, default or NO_NAMESPACE)
    for element in root.iter():
        for attribute in _QNAMES:
            value = element.get(attribute)
            if value is not None:
                names = (
                    prefixes.renamed(name, element, attribute) for name in value.split()
                )
                element.set(attribute, " ".join(names))
    made = etree.Element(root.tag, dict(root.attrib), prefixes.declared)
    made.set("targetNamespace", target or NO_NAMESPACE)
    made.extend(list(root))
    etree.cleanup_namespaces(made, keep_ns_prefixes=[*prefixes.declared])
    return made


class _Prefixes:
    """New prefixes, none of which the document has anywhere.

    Attributes:
        declared: The namespace of each.
    """

    def __init__(self, root: Element, target: str, default: str) -> None:
        self._target = target
        self._default = default
        taken = {prefix for element in root.iter() for prefix in element.nsmap}
        self._free = (
            prefix for number in count() if (prefix := f"n{number}") not in taken
        )
        self._known: dict[str, str] = {}
        self.declared: dict[str, str] = {}
        self._prefix(XSD_NAMESPACE)

    def renamed(self, name: str, element: Element, attribute: str) -> str:
        """A reference that stands in an element's attribute, with its new prefix."""
        prefix, _, local = name.rpartition(":")
        namespace = element.nsmap.get(prefix or None)
        if prefix and namespace is None:
            return name
        if attribute in _TYPES and namespace:
            namespace = meant_type(QName(namespace, local), self._target).namespace
        return f"{self._prefix(namespace or self._default)}:{local}"

    def _prefix(self, namespace: str) -> str:
        if namespace not in self._known:
            prefix = next(self._free)
            self._known[namespace] = prefix
            self.declared[prefix] = namespace
        return self._known[namespace]
