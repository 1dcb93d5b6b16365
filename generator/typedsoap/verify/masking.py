"""Masks in printed infosets what an overlay calls secret; pages may hold real messages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from typedsoap.verify.infoset import Node
from typedsoap.views.model import MemberView
from typedsoap.views.service_model import PackageView, ServiceView

MASK: Final = "***"


@dataclass(frozen=True, slots=True)
class Masking:
    """What to mask.

    Attributes:
        names: Local names of elements, and the Python names of the same.
        keys: Dictionary keys, casefolded.
    """

    names: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def masked(self, node: Node) -> Node:
        """The infoset with every text in a secret place replaced."""
        if node.name.rpartition("}")[2] in self.names or self._is_keyed(node.name):
            return _all_masked(node)
        content = [
            self.masked(item) if isinstance(item, Node) else item
            for item in node.content
        ]
        if len(node.children) == 2 and node.children[0].text.casefold() in self.keys:
            key, value = node.children
            content = [key, _all_masked(value)]
        return replace(node, content=tuple(content))

    def _is_keyed(self, name: str) -> bool:
        # How a tree of values names the value under a key.
        return name.startswith("['") and name[2:-2].casefold() in self.keys


def masking_for(service: ServiceView, package: PackageView) -> Masking:
    """What the overlay of a service calls secret."""
    elements = {str(ast.literal_eval(name)) for name in service.secret_elements}
    names = {m.name for m in _members(service, package) if m.xml_name in elements}
    keys = {str(ast.literal_eval(key)).casefold() for key in service.secret_keys}
    return Masking(frozenset(elements | names), frozenset(keys))


def _members(service: ServiceView, package: PackageView) -> Iterator[MemberView]:
    for namespace in package.namespaces:
        for record in namespace.records:
            yield from record.fields
    for result in service.results:
        yield from result.wrapper.members
    for block in service.response_blocks:
        yield block.member


def _all_masked(node: Node) -> Node:
    content = tuple(
        _all_masked(item) if isinstance(item, Node) else MASK for item in node.content
    )
    return replace(node, content=content)
