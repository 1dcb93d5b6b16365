from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from typedsoap.errors import Location, TypedSoapError
from typedsoap.toml.source import key_lines, read_toml

TEXT = '''\
top = 1
[a.b]  # comment
x = """
y = not a key
[not.a.header]
"""
"quoted key" = { inner = 1 }

[[tool.services]]
wsdl = "a"

[[tool.services]]
wsdl = "b"
[tool.services.more]
z . w = [
  "k = v",
]
[operations."*"]
'odd.name' = true
'''


def test_lines_of_keys() -> None:
    tomllib.loads(TEXT)
    assert key_lines(TEXT) == {
        ("top",): 1,
        ("a",): 2,
        ("a", "b"): 2,
        ("a", "b", "x"): 3,
        ("a", "b", "quoted key"): 7,
        ("tool",): 9,
        ("tool", "services"): 9,
        ("tool", "services", 0): 9,
        ("tool", "services", 0, "wsdl"): 10,
        ("tool", "services", 1): 12,
        ("tool", "services", 1, "wsdl"): 13,
        ("tool", "services", 1, "more"): 14,
        ("tool", "services", 1, "more", "z"): 15,
        ("tool", "services", 1, "more", "z", "w"): 15,
        ("operations",): 18,
        ("operations", "*"): 18,
        ("operations", "*", "odd.name"): 19,
    }


def test_a_key_without_a_line_has_that_of_the_table_around_it(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(TEXT, encoding="utf-8")
    source = read_toml(path, "a.toml")
    assert source.where(("a", "b", "quoted key", "inner")) == Location("a.toml", 7)
    assert source.where(("nowhere",)) == Location("a.toml", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"a = {'[' * 50_000}{']' * 50_000}", "tables or arrays are nested too deep"),
        (f"a = {'9' * 5_000}", "an integer has too many digits"),
    ],
)
def test_what_python_cannot_read(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(TypedSoapError, match=rf"^a\.toml: error TS202: {reason}$"):
        read_toml(path, "a.toml")


def test_only_line_feeds_end_a_line() -> None:
    text = 'a = "one\u2028line"\nb = 1\n'
    assert tomllib.loads(text).keys() == {"a", "b"}
    assert key_lines(text) == {("a",): 1, ("b",): 2}


def test_lines_of_a_path_that_never_ends() -> None:
    """They would take memory by the square of its length."""
    assert len(key_lines(f"{'.'.join('a' * 1000)} = 1")) < 100
