"""What `xs:redefine` makes of the types and groups of another schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import name, read
from tests.unit.reader.redefining import (
    ONE,
    STATEMENT,
    TWO,
    T,
    extension,
    restriction,
    text,
)
from typedsoap.contract import (
    ComplexType,
    Compositor,
    Derivation,
    Schema,
    SimpleType,
    Variety,
)


def read_type(folder: Path, change: str, original: str) -> ComplexType | SimpleType:
    schema: Schema = read(folder, text(folder, change, original)).schema
    return schema.types[name("T")]


def elements(definition: ComplexType | SimpleType) -> list[str]:
    assert isinstance(definition, ComplexType)
    return [element.name.name for element in definition.own_elements()]


def test_an_extension(tmp_path: Path) -> None:
    found = read_type(tmp_path, extension(TWO), T.format(ONE))
    assert elements(found) == ["one", "two"]
    assert found.base is None


def test_an_extension_of_an_extension(tmp_path: Path) -> None:
    other = "<xs:complexType name='Other'/>"
    found = read_type(tmp_path, extension(TWO), extension(ONE, "Other") + other)
    assert isinstance(found, ComplexType)
    assert elements(found) == ["one", "two"]
    assert (found.base, found.derivation) == (name("Other"), Derivation.EXTENSION)


def test_an_extension_keeps_what_the_original_allows(tmp_path: Path) -> None:
    original = T.replace(">", " mixed='true'>", 1).format(ONE + "<xs:anyAttribute/>")
    change = extension(TWO).replace(">", " mixed='true'>", 1)
    for given in (extension(TWO), change):
        found = read_type(tmp_path, given, original)
        assert isinstance(found, ComplexType)
        assert (found.mixed, found.wildcard_attributes) == (True, True)
    found = read_type(tmp_path, change, T.format(ONE))
    assert isinstance(found, ComplexType)
    assert found.wildcard_attributes is False


def test_a_choice_stays_one(tmp_path: Path) -> None:
    choice = ONE.replace("sequence", "choice")
    found = read_type(
        tmp_path, extension(choice.replace("one", "two")), T.format(choice)
    )
    assert isinstance(found, ComplexType)
    assert found.content is not None
    assert found.content.compositor is Compositor.SEQUENCE
    kinds = [getattr(each, "compositor", None) for each in found.content.particles]
    assert kinds == [Compositor.CHOICE, Compositor.CHOICE]
    assert elements(found) == ["one", "two"]


@pytest.mark.parametrize(
    ("occurs", "first", "last"),
    [
        ("minOccurs='0'", 0, 1),
        ("maxOccurs='3'", 1, 3),
        ("maxOccurs='unbounded'", 1, None),
    ],
)
def test_a_sequence_keeps_its_occurrence(
    occurs: str, first: int, last: int | None, tmp_path: Path
) -> None:
    original = ONE.replace("<xs:sequence", f"<xs:sequence {occurs}")
    found = read_type(tmp_path, extension(TWO), T.format(original))
    assert isinstance(found, ComplexType)
    assert found.content is not None
    before, after = found.content.particles
    # A repeated element alone is what a repeated sequence of it means.
    assert (before.min_occurs, before.max_occurs) == (first, last)
    assert (after.min_occurs, after.max_occurs) == (1, 1)


@pytest.mark.parametrize("original", [ONE.replace("sequence", "all"), ONE, ""])
def test_an_extension_by_attributes_alone(original: str, tmp_path: Path) -> None:
    change = extension("<xs:attribute name='a' type='xs:int'/>")
    found = read_type(tmp_path, change, T.format(original))
    assert isinstance(found, ComplexType)
    assert elements(found) == (["one"] if original else [])
    assert [attribute.name.name for attribute in found.attributes] == ["a"]


@pytest.mark.parametrize("original", ["", "<xs:all/>", "<xs:sequence/>"])
def test_an_extension_of_nothing(original: str, tmp_path: Path) -> None:
    assert elements(read_type(tmp_path, extension(TWO), T.format(original))) == ["two"]


@pytest.mark.parametrize("mixed", ["true", "false"])
def test_a_restriction_says_whether_it_is_mixed(mixed: str, tmp_path: Path) -> None:
    original = T.replace(">", " mixed='true'>", 1).format(ONE)
    change = restriction(ONE).replace(">", f" mixed='{mixed}'>", 1)
    found = read_type(tmp_path, change, original)
    assert isinstance(found, ComplexType)
    assert found.mixed is (mixed == "true")


def test_documentation_of_the_change_goes_first(tmp_path: Path) -> None:
    note = "<xs:annotation><xs:documentation>{}</xs:documentation></xs:annotation>"
    original = T.format(note.format("The original.") + ONE)
    found = read_type(tmp_path, extension(TWO), original)
    assert found.documentation == "The original."
    changed = extension(TWO).replace(">", ">" + note.format("The change."), 1)
    found = read_type(tmp_path, changed, original)
    assert found.documentation == "The change."


def test_a_restriction(tmp_path: Path) -> None:
    given = ONE + "<xs:attribute name='a'/><xs:attribute name='b' type='xs:int'/>"
    kept = ONE + "<xs:attribute name='a' use='prohibited'/>"
    found = read_type(tmp_path, restriction(kept), T.format(given))
    assert isinstance(found, ComplexType)
    assert [attribute.name.name for attribute in found.attributes] == ["b"]
    assert (found.base, found.derivation) == (None, None)


@pytest.mark.parametrize(
    ("original", "variety"),
    [
        ("<xs:restriction base='xs:string'/>", Variety.ATOMIC),
        ("<xs:list itemType='xs:int'/>", Variety.LIST),
        ("<xs:union memberTypes='xs:int xs:date'/>", Variety.UNION),
    ],
)
def test_a_simple_type(original: str, variety: Variety, tmp_path: Path) -> None:
    simple = "<xs:simpleType name='T'>{}</xs:simpleType>"
    change = simple.format(
        "<xs:restriction base='t:T'><xs:length value='3'/></xs:restriction>"
    )
    found = read_type(tmp_path, change, simple.format(original))
    assert isinstance(found, SimpleType)
    assert (found.variety, found.facets) == (variety, (("length", "3"),))
    assert isinstance(found.base, SimpleType)
    assert found.base.name is None


def test_a_group_that_has_not_its_original(tmp_path: Path) -> None:
    group = "<xs:group name='G'>{}</xs:group>"
    use = T.format("<xs:group ref='t:G'/>")
    change, original = group.format(TWO), group.format(ONE) + use
    assert elements(read_type(tmp_path, change, original)) == ["two"]


def test_redefinitions_of_redefinitions(tmp_path: Path) -> None:
    last = "<xs:sequence><xs:element name='three' type='xs:int'/></xs:sequence>"
    inner = STATEMENT.format("first", extension(TWO))
    found = read(tmp_path, text(tmp_path, extension(last), inner, first=T.format(ONE)))
    assert elements(found.schema.types[name("T")]) == ["one", "two", "three"]


def test_what_includes_the_schema_sees_the_change_too(tmp_path: Path) -> None:
    include = "<xs:include schemaLocation='base.xsd'/>"
    written = text(tmp_path, extension(TWO), T.format(ONE))
    place = written.index("<xs:redefine")
    found = read(tmp_path, written[:place] + include + written[place:])
    assert elements(found.schema.types[name("T")]) == ["one", "two"]
