"""Arguments of annotated types, with hostile texts inside."""

from __future__ import annotations

import dataclasses
import enum
import itertools
import types
import typing
from typing import Any, Final

from tests.attack.attacked_modules import annotations_of

MAX_DEPTH: Final = 3


class Maker:
    """Makes arguments of the annotated types, with hostile texts inside."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = itertools.cycle(texts)
        self.made: list[str] = []

    def make(self, kind: Any, depth: int = 0) -> Any:
        """A value of a type."""
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if kind is type(None):
            return None
        if origin is typing.Literal:
            return arguments[0]
        if origin in {typing.Union, types.UnionType}:
            return self.make(arguments[0], depth)
        if origin is not None and issubclass(origin, dict | typing.Mapping):
            return {self._text(): self.make(arguments[1], depth)}
        if origin is not None and issubclass(origin, frozenset | typing.AbstractSet):
            return frozenset(self._noted(member) for member in arguments[0])
        if origin is not None:
            return [self.make(arguments[0], depth + 1)] if depth < MAX_DEPTH else []
        if issubclass(kind, enum.Enum):
            return self._noted(next(iter(kind)))
        if hasattr(kind, "__dataclass_fields__"):
            return self._record(kind, depth)
        return self._text() if kind is str else kind(1)

    def _record(self, kind: Any, depth: int) -> Any:
        hints = annotations_of(kind)
        names = [
            field.name
            for field in dataclasses.fields(kind)
            if "soap.alternative" not in field.metadata
        ]
        if depth >= MAX_DEPTH:
            return kind()
        return kind(**{name: self.make(hints[name], depth + 1) for name in names})

    def _text(self) -> str:
        self.made.append(next(self._texts))
        return self.made[-1]

    def _noted(self, member: Any) -> Any:
        self.made.append(member.value)
        return member
