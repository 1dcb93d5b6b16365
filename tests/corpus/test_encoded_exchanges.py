"""Random values in SOAP encoding through both sides, and what a mistake looks like."""

from __future__ import annotations

import re
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.corpus.exchanging import exchanged
from tests.corpus.planning import planned
from tests.corpus.sameness import differences
from tests.support.goldens import GOLDEN

WSDL = GOLDEN / "rpc-encoded" / "in.wsdl"


@pytest.fixture
def generated(tmp_path: Path) -> Generator[dict[str, Any]]:
    """A task for `exchanged`: the golden case's package, which the test may change."""
    package = re.sub(r"\W", "_", f"encoded_{tmp_path.parent.name}_{tmp_path.name}")
    task = {"wsdl": str(WSDL), "output": str(tmp_path), "package": package}
    assert planned(task)["wrong"] == ""
    yield {"wsdl": str(WSDL), "folder": str(tmp_path), "package": package, "seed": 7}
    for name in [*sys.modules]:
        if name.partition(".")[0] == package:
            del sys.modules[name]


def _edit(task: dict[str, Any], before: str, after: str) -> None:
    path = Path(task["folder"], task["package"], "_encoded", "orders", "order.py")
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_every_operation(generated: dict[str, Any]) -> None:
    answer = exchanged(generated)
    assert answer["import"] == ""
    names = [name.split()[1].split("/")[0] for name in answer["operations"]]
    assert names == ["Store", "Sort", "Split", "Find", "Tag", "Ask", "Reset", "Push"]
    found = {str(entry) for entry in answer["operations"].values()}
    assert found == {str({"request": "", "reply": reply}) for reply in ("", None)}
    assert "SOAP encoding" in answer["schema"] or "soap/encoding" in answer["schema"]


def test_an_element_that_does_not_say_its_type(generated: dict[str, Any]) -> None:
    _edit(generated, '<Number xsi:type="xsd:int">', "<Number>")
    operations = exchanged(generated)["operations"]
    found = next(iter(operations.values()))
    assert found["request"] == "an element Number does not say its type"


def test_an_element_that_is_lost(generated: dict[str, Any]) -> None:
    _edit(generated, "if value.customer is not None:", "if value.customer is NIL:")
    operations = exchanged(generated)["operations"]
    found = next(iter(operations.values()))
    assert "content was" in found["request"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("P0DT0S", "PT0S", True),
        ("P1DT0S", "P1D", True),
        ("PT1.50S", "PT1.5S", True),
        ("P1M", "PT1M", False),
        ("-P1D", "P1D", False),
    ],
)
def test_durations(one: str, other: str, same: bool) -> None:
    nodes = [etree.fromstring(f"<a>{text}</a>") for text in (one, other)]
    assert (not [*differences(nodes[0], nodes[1])]) is same
