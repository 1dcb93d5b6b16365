"""Python source for types and for values of a generated package."""

from __future__ import annotations

import datetime
import decimal
import types
import typing
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module
from typing import Any, cast

from tests.support.annotations import annotations_of


class Source:
    """Source that refers to a package, with the imports that it needs."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._imports: set[tuple[str, str]] = set()

    def imports(self) -> list[str]:
        """The import statements, one a name."""
        return [f"from {m} import {name}" for m, name in sorted(self._imports)]

    def name(self, found: Any) -> str:
        """A class by its name; what the runtime has comes from where users find it."""
        module: str = found.__module__
        if module == "builtins":
            return str(found.__name__)
        if module.startswith(f"{self._package}._runtime"):
            module = self._exporting(found.__name__)
        self._imports.add((module, found.__name__))
        return str(found.__name__)

    def _exporting(self, name: str) -> str:
        """The module that has a class of the runtime for users."""
        modules = [
            f"{self._package}.{found}" for found in ("values", "errors", "transport")
        ]
        return next(m for m in modules if hasattr(import_module(m), name))

    def hint(self, hint: Any) -> str:
        """A type hint."""
        if hint is None or hint is types.NoneType:
            return "None"
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in (types.UnionType, typing.Union):
            return " | ".join(map(self.hint, arguments))
        if origin is typing.Literal:
            self._imports.add(("typing", "Literal"))
            return f"Literal[{', '.join(map(repr, arguments))}]"
        if origin is None:
            return self.name(hint)
        return f"{self.name(origin)}[{', '.join(map(self.hint, arguments))}]"

    def value(self, value: Any) -> str:
        """An expression for a value."""
        if isinstance(value, Enum):
            return f"{self.name(type(value))}.{value.name}"
        kind = cast("type[object]", type(value))
        if issubclass(kind, (list, frozenset)):
            text = f"[{', '.join(map(self.value, value))}]"
            return text if kind is list else f"frozenset({text})"
        if issubclass(kind, dict):
            pairs = [f"{self.value(k)}: {self.value(v)}" for k, v in value.items()]
            return f"{{{', '.join(pairs)}}}"
        if is_dataclass(value):
            return f"{self.name(type(value))}({self.keywords(set_fields(value))})"
        if type(value).__module__ == datetime.__name__:
            self._imports.add(("datetime", type(value).__name__))
            return self._datetime(value)
        if isinstance(value, (decimal.Decimal, uuid.UUID)):
            return f"{self.name(type(value))}({str(value)!r})"
        return repr(value)

    def keywords(self, values: Mapping[str, Any]) -> str:
        """Keyword arguments."""
        return ", ".join(f"{name}={self.value(v)}" for name, v in values.items())

    def _datetime(self, value: Any) -> str:
        if isinstance(value, datetime.timedelta):
            return f"timedelta(seconds={value.total_seconds()!r})"
        return f"{type(value).__name__}.fromisoformat({value.isoformat()!r})"


def set_fields(record: Any) -> dict[str, Any]:
    """The fields of a dataclass that are not None."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: value for name, value in values.items() if value is not None}


def classes_in(hint: Any) -> Iterator[type]:
    """Every dataclass and enumeration that a hint reaches, each once, outermost first."""
    seen: set[type] = set()
    pending = [hint]
    while pending:
        found = pending.pop()
        pending += typing.get_args(found)
        if isinstance(found, type) and found not in seen:
            seen.add(found)
            if is_dataclass(found):
                yield found
                inside = annotations_of(found)
                pending += [inside[field.name] for field in fields(found)]
            elif issubclass(found, Enum):
                yield found
