"""What the templates see: frozen values with every name, type and text finished.

Templates only place these; they decide nothing. A text that comes from a contract is here
either a validated identifier or a Python literal made by `typedsoap.quoting`; attributes
that hold such source text say "literal" or "docstring".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from typedsoap.contract import QName
from typedsoap.quoting import quote
from typedsoap.views.places import Place


@dataclass(frozen=True, slots=True)
class Name:
    """Something to import: `from <module> import <name>`, maybe `as <alias>`.

    Attributes:
        module: A standard module (`datetime`), or a module of the generated package as
            a path from the package's root that starts with a dot (`.types.orders`).
        name: The imported name.
        alias: What it is called in the importing module, if not by its name.
    """

    module: str
    name: str
    alias: str | None = None

    @property
    def bound(self) -> str:
        """What it is called in the importing module."""
        return self.alias or self.name


class Kind(StrEnum):
    """What a type of the contract becomes in Python."""

    SCALAR = "scalar"
    ENUMERATION = "enumeration"
    FLAGS = "flags"
    LIST = "list"
    UNION = "union"
    RECORD = "record"
    ARRAY = "array"
    DICTIONARY = "dictionary"
    FRAGMENT = "fragment"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeView:
    """A type of the contract as Python uses it.

    Attributes:
        stored: Annotation where it is stored (`list[int]`).
        passed: Annotation where it is passed (`Sequence[int]`).
        suffix: What its codec functions' names end in: `write_…` and `read_…`.
        is_text: Whether its content is text; else child elements.
        empty: The literal of the empty collection, or None for no collection.
        derivable: Whether a derived type may stand in for it.
    """

    kind: Kind
    stored: str
    passed: str
    suffix: str
    is_text: bool = False
    empty: str | None = None
    derivable: bool = False

    @property
    def write(self) -> str:
        """The codec's write function."""
        return f"write_{self.suffix}"

    @property
    def read(self) -> str:
        """The codec's read function."""
        return f"read_{self.suffix}"


@dataclass(frozen=True, slots=True)
class TagView:
    """An expanded name, and the constant that holds it."""

    constant: str
    name: QName

    @property
    def literal(self) -> str:
        """Literal of the name in Clark notation."""
        return quote(str(self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """A field, a parameter, a result member, a header block: most are elements.

    Attributes:
        name: Its Python name.
        xml_name: The local name of the element or attribute.
        local: Literal of the local name.
        tag: Its expanded name.
        number: To which of the members of that name it belongs.
        qualified: Literal of the prefixed name.
        open: Literal of its start tag.
        close: Literal of its end tag.
        nil: Literal of the element with `xsi:nil`.
        attributes: Literal of what its start tag has beside the name, if anything.
        optional: The schema allows it to be absent.
        nillable: The schema allows nil.
        nil_beside: None is nil where others of a choice or sequence are given, else absent.
        repeated: It may occur more than once.
        nullable_items: Items of its list may be None.
        required: The Python user must give it and never reads None.
        secret: Its value is masked.
        secret_keys: Literals of a dictionary's masked keys.
        annotation: Finished annotation of the stored value, None included.
        argument: Finished annotation of the passed value, None included.
        default: The default as source; None where the value must be given.
        alternative: It is absent where of every choice the first one is taken, or where
            any element at all may be.
        text: What it means, as one line of plain text.
        place: Where its value stands; what is not in an element has no tags to write.
        lexical: Literal of the value of an attribute that is absent, or of an element
            that is empty, if it has one; of a fixed element its text as the contract
            writes it, escaped, where that is not `fixed`.
        guarded: An empty text would be read as the element's default.
        fixed: Literal of the only text that may be sent, escaped; None for any.
        only: Literal of the only value that an element may have, of a number the text;
            None for any.
        numeric: The type of a number that may have several texts; "" for any other type.
        known: The attributes of an element with other attributes, those excepted; of a
            repeated group the elements in it.
        following: The constant that tells the occurrences of a repeated group apart.
        least: How often a repeated group occurs at least.
        most: How often it occurs at most; None is unbounded.
        prefix: Literal of the prefix that an attribute of type QName declares.
        facets: The facets of its type as arguments in source; empty for none.
        narrowed: A restriction requires what the class of its base need not have.
        namespace: Literal of a namespace that a wildcard allows, where it has to be
            there and allows no other than those it lists.
        positional: The occurrences of a repeated group are told apart by position.
        several: Its place among the lists of elements that are found by position; None
            where they are found by name.
    """

    name: str
    xml_name: str
    local: str
    tag: TagView
    number: int = 1
    qualified: str = ""
    open: str = ""
    close: str = ""
    nil: str = ""
    attributes: str = ""
    type: TypeView
    optional: bool = False
    nillable: bool = False
    nil_beside: bool = False
    repeated: bool = False
    nullable_items: bool = False
    required: bool
    secret: bool = False
    secret_keys: tuple[str, ...] = ()
    annotation: str
    argument: str
    default: str | None = None
    alternative: bool = False
    text: str
    place: Place = Place.ELEMENT
    lexical: str | None = None
    guarded: bool = False
    fixed: str | None = None
    only: str | None = None
    numeric: str = ""
    known: tuple[TagView, ...] = ()
    following: str = ""
    least: int = 0
    namespace: str = ""
    most: int | None = None
    prefix: str = ""
    facets: str = ""
    narrowed: bool = False
    positional: bool = False
    several: int | None = None

    @property
    def key(self) -> QName:
        """What tells it from others: the key of its particle."""
        return self.tag.name.numbered(self.number)

    @property
    def is_element(self) -> bool:
        """Whether its value is a child element."""
        return self.place is Place.ELEMENT

    @property
    def is_content(self) -> bool:
        """Whether its value is content; what is not stands in the start tag."""
        return self.place in (
            Place.ELEMENT,
            Place.TEXT,
            Place.OCCURRENCES,
            Place.WILDCARD,
        )

    @property
    def factory(self) -> str | None:
        """What makes the value of a field that is not given."""
        if self.place is Place.OTHER_ATTRIBUTES:
            return "dict"
        return "list" if self.repeated else None

    @property
    def literal(self) -> str:
        """The Python name as a literal, for the path of an error."""
        return f'"{self.name}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A choice or an optional sequence, whose members depend on each other.

    Attributes:
        constant: The constant that checks them.
        source: Its value as source.
        members: All of its members, at any depth.
    """

    constant: str
    source: str
    members: tuple[MemberView, ...]

    @property
    def tells_nil(self) -> bool:
        """Whether it tells which of its members have to be nil."""
        return any(member.nil_beside for member in self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedView:
    """A derived record that may stand where its base is declared.

    Attributes:
        tag: The type's expanded name.
        qualified: Literal of its prefixed name, the value of `xsi:type`; "" where its
            own writer says it.
        abstract: No value can be of this very type.
    """

    class_name: str
    tag: TagView
    qualified: str
    abstract: bool
    type: TypeView


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """A complex type as a dataclass.

    Attributes:
        tag: The type's expanded name.
        members_constant: The constant that lists the names of its members.
        base: The base class, or None.
        fields: Its own fields; elements first, then attributes.
        all_fields: The base types' fields first, then its own, as this type has them.
        absent: Fields of the base types that a restriction has taken away.
        groups: The choices and optional sequences, those of the base types first.
        derived: The types derived from it, where it is declared for an element; each
            after those that are derived from itself.
        own_type: Literal of its prefixed name, where each value says its type.
        abstract: No value can be of this very type.
        occurrence: It is one occurrence of a repeated group, with no element around it.
        content: Its content model as source, where an element stands twice in it.
    """

    class_name: str
    tag: TagView
    members_constant: str
    base: str | None
    fields: tuple[MemberView, ...]
    all_fields: tuple[MemberView, ...]
    absent: tuple[MemberView, ...]
    groups: tuple[GroupView, ...]
    type: TypeView
    derived: tuple[DerivedView, ...]
    own_type: str = ""
    abstract: bool
    occurrence: bool
    content: str = ""
    docstring: str
