"""A short run for the suite, and what random schemas are made of."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final

import pytest
from lxml import etree

from tests.corpus.schemas import XSD, compiled
from tests.random_schemas.__main__ import main
from tests.random_schemas.components import element
from tests.random_schemas.contracts import contract
from tests.random_schemas.markup import Markup, xs
from tests.random_schemas.schemas import Schemas
from tests.random_schemas.wsdl import MAIN, definitions
from tests.support.wsdl_texts import write

COUNT: Final = 16
SEED: Final = 4
LEAST_CLIENTS: Final = 14
LEAST_WHOLE: Final = 10
TAGS: Final = {
    *("all", "any", "anyAttribute", "attribute", "attributeGroup", "choice"),
    *("complexContent", "complexType", "element", "enumeration", "extension"),
    *("fractionDigits", "group", "import", "list", "maxExclusive", "maxInclusive"),
    *("maxLength", "minInclusive", "minLength", "pattern", "restriction", "schema"),
    *("sequence", "simpleContent", "simpleType", "totalDigits", "union"),
}
ATTRIBUTES: Final = {
    *("abstract", "attributeFormDefault", "base", "default", "elementFormDefault"),
    *("fixed", "form", "itemType", "maxOccurs", "memberTypes", "minOccurs", "mixed"),
    *("name", "namespace", "nillable", "processContents", "ref", "substitutionGroup"),
    *("targetNamespace", "type", "use", "value"),
}


def test_clients_of_random_schemas_give_back_what_they_are_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = ("--count", str(COUNT), "--seed", str(SEED), "--check", "2")
    ended = main([*numbers, "--jobs", "2", "--keep", str(tmp_path)])
    said = capsys.readouterr().out
    assert ended == 0, said
    rows = {line[:26].strip(): line[26:].split() for line in said.splitlines()}
    files, clients, whole, _, generated, *came_through, _ = map(int, rows["all"])
    assert files == COUNT
    # Where the only types for an element are left out, no message can be valid.
    assert came_through[0] == came_through[1] >= generated - 1
    # What is left out is told; were it much, little would be proven.
    assert clients >= LEAST_CLIENTS
    assert whole >= LEAST_WHOLE
    assert len([*tmp_path.iterdir()]) == COUNT - whole


def test_the_same_numbers_give_the_same_wsdl() -> None:
    assert str(contract(7, 1)) == str(contract(7, 1))
    assert len({str(contract(seed, n)) for seed in (7, 8) for n in range(3)}) == 6


@pytest.fixture(scope="module")
def some() -> list[str]:
    """A few WSDLs."""
    return [str(contract(5, number)) for number in range(40)]


def test_libxml2_accepts_every_schema(some: list[str], tmp_path: Path) -> None:
    for number, text in enumerate(some):
        folder = tmp_path / str(number)
        folder.mkdir()
        compiled(write(folder, text), folder, {})


def test_everything_is_drawn(some: list[str]) -> None:
    inner = f"{{{XSD}}}"
    nodes = [
        node
        for text in some
        for node in etree.fromstring(text.encode()).iter(f"{inner}*")
    ]
    assert {etree.QName(node).localname for node in nodes} == TAGS
    assert {str(name) for node in nodes for name in node.attrib} == ATTRIBUTES
    assert {"required", "optional", "prohibited"} == {
        node.get("use") for node in nodes if node.get("use")
    }
    assert any('style="rpc"' in text for text in some)
    for tag in ("soap:header", "soap12:header", "soap:fault", "soap12:fault"):
        assert any(f"<{tag} " in text for text in some), tag


@pytest.mark.parametrize(
    "declaration",
    [
        # Ambiguous (§3.8.6), undefined, and a default that is none of its type.
        xs(
            "complexType",
            xs(
                "sequence",
                xs("element", name="x", type="xs:int", minOccurs="0"),
                xs("element", name="x", type="xs:int"),
            ),
        ),
        xs("complexType", xs("sequence", xs("element", ref="a:none"))),
        xs("complexType", xs("attribute", name="x", type="xs:int", default="y")),
    ],
)
def test_what_libxml2_refuses_is_not_declared(declaration: Markup) -> None:
    schemas = Schemas(Random(1), 5)  # noqa: S311
    before = str(schemas)
    assert not schemas.add(element(MAIN, "New", xs("element", declaration)))
    assert str(schemas) == before
    assert schemas.add(element(MAIN, "New", xs("element", xs("complexType"))))
    assert str(schemas) != before


def test_what_is_wrong_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, definitions("<wsdl:types/>"), "empty.wsdl")
    assert main(["--replay", str(path), "--check", "0"]) == 0
    said = capsys.readouterr().out
    assert "0 of 1 VALID files are whole" in said
