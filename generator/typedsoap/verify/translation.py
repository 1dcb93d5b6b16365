"""From what an example says to what a Python program would say.

Names come from the view that the templates are rendered from; values come from the
independent reading of the example.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from typedsoap.contract import QName
from typedsoap.verify.trees import Tree
from typedsoap.verify.value_trees import ValueTrees
from typedsoap.verify.values import Composite, Value
from typedsoap.views.model import Kind
from typedsoap.views.service_model import (
    HeaderBlockView,
    OperationView,
    PackageView,
    ServiceView,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call should end.

    Attributes:
        error: The class of the error that it raises; None where it returns.
        value: What it returns, or what the error holds.
        headers: The reply's header blocks; None where it raises.
    """

    error: str | None
    value: Tree
    headers: Tree


class Translator:
    """Speaks of examples in the names of one generated package."""

    def __init__(self, view: PackageView) -> None:
        self._trees = ValueTrees(view)

    def arguments(self, operation: OperationView, body: Composite) -> dict[str, Tree]:
        """The keyword arguments of a call."""
        return dict(self._trees.present(operation.request.members, body))

    def keywords(
        self, operation: OperationView, headers: Mapping[QName, Value]
    ) -> dict[str, Tree]:
        """The keywords of the client's constructor for the request's header blocks."""
        return {
            block.value.name: self._block(block, headers, complete=False)
            for block in operation.header_set.blocks
            if block.member.key in headers
        }

    def outcome(
        self,
        service: ServiceView,
        operation: OperationView,
        headers: Mapping[QName, Value],
        body: Composite,
    ) -> Outcome:
        """How a call ends whose reply says this."""
        blocks: dict[str, Tree] = {
            block.value.name: self._block(block, headers, complete=True)
            for block in service.response_blocks
        }
        if rule := service.header_failure:
            detail = blocks.get(rule.detail) if rule.detail else None
            flag = blocks.get(rule.flag) if rule.flag else None
            if detail is not None or flag == ["bool", "false"]:
                return Outcome("OperationFailed", detail, None)
        value = self._result(service, operation, body)
        failure = operation.result.failure
        if failure is not None and _says_false(value, failure.member):
            return Outcome(failure.error, value, None)
        reference = f".{service.module}.headers:ReplyHeaders"
        return Outcome(None, value, ["record", reference, blocks])

    def _result(
        self, service: ServiceView, operation: OperationView, body: Composite
    ) -> Tree:
        result = operation.result
        if result.class_name is not None:
            name = service.names[result.class_name]
            fields = self._trees.complete(result.wrapper.members, body)
            return ["record", f"{name.module}:{name.name}", fields]
        if result.only is None:
            return None
        tree = self._trees.member(result.only, body, complete=True)
        if tree is None and result.only.type.kind in (Kind.ARRAY, Kind.LIST):
            return ["list", []]
        if tree is None and result.only.type.kind is Kind.DICTIONARY:
            return ["dict", []]
        return tree

    def _block(
        self,
        block: HeaderBlockView,
        headers: Mapping[QName, Value],
        *,
        complete: bool,
    ) -> Tree:
        value = headers.get(block.member.key)
        if block.flattened is None:
            return self._trees.value(block.member, value, complete=complete)
        if not isinstance(value, Composite):
            return None
        return self._trees.member(block.flattened, value, complete=complete)


def _says_false(tree: Tree, member: str) -> bool:
    match tree:
        case ["record", _, dict(fields)]:
            return fields.get(member) == ["bool", "false"]
        case _:
            return tree == ["bool", "false"]
