"""Other libraries beside this one: what counts as loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.peers import loaded
from tests.support.wsdl_texts import write, wsdl


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("good.wsdl", wsdl(), ""),
        ("broken.wsdl", "<wsdl:definitions", "RuntimeError: "),
        ("good.xml", wsdl(), "LookupError: xsdata takes this for no WSDL"),
    ],
)
def test_xsdata_is_asked_in_the_way_that_it_knows(
    tmp_path: Path, name: str, text: str, problem: str
) -> None:
    path = write(tmp_path, text, name)
    found = loaded({"wsdl": str(path), "peer": "xsdata"})["problem"]
    assert found.partition(": ")[0] == problem.partition(": ")[0]
    assert problem in found
