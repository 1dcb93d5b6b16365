"""What `xs:redefine` makes of the types and groups of another schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.wsdl_texts import NAMESPACE, codes, errors, name, read, wsdl, xs
from typedsoap.contract import ComplexType, Derivation, Schema, SimpleType, Variety

XS = f'xmlns:xs="{xs("x").namespace}" xmlns:t="{NAMESPACE}"'
BASE = f'<xs:schema {XS} targetNamespace="{NAMESPACE}">{{}}</xs:schema>'
T = "<xs:complexType name='T'>{}</xs:complexType>"
ONE = "<xs:sequence><xs:element name='one' type='xs:int'/></xs:sequence>"
TWO = "<xs:sequence><xs:element name='two' type='xs:int'/></xs:sequence>"
DERIVED = "<xs:complexContent><xs:{} base='t:{}'>{}</xs:{}></xs:complexContent>"
STATEMENT = f"<xs:redefine {XS} schemaLocation='{{}}.xsd'>{{}}</xs:redefine>"


def extension(content: str, base: str = "T") -> str:
    return T.format(DERIVED.format("extension", base, content, "extension"))


def restriction(content: str, base: str = "T") -> str:
    return T.format(DERIVED.format("restriction", base, content, "restriction"))


def text(folder: Path, change: str, original: str, **others: str) -> str:
    """A WSDL that redefines what another schema says."""
    for file, content in {"base": original, **others}.items():
        (folder / f"{file}.xsd").write_text(BASE.format(content), "utf-8")
    return wsdl(types=STATEMENT.format("base", change))


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
    assert len(found.content.particles) == 2
    assert elements(found) == ["one", "two"]


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
