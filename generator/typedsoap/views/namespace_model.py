"""What the templates see of one namespace: its enumerations, records and collections.

See `typedsoap.views.model`, which has the records, for what these values hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from typedsoap.contract import QName
from typedsoap.views.model import MemberView, Name, RecordView, TagView, TypeView


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumerationMemberView:
    """One member of an enumeration; `value` is a literal."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumerationView:
    """The class of an enumeration, or of the items of flags.

    Attributes:
        name: The type's expanded name.
    """

    name: QName
    class_name: str
    members: tuple[EnumerationMemberView, ...]
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersCodecView:
    """The codec functions of an enumeration or of flags, and the class of the members."""

    class_name: str
    type: TypeView


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list type: codec functions of its text and no class."""

    item: TypeView
    type: TypeView


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionView:
    """A union of enumerations and other texts: codec functions and no class.

    Attributes:
        classes: Those of its enumerations.
        values: The class of every value that one of them lists.
    """

    classes: tuple[str, ...]
    values: dict[str, str]
    type: TypeView


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrayView:
    """An array type: codec functions and no class.

    Attributes:
        tag: The type's expanded name.
        own_type: As in `RecordView`.
        item_type: Literal of the prefixed name of the items' type, of a SOAP array.
        write_type: The runtime's function that writes it as the encoding has it.
    """

    tag: TagView
    item: MemberView
    nullable_items: bool
    type: TypeView
    own_type: str = ""
    item_type: str = ""
    write_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DictionaryView:
    """A dictionary type: codec functions and no class; its pair element as literals.

    Attributes:
        tag: The type's expanded name.
        members_constant: The constant that lists the names of a pair's members.
    """

    tag: TagView
    members_constant: str
    pair_tag: TagView
    pair_open: str
    pair_close: str
    key: MemberView
    value: MemberView
    type: TypeView

    @property
    def members(self) -> tuple[MemberView, MemberView]:
        """The members of a pair."""
        return self.key, self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeView:
    """One alternative of a repeated choice.

    Attributes:
        test: What `isinstance` is asked for.
        elements: The elements that it may begin with.
        value: The expression of the value in `value`.
        member: The element; None for a sequence.
        item: One occurrence of a sequence; None for an element.
        class_name: The class that tells which element a value is for, if it has one.
        docstring: That class's.
    """

    test: str
    elements: tuple[TagView, ...]
    value: str
    member: MemberView | None
    item: TypeView | None
    class_name: str | None
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """A repeated choice: codec functions of one occurrence, and classes of alternatives.

    Attributes:
        expected: Literal of what a value may be, for people.
    """

    alternatives: tuple[AlternativeView, ...]
    expected: str
    type: TypeView


@dataclass(frozen=True, slots=True, kw_only=True)
class CodecView:
    """One module of codec functions, a pair for each type.

    Attributes:
        records: Bases before what extends them.
        encoded: Whether they are for SOAP encoding.
    """

    docstring: str
    records: tuple[RecordView, ...] = ()
    member_codecs: tuple[MembersCodecView, ...] = ()
    lists: tuple[ListView, ...] = ()
    unions: tuple[UnionView, ...] = ()
    arrays: tuple[ArrayView, ...] = ()
    dictionaries: tuple[DictionaryView, ...] = ()
    choices: tuple[ChoiceView, ...] = ()
    encoded: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is no function at all."""
        return not (
            self.records
            or self.member_codecs
            or self.lists
            or self.unions
            or self.arrays
            or self.dictionaries
            or self.choices
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeModuleView:
    """One type, or some in a circle: a module of types, and the codec functions.

    Attributes:
        module: The name of the modules in the folders of the namespace.
        records: Bases before what extends them.
        codec: The functions for literal messages.
        encoded: Those for SOAP encoding.
    """

    module: str
    types_docstring: str
    enumerations: tuple[EnumerationView, ...]
    records: tuple[RecordView, ...]
    codec: CodecView
    encoded: CodecView

    @property
    def has_types(self) -> bool:
        """Whether there is a class to import from its module of types."""
        return bool(self.enumerations or self.records or self.tags)

    @property
    def tags(self) -> tuple[AlternativeView, ...]:
        """The alternatives of repeated choices that have a class of their own."""
        return tuple(
            a for c in self.codec.choices for a in c.alternatives if a.class_name
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NamespaceView:
    """One namespace: a package of types and packages of codec functions.

    Attributes:
        module: The name of the packages.
        modules: What is in them, in first use.
        exports: The classes of the namespace, each with its module, by name.
    """

    module: str
    types_docstring: str
    codec_docstring: str
    modules: tuple[TypeModuleView, ...]
    exports: tuple[Name, ...]

    @property
    def has_types(self) -> bool:
        """Whether a module has a class, be it one that another namespace exports."""
        return any(module.has_types for module in self.modules)

    @property
    def enumerations(self) -> tuple[EnumerationView, ...]:
        """The classes of enumerations."""
        return tuple(f for module in self.modules for f in module.enumerations)

    @property
    def records(self) -> tuple[RecordView, ...]:
        """The classes of records."""
        return tuple(f for module in self.modules for f in module.records)

    @property
    def member_codecs(self) -> tuple[MembersCodecView, ...]:
        """The codecs of enumerations and flags."""
        return tuple(f for module in self.modules for f in module.codec.member_codecs)

    @property
    def lists(self) -> tuple[ListView, ...]:
        """The codecs of lists."""
        return tuple(f for module in self.modules for f in module.codec.lists)

    @property
    def unions(self) -> tuple[UnionView, ...]:
        """The codecs of unions with enumerations among their members."""
        return tuple(f for module in self.modules for f in module.codec.unions)

    @property
    def arrays(self) -> tuple[ArrayView, ...]:
        """The codecs of arrays."""
        return tuple(f for module in self.modules for f in module.codec.arrays)

    @property
    def dictionaries(self) -> tuple[DictionaryView, ...]:
        """The codecs of dictionaries."""
        return tuple(f for module in self.modules for f in module.codec.dictionaries)
