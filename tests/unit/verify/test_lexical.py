"""Which texts a built-in type allows, and the one text that stands for a value."""

from __future__ import annotations

import pytest

from typedsoap.verify.lexical import scalar
from typedsoap.views.model import Kind
from typedsoap.views.scalars import SCALARS

_GUID = "00000000-0000-0000-0000-00000000000a"


@pytest.mark.parametrize(
    ("type_name", "text", "expected"),
    [
        ("string", " a ", ("str", " a ")),
        ("string", "", ("str", "")),
        ("anyURI", "urn:a", ("str", "urn:a")),
        ("int", " +07 ", ("int", "7")),
        ("int", "-2147483648", ("int", "-2147483648")),
        ("integer", "9" * 30, ("int", "9" * 30)),
        ("unsignedByte", "255", ("int", "255")),
        ("boolean", "1", ("bool", "true")),
        ("boolean", "false", ("bool", "false")),
        ("double", "1.50E1", ("float", "15.0")),
        ("float", "-INF", ("float", "-inf")),
        ("dateTime", "2024-02-29T01:02:03Z", ("datetime", "2024-02-29T01:02:03+00:00")),
        (
            "dateTime",
            "2024-02-29T01:02:03.1234567",
            ("datetime", "2024-02-29T01:02:03.123456"),
        ),
        ("base64Binary", " AA\nEC ", ("bytes", "AAEC")),
        ("base64Binary", "", ("bytes", "")),
        ("anySimpleType", " a ", ("str", " a ")),
        ("decimal", " +01.50 ", ("decimal", "1.50")),
        ("date", "2024-02-29", ("date", "2024-02-29")),
        ("date", "2024-02-29Z", ("date", "2024-02-29+00:00")),
        ("time", "13:20:00-05:00", ("time", "13:20:00-05:00")),
        ("time", "13:20:00.1234567", ("time", "13:20:00.123456")),
        ("duration", "P1Y2M3DT10H30M0.5S", ("duration", "14 297000500000")),
        ("duration", "-P1M", ("duration", "-1 0")),
        ("timeSpan", "-PT1S", ("timedelta", "-1000000")),
        ("guid", "00000000-0000-0000-0000-00000000000A", ("uuid", _GUID)),
        ("char", "120", ("str", "x")),
        ("hexBinary", "0fB7", ("bytes", "D7c=")),
        ("QName", "{urn:a}b", ("qname", "{urn:a}b")),
        ("gYear", "2024+14:00", ("str", "2024+14:00")),
        ("gMonthDay", "--02-29", ("str", "--02-29")),
    ],
)
def test_allowed(type_name: str, text: str, expected: tuple[str, str]) -> None:
    assert scalar(type_name, text) == expected


@pytest.mark.parametrize(
    "type_name", [name for name, view in SCALARS.items() if view.kind is Kind.SCALAR]
)
def test_every_generated_type_is_known(type_name: str) -> None:
    numbers = ("1", "-1", "")
    times = ("2024-02-29T01:02:03", "2024-02-29", "01:02:03", "P1D")
    texts = (*numbers, *times, "2024", "2024-02", "--02", "--02-29", "---29", "a")
    assert any(scalar(type_name, text) is not None for text in texts)


@pytest.mark.parametrize(
    ("type_name", "text"),
    [
        ("int", ""),
        ("int", "1_000"),
        ("int", "\u0661"),
        ("int", "1.0"),
        ("int", "2147483648"),
        ("integer", "9" * 5_000),
        ("short", "-32769"),
        ("unsignedInt", "-1"),
        ("boolean", "True"),
        ("boolean", ""),
        ("double", "inf"),
        ("double", "1_0"),
        ("double", "."),
        ("dateTime", ""),
        ("dateTime", "2023-02-29T00:00:00Z"),
        ("dateTime", "2023-02-15 13:14:11"),
        ("dateTime", "2023-02-15"),
        ("base64Binary", "AAE"),
        ("base64Binary", "A_E="),
        ("decimal", "1e3"),
        ("decimal", "INF"),
        ("date", "2023-02-29"),
        ("date", "2024-02-29+14:01"),
        ("time", "24:00:00"),
        ("time", "1:00:00"),
        ("duration", "P"),
        ("duration", "PT"),
        ("duration", "P1DT"),
        ("timeSpan", "P1Y"),
        ("guid", "0"),
        ("char", "65536"),
        ("hexBinary", "0"),
        ("hexBinary", "0 1"),
        ("QName", "a:b"),
        ("gYear", "24"),
        ("gMonth", "--13"),
        ("gDay", "---32"),
    ],
)
def test_not_allowed(type_name: str, text: str) -> None:
    assert scalar(type_name, text) is None


@pytest.mark.parametrize(
    ("type_name", "value"),
    [
        ("string", " a\t\n b "),
        ("normalizedString", " a   b "),
        ("token", "a b"),
        ("anyURI", "a b"),
    ],
)
def test_white_space_is_what_the_type_makes_of_it(type_name: str, value: str) -> None:
    assert scalar(type_name, " a\t\n b ") == ("str", value)
