"""`NIL`: an explicit `xsi:nil="true"` where the contract allows one."""

from __future__ import annotations

from typing import Any, Final, final


@final
class _Nil:
    """The type of `NIL`; there is one instance, also after copying and pickling."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NIL"

    def __reduce__(self) -> str:
        return "NIL"


NIL: Final[Any] = _Nil()
"""Sends an element with `xsi:nil="true"` instead of leaving it out.

It fits every parameter and field for a type checker and is refused with an `EncodeError`
where the contract does not allow nil. It is never read: nil is read as None.
"""
