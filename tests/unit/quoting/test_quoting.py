"""Quoting: any text of a contract stands in Python source as nothing but that text."""

from __future__ import annotations

import ast
import doctest

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from typedsoap.quoting import docstring_lines, quote

hostile = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.text("'\"\\\n\r {}>NxuU0\0\u2028\u202e\ud800é", max_size=30),
)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("", '""'),
        ("Orders", '"Orders"'),
        ("it's", '"it\'s"'),
        ('say "a"', "'say \"a\"'"),
        ("'\"", '"\'\\""'),
        ('\'\'"""', "'\\'\\'\"\"\"'"),
        ("a\\b", '"a\\\\b"'),
        ("{x}", '"{x}"'),
        ("line\nline\r\t\0", '"line\\nline\\r\\t\\x00"'),
        ("é\u202e\U0001f600\ud800", '"\\xe9\\u202e\\U0001f600\\ud800"'),
    ],
)
def test_quote(text: str, literal: str) -> None:
    assert quote(text) == literal


@given(hostile)
def test_a_quoted_text_is_a_literal_of_that_text(text: str) -> None:
    literal = quote(text)
    assert literal.isascii()
    assert literal.isprintable()
    assert ast.literal_eval(literal) == text


@given(st.text("'\"\\\né{}", max_size=8))
def test_black_leaves_a_quoted_text_alone(text: str) -> None:
    source = f"x = {quote(text)}\n"
    assert black.format_str(source, mode=black.Mode(line_length=1000)) == source


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        (" \n\t ", [""]),
        ("  Who   is\n it? ", ["Who is it?"]),
        ("one two three", ["one two", "three"]),
        ("a http://example.org/long", ["a", "http://example.org/long"]),
        ("semi-detached", ["semi-detached"]),
        ("\u201ca\u201d \u2013 b\u2026", ['"a" - b...']),
        ("caf\u00e9", ["caf\\xe9"]),
        ("a\u202eb", ["a\\u202eb"]),
        ("C:\\new", ["C:\\\\new"]),
        ('"""', ['\\"\\"\\"']),
        ('""a', ['\\"\\"a']),
        ('say "a"', ['say "a\\"']),
        ('a "b" c', ['a "b" c']),
        ("a\0b", ["a\\x00b"]),
        (">>> f()", ["> > > f()"]),
        ("a >> b", ["a >> b"]),
    ],
)
def test_docstring_lines(text: str, lines: list[str]) -> None:
    assert docstring_lines(text, 10) == lines


@pytest.mark.parametrize("newline", [True, False])
@given(text=hostile, width=st.integers(-5, 40))
def test_a_docstring_is_one_constant(newline: bool, text: str, width: int) -> None:
    lines = docstring_lines(text, width)
    body = "\n    ".join(lines) + ("\n    " if newline else "")
    source = f'class C:\n    """{body}"""\n'
    assert source.isascii()
    assert '"""' not in body
    [definition] = ast.parse(source).body
    assert isinstance(definition, ast.ClassDef)
    [statement] = definition.body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    read = ast.get_docstring(definition)
    assert read is not None
    assert not doctest.DocTestParser().get_examples(read)


@given(st.text("ab ", max_size=60))
def test_plain_words_are_kept_within_the_width(text: str) -> None:
    lines = docstring_lines(text, 20)
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= max(20, *map(len, text.split() or [""])) for line in lines)
