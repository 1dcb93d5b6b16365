"""What facets of simple types ask of values, for clients that validate.

Source: XML Schema Part 2 §4.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields
from decimal import Decimal
from inspect import signature
from types import MappingProxyType
from typing import Any, Final, cast

from .enums import OpenEnum
from .errors import EncodeError, MapKey
from .records import ALTERNATIVE, SECRET, Record

_FACETS: Final = "soap.facets"


class Facets:
    """The facets of one type; see `facets` for the arguments."""

    __slots__ = ("_asked",)

    def __init__(self, **asked: Any) -> None:
        self._asked = asked

    @property
    def values(self) -> tuple[str, ...]:
        """The numbers that are allowed alone; none for any."""
        found: tuple[str, ...] = self._asked.get("values", ())
        return found

    def check(self, value: object) -> None:
        """Refuse a value, of the right type, that a facet does not allow.

        Raises:
            EncodeError: Its text says which; it does not show the value.
        """
        asked = self._asked
        if isinstance(value, (str, bytes, list)):
            self._check_length(len(cast("Sequence[object]", value)))
        if isinstance(value, (int, float, Decimal)):
            number = Decimal(value)
            if not number.is_nan():
                self._check_number(number, as_float=isinstance(value, float))
        if isinstance(value, (str, int, Decimal)) and not isinstance(value, bool):
            text = format(value, "f") if isinstance(value, Decimal) else str(value)
            for pattern in asked.get("patterns", ()):
                if re.fullmatch(pattern, text) is None:
                    raise EncodeError(f"does not match the pattern {pattern}")

    def _check_length(self, length: int) -> None:
        asked = self._asked
        exact = asked.get("length")
        least = asked.get("min_length", exact)
        most = asked.get("max_length", exact)
        if least is not None and length < least:
            raise EncodeError(f"has the length {length}, at least {least} is required")
        if most is not None and length > most:
            raise EncodeError(f"has the length {length}, at most {most} is allowed")

    def _check_number(self, number: Decimal, *, as_float: bool) -> None:
        asked = self._asked
        for name, allowed, word in (
            ("at_least", number.__ge__, "at least"),
            ("more_than", number.__gt__, "more than"),
            ("at_most", number.__le__, "at most"),
            ("less_than", number.__lt__, "less than"),
        ):
            if name in asked and not allowed(_number(asked[name], as_float)):
                raise EncodeError(f"must be {word} {asked[name]}")
        values = asked.get("values")
        if values and all(number != _number(text, as_float) for text in values):
            raise EncodeError(f"must be one of {', '.join(values)}")
        if not number.is_finite():
            return
        _, digits, exponent = number.normalize().as_tuple()
        places = max(0, -int(exponent))
        if places > asked.get("fraction_digits", places):
            raise EncodeError(
                f"has more than {asked['fraction_digits']} decimal places"
            )
        count = len(digits) + max(0, int(exponent))
        if count > asked.get("total_digits", count):
            raise EncodeError(f"has more than {asked['total_digits']} digits")


def facets(
    *, secret: bool = False, alternative: bool = False, **asked: Any
) -> Mapping[str, object]:
    """Metadata of a dataclass field whose type has facets.

    Args:
        secret: See `records.SECRET`.
        alternative: See `records.ALTERNATIVE`.
        asked: `length`, `min_length`, `max_length`, `total_digits`, `fraction_digits`,
            `patterns` that Python understands, and as texts `values`, `at_least`,
            `more_than`, `at_most` and `less_than`.
    """
    return MappingProxyType(
        {
            _FACETS: Facets(**asked),
            **(SECRET if secret else {}),
            **(ALTERNATIVE if alternative else {}),
        }
    )


def validate_arguments(
    write: Callable[..., None],
    asked: Mapping[str, Facets],
    args: Sequence[object],
    kwargs: Mapping[str, object],
) -> None:
    """Check the arguments of an operation that have been written without an error.

    Args:
        write: Writes them; it has the names of the parameters.
        asked: The facets of parameters.
    """
    names = list(signature(write).parameters)[1:]
    for name, value in (*zip(names, args, strict=False), *kwargs.items()):
        _inside(name, value, asked.get(name))


def validate(value: object, asked: Facets | None = None) -> None:
    """Check a value and what it holds, at any depth.

    Args:
        asked: The facets of a plain value, or of the items of a list.
    """
    if isinstance(value, Record):
        # Record itself is no dataclass; every class that derives from it is one.
        for item in fields(cast("Any", value)):
            found = item.metadata.get(_FACETS)
            inner = found if isinstance(found, Facets) else None
            _inside(item.name, getattr(value, item.name), inner)
    elif isinstance(value, OpenEnum):
        if not value.is_known:
            raise EncodeError(
                f"the contract does not list it in {type(value).__name__}"
            )
    elif isinstance(value, (list, tuple)):
        for index, entry in enumerate(cast("Sequence[object]", value)):
            _inside(index, entry, asked)
    elif isinstance(value, Mapping):
        for key, entry in cast("Mapping[object, object]", value).items():
            _inside(MapKey(key), entry, None)
    elif isinstance(value, AbstractSet):
        for entry in cast("AbstractSet[object]", value):
            validate(entry)
    elif asked is not None and value is not None:
        asked.check(value)


def _number(text: str, as_float: bool) -> Decimal:
    return Decimal(float(text)) if as_float else Decimal(text)


def _inside(step: str | int, value: object, asked: Facets | None) -> None:
    try:
        validate(value, asked)
    except EncodeError as error:
        raise error.inside(step) from None
