"""`xs:gYear`, `xs:gYearMonth`, `xs:gMonth`, `xs:gMonthDay` and `xs:gDay` as texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Final, TypeAlias

from .errors import EncodeError
from .examples import Example
from .reading import Element, Reader
from .strings import read_lexical
from .writing import expect_kind

GYear: TypeAlias = Annotated[str, Example("2024")]
"""A str such as `2024`, as every one here with or without a zone, `2024+01:00`."""

GYearMonth: TypeAlias = Annotated[str, Example("2024-02")]
"""A str such as `2024-02`."""

GMonth: TypeAlias = Annotated[str, Example("--02")]
"""A str such as `--02`."""

GMonthDay: TypeAlias = Annotated[str, Example("--02-29")]
"""A str such as `--02-29`."""

GDay: TypeAlias = Annotated[str, Example("---29")]
"""A str such as `---29`."""

_Write: TypeAlias = Callable[[str, str | int], str]
_Read: TypeAlias = Callable[[Element | None, Reader], str | None]

_YEAR: Final = r"-?(?!0000)(?:[0-9]{4}|[1-9][0-9]{4,})"
_MONTH: Final = r"(?:0[1-9]|1[0-2])"
_DAY: Final = r"(?:0[1-9]|[12][0-9]|3[01])"
# The days that a month has in some year.
_MONTH_DAY: Final = rf"(?!02-3|(?:0[469]|11)-31){_MONTH}-{_DAY}"
_ZONE: Final = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"


def _pair(name: str, lexical: str) -> tuple[_Write, _Read]:
    """The writer and the reader of a type with these texts."""
    pattern = re.compile(lexical + _ZONE, re.ASCII)

    def write(value: str, segment: str | int) -> str:
        expect_kind(value, str, segment)
        if pattern.fullmatch(value) is None:
            raise EncodeError(f"not a value of {name}", segment)
        return value

    def read(element: Element | None, reader: Reader) -> str | None:
        if element is None:
            return None
        text = read_lexical(element, reader, name)
        if text is not None and pattern.fullmatch(text) is None:
            reader.fail(element, f"not a value of {name}")
        return text

    return write, read


write_g_year, read_g_year = _pair("xs:gYear", _YEAR)
write_g_year_month, read_g_year_month = _pair("xs:gYearMonth", f"{_YEAR}-{_MONTH}")
write_g_month, read_g_month = _pair("xs:gMonth", f"--{_MONTH}")
write_g_month_day, read_g_month_day = _pair("xs:gMonthDay", f"--{_MONTH_DAY}")
write_g_day, read_g_day = _pair("xs:gDay", f"---{_DAY}")
