"""What replies are judged by: a second parser, and the types of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from services86.messaging import MessageDeliveryStatus
from services86.types.services86 import ETableRight, TableRight
from tests.fuzz.second_parser import outline
from tests.fuzz.typed_values import problems

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"


@pytest.mark.parametrize(
    ("inside", "refusal"),
    [
        ("<Body><a xmlns=''/></Body>", None),
        ("<Header/><Body><a xmlns=''/></Body>", None),
        ("<Header/><Header/><Body><a xmlns=''/></Body>", "more than one Header"),
        ("<Body><a xmlns=''/></Body><Body/>", "not exactly one Body"),
        ("<Body><a xmlns=''/><a xmlns=''/></Body>", "Body holds"),
        ("<Body><a/></Body>", "Body holds"),
        ("<Body/>", "Body holds"),
        ("<Body><a xmlns=''><r/><r/></a></Body>", "twice"),
        ("<Body><a xmlns=''><q/><q/></a></Body>", None),
        ("<Body><a xmlns=''><q><r/></q><r/></a></Body>", None),
        (
            "<Header><h xmlns=''/><h xmlns=''/></Header><Body><a xmlns=''/></Body>",
            "twice",
        ),
        (
            "<Header><x s:mustUnderstand='1'/></Header><Body><a xmlns=''/></Body>",
            "must",
        ),
        (
            "<Header><x s:mustUnderstand='1' s:actor='urn:a'/></Header>"
            "<Body><a xmlns=''/></Body>",
            None,
        ),
        ("<Body><a xmlns=''><b:c/></a></Body>", "not well-formed"),
        ("<Body><a xmlns=''>&#1;</a></Body>", "not well-formed"),
    ],
)
def test_the_second_parser_refuses(inside: str, refusal: str | None) -> None:
    document = f"<Envelope xmlns='{SOAP}' xmlns:s='{SOAP}'>{inside}</Envelope>"
    found = outline(document.encode()).refusals("a", ["h"], ["r"])
    assert [refusal in found[0]] == [True] if refusal else found == []


@pytest.mark.parametrize(
    ("codec", "label", "problem"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8", "utf8", False),
        ("utf-16", "UTF-16", False),
        ("utf-16-be", "utf-16-be", False),
        ("utf-32", "UCS-4", False),
        ("windows-1252", "windows-1252", False),
        ("shift_jis", "Shift_JIS", False),
        ("cp037", "EBCDIC-CP-US", False),
        ("utf-16", "utf-8", False),
        ("utf-16", "shift_jis", False),
        ("utf-8-sig", "utf-16", False),
        ("utf-32", "utf-8", True),
        ("utf-8", "x-none", True),
        ("utf-8", "base64", True),
    ],
)
def test_the_second_parser_holds_a_document_to_its_encoding(
    codec: str, label: str, problem: bool
) -> None:
    document = f'<?xml version="1.0" encoding="{label}"?><a>x</a>'
    assert bool(outline(document.encode(codec)).problem) is problem


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ("<\u00e9/>", False),
        ("<a\ufeffb/>", False),
        ("<\U00010000></\U00010000>", False),
        ("<a\ufeffb></a\ufefeb>", True),
        ("<\u00d7/>", True),
        ("<a\uffff/>", True),
        ("<\u0300/>", True),
    ],
)
def test_names_are_those_of_the_fifth_edition(document: str, problem: bool) -> None:
    assert bool(outline(document.encode()).problem) is problem


def test_illegal_characters_can_be_replaced() -> None:
    for item in (
        "&#1;",
        "&#x1F;",
        "&#31;",
        "&#xfffe;",
        "\x0b",
        "&#0;",
        "\uffff",
        "&#x0;",
    ):
        document = f"<a>{item}</a>".encode()
        assert outline(document).problem
        assert not outline(document, replace_illegal=True).problem
        wide = document.decode().encode("utf-16")
        assert outline(wide).problem
        assert not outline(wide, replace_illegal=True).problem
    for item in ("&#9;", "&#x20;", "&#xFFFD;", "&#10;", "&#xD7FF;"):
        assert not outline(f"<a>{item}</a>".encode()).problem


@dataclass
class _Sample:
    number: int | None
    names: dict[str, list[str] | None]


def _sample(number: Any, names: Any) -> _Sample:
    return _Sample(number, names)


def _right(mask: Any) -> TableRight:
    return TableRight(mask=mask)


@pytest.mark.parametrize(
    ("value", "annotation", "expected"),
    [
        (_sample(1, {"a": ["b"], "c": None}), _Sample, []),
        (_sample(True, {}), _Sample, ["value.number: bool, expected int | None"]),
        (_sample(2**31, {}), _Sample, ["value.number: out of range"]),
        (_sample(1, {"a": ("b",)}), _Sample, None),
        (_sample(1, {"a": [None]}), _Sample, None),
        (_sample(1, {"a": ["\x01"]}), _Sample, None),
        (_sample(1, {1: []}), _Sample, None),
        ([MessageDeliveryStatus(status=1, messaging_id=2)], list[TableRight], None),
        (_right(frozenset({ETableRight("New")})), TableRight, []),
        (_right(frozenset({"New"})), TableRight, None),
        (None, None, []),
        ([], None, ["value: list, expected None"]),
    ],
)
def test_values_are_of_their_types(
    value: object, annotation: object, expected: list[str] | None
) -> None:
    found = [*problems(value, annotation)]
    assert found == expected if expected is not None else len(found) == 1


def test_a_field_that_was_never_set_is_found() -> None:
    status = object.__new__(MessageDeliveryStatus)
    assert len([*problems(status, MessageDeliveryStatus)]) == 5
