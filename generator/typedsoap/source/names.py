"""Attribute values as names, references, flags and counts, or an error."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, TypeVar

from typedsoap.contract import QName
from typedsoap.reporting import Report
from typedsoap.source.nodes import Node, is_ncname

_Choice = TypeVar("_Choice", bound=StrEnum)

_BOOLEANS: Final = {"true": True, "1": True, "false": False, "0": False}
# Digits of an occurrence bound: more is a slip or an attack on int().
_MAX_DIGITS: Final = 18


def read_name(node: Node, report: Report) -> str | None:
    """The `name` attribute, an NCName; None with TS101 or TS102 reported."""
    name = node.attribute("name")
    if not name:
        report.error(
            "TS101",
            f"this {node.tag.name} has no name",
            node.location,
            "give it a name attribute",
        )
        return None
    if not is_ncname(name):
        report.error(
            "TS102",
            f"the name {name!r} is not an XML name without colon",
            node.location,
            "a name starts with a letter or '_' and has letters, digits, '.', '-', '_'",
        )
        return None
    return name


def read_reference(node: Node, attribute: str, report: Report) -> QName | None:
    """The QName in a required attribute; None with TS101 or TS103 reported."""
    text = node.attribute(attribute)
    if text is None:
        report.error(
            "TS101",
            f"this {node.tag.name} has no {attribute!r} attribute",
            node.location,
            f"add the attribute {attribute!r}",
        )
        return None
    return resolve(node, text, report)


def resolve(node: Node, text: str, report: Report) -> QName | None:
    """The QName that `text` means at `node`; None with TS103 reported."""
    name = node.resolve(text)
    if name is None:
        report.error(
            "TS103",
            f"{text!r} is not a name with a declared prefix",
            node.location,
            "declare the prefix with xmlns, or correct the name",
        )
    return name


def read_flag(node: Node, attribute: str, report: Report) -> bool:
    """A boolean attribute, false if absent; TS104 if it is neither."""
    text = node.attribute(attribute)
    if text is None:
        return False
    value = _BOOLEANS.get(text)
    if value is None:
        _not_allowed(node, attribute, text, "true or false", report)
    return bool(value)


def read_choice(
    node: Node, attribute: str, choices: type[_Choice], default: _Choice, report: Report
) -> _Choice:
    """One of a few words, `default` if absent; TS104 if it is none of them."""
    text = node.attribute(attribute)
    if text is None:
        return default
    try:
        return choices(text)
    except ValueError:
        _not_allowed(node, attribute, text, " or ".join(choices), report)
        return default


def read_count(node: Node, attribute: str, report: Report) -> int | None:
    """An occurrence bound, 1 if absent, None for "unbounded"; TS104 for others."""
    text = node.attribute(attribute)
    if text is None:
        return 1
    if text == "unbounded" and attribute == "maxOccurs":
        return None
    if text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS:
        return int(text)
    _not_allowed(
        node, attribute, text, f"a number of at most {_MAX_DIGITS} digits", report
    )
    return 1


def _not_allowed(
    node: Node, attribute: str, text: str, allowed: str, report: Report
) -> None:
    report.error(
        "TS104",
        f"the attribute {attribute!r} has the value {text!r}",
        node.location,
        f"it must be {allowed}",
    )
