"""Texts of simple types, judged by lxml's validator and written for one element."""

from __future__ import annotations

from functools import cache

from lxml import etree

_XSD = "http://www.w3.org/2001/XMLSchema"


def is_valid(type_name: str, text: str) -> bool:
    """Whether XML Schema allows an escaped text.

    Args:
        type_name: The local name of a built-in type.
    """
    return schema_of(type_name).validate(etree.fromstring(f"<v>{text}</v>"))


@cache
def schema_of(type_name: str) -> etree.XMLSchema:
    """A schema of the one element `v` with that type."""
    declared = f'<s:element name="v" type="s:{type_name}"/>'
    text = f'<s:schema xmlns:s="{_XSD}">{declared}</s:schema>'
    return etree.XMLSchema(etree.fromstring(text))
