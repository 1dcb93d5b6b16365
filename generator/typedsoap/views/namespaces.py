"""A package of types and one of codec functions for each namespace, a module a type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from typedsoap.bindings.binding import Bindings
from typedsoap.contract import (
    ComplexType,
    Element,
    QName,
)
from typedsoap.contract.anonymous import element_path
from typedsoap.contract.arrays import array_item
from typedsoap.contract.shapes import (
    dictionary_members,
    listed_values,
    listing_members,
)
from typedsoap.quoting import quote
from typedsoap.views.choice_views import choice_view
from typedsoap.views.docstrings import docstring
from typedsoap.views.encoding import EncodedCodecs
from typedsoap.views.enumerations import enumeration_view
from typedsoap.views.members import member_view
from typedsoap.views.model import Kind, MemberView, RecordView
from typedsoap.views.namespace_model import (
    ArrayView,
    CodecView,
    DictionaryView,
    ListView,
    MembersCodecView,
    NamespaceView,
    TypeModuleView,
    UnionView,
)
from typedsoap.views.records import RecordBuilder
from typedsoap.views.type_table import NamedType, TypeTable
from typedsoap.views.xml_names import XmlNames


class NamespaceBuilder:
    """Builds the views of all reached types, a namespace at a time.

    Args:
        literal: The types that literal messages reach.
        encoded: The types that encoded messages reach, with their encoding.
    """

    def __init__(
        self,
        table: TypeTable,
        xml_names: XmlNames,
        bindings: Bindings,
        literal: Set[QName],
        encoded: Mapping[QName, str],
    ) -> None:
        self._table = table
        self._literal = literal
        self._encoded = encoded
        self._xml_names = xml_names
        self._bindings = bindings
        self._records = RecordBuilder(table, xml_names, bindings)

    def namespaces(self) -> tuple[NamespaceView, ...]:
        """The packages in the order in which their namespaces are first used."""
        modules: dict[str, dict[str, list[NamedType]]] = {
            folder: {} for folder in self._table.folders.values()
        }
        for named in self._table.types.values():
            folder, _, module = named.module.partition(".")
            modules[folder].setdefault(module, []).append(named)
        return tuple(
            self._namespace(namespace, modules[folder])
            for namespace, folder in self._table.folders.items()
        )

    def _namespace(
        self, namespace: str, modules: Mapping[str, list[NamedType]]
    ) -> NamespaceView:
        classes = self._table.class_modules()
        exports = (
            classes[class_name]
            for named in self._table.types.values()
            if named.name.namespace == namespace
            for class_name in self._table.class_names(named)
        )
        text = f"the namespace {namespace}" if namespace else "no namespace"
        return NamespaceView(
            module=self._table.folders[namespace],
            types_docstring=docstring(f"Types of {text}.", indent=0),
            codec_docstring=docstring(
                f"Writes and reads the types of {text}.", indent=0
            ),
            modules=tuple(
                self._module(module, types) for module, types in modules.items()
            ),
            exports=tuple(sorted(exports, key=lambda name: name.name)),
        )

    def _module(self, module: str, types: list[NamedType]) -> TypeModuleView:
        listed = ", ".join(element_path(named.name) for named in types)
        listed = f"the type{'s' if len(types) > 1 else ''} {listed}"
        records = {
            named.name: self._records.record(named)
            for named in _bases_first([t for t in types if t.kind is Kind.RECORD])
        }
        encoding = EncodedCodecs(self._table, self._xml_names, self._encoded)
        encoded = [named for named in types if named.name in self._encoded]
        return TypeModuleView(
            module=module,
            types_docstring=docstring(f"{listed[0].upper()}{listed[1:]}.", indent=0),
            enumerations=tuple(
                enumeration_view(self._table, named)
                for named in types
                if named.kind in (Kind.ENUMERATION, Kind.FLAGS)
                and self._table.has_class(named)
            ),
            records=tuple(records.values()),
            codec=self._codec(listed, types, records),
            encoded=encoding.codec(
                listed,
                [view for name, view in records.items() if name in self._encoded],
                [self._array(named) for named in encoded if named.kind is Kind.ARRAY],
            ),
        )

    def _codec(
        self,
        listed: str,
        types: Sequence[NamedType],
        records: Mapping[QName, RecordView],
    ) -> CodecView:
        """The functions for literal messages, and those for text, which all have."""
        by_kind = {kind: [t for t in types if t.kind is kind] for kind in Kind}
        return CodecView(
            docstring=docstring(f"Writes and reads {listed}.", indent=0),
            records=tuple(v for name, v in records.items() if name in self._literal),
            member_codecs=tuple(
                MembersCodecView(
                    class_name=self._table.members_class(named),
                    type=self._table.view(named.name),
                )
                for named in types
                if named.kind in (Kind.ENUMERATION, Kind.FLAGS)
            ),
            lists=tuple(
                ListView(
                    item=self._table.item_view(named),
                    type=self._table.view(named.name),
                )
                for named in by_kind[Kind.LIST]
            ),
            unions=tuple(self._union(named) for named in by_kind[Kind.UNION]),
            arrays=tuple(
                self._array(named)
                for named in by_kind[Kind.ARRAY]
                if named.name in self._literal
            ),
            dictionaries=tuple(
                self._dictionary(named) for named in by_kind[Kind.DICTIONARY]
            ),
            choices=tuple(
                choice_view(self._table, self._xml_names, named)
                for named in by_kind[Kind.CHOICE]
            ),
        )

    def _union(self, named: NamedType) -> UnionView:
        schema = self._table.schema
        values: dict[str, str] = {}
        for member in listing_members(named.definition, schema):
            for listed in listed_values(member, schema):
                values.setdefault(listed.value, self._table.types[member].class_name)
        return UnionView(
            classes=self._table.listed_classes(named),
            values=values,
            type=self._table.view(named.name),
        )

    def _array(self, named: NamedType) -> ArrayView:
        item = array_item(named.definition)
        single = replace(item, min_occurs=1, max_occurs=1)
        return ArrayView(
            tag=self._xml_names.tag(named.name),
            item=member_view(self._table, self._xml_names, single, name="item"),
            nullable_items=named.overlay.nullable_items,
            type=self._table.view(named.name),
        )

    def _dictionary(self, named: NamedType) -> DictionaryView:
        pair, key, value = dictionary_members(named.definition)
        qualified = self._xml_names.qualified(pair.name)
        return DictionaryView(
            tag=self._xml_names.tag(named.name),
            # Other dictionaries may have pairs of that name.
            members_constant=self._xml_names.members(pair.name, named.name),
            pair_tag=self._xml_names.tag(pair.name),
            pair_open=quote(f"<{qualified}>"),
            pair_close=quote(f"</{qualified}>"),
            # A dictionary has no nil key, whatever the schema allows.
            key=self._pair_member(replace(key, nillable=False), "key"),
            value=self._pair_member(value, "value"),
            type=self._table.view(named.name),
        )

    def _pair_member(self, element: Element, name: str) -> MemberView:
        return member_view(self._table, self._xml_names, element, name=name)


def _bases_first(records: list[NamedType]) -> list[NamedType]:
    """The records in first use, each after its base."""
    known = {named.name: named for named in records}
    done: dict[QName, NamedType] = {}
    for named in records:
        chain = [named]
        while True:
            definition = chain[-1].definition
            base = definition.base if isinstance(definition, ComplexType) else None
            if base is None or base not in known or base in done:
                break
            chain.append(known[base])
        for link in reversed(chain):
            done.setdefault(link.name, link)
    return list(done.values())
