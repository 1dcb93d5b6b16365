"""Required members of a reply: a stand-in until their element is seen."""

from __future__ import annotations

from typing import Any, Final, TypeVar

T = TypeVar("T")


class _Missing:
    """The type of `MISSING`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final[Any] = _Missing()
"""What a required member holds until it is read; no caller ever sees it."""


def ensure_present(value: T | None) -> T:
    """The value that was read for a required member; nil counts as missing."""
    return MISSING if value is None else value
