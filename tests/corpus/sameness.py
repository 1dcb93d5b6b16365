"""Whether two elements say the same: names, order, attributes, and texts as values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal, InvalidOperation
from typing import Final

from lxml.etree import _Element as Node  # pyright: ignore[reportPrivateUsage]

from tests.corpus.node_names import XSI

_BOOLEANS: Final = {"1": "true", "0": "false"}
_DURATION: Final = re.compile(r"-?P[\d.YMDTHS]+")


def differences(one: Node, other: Node, path: str = "") -> Iterator[str]:
    """Every place where two elements differ."""
    path = f"{path}/{one.tag!s}"
    if one.tag != other.tag:
        yield f"{path}: became {other.tag!s}"
        return
    for name in sorted({*map(str, one.attrib), *map(str, other.attrib)}):
        before, after = one.get(name), other.get(name)
        if before is not None and after is not None:
            known, found = _meant(one, name, before), _meant(other, name, after)
            if _same(known, found):
                continue
        yield f"{path}: attribute {name} was {before!r}, became {after!r}"
    if not len(one) and not len(other):
        before, after = one.text or "", other.text or ""
        if not _same(_expanded(one, before), _expanded(other, after)):
            yield f"{path}: text was {before!r}, became {after!r}"
    if [child.tag for child in one] != [child.tag for child in other]:
        before = " ".join(str(child.tag) for child in one)
        after = " ".join(str(child.tag) for child in other)
        yield f"{path}: content was ({before}), became ({after})"
        return
    for child, twin in zip(one, other, strict=True):
        yield from differences(child, twin, path)


def _meant(node: Node, name: str, text: str) -> str:
    return _expanded(node, text, always=name == f"{{{XSI}}}type")


def _expanded(node: Node, text: str, *, always: bool = False) -> str:
    """A text with its prefix replaced, if it looks like a qualified name."""
    prefix, colon, local = text.strip().rpartition(":")
    if always or (colon and prefix in node.nsmap and re.fullmatch(r"\w+", local)):
        return f"{{{node.nsmap.get(prefix or None, '')}}}{local}"
    return text


def _same(one: str, other: str) -> bool:
    if one == other or one.split() == other.split():
        return True
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(map(_same_value, words, others))


def _same_value(one: str, other: str) -> bool:
    if one == other or _BOOLEANS.get(one, one) == _BOOLEANS.get(other, other):
        return True
    if _DURATION.fullmatch(one) and _DURATION.fullmatch(other):
        return _components(one) == _components(other)
    try:
        return Decimal(one) == Decimal(other) or float(one) == float(other)
    except (InvalidOperation, ValueError):
        pass
    for kind in (datetime, time):
        try:
            return kind.fromisoformat(one) == kind.fromisoformat(other)
        except ValueError:
            continue
    return False


def _components(duration: str) -> dict[str, Decimal]:
    """The parts of a duration that are not zero; months and minutes are told apart."""
    found: dict[str, Decimal] = {}
    for side, text in enumerate(duration.lstrip("-P").split("T")):
        for number, unit in re.findall(r"([\d.]+)([YMDHS])", text):
            if Decimal(number):
                found[f"{side}{unit}"] = Decimal(number)
    return found | ({"-": Decimal(1)} if duration.startswith("-") else {})
