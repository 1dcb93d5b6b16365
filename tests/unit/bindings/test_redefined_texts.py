"""Redefinitions as the library of bindings is given them: it and the contract agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import name, wsdl
from tests.unit.reader.redefining import (
    BASE,
    STATEMENT,
    T,
    extension,
    restriction,
)
from typedsoap.bindings.binding import bind
from typedsoap.config.arguments import config_from_arguments
from typedsoap.pipeline import plan
from typedsoap.schema.texts import schema_texts
from typedsoap.source.documents import load
from typedsoap.wsdl.reading import read_contract

ITEM = '<xs:element name="Item" type="xs:string"/>'
INCLUDE = "<xs:include schemaLocation='{}.xsd'/>"


def sequence(*names: str, least: int = 0) -> str:
    """A sequence of elements that may be absent."""
    inner = "".join(
        f"<xs:element name='{n}' type='xs:int' minOccurs='{least}'/>" for n in names
    )
    return f"<xs:sequence>{inner}</xs:sequence>"


ONE, TWO = T.format(sequence("one")), T.format(sequence("one", "two"))
CASES = {
    "an extension": (
        {"base": ONE},
        STATEMENT.format("base", extension(sequence("two"))),
        ["one", "two"],
    ),
    "an extension of what is included before": (
        {"base": ONE},
        INCLUDE.format("base") + STATEMENT.format("base", extension(sequence("two"))),
        ["one", "two"],
    ),
    "a restriction": (
        {"base": TWO},
        STATEMENT.format("base", restriction(sequence("one"))),
        ["one"],
    ),
    "a restriction of what is included before": (
        {"base": TWO, "other": STATEMENT.format("base", restriction(sequence("one")))},
        INCLUDE.format("base") + INCLUDE.format("other"),
        ["one"],
    ),
    "an extension of an extension": (
        {
            "first": ONE,
            "base": STATEMENT.format("first", extension(sequence("two"))),
        },
        STATEMENT.format("base", extension(sequence("three"))),
        ["one", "two", "three"],
    ),
    "a restriction of an extension": (
        {
            "first": ONE,
            "base": STATEMENT.format("first", extension(sequence("two"))),
        },
        STATEMENT.format("base", restriction(sequence("one"))),
        ["one"],
    ),
    "an extension of a restriction": (
        {
            "first": TWO,
            "base": STATEMENT.format("first", restriction(sequence("one"))),
        },
        STATEMENT.format("base", extension(sequence("three"))),
        ["one", "three"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_members_are_those_of_the_contract(case: str, tmp_path: Path) -> None:
    files, statements, expected = CASES[case]
    for file, content in files.items():
        (tmp_path / f"{file}.xsd").write_text(BASE.format(content), "utf-8")
    text = wsdl(types=statements)
    assert ITEM in text
    path = tmp_path / "orders.wsdl"
    path.write_text(text.replace(ITEM, ITEM.replace("xs:string", "tns:T")), "utf-8")
    documents = load(path)
    schema = read_contract(documents)[0].schema
    # Where they differ from the contract, it is an error already.
    members = bind(schema_texts(documents), schema).record(name("T")).members
    assert [member.name.name for member in members] == expected


BOTH = "<xs:enumeration value='a'/><xs:enumeration value='b'/>"


@pytest.mark.parametrize(
    ("facets", "expected"),
    [
        ("", ["a", "b"]),
        ("<xs:annotation/>", ["a", "b"]),
        ("<xs:maxLength value='1'/>", ["a", "b"]),
        ("<xs:enumeration value='b'/>", ["b"]),
    ],
)
def test_the_values_of_a_simple_type(
    facets: str, expected: list[str], tmp_path: Path
) -> None:
    simple = "<xs:simpleType name='T'><xs:restriction base='{}'>{}</xs:restriction>"
    simple += "</xs:simpleType>"
    base = BASE.format(simple.format("xs:string", BOTH))
    (tmp_path / "base.xsd").write_text(base, "utf-8")
    text = wsdl(types=STATEMENT.format("base", simple.format("t:T", facets)))
    path = tmp_path / "orders.wsdl"
    path.write_text(text.replace(ITEM, ITEM.replace("xs:string", "tns:T")), "utf-8")
    files = plan(config_from_arguments([path], tmp_path, "shop")).files.files
    lines = files["shop/types/orders/t.py"].decode().splitlines()
    members = [line.partition(' = "')[2][:-1] for line in lines if " = " in line]
    assert members == expected
