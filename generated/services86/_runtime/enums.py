"""`OpenEnum`: string enumerations that keep a value they do not know."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self, TypeVar

E = TypeVar("E", bound=StrEnum)

_MEMBERS: dict[type[StrEnum], dict[str, Any]] = {}


def _members(cls: type[E]) -> dict[str, E]:
    """The members by value: looking one up here is quicker than calling the class."""
    known = _MEMBERS.get(cls)
    if known is None:
        known = _MEMBERS[cls] = {member.value: member for member in cls}
    return known


class OpenEnum(StrEnum):
    """Base of generated enumerations.

    A member is a str equal to its text on the wire. `Colour("mauve")` of a text that the
    contract does not list gives a member that is equal to its text, has it as `name` and
    `value` and answers False to `is_known`; it is not added to the class, so iteration
    yields the contract's members only.
    """

    __hash__ = str.__hash__

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = str(value)
        return member

    @classmethod
    def known(cls, value: str) -> Self | None:
        """The member of this value that the contract lists, if there is one."""
        return _members(cls).get(value)

    @property
    def is_known(self) -> bool:
        """Whether the contract lists this member."""
        return type(self).__members__.get(self._name_) is self

    def __repr__(self) -> str:
        if self.is_known:
            return f"{type(self).__name__}.{self._name_}"
        return f"{type(self).__name__}({self.value!r})"

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.value,)
