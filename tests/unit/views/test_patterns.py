"""Patterns of XML Schema as Python's, held against those of libxml2."""

from __future__ import annotations

import re
from html import escape

import pytest
from lxml import etree

from typedsoap.views.patterns import translated

TEXTS = (
    *(
        "",
        "a",
        "A",
        "ab",
        "abc",
        "a1",
        "1",
        "12",
        "123",
        "1234",
        "a-b",
        "a.b",
        "-",
        "^",
    ),
    *(
        "a@b.no",
        "+47",
        "AB12",
        "a b",
        " ",
        "\t",
        "x_y",
        "1.2.3",
        "1..2",
        "$",
        "a|b",
        "]",
    ),
    *("[a]", "{1}", "aaa", "e", "ae", "7-9", "\u00e5", "a\u00e5"),
)
PATTERNS = (
    *("a", "[a-c]+", "[^a-c]", r"\d{3}", r"\d{2,}", r"\d{1,3}", "a|b|12", "(a|A)b?c*"),
    *(r"[A-Z]{2}\d+", r"\+\d+", r"[\d\-]+", r"\S+", r"a\sb", r"\D", "[a-z-[aeiou]]+"),
    *(r"\d+(\.\d+)*", "^", "$", "a.b", r"[\w.]+@[\w.]+\.[a-z]{2,3}", r"\w+", r"\W"),
    *(
        r"\i\c*",
        r"[^\s]+",
        r"\[a\]",
        r"\{1\}",
        "[+$^]",
        "[-a]+",
        "[a-]",
        r"\p{Nd}+",
        "",
    ),
    *("(ab|a)c", r"a\|b", "([a-z])([0-9])?", r"[^\d]", r"\p{IsBasicLatin}*"),
)


def _schema(pattern: str) -> etree.XMLSchema:
    text = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="e">'
        '<xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="'
        f'{escape(pattern)}"/></xs:restriction></xs:simpleType></xs:element></xs:schema>'
    )
    return etree.XMLSchema(etree.fromstring(text))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_it_matches_what_libxml2_matches(pattern: str) -> None:
    python = translated(pattern)
    assert python is not None
    schema = _schema(pattern)
    for text in TEXTS:
        element = etree.Element("e")
        element.text = text
        matches = re.fullmatch(python, text) is not None
        assert matches == schema.validate(element), (text, python)


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            r"\p{Lu}",
            r"\P{L}",
            "(a+)+",
            "(a*b?)*",
            "([a-z]{1,5})*",
            "(a|b+)+x",
            "(?=a)a",
        ),
        *(
            "a**",
            "[a",
            "(a",
            "a)",
            "\\",
            r"\q",
            r"\p{L",
            "{",
            "[[a]]",
            "(" * 30 + ")" * 30,
            "a" * 1001,
        ),
    ],
)
def test_what_is_not_translated(pattern: str) -> None:
    assert translated(pattern) is None
