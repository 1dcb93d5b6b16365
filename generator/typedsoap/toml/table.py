"""Typed reading of TOML tables that collects every mistake instead of the first."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from typing import Final, cast

from typedsoap.errors import Diagnostic, Location, error
from typedsoap.suggestions import did_you_mean
from typedsoap.toml.source import Key, TomlSource

_KINDS: Final[dict[type, str]] = {
    str: "a string",
    bool: "true or false",
    list: "an array",
    dict: "a table",
    int: "an integer",
    float: "a float",
    datetime.date: "a date such as 2030-12-31, without quotes",
}


class Table:
    """One table of a file.

    Every reading method gives its empty value where the key is absent, and also where
    the value has another type, which is then reported.
    """

    def __init__(
        self,
        source: TomlSource,
        path: Key,
        data: dict[str, object],
        report: list[Diagnostic],
        known: Collection[str] | None,
    ) -> None:
        """Report keys that are not in `known`; None stands for free names."""
        self._source = source
        self._path = path
        self._data = data
        self._report = report
        if known is None:
            return
        for key in data:
            if key not in known:
                report.append(
                    error(
                        "TS203",
                        f"unknown key '{key}' in {self.title}",
                        where=self.where(key),
                        hint=did_you_mean(key, known),
                    )
                )

    @property
    def title(self) -> str:
        """How messages call this table."""
        names = [str(part) for part in self._path if isinstance(part, str)]
        return f"[{'.'.join(names)}]" if names else "the file"

    def where(self, *key: str | int) -> Location:
        """The place of a key of this table; without one, of the table."""
        return self._source.where((*self._path, *key))

    def refuse(
        self, code: str, message: str, *key: str, hint: str | None = None
    ) -> None:
        """Report an error at a key."""
        self._report.append(error(code, message, where=self.where(*key), hint=hint))

    def has(self, key: str) -> bool:
        """Whether the key is there at all."""
        return key in self._data

    def lacks(self, key: str) -> bool:
        """Whether there is no such key, or only an empty array."""
        return self._data.get(key, []) == []

    def text(self, key: str) -> str | None:
        """A string."""
        value = self._data.get(key)
        if value is None or isinstance(value, str):
            return value
        self._mistyped(key, str)
        return None

    def flag(self, key: str) -> bool:
        """A boolean, false where it is absent."""
        value = self._data.get(key, False)
        if isinstance(value, bool):
            return value
        self._mistyped(key, bool)
        return False

    def number(self, key: str) -> int | None:
        """An integer."""
        value = self._data.get(key)
        if value is None or type(value) is int:
            return value
        self._mistyped(key, int)
        return None

    def date(self, key: str) -> datetime.date | None:
        """A local date; one with a time of day is none."""
        value = self._data.get(key)
        if value is None or type(value) is datetime.date:
            return value
        self._mistyped(key, datetime.date)
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """An array of strings."""
        value = self._data.get(key)
        if value is None:
            return ()
        if isinstance(value, list):
            items = cast("list[object]", value)
            texts = tuple(item for item in items if isinstance(item, str))
            if len(texts) == len(items):
                return texts
        self._mistyped(key, list, "an array of strings")
        return ()

    def table(self, key: str, known: Collection[str] | None) -> Table | None:
        """The table under a key."""
        if key not in self._data:
            return None
        return self._as_table(self._data[key], (key,), known)

    def tables(self, key: str, known: Collection[str]) -> Iterator[tuple[str, Table]]:
        """The named tables in the table under a key, such as `[types.<name>]`."""
        names = self.table(key, None)
        if names is not None:
            yield from names.items(known)

    def items(self, known: Collection[str]) -> Iterator[tuple[str, Table]]:
        """Every value of this table as a table of its own."""
        for name in self._data:
            if (table := self.table(name, known)) is not None:
                yield name, table

    def array(self, key: str, known: Collection[str]) -> list[Table]:
        """An array of tables, such as `[[services]]`."""
        value = self._data.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self._mistyped(key, list, f"an array of tables, written [[...{key}]]")
            return []
        tables: list[Table] = []
        for index, item in enumerate(cast("list[object]", value)):
            if (table := self._as_table(item, (key, index), known)) is not None:
                tables.append(table)
        return tables

    def _as_table(
        self, value: object, key: Key, known: Collection[str] | None
    ) -> Table | None:
        path = (*self._path, *key)
        if isinstance(value, dict):
            data = cast("dict[str, object]", value)
            return Table(self._source, path, data, self._report, known)
        self._mistyped(str(key[0]), dict)
        return None

    def _mistyped(self, key: str, wanted: type, described: str | None = None) -> None:
        actual = type(self._data[key])
        found = (
            "" if actual is wanted else f", not {_KINDS.get(actual, 'a date or time')}"
        )
        self.refuse(
            "TS204",
            f"'{key}' in {self.title} must be {described or _KINDS[wanted]}{found}",
            key,
        )
