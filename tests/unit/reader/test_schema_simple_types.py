"""Simple types as the contract has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import (
    name,
    xs,
)
from tests.unit.reader.schema_samples import simple_type
from typedsoap.contract import (
    Enumeration,
    QName,
    SimpleType,
    Variety,
)


def test_enumeration_and_facets(tmp_path: Path) -> None:
    found = simple_type(
        tmp_path,
        "<xs:annotation><xs:appinfo><ser:ActualType Name='short' Namespace='urn:x'/>"
        "</xs:appinfo></xs:annotation><xs:restriction base='xs:string'>"
        "<xs:enumeration value=' One '><xs:annotation><xs:documentation>First\n  of all"
        "</xs:documentation><xs:appinfo><ser:EnumerationValue>-1</ser:EnumerationValue>"
        "</xs:appinfo></xs:annotation></xs:enumeration><xs:enumeration value=''/>"
        "<xs:pattern value='a|b'/></xs:restriction>",
    )
    assert found.variety is Variety.ATOMIC
    assert found.enumerations == (
        Enumeration(value=" One ", number=-1),
        Enumeration(value=""),
    )
    assert found.enumerations[0].documentation == "First of all"
    assert found.facets == (("pattern", "a|b"),)
    assert found.actual_type == QName("urn:x", "short")


def test_lists_and_unions(tmp_path: Path) -> None:
    union = simple_type(
        tmp_path,
        "<xs:union memberTypes='xs:int tns:L'><xs:simpleType>"
        "<xs:restriction base='xs:date'/></xs:simpleType></xs:union>",
        "<xs:simpleType name='L'><xs:list itemType='xs:int'/></xs:simpleType>",
    )
    assert union.variety is Variety.UNION
    assert union.members == (
        xs("int"),
        name("L"),
        SimpleType(name=None, variety=Variety.ATOMIC, base=xs("date")),
    )


@pytest.mark.parametrize(
    ("base", "variety"),
    [
        ("tns:L", Variety.LIST),
        ("tns:R", Variety.LIST),
        ("tns:U", Variety.UNION),
        ("xs:NMTOKENS", Variety.LIST),
        ("xs:int", Variety.ATOMIC),
    ],
)
def test_restriction_has_the_variety_of_its_base(
    base: str, variety: Variety, tmp_path: Path
) -> None:
    found = simple_type(
        tmp_path,
        f"<xs:restriction base='{base}'/>",
        "<xs:simpleType name='L'><xs:list itemType='xs:int'/></xs:simpleType>"
        "<xs:simpleType name='R'><xs:restriction><xs:simpleType>"
        "<xs:restriction base='tns:L'/></xs:simpleType></xs:restriction></xs:simpleType>"
        "<xs:simpleType name='U'><xs:union memberTypes='xs:int'/></xs:simpleType>",
    )
    assert found.variety is variety
