"""From what an example says to what a Python program would say.

Names come from the view that the templates are rendered from; values come from the
independent reading of the example.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from typedsoap.contract import QName
from typedsoap.verify.lexical import scalar
from typedsoap.verify.trees import Tree
from typedsoap.verify.values import Composite, Fragment, Text, Value
from typedsoap.views.model import Kind, MemberView, RecordView
from typedsoap.views.places import Place
from typedsoap.views.service_model import (
    HeaderBlockView,
    OperationView,
    PackageView,
    ServiceView,
)

# Defaults, as source, of what is left out.
_NONE: Final = (None, "None")


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
        self._names = view.names
        namespaces = view.namespaces
        self._records = {r.type.suffix: r for n in namespaces for r in n.records}
        self._derived = {r.tag.name: r for n in namespaces for r in n.records}
        self._arrays = {a.type.suffix: a for n in namespaces for a in n.arrays}
        self._members = {c.type.suffix: c for n in namespaces for c in n.member_codecs}
        self._listed = {
            i.type.suffix: i.item.suffix for n in namespaces for i in n.lists
        }
        self._unions = {u.type.suffix: u for n in namespaces for u in n.unions}
        self._dictionaries = {
            d.type.suffix: d for n in namespaces for d in n.dictionaries
        }

    def arguments(self, operation: OperationView, body: Composite) -> dict[str, Tree]:
        """The keyword arguments of a call."""
        return dict(self._present(operation.request.members, body))

    def keywords(
        self, operation: OperationView, headers: Mapping[QName, Value]
    ) -> dict[str, Tree]:
        """The keywords of the client's constructor for the request's header blocks."""
        return {
            block.value.name: self._block(block, headers, complete=False)
            for block in operation.header_set.blocks
            if block.member.tag.name in headers
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
            fields = self._complete(result.wrapper.members, body)
            return ["record", f"{name.module}:{name.name}", fields]
        if result.only is None:
            return None
        tree = self._member(result.only, body, complete=True)
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
        value = headers.get(block.member.tag.name)
        if block.flattened is None:
            return self._value(block.member, value, complete=complete)
        if not isinstance(value, Composite):
            return None
        return self._member(block.flattened, value, complete=complete)

    def _present(
        self, members: Iterable[MemberView], holder: Composite
    ) -> Iterable[tuple[str, Tree]]:
        for member in members:
            if _is_there(member, holder):
                yield member.name, self._member(member, holder, complete=False)
            elif member.place is Place.ATTRIBUTE and member.default not in _NONE:
                # Left out, the class would put in what the contract fixes.
                yield member.name, None

    def _complete(
        self, members: Iterable[MemberView], holder: Composite
    ) -> dict[str, Tree]:
        return {m.name: self._member(m, holder, complete=True) for m in members}

    def _member(self, member: MemberView, holder: Composite, *, complete: bool) -> Tree:
        name, attributes = member.tag.name, holder.attributes
        match member.place:
            case Place.ATTRIBUTE:
                found = attributes.declared.get(name) or attributes.absent.get(name)
                return None if found is None else self._text(member, found)
            case Place.OTHER_ATTRIBUTES:
                others: list[Tree] = [
                    [str(other), ["str", text]]
                    for other, text in attributes.other.items()
                ]
                return ["dict", others]
            case Place.TEXT:
                return None if holder.text is None else self._text(member, holder.text)
            case _ if member.repeated:
                return self._items(member, holder, complete=complete)
            case _:
                return self._value(member, holder.first(name), complete=complete)

    def _items(self, member: MemberView, holder: Composite, *, complete: bool) -> Tree:
        values = holder.members.get(member.tag.name, ())
        return ["list", [self._value(member, v, complete=complete) for v in values]]

    def _value(self, member: MemberView, value: Value, *, complete: bool) -> Tree:
        if value is None:
            return None
        suffix = member.type.suffix
        if isinstance(value, Fragment):
            return ["fragment", value.xml]
        if isinstance(value, Text):
            return self._text(member, value)
        match member.type.kind:
            case Kind.ARRAY:
                item = self._arrays[suffix].item
                return self._items(item, value, complete=complete)
            case Kind.DICTIONARY:
                return self._pairs(suffix, value, complete=complete)
            case _:
                record = self._records[suffix]
                if value.type is not None:
                    record = self._derived[value.type]
                return self._record(record, value, complete=complete)

    def _record(self, record: RecordView, value: Composite, *, complete: bool) -> Tree:
        fields = (
            self._complete(record.all_fields, value)
            if complete
            else dict(self._present(record.all_fields, value))
        )
        return ["record", self._class(record.class_name), fields]

    def _text(self, member: MemberView, value: Text) -> Tree:
        if member.type.kind is Kind.SCALAR:
            return _scalar(value.type, value.meaning)
        words = value.meaning.split()
        if member.type.kind is Kind.LIST:
            suffix = self._listed.get(member.type.suffix, "")
            return ["list", [self._word(suffix, value.type, word) for word in words]]
        if member.type.kind is Kind.UNION:
            return self._word(member.type.suffix, value.type, value.meaning)
        reference = self._class(self._members[member.type.suffix].class_name)
        if member.type.kind is Kind.ENUMERATION:
            return ["enum", reference, value.meaning]
        flags = sorted(set(words))
        return ["flags", reference if flags else "", [*flags]]

    def _word(self, suffix: str, type_name: str, text: str) -> Tree:
        """A text that may be a member of an enumeration in a union."""
        union = self._unions.get(suffix)
        listing = None if union is None else union.values.get(text)
        if listing is None:
            return _scalar(type_name, text)
        return ["enum", self._class(listing), text]

    def _class(self, class_name: str) -> str:
        name = self._names[class_name]
        return f"{name.module}:{name.name}"

    def _pairs(self, suffix: str, value: Composite, *, complete: bool) -> Tree:
        view = self._dictionaries[suffix]
        pairs: list[Tree] = [
            [
                _plain(pair.first(view.key.tag.name)),
                self._member(view.value, pair, complete=complete),
            ]
            for pair in value.members.get(view.pair_tag.name, ())
            if isinstance(pair, Composite)
        ]
        return ["dict", pairs]


def _is_there(member: MemberView, holder: Composite) -> bool:
    """Whether the example says something of a member."""
    match member.place:
        case Place.ATTRIBUTE:
            return member.tag.name in holder.attributes.declared
        case Place.OTHER_ATTRIBUTES:
            return bool(holder.attributes.other)
        case Place.TEXT:
            return holder.text is not None
        case _:
            return bool(holder.members.get(member.tag.name))


def _scalar(type_name: str, text: str) -> Tree:
    found = scalar(type_name, text)
    return None if found is None else [*found]


def _plain(value: Value) -> str:
    return value.text if isinstance(value, Text) else ""


def _says_false(tree: Tree, member: str) -> bool:
    match tree:
        case ["record", _, dict(fields)]:
            return fields.get(member) == ["bool", "false"]
        case _:
            return tree == ["bool", "false"]
