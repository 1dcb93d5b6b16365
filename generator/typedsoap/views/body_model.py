"""What the templates see of Body: what a message holds, and what a call returns.

See `typedsoap.views.model`, which has the types, for what these values hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from typedsoap.contract import SOAP_12_ENCODING
from typedsoap.quoting import quote
from typedsoap.views.model import GroupView, MemberView, TagView


def encoded_reader(encoding: str | None) -> str:
    """The runtime's class that reads what is in a SOAP encoding; "" for none."""
    if encoding is None:
        return ""
    is_later = encoding == SOAP_12_ENCODING
    return "Soap12EncodedReader" if is_later else "EncodedReader"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapperView:
    """What a message's Body holds: an element, its literals and its members.

    Attributes:
        suffix: What its codec functions' names end in.
        tag: The element's expanded name; None where the members stand in Body
            themselves, or where it is empty.
        bare: Whether the element is itself the one member, and wraps nothing.
        members_constant: The constant that lists the names of its members.
        empty: Literal of the element without content, or with nil if it is bare.
        groups: The choices and optional sequences of its content.
        encoding: The SOAP encoding that it is the struct of a message in; None where
            the message is literal.
        content: Its content model as source, where an element stands twice in it.
    """

    suffix: str
    tag: TagView | None
    bare: bool
    members_constant: str
    open: str
    close: str
    empty: str
    members: tuple[MemberView, ...]
    groups: tuple[GroupView, ...]
    encoding: str | None = None
    content: str = ""

    @property
    def encoded(self) -> bool:
        """Whether it is the struct of an encoded message."""
        return self.encoding is not None

    @property
    def reader(self) -> str:
        """The runtime's class that reads the message, if it is encoded."""
        return encoded_reader(self.encoding)

    @property
    def literal(self) -> str:
        """Literal of the element's name in Clark notation, "" where there is none."""
        return quote("") if self.tag is None else self.tag.literal

    @property
    def is_written(self) -> bool:
        """Whether there is anything to write."""
        return self.tag is not None or bool(self.members)

    @property
    def direct(self) -> bool:
        """Whether the members stand in Body themselves."""
        return self.tag is None and bool(self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFailureView:
    """A rule: the result's attribute `member` false means failure."""

    member: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """The content of a reply: what an operation returns.

    Attributes:
        annotation: Finished annotation of what the method returns.
        class_name: The result class where there are several members, else None.
        failure: The failure rule, if any.
        docstring: Of the result class.
    """

    wrapper: WrapperView
    annotation: str
    class_name: str | None
    failure: ResultFailureView | None
    docstring: str

    @property
    def only(self) -> MemberView | None:
        """The one member that is the result, where there is just one."""
        members = self.wrapper.members
        return members[0] if len(members) == 1 else None
