"""What random schemas are made of, and what the command says of them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Final

import pytest
from lxml import etree

from tests.corpus.index import Entry
from tests.corpus.results import Result
from tests.corpus.schemas import XSD, compiled
from tests.corpus.workers import Task, WorkerLost
from tests.random_schemas.__main__ import main
from tests.random_schemas.components import element
from tests.random_schemas.contracts import contract
from tests.random_schemas.markup import Markup, xs
from tests.random_schemas.schemas import Schemas
from tests.random_schemas.wsdl import MAIN, definitions
from tests.support.wsdl_texts import write

PLANNED: Final[Task] = {
    "planned": True,
    "generated": 9,
    "diagnostics": [],
    "wrong": "",
}
EXCHANGED: Final[Task] = {"schema": "", "import": "", "operations": {}}
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


def test_what_is_not_whole_is_told_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = ("--count", "2", "--seed", "4", "--check", "0", "--jobs", "2")
    assert main([*numbers, "--keep", str(tmp_path / "kept")]) == 0
    said = capsys.readouterr().out
    rows = {line[:26].strip(): line[26:].split() for line in said.splitlines()}
    assert rows["all"][:5] == ["2", "2", "1", "4", "3"]
    assert "not whole schemas-4-1.wsdl: schemas-4-1.wsdl:" in said
    (kept,) = (tmp_path / "kept").iterdir()
    assert kept.read_text("utf-8") == str(contract(4, 1))


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


def test_a_wsdl_without_operations_is_replayed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, definitions("<wsdl:types/>"), "empty.wsdl")
    assert main(["--replay", str(path), "--check", "0"]) == 0
    said = capsys.readouterr().out
    assert "0 of 1 VALID files are whole" in said


@pytest.mark.parametrize(
    ("planned", "exchanged", "told"),
    [
        (WorkerLost("no answer in 2 s"), None, "the generator no answer in 2 s"),
        (PLANNED | {"wrong": "a traceback"}, None, "a traceback"),
        (PLANNED, EXCHANGED | {"import": "E"}, "it cannot be imported: E"),
        (
            PLANNED,
            EXCHANGED | {"operations": {"b Find/": {"request": "", "reply": "lost"}}},
            "b Find/: lost",
        ),
    ],
)
def test_what_is_wrong_is_told_and_kept(
    planned: Task | WorkerLost,
    exchanged: Task | None,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def judged(_: Path, chosen: list[Entry], *__: object) -> list[Result]:
        return [Result(entry, "sample", planned, exchanged) for entry in chosen]

    monkeypatch.setattr("tests.random_schemas.__main__.results", judged)
    arguments = ["--count", "1", "--seed", "4", "--check", "0", "--keep"]
    assert main([*arguments, str(tmp_path / "kept")]) == 1
    assert f"WRONG schemas-4-0.wsdl: {told}\n" in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["schemas-4-0.wsdl"]
