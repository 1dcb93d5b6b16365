"""What `diff` says of simple types whose listed values, or the members of which, change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.tool.test_changes import ORDERS, changed, edited
from typedsoap.changes.report import where

AMOUNT = '<xs:element name="Amount" type="xs:int"/>'
PLACE = '<xs:complexType name="Order">'


def restricted(base: str, *values: str, name: str = "") -> str:
    listed = "".join(f'<xs:enumeration value="{value}"/>' for value in values)
    own = f' name="{name}"' if name else ""
    return (
        f'<xs:simpleType{own}><xs:restriction base="{base}">{listed}'
        "</xs:restriction></xs:simpleType>"
    )


def union(names: str, *nameless: str) -> str:
    members = f' memberTypes="{names}"' if names else ""
    inner = "".join(nameless)
    whole = f"<xs:union{members}>{inner}</xs:union>"
    return f'<xs:simpleType name="Part">{whole}</xs:simpleType>'


def reported(*sides: str, folder: Path) -> list[str]:
    """The rules and places of changes of the type of an amount."""
    typed = (AMOUNT, '<xs:element name="Amount" type="tns:Part"/>')
    texts = [edited(ORDERS, typed, (PLACE, f"{own}{PLACE}")) for own in sides]
    found = changed(texts[0], texts[1], folder).changes
    assert all(change.reached.requests for change in found)
    return sorted(f"{change.rule}: {where(change)}" for change in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("1", "2"), ("1",), ["facet-tightened: type Part / member 2"]),
        (("1",), ("1", "2"), ["facet-loosened: type Part / member 2"]),
        ((), ("1",), ["facet-tightened: type Part / facet enumeration"]),
        (("1",), (), ["facet-loosened: type Part / facet enumeration"]),
    ],
)
def test_listed_numbers_are_no_members(
    old: tuple[str, ...], new: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    sides = [restricted("xs:int", *values, name="Part") for values in (old, new)]
    assert reported(*sides, folder=tmp_path) == expected


def test_what_is_inherited_counts_where_one_side_lists_some(tmp_path: Path) -> None:
    whole = restricted("xs:string", "a", "b", "c", name="Whole")
    sides = [restricted("tns:Whole", *own, name="Part") for own in ((), ("a", "c"))]
    assert reported(*(whole + side for side in sides), folder=tmp_path) == [
        "enumeration-member-removed: type Part / member b"
    ]


def test_what_is_only_inherited_is_told_at_the_base(tmp_path: Path) -> None:
    part = restricted("tns:Whole", name="Part")
    sides = [restricted("xs:string", *values, name="Whole") for values in ("ab", "abc")]
    assert reported(*(side + part for side in sides), folder=tmp_path) == [
        "enumeration-member-added: type Whole / member c"
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("xs:int xs:date", "xs:int xs:boolean", "members"),
        ("xs:int tns:Code", "tns:Code", "members"),
        ("xs:token xs:NCName", "xs:string", "members"),
        ("xs:int xs:date", "xs:int", "type"),
        ("xs:int", "xs:short", "type"),
        ("tns:Code", "tns:Code tns:Stage", "type"),
        ("tns:Stage xs:string", "tns:Stage xs:string xs:int", "type"),
    ],
)
def test_members_of_a_union(old: str, new: str, rule: str, tmp_path: Path) -> None:
    known = restricted("xs:string", name="Code")
    known += restricted("xs:string", "a", "b", name="Stage")
    found = reported(known + union(old), known + union(new), folder=tmp_path)
    assert found == [f"union-{rule}-changed: type Part"]


def test_members_of_a_union_without_name(tmp_path: Path) -> None:
    sides = [
        union("xs:int", restricted("xs:string", *values))
        for values in (("a",), ("a", "b"))
    ]
    assert reported(*sides, folder=tmp_path) == [
        "enumeration-member-added: type Part / type (member 2) / member b"
    ]
