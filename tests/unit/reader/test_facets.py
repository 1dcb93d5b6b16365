"""Facets over several steps of restriction."""

from __future__ import annotations

import pytest

from typedsoap.contract import Enumeration, QName, Schema, SimpleType, Variety
from typedsoap.contract.facets import Facets, facets_of
from typedsoap.contract.shapes import is_enumeration, listed_values

XSD = "http://www.w3.org/2001/XMLSchema"


def restriction(
    name: str, base: QName, *facets: tuple[str, str], values: str = ""
) -> SimpleType:
    return SimpleType(
        name=QName("", name),
        variety=Variety.ATOMIC,
        base=base,
        facets=facets,
        enumerations=tuple(Enumeration(value=value) for value in values.split()),
    )


def schema(*types: SimpleType) -> Schema:
    return Schema(types={found.name: found for found in types if found.name})


def test_what_a_type_says_goes_before_its_base() -> None:
    types = schema(
        restriction("A", QName(XSD, "string"), ("minLength", "1"), ("maxLength", "9")),
        restriction("B", QName("", "A"), ("maxLength", "5"), ("pattern", "a")),
        restriction("C", QName("", "B"), ("pattern", "b"), ("pattern", "c")),
    )
    assert facets_of(QName("", "C"), types) == Facets(
        min_length=1, max_length=5, patterns=(("b", "c"), ("a",))
    )
    assert facets_of(QName(XSD, "int"), types) == Facets()


@pytest.mark.parametrize("count", ["x", "-1", "1" * 20])
def test_a_number_that_is_none_says_nothing(count: str) -> None:
    types = schema(restriction("A", QName(XSD, "string"), ("length", count)))
    assert facets_of(QName("", "A"), types) == Facets()


@pytest.mark.parametrize(
    ("base", "expected"), [("string", True), ("NMTOKEN", True), ("int", False)]
)
def test_which_enumerations_are_classes(base: str, expected: bool) -> None:
    types = schema(
        restriction("A", QName(XSD, base), values="1 2"),
        restriction("B", QName("", "A")),
        restriction("C", QName("", "A"), values="2"),
    )
    for name in "ABC":
        assert is_enumeration(QName("", name), types) is expected
    assert [v.value for v in listed_values(QName("", "B"), types)] == ["1", "2"]
    assert [v.value for v in listed_values(QName("", "C"), types)] == ["2"]
    assert not is_enumeration(QName(XSD, base), types)
