"""The encodings of SOAP: what they write otherwise, made from the literal views.

Source: SOAP 1.1 §5; SOAP 1.2 part 2 §3 and §4.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from typedsoap.contract import (
    SOAP_12_ENCODING,
    SOAP_12_RPC,
    XSD_NAMESPACE,
    ComplexType,
    Element,
    QName,
    SimpleType,
    TypeReference,
)
from typedsoap.contract.arrays import array_item, is_soap_array
from typedsoap.contract.shapes import all_elements
from typedsoap.quoting import quote
from typedsoap.views.docstrings import docstring
from typedsoap.views.model import DerivedView, MemberView, RecordView
from typedsoap.views.namespace_model import ArrayView, CodecView
from typedsoap.views.type_table import TypeTable
from typedsoap.views.xml_names import XmlNames


class EncodedMembers:
    """Members as accessors: without a namespace, and each with its type (SOAP 1.1 §5.1)."""

    def __init__(self, table: TypeTable, xml_names: XmlNames) -> None:
        self._table = table
        self._xml_names = xml_names

    def of(
        self, members: Iterable[MemberView], elements: Iterable[Element]
    ) -> tuple[MemberView, ...]:
        """The accessors for the members of one type or message.

        Args:
            elements: The elements that the members stand for, in any order.
        """
        types = {element.name: element.type for element in elements}
        return tuple(self.member(member, types[member.tag.name]) for member in members)

    def member(self, member: MemberView, declared: TypeReference) -> MemberView:
        """The accessor for a member, whose element is declared with a type."""
        name = member.xml_name
        view = self._table.encoded(declared)
        # A struct or an array says its type by itself: it may be a derived one.
        attributes = f' xsi:type="{self._type_name(declared)}"' if view.is_text else ""
        return replace(
            member,
            tag=self._xml_names.tag(QName("", name)),
            qualified=quote(name),
            open=quote(f"<{name}{attributes}>"),
            close=quote(f"</{name}>"),
            nil=quote(f'<{name} xsi:nil="true"/>'),
            attributes=quote(attributes) if attributes else "",
            type=view,
        )

    def root(
        self, member: MemberView, declared: TypeReference, encoding: str
    ) -> MemberView:
        """A header block or the entry of a detail, which has its name and says how."""
        name = self._xml_names.qualified(member.tag.name)
        view = self._table.encoded(declared)
        attributes = f' soap:encodingStyle="{encoding}"'
        if view.is_text:
            attributes += f' xsi:type="{self._type_name(declared)}"'
        return replace(
            member,
            open=quote(f"<{name}{attributes}>"),
            attributes=quote(attributes),
            type=view,
        )

    def result_name(self, encoding: str, member: MemberView) -> str:
        """What tells which accessor of a reply is the result (SOAP 1.2 part 2 §4.2.1)."""
        if encoding != SOAP_12_ENCODING:
            return ""
        name = self._xml_names.qualified(QName(SOAP_12_RPC, "result"))
        return f"<{name}>{member.xml_name}</{name}>"

    def _type_name(self, reference: TypeReference) -> str:
        """The prefixed name of a simple type, or of what an anonymous one restricts."""
        definition = self._table.schema.definition(reference)
        while isinstance(definition, SimpleType) and (
            definition.anonymous or definition.name is None
        ):
            reference = definition.base or QName(XSD_NAMESPACE, "string")
            definition = self._table.schema.definition(reference)
        if not isinstance(reference, QName):
            raise LookupError(f"{reference.name} is no simple type")
        return self._xml_names.qualified(reference)


class EncodedCodecs:
    """The codec functions for types that encoded messages reach.

    Args:
        encodings: The encoding of the messages that reach a type, for each array.
    """

    def __init__(
        self, table: TypeTable, xml_names: XmlNames, encodings: Mapping[QName, str]
    ) -> None:
        self._table = table
        self._encodings = encodings
        self._xml_names = xml_names
        self._members = EncodedMembers(table, xml_names)

    def codec(
        self, listed: str, records: Iterable[RecordView], arrays: Sequence[ArrayView]
    ) -> CodecView:
        """The functions of one module.

        Args:
            listed: What the module is for, as text.
            records: The structs as literal messages have them; arrays likewise.
        """
        return CodecView(
            docstring=docstring(
                f"Writes and reads {listed} in SOAP encoding.", indent=0
            ),
            records=tuple(self._record(record) for record in records),
            arrays=tuple(self._array(array) for array in arrays),
            encoded=True,
        )

    def _record(self, record: RecordView) -> RecordView:
        definition = self._table.types[record.tag.name].definition
        if not isinstance(definition, ComplexType):
            raise LookupError(f"{record.tag.name} is no complex type")
        elements = all_elements(definition, self._table.schema)
        return replace(
            record,
            all_fields=self._members.of(record.all_fields, elements),
            derived=tuple(self._derived(derived) for derived in record.derived),
            type=self._table.encoded(record.tag.name),
            own_type=self._own_type(definition, record.tag.name),
        )

    def _derived(self, derived: DerivedView) -> DerivedView:
        return replace(
            derived, qualified="", type=self._table.encoded(derived.tag.name)
        )

    def _array(self, array: ArrayView) -> ArrayView:
        name = array.tag.name
        definition = self._table.types[name].definition
        item = array_item(definition).type
        view = replace(
            array,
            item=self._members.member(array.item, item),
            type=self._table.encoded(name),
        )
        if is_soap_array(definition) and isinstance(item, QName):
            is_later = self._encodings[name] == SOAP_12_ENCODING
            return replace(
                view,
                item_type=quote(self._xml_names.qualified(item)),
                write_type="write_item_type" if is_later else "write_array_type",
            )
        return replace(view, own_type=self._own_type(definition, name))

    def _own_type(self, definition: ComplexType | SimpleType, name: QName) -> str:
        if isinstance(definition, ComplexType) and definition.anonymous:
            return ""
        return quote(self._xml_names.qualified(name))
