"""Policies that are attached to a binding, a port or an operation.

WS-Policy 1.5 Framework §4 and Attachment §4.1; version 1.2 says the same in another
namespace. Nothing is fetched: a reference that leads out of its document demands nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from typedsoap.contract import XML_NAMESPACE
from typedsoap.contract.demands import Demand
from typedsoap.source.model import Document
from typedsoap.source.nodes import Node
from typedsoap.wsdl.assertions import TRANSPORT_BINDINGS, USING_ADDRESSING, unmet
from typedsoap.wsdl.namespaces import POLICY, WSDL

_UTILITY: Final = (
    "http://docs.oasis-open.org/wss/2004/01/"
    "oasis-200401-wss-wssecurity-utility-1.0.xsd"
)
_TRUE: Final = ("true", "1")
# Of operators and references inside one another; real policies have some ten levels.
_DEEPEST: Final = 64


class Policies:
    """The policies of all documents, by the identifiers that references name."""

    def __init__(self, definitions: Iterable[Document]) -> None:
        self._identified: dict[tuple[str, str], Node] = {}
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        tags = [f"{{{namespace}}}Policy" for namespace in POLICY]
        for document in definitions:
            for element in document.node.element.iter(*tags):
                node = Node(element, document.node.file)
                name = node.attribute("Id", _UTILITY)
                name = name or node.attribute("id", XML_NAMESPACE)
                if name:
                    self._identified.setdefault((node.file, name), node)

    def demands(self, node: Node) -> tuple[Demand, ...]:
        """What the policies attached to an element demand and a client does not do.

        Of several alternatives those of the one that leaves the least undone count.
        """
        found: dict[str, Demand] = {}
        for what, attached in self._attached(node):
            found.setdefault(what, Demand(what, attached.location))
        return tuple(found.values())

    def _attached(self, node: Node) -> Iterator[tuple[str, Node]]:
        for namespace in POLICY:
            for child in node.children(namespace, "Policy", "PolicyReference"):
                yield from ((what, child) for what in self._unmet(child, 0))
            for uri in (node.attribute("PolicyURIs", namespace) or "").split():
                yield from ((what, node) for what in self._referenced(node, uri, 0))
        for child in node.children(USING_ADDRESSING.namespace, USING_ADDRESSING.name):
            what = unmet(child.tag)
            if what and child.attribute("required", WSDL) in _TRUE:
                yield what, child

    def _unmet(self, node: Node, depth: int) -> tuple[str, ...]:
        """What a policy, an operator or an assertion demands and a client does not do."""
        if depth > _DEEPEST:
            return ()
        if node.tag.namespace not in POLICY:
            return self._of_assertion(node, depth)
        if node.tag.name == "PolicyReference":
            return self._referenced(node, node.attribute("URI") or "", depth)
        parts = [self._unmet(child, depth + 1) for child in node.children("*")]
        if node.tag.name == "ExactlyOne":
            return min(parts, key=len, default=())
        return tuple(dict.fromkeys(what for part in parts for what in part))

    def _of_assertion(self, node: Node, depth: int) -> tuple[str, ...]:
        if any(node.attribute("Optional", space) in _TRUE for space in POLICY):
            return ()
        what = unmet(node.tag)
        if what is not None:
            return (what,)
        if node.tag not in TRANSPORT_BINDINGS:
            return ()
        nested = (node.child(namespace, "Policy") for namespace in POLICY)
        inside = (
            self._unmet(policy, depth + 1) for policy in nested if policy is not None
        )
        return tuple(dict.fromkeys(what for part in inside for what in part))

    def _referenced(self, node: Node, uri: str, depth: int) -> tuple[str, ...]:
        """What the policy of a URI demands; it is read once, however often it is named."""
        key = (node.file, uri.removeprefix("#"))
        policy = self._identified.get(key)
        if policy is None or not uri.startswith("#"):
            return ()
        if key not in self._known:
            # A policy that leads back to itself adds nothing to itself.
            self._known[key] = ()
            self._known[key] = self._unmet(policy, depth + 1)
        return self._known[key]
