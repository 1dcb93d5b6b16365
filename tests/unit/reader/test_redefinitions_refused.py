"""Redefinitions that make no definition: of what, and why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import codes, errors
from tests.unit.reader.redefining import (
    BASE,
    ONE,
    STATEMENT,
    TWO,
    T,
    extension,
    restriction,
    text,
)

MISTAKES = {
    "no original": (extension(TWO), "", "which the schema does not define"),
    "another base": (
        extension(TWO, "Other"),
        T.format(ONE) + "<xs:complexType name='Other'/>",
        "it does not derive from the type of its name",
    ),
    "no base": (
        T.format(TWO),
        T.format(ONE),
        "it does not derive from the type of its name",
    ),
    "an extension of a restriction": (
        extension(TWO),
        restriction(ONE, "Other")
        + "<xs:complexType name='Other'>"
        + ONE
        + "</xs:complexType>",
        "it extends a restriction",
    ),
    "a restriction of an extension": (
        restriction(ONE),
        extension(ONE, "Other") + "<xs:complexType name='Other'/>",
        "it restricts a type that is derived itself",
    ),
    "a simple type of a complex one": (
        "<xs:simpleType name='T'><xs:restriction base='t:T'/></xs:simpleType>",
        T.format(ONE),
        "it is of another kind than what it redefines",
    ),
    "a complex type of a simple one": (
        extension("").replace("complexContent", "simpleContent"),
        "<xs:simpleType name='T'><xs:restriction base='xs:int'/></xs:simpleType>",
        "it is of another kind than what it redefines",
    ),
    "simple content of elements": (
        extension("").replace("complexContent", "simpleContent"),
        T.format(ONE),
        "one of the two has simple content",
    ),
    "a restriction of simple content": (
        restriction("<xs:maxLength value='3'/>").replace("complexC", "simpleC"),
        T.format(
            "<xs:simpleContent><xs:extension base='xs:string'/></xs:simpleContent>"
        ),
        "it restricts simple content",
    ),
    "an extension of all": (
        extension(TWO),
        T.format(ONE.replace("sequence", "all")),
        "it extends xs:all",
    ),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_redefinitions_that_are_refused(case: str, tmp_path: Path) -> None:
    change, original, told = MISTAKES[case]
    found = errors(tmp_path, text(tmp_path, change, original))
    assert codes(found) == ["TS118"]
    assert told in found[0].message
    assert found[0].where is not None


# The last is called like the schema that it redefines.
@pytest.mark.parametrize(
    ("file", "location"), [("second", "base"), ("second/base", "../base")]
)
def test_one_type_redefined_twice(file: str, location: str, tmp_path: Path) -> None:
    second = STATEMENT.format(location, extension(TWO))
    path = tmp_path / f"{file}.xsd"
    path.parent.mkdir(exist_ok=True)
    path.write_text(BASE.format(second), "utf-8")
    written = text(tmp_path, extension(TWO), T.format(ONE))
    include = f"<xs:include schemaLocation='{file}.xsd'/>"
    place = written.index("<xs:redefine")
    found = errors(tmp_path, written[:place] + include + written[place:])
    assert codes(found) == ["TS118"]
    assert "is redefined twice, here and at" in found[0].message


@pytest.mark.parametrize("kind", ["element", "attribute", "notation"])
def test_what_cannot_be_redefined(kind: str, tmp_path: Path) -> None:
    found = errors(tmp_path, text(tmp_path, f"<xs:{kind} name='T'/>", T.format(ONE)))
    assert codes(found) == ["TS115"]


def test_a_circle_of_redefinitions(tmp_path: Path) -> None:
    circle = STATEMENT.format("base", extension(TWO))
    found = errors(tmp_path, text(tmp_path, extension(TWO), circle))
    assert codes(found) == ["TS118", "TS118"]


def test_an_override_is_refused(tmp_path: Path) -> None:
    written = text(tmp_path, extension(TWO), T.format(ONE))
    found = errors(tmp_path, written.replace("xs:redefine", "xs:override"))
    assert codes(found) == ["TS118"]


def test_a_circle_of_two_schemas(tmp_path: Path) -> None:
    inner = STATEMENT.format("first", extension(TWO)) + T.format(ONE)
    first = STATEMENT.format("base", extension(TWO))
    written = text(tmp_path, extension(TWO), inner, first=first)
    found = errors(tmp_path, written)
    assert codes(found) == ["TS114", "TS118"]
    assert "is redefined by what it is made of" in found[0].message


def test_the_original_is_that_of_the_named_schema(tmp_path: Path) -> None:
    own = T.format(ONE.replace("one", "own"))
    written = text(tmp_path, extension(TWO), T.format(ONE))
    place = written.index("<xs:element name=")
    found = errors(tmp_path, written[:place] + own + written[place:])
    assert codes(found) == ["TS105"]
