"""Sample answers: a value of any type that a generated Protocol declares as a result."""

from __future__ import annotations

import dataclasses
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from types import NoneType, SimpleNamespace, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID
from xml.sax.saxutils import quoteattr

_TEXT: Final = "sample"
_TIME: Final = datetime(2024, 1, 1, 12, tzinfo=UTC)
_SCALARS: Final[Mapping[type[Any], Any]] = {
    bool: True,
    int: 1,
    float: 1.5,
    str: _TEXT,
    bytes: _TEXT.encode(),
    Decimal: Decimal("1.5"),
    datetime: _TIME,
    date: _TIME.date(),
    time: _TIME.timetz(),
    timedelta: timedelta(hours=1),
    UUID: UUID(int=1),
}
_NUMBERS: Final = (int, float, Decimal)
_NAMESPACE: Final = f"urn:example:{_TEXT}"
# What stands for a value that would hold itself.
_ENDLESS: Final = object()
MOST: Final = 100
"""How many records of a class an answer has before those are left out that can be."""


def sample(hint: Any) -> Any:
    """A value of an annotated type: everything set, and one of what there may be many.

    Every bool is True, so that a result which may tell a failure tells none. A record
    inside of one of its own class is left out, and so is what can be of a class of which
    there are very many: where all types refer to all others, no answer would ever end.
    """
    return _Sample().value(hint)


class _Sample:
    """One answer in the making; `made` has how many records of each class it has."""

    def __init__(self) -> None:
        self._made: Counter[Any] = Counter()

    def value(
        self,
        hint: Any,
        within: tuple[Any, ...] = (),
        namespace: str = _NAMESPACE,
        numbers: tuple[str, ...] = (),
    ) -> Any:
        """A value of an annotated type.

        Args:
            within: The classes of the records that it is for.
            namespace: That of an element which the contract does not name.
            numbers: Those that are allowed alone; none for any.
        """
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return arguments[1].value  # an Example, because not every text is a value
        if origin is Literal:
            return arguments[0]  # what the contract fixes
        if origin in (Union, UnionType):
            found = next(a for a in arguments if a is not NoneType)
            if NoneType in arguments and self._made[found] >= MOST:
                return None
            value = self.value(found, within, namespace, numbers)
            return None if value is _ENDLESS else value
        if origin in (list, frozenset):
            item = _ENDLESS
            if self._made[arguments[0]] < MOST:
                item = self.value(arguments[0], within, namespace, numbers)
            items = [] if item is _ENDLESS else [item]
            return items if origin is list else frozenset(items)
        if origin is dict:
            key, value = (self.value(argument, within) for argument in arguments)
            return {} if value is _ENDLESS else {key: value}
        if hasattr(hint, "parse"):
            return hint.parse(f"<{_TEXT} xmlns={quoteattr(namespace)}/>")
        if dataclasses.is_dataclass(hint):
            return self._record(hint, within)
        if numbers and hint in _NUMBERS:
            return hint(numbers[0])
        if hint is NoneType or hint in _SCALARS:
            return _SCALARS.get(hint)
        return next(iter(hint))  # the first member of an enumeration

    def _record(self, cls: Any, within: tuple[Any, ...]) -> Any:
        if cls in within:
            return _ENDLESS
        if getattr(cls, "_abstract", False):
            found = (self._record(derived, within) for derived in _derived(cls))
            return next((value for value in found if value is not _ENDLESS), _ENDLESS)
        self._made[cls] += 1
        hints = _hints(cls)
        values = {
            field.name: self.value(
                hints[field.name],
                (*within, cls),
                field.metadata.get("soap.namespace", _NAMESPACE),
                getattr(field.metadata.get("soap.facets"), "values", ()),
            )
            for field in dataclasses.fields(cls)
            if _is_free(field, cls) and field.name not in getattr(cls, "_without", ())
        }
        return _ENDLESS if _ENDLESS in values.values() else cls(**values)


def _is_free(field: dataclasses.Field[Any], cls: Any) -> bool:
    """Whether any value of a field's type will do.

    Of the alternatives of a choice only the first one can be given. A record's default is
    a value that the contract fixes, or stands for attributes that it does not name.
    """
    if not hasattr(cls, "_abstract"):
        return True  # no record but a value, such as a Duration
    return (
        "soap.alternative" not in field.metadata
        and field.default in (dataclasses.MISSING, None)
        and field.default_factory is not dict
    )


def _derived(cls: Any) -> list[Any]:
    """The generated classes right below one, without those that gained slots since."""
    return [
        derived
        for derived in cls.__subclasses__()
        if getattr(sys.modules[derived.__module__], derived.__name__, None) is derived
    ]


def _hints(annotated: Any) -> dict[str, Any]:
    return get_type_hints(annotated, include_extras=True)


def complete(protocol: type, handler: object) -> tuple[SimpleNamespace, list[str]]:
    """A handler of all of a Protocol's methods, and those that answer with samples.

    Args:
        handler: What has some of the methods, or none.
    """
    methods: dict[str, Callable[..., Any]] = {}
    samples: list[str] = []
    members: Mapping[str, Any] = vars(protocol)
    for name, declared in members.items():
        if name.startswith("_") or not callable(declared):
            continue
        own = getattr(handler, name, None)
        if callable(own):
            methods[name] = own
        else:
            methods[name] = _sampling(_hints(declared)["return"])
            samples.append(name)
    return SimpleNamespace(**methods), samples


def _sampling(hint: Any) -> Callable[..., Any]:
    def answer(**_: object) -> Any:
        return sample(hint)

    return answer
