"""What random schemas have found, made as small as can be and judged in the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.corpus.exchanging import exchanged
from tests.corpus.planning import planned
from tests.support.wsdl_texts import write, wsdl

OPERATION: Final = "OrdersSoap Place/None/"


def _messages(content: str) -> str:
    """Elements of a request and a reply that hold the same."""
    held = f"<xs:complexType>{content}</xs:complexType>"
    names = ("Place", "PlaceResponse")
    found = "".join(f'<xs:element name="{name}">{held}</xs:element>' for name in names)
    return f'{found}<xs:element name="Token" type="xs:string"/>'


CASES: Final = {
    # A group that is empty may be repeated, and means nothing.
    "an empty group": _messages("""<xs:sequence>
      <xs:sequence maxOccurs="unbounded"/>
      <xs:choice>
        <xs:sequence maxOccurs="unbounded"><xs:sequence/></xs:sequence>
        <xs:element name="A" type="xs:string"/>
      </xs:choice>
    </xs:sequence>"""),
}


@pytest.mark.parametrize("case", CASES)
def test_it_comes_through_both_sides(case: str, tmp_path: Path) -> None:
    path = write(tmp_path, wsdl(elements=CASES[case]))
    package = "found_" + "".join(filter(str.isalnum, case))
    answer = planned({"wsdl": str(path), "output": str(tmp_path), "package": package})
    assert (answer["wrong"], answer["diagnostics"]) == ("", [])
    task = {"wsdl": str(path), "folder": str(tmp_path), "package": package, "seed": 7}
    assert exchanged(task) == {
        "schema": "",
        "import": "",
        "operations": {OPERATION: {"request": "", "reply": ""}},
    }
