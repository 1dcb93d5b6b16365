"""Header blocks: a keyword each on the client, an attribute each of a reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from typedsoap import naming
from typedsoap.contract import ComplexType, Element, Message, QName, Schema
from typedsoap.contract.header_blocks import encoded_blocks, header_blocks
from typedsoap.contract.shapes import lineage
from typedsoap.overlay import HeaderOverlay, MemberOverlay
from typedsoap.views.encoding import EncodedMembers
from typedsoap.views.members import member_view
from typedsoap.views.model import MemberView
from typedsoap.views.service_model import HeaderBlockView, HeaderSetView
from typedsoap.views.type_table import TypeTable
from typedsoap.views.xml_names import XmlNames


class HeaderBuilder:
    """Builds the header blocks of one direction of a service.

    Args:
        overlays: What the overlay says, by the block's local name.
        reserved: Names that no block may have.
        encoding: The encoding of those blocks that are encoded.
    """

    def __init__(
        self,
        table: TypeTable,
        xml_names: XmlNames,
        schema: Schema,
        overlays: Mapping[str, HeaderOverlay],
        reserved: Iterable[str],
        encoding: str | None = None,
    ) -> None:
        self._table = table
        self._xml_names = xml_names
        self._schema = schema
        self._overlays = overlays
        self._scope = naming.Scope(reserved)
        self._encoding = encoding
        self._encoded = EncodedMembers(table, xml_names)
        self._encoded_blocks: set[QName] = set()
        self._blocks: dict[QName, HeaderBlockView] = {}
        self._sets: dict[tuple[QName, ...], HeaderSetView] = {}

    def header_set(self, message: Message | None, base: str) -> HeaderSetView:
        """The header blocks of one message; equal sets share one view.

        Args:
            message: The message, or None for a reply that does not exist.
            base: What the codec functions' names end in; later sets are numbered.
        """
        elements = header_blocks(message, self._schema)
        self._encoded_blocks.update(encoded_blocks(message))
        names = tuple(element.key for element in elements)
        if names not in self._sets:
            number = 1 + sum(bool(others) for others in self._sets)
            self._sets[names] = HeaderSetView(
                suffix=base if number == 1 else f"{base}_{number}",
                blocks=tuple(self._block(element) for element in elements),
            )
        return self._sets[names]

    @property
    def blocks(self) -> tuple[HeaderBlockView, ...]:
        """Every block so far, in first use."""
        return tuple(self._blocks.values())

    @property
    def sets(self) -> tuple[HeaderSetView, ...]:
        """Every set so far, in first use."""
        return tuple(self._sets.values())

    def attribute(self, block: str | None) -> str | None:
        """The attribute of the block of that local name."""
        for name, view in self._blocks.items():
            if name.name == block:
                return view.member.name
        return None

    def _block(self, element: Element) -> HeaderBlockView:
        if element.key not in self._blocks:
            self._blocks[element.key] = self._build(element)
        return self._blocks[element.key]

    def _build(self, declared: Element) -> HeaderBlockView:
        name, key = declared.name, declared.key
        overlay = self._overlays.get(key.name, HeaderOverlay())
        # A header block may always be left out: nothing in WSDL requires it.
        element = replace(declared, min_occurs=0)
        if overlay.name is not None:
            self._scope.override(key, overlay.name, naming.snake_case, overlay.location)
        keyword = self._scope.claim(
            key, naming.snake_case(overlay.flatten or name.name)
        )
        told = MemberOverlay(documentation=overlay.documentation, secret=overlay.secret)
        member = member_view(
            self._table, self._xml_names, element, name=keyword, overlay=told
        )
        flattened = self._flattened(element, overlay, keyword)
        encoding = self._encoding if name in self._encoded_blocks else None
        if encoding is not None:
            member = self._encoded.root(member, element.type, encoding)
        return HeaderBlockView(
            member=member,
            members_constant=self._xml_names.members(key),
            flattened=flattened,
            encoding=encoding,
            before=self._before(declared),
        )

    def _before(self, block: Element) -> str | None:
        if block.number == 1:
            return None
        return self._blocks[block.name.numbered(block.number - 1)].value.name

    def _flattened(
        self, element: Element, overlay: HeaderOverlay, keyword: str
    ) -> MemberView | None:
        definition = self._schema.definition(element.type)
        if overlay.flatten is None or not isinstance(definition, ComplexType):
            return None
        # Where the member is inherited, the overlay speaks of it under the base type.
        owner, inner = next(
            (link, e)
            for link in lineage(definition, self._schema)
            for e in link.own_elements()
            if e.name.name == overlay.flatten
        )
        described = self._table.overlay(owner.name or element.type)
        entry = described.fields.get(overlay.flatten)
        told = MemberOverlay(
            documentation=overlay.documentation
            or (entry.documentation if entry else ""),
            secret=overlay.secret or (entry is not None and entry.secret),
        )
        member = member_view(
            self._table,
            self._xml_names,
            replace(inner, min_occurs=0),
            name=keyword,
            overlay=told,
        )
        if element.name in self._encoded_blocks:
            return self._encoded.member(member, inner.type)
        return member
