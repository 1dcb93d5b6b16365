"""The documents speak of what exists."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.support.modules import GENERATOR, ROOT
from typedsoap.codes import CODES

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:generator|generated|templates|tests|docs)/[\w./*-]*)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.name))
def test_links_and_paths_exist(document: Path) -> None:
    text = document.read_text("utf-8")
    missing = [
        link for link in LINK.findall(text) if not (document.parent / link).exists()
    ]
    missing += [path for path in PATH.findall(text) if not list(ROOT.glob(path))]
    assert missing == []


def test_every_package_of_the_generator_has_its_concern() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    table = text.partition("| in `generator/typedsoap/` |")[2].partition("\n\n")[0]
    named = set(re.findall(r"`(\w+(?:/|\.py))`", table))
    assert [name for name in named if not (GENERATOR / name).exists()] == []
    packages = {f"{path.parent.name}/" for path in GENERATOR.glob("*/__init__.py")}
    assert packages - named == set()


def test_codes_in_the_readme_are_real() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    codes = re.findall(r"\bTS\d{3}\b", text)
    assert codes
    assert set(codes) <= set(CODES)


def test_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"typedsoap=={project['version']}" in readme
