"""Values of an example as trees, in the names of one generated package."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from typedsoap.verify.lexical import scalar
from typedsoap.verify.trees import Tree
from typedsoap.verify.values import Composite, Fragment, Text, Value
from typedsoap.views.model import Kind, MemberView, RecordView
from typedsoap.views.namespace_model import ChoiceView
from typedsoap.views.places import Place
from typedsoap.views.service_model import PackageView

# Defaults, as source, of what is left out.
_NONE: Final = (None, "None")


class ValueTrees:
    """Makes trees of values; what is not there is in them only where they are complete."""

    def __init__(self, view: PackageView) -> None:
        self._names = view.names
        namespaces = view.namespaces
        self._records = {r.type.suffix: r for n in namespaces for r in n.records}
        self._derived = {r.tag.name: r for n in namespaces for r in n.records}
        modules = [module for n in namespaces for module in n.modules]
        self._choices = {c.type.suffix: c for m in modules for c in m.codec.choices}
        self._arrays = {a.type.suffix: a for n in namespaces for a in n.arrays}
        self._members = {c.type.suffix: c for n in namespaces for c in n.member_codecs}
        self._listed = {
            i.type.suffix: i.item.suffix for n in namespaces for i in n.lists
        }
        self._unions = {u.type.suffix: u for n in namespaces for u in n.unions}
        self._dictionaries = {
            d.type.suffix: d for n in namespaces for d in n.dictionaries
        }

    def present(
        self, members: Iterable[MemberView], holder: Composite
    ) -> Iterable[tuple[str, Tree]]:
        """The names and values of the members that a program would give."""
        for member in members:
            if _is_there(member, holder):
                yield member.name, self.member(member, holder, complete=False)
            elif member.place is Place.ATTRIBUTE and member.default not in _NONE:
                # Left out, the class would put in what the contract fixes.
                yield member.name, None

    def complete(
        self, members: Iterable[MemberView], holder: Composite
    ) -> dict[str, Tree]:
        """The value of each member, as a program would find it."""
        return {m.name: self.member(m, holder, complete=True) for m in members}

    def member(self, member: MemberView, holder: Composite, *, complete: bool) -> Tree:
        """The value of one member of what holds it; None where there is none."""
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
                return self.value(member, holder.first(member.key), complete=complete)

    def _items(self, member: MemberView, holder: Composite, *, complete: bool) -> Tree:
        values = holder.members.get(member.key, ())
        return ["list", [self.value(member, v, complete=complete) for v in values]]

    def value(self, member: MemberView, value: Value, *, complete: bool) -> Tree:
        """One value of a member."""
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
            case Kind.CHOICE:
                return self._chosen(self._choices[suffix], value, complete=complete)
            case _:
                record = self._records[suffix]
                if value.type is not None:
                    record = self._derived[value.type]
                return self._record(record, value, complete=complete)

    def _chosen(self, choice: ChoiceView, value: Composite, *, complete: bool) -> Tree:
        """One occurrence of a choice: an element's value, or that of a sequence."""
        for alternative in choice.alternatives:
            member, item = alternative.member, alternative.item
            if member is not None and (values := value.members.get(member.key)):
                tree = self.value(member, values[0], complete=complete)
                if alternative.class_name is None:
                    return tree
                name = self._class(alternative.class_name)
                return ["record", name, {"value": tree}]
            first = next(iter(value.members), None)
            if item is not None and first in [tag.name for tag in alternative.elements]:
                record = self._records[item.suffix]
                return self._record(record, value, complete=complete)
        return None

    def _record(self, record: RecordView, value: Composite, *, complete: bool) -> Tree:
        if complete:
            fields = self.complete(record.all_fields, value)
            fields |= {member.name: _nothing(member) for member in record.absent}
        else:
            fields = dict(self.present(record.all_fields, value))
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
                self.member(view.value, pair, complete=complete),
            ]
            for pair in value.members.get(view.pair_tag.name, ())
            if isinstance(pair, Composite)
        ]
        return ["dict", pairs]


def _nothing(member: MemberView) -> Tree:
    """What a field holds that is never there."""
    return None if member.factory is None else [member.factory, []]


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
            return bool(holder.members.get(member.key))


def _scalar(type_name: str, text: str) -> Tree:
    found = scalar(type_name, text)
    return None if found is None else [*found]


def _plain(value: Value) -> str:
    return value.text if isinstance(value, Text) else ""
