"""Which texts a built-in type allows, and the one text that stands for a value."""

from __future__ import annotations

import pytest

from typedsoap.verify.lexical import scalar
from typedsoap.views.scalars import SCALARS


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
    ],
)
def test_allowed(type_name: str, text: str, expected: tuple[str, str]) -> None:
    assert scalar(type_name, text) == expected


@pytest.mark.parametrize("type_name", SCALARS)
def test_every_generated_type_is_known(type_name: str) -> None:
    texts = ("1", "-1", "2024-02-29T01:02:03", "")
    assert any(scalar(type_name, text) is not None for text in texts)


@pytest.mark.parametrize(
    ("type_name", "text"),
    [
        ("int", ""),
        ("int", "1_000"),
        ("int", "\u0661"),
        ("int", "1.0"),
        ("int", "2147483648"),
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
        ("duration", "PT1S"),
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
