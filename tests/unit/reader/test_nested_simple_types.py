"""Simple types that restrict anonymous ones, which restrict others in turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import name
from tests.unit.reader.reducing import ASK, ITEM, names, reduced
from typedsoap.contract.facets import facets_of
from typedsoap.contract.shapes import is_enumeration, listed_values

DEEP = 20


def nested(innermost: str) -> str:
    """A named type with many anonymous ones inside of one another."""
    text = innermost
    for _ in range(DEEP):
        text = f"<xs:restriction><xs:simpleType>{text}</xs:simpleType></xs:restriction>"
    return f"<xs:simpleType name='T'>{text}</xs:simpleType>"


@pytest.mark.parametrize(
    "innermost",
    [
        "<xs:restriction base='xs:string'/>",
        "<xs:restriction base='xs:string'><xs:enumeration value='a'/></xs:restriction>",
        "<xs:list itemType='xs:int'/>",
        "<xs:union memberTypes='xs:int xs:date'/>",
    ],
)
def test_they_can_be_generated(innermost: str, tmp_path: Path) -> None:
    used = ITEM.replace("xs:string", "tns:T")
    assert ITEM in ASK["elements"]
    elements = ASK["elements"].replace(ITEM, used) + nested(innermost)
    found = reduced(tmp_path, elements=elements)
    assert found.diagnostics == ()
    assert names(found) == ["Place", "Ask"]
    schema = found.contract.schema
    is_listed = "enumeration" in innermost
    assert is_enumeration(name("T"), schema) is is_listed
    values = [value.value for value in listed_values(name("T"), schema)]
    assert values == (["a"] if is_listed else [])


def test_the_facets_of_all_count(tmp_path: Path) -> None:
    innermost = (
        "<xs:restriction base='xs:string'><xs:maxLength value='3'/></xs:restriction>"
    )
    elements = ASK["elements"].replace(ITEM, ITEM.replace("xs:string", "tns:T"))
    found = reduced(tmp_path, elements=elements + nested(innermost))
    assert facets_of(name("T"), found.contract.schema).max_length == 3
