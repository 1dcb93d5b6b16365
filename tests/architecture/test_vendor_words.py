"""The tool and its templates know no vendor: what is special stands in overlays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.support.modules import ROOT

ANYWHERE = re.compile(
    r"superoffice|services86|net_?server|so_?principal|so_?credentials|exception_?info"
    r"|application_?token|time_?zone_?id|succeeded|ticket|crm|twilio|pswin",
    re.IGNORECASE,
)
SOURCES = sorted(
    path
    for folder in ("generator", "templates")
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
)
# Names of the pinned contracts that are anybody's words.
COMMON = {"TimeZone"}


def _contract_names() -> set[str]:
    """Every name of two words or more that the pinned contracts declare."""
    names = {
        element.get("name", "")
        for wsdl in (ROOT / "wsdl").glob("*.wsdl")
        for element in etree.parse(wsdl).iter(etree.Element)
    }
    return {
        name for name in names if re.match(r"(?:[A-Z]+[a-z0-9]+){2}", name)
    } - COMMON


def _lines(path: Path, words: re.Pattern[str]) -> list[str]:
    text = path.read_text("utf-8").splitlines()
    return [
        f"{number}: {line}" for number, line in enumerate(text, 1) if words.search(line)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_vendor_word(path: Path) -> None:
    assert not ANYWHERE.search(path.name)
    assert _lines(path, ANYWHERE) == []


def test_no_name_of_the_pinned_contracts() -> None:
    names = _contract_names()
    assert len(names) > 50
    words = re.compile(rf"\b(?:{'|'.join(sorted(names))})\b")
    found = {str(path): lines for path in SOURCES if (lines := _lines(path, words))}
    assert found == {}
