"""`typedsoap verify` on pages of agents with every shape that data contracts have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.agent_shapes import agents
from tests.support.agents import wsdl_text
from tests.support.command import Completed, typedsoap
from tests.support.sample_pages import write_pages

AGENTS = {"Scalars": 48, "Collections": 48, "Structures": 7}
TAKE_NO_EMPTY_TEXT = (
    *("decimal", "QName", "guid", "duration", "date", "time", "integer", "dateTime"),
    *("nonNegativeInteger", "positiveInteger", "negativeInteger"),
    *("nonPositiveInteger", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay"),
)
"""The types of samples that are empty, and must not be."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The WSDLs of the agents, and beside them their pages in folders of their names."""
    root = tmp_path_factory.mktemp("agents")
    for agent in agents():
        wsdl = root / f"{agent.name.lower()}.wsdl"
        wsdl.write_text(wsdl_text(agent), "utf-8")
        pages = root / "Pages" / agent.name
        assert write_pages(wsdl, pages, hidden=frozenset({"Carrier"})) == len(
            agent.operations
        )
    return root


@pytest.fixture(scope="module")
def done(folder: Path) -> Completed:
    """All pages against one package of all agents, which nothing configures."""
    return typedsoap("verify", "Pages", "--wsdl", ".", folder=folder)


def test_every_page_holds(done: Completed) -> None:
    assert done.exit_code == 0, done.stdout + done.stderr
    assert done.stderr == ""
    count = sum(AGENTS.values())
    # One operation has no reply.
    expected = f"{count} of {count} operations hold: {2 * count - 1} envelopes"
    assert done.stdout.splitlines()[-1] == expected


def test_what_was_normalised_is_counted(folder: Path, done: Completed) -> None:
    pages = "".join(page.read_text("utf-8") for page in folder.rglob("*.md"))
    counts = {
        line.partition(":")[0]: int(line.split(": ")[1].split()[0])
        for line in done.stdout.splitlines()
        if re.match(r"N[1-6]( filled)?: ", line)
    }
    empty = re.findall(rf'xsi:type="\w+:({"|".join(TAKE_NO_EMPTY_TEXT)})"></', pages)
    required = re.findall(r":(?:Length|Changed) xsi:type=\S+></", pages)
    assert counts["N1"] == 4 * (sum(AGENTS.values()) - 1) + 2
    assert counts["N2"] == 2 * sum(AGENTS.values())
    # The value in a dictionary may be nil, but not absent.
    kept = pages.count(':Value xsi:nil="true"></')
    assert counts["N4"] == pages.count(" xsi:type=") > 800
    assert counts["N5"] + kept == pages.count(' xsi:nil="true"></') > 100
    for name in ("Size", "Hidden", "Rights", "Created", "int", "string"):
        assert f':{name} xsi:nil="true"></' in pages
    assert counts["N6"] + counts["N6 filled"] == len(empty) > 200
    assert counts["N6 filled"] > len(required) > 30


@pytest.mark.parametrize("name", AGENTS)
def test_agent_alone_holds(folder: Path, name: str) -> None:
    done = typedsoap(
        "verify", f"Pages/{name}", "--wsdl", f"{name.lower()}.wsdl", folder=folder
    )
    assert done.exit_code == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("page", "old", "new", "holds"),
    [
        ("GetObject", '"xsd:anyType"></', '"xsd:int">5</', True),
        ("GetObject", '"xsd:anyType"></', '"xsd:anyType"><a b="c">x</a></', True),
        ("GetXml", ":Response>", ':Response><a xmlns="urn:a"><b/>t</a>', True),
        ("GetXml", ":Response>", ":Response><a/><a/>", False),
        ("GetData", ":Response>", ":Response><a/><b>1</b><a/>", True),
        ("GetData", ":Response>", ":Response>1", False),
        ("Split", "xsd:dateTime", "xsd:date", False),
        ("Split", ":Length xsi:type", ':Length id="1" xsi:type', False),
    ],
)
def test_page_that_shows_something_else(
    folder: Path, tmp_path: Path, page: str, old: str, new: str, holds: bool
) -> None:
    text = (folder / "Pages" / "Structures" / f"{page}.md").read_text("utf-8")
    start, _, end = text.rpartition(old) if page == "Split" else text.partition(old)
    assert end
    (tmp_path / "page.md").write_text(f"{start}{new}{end}", "utf-8")
    wsdl = str(folder / "structures.wsdl")
    done = typedsoap("verify", "page.md", "--wsdl", wsdl, folder=tmp_path)
    assert done.exit_code == (0 if holds else 1), done.stdout + done.stderr
