"""Redefinitions as the library of bindings is given them: it and the contract agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import name, wsdl
from tests.unit.reader.test_redefinitions import (
    BASE,
    STATEMENT,
    T,
    extension,
    restriction,
)
from typedsoap.bindings.binding import bind
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
