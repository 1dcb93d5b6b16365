"""Random values through both sides of a package, and what a mistake in it looks like."""

from __future__ import annotations

import re
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.exchanging import exchanged
from tests.corpus.planning import planned
from tests.support.wsdl_texts import ELEMENTS, with_fault, write, wsdl

TYPES = """
<xs:complexType name="Line"><xs:sequence>
  <xs:element name="Code" type="tns:Code"/>
  <xs:element name="Count" type="xs:unsignedByte" maxOccurs="unbounded"/>
  <xs:element name="Next" type="tns:Line" minOccurs="0"/>
</xs:sequence></xs:complexType>
<xs:complexType name="Rush"><xs:complexContent><xs:extension base="tns:Line">
  <xs:sequence><xs:element name="At" type="xs:dateTime"/></xs:sequence>
</xs:extension></xs:complexContent></xs:complexType>
<xs:simpleType name="Code"><xs:restriction base="xs:string">
  <xs:pattern value="[A-Z]{2}\\d{3}"/></xs:restriction></xs:simpleType>"""
CONTRACT = wsdl(
    types=TYPES,
    elements=ELEMENTS.replace(
        '<xs:element name="Item" type="xs:string"/>',
        '<xs:element name="Item" type="tns:Line"/>',
    ).replace('type="xs:int"', 'type="xs:decimal" nillable="true"'),
)
OPERATION = "OrdersSoap Place/None/"


@pytest.fixture
def contract() -> str:
    """The WSDL; a test may have another one."""
    return CONTRACT


@pytest.fixture
def generated(tmp_path: Path, contract: str) -> Generator[dict[str, Any]]:
    """A task for `exchanged`: the package of the WSDL, which the test may change."""
    path = write(tmp_path, contract)
    # Every test its own: modules and annotations are cached by name.
    package = re.sub(r"\W", "_", f"exchanged_{tmp_path.parent.name}_{tmp_path.name}")
    task = {"wsdl": str(path), "output": str(tmp_path), "package": package}
    answer = planned(task)
    assert answer["wrong"] == ""
    assert answer["planned"]
    yield {"wsdl": str(path), "folder": str(tmp_path), "package": package, "seed": 7}
    for name in [*sys.modules]:
        if name.partition(".")[0] == package:
            del sys.modules[name]


def _edit(task: dict[str, Any], file: str, before: str, after: str) -> None:
    path = Path(task["folder"], task["package"], file)
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def test_a_right_package_gives_back_what_it_is_given(generated: dict[str, Any]) -> None:
    found = exchanged(generated)
    assert found == {
        "schema": "",
        "import": "",
        "operations": {OPERATION: {"request": "", "reply": ""}},
    }


def _with_wildcard(wildcard: str) -> str:
    """A WSDL whose messages hold what a wildcard allows, and that alone."""
    content = f"<xs:complexType><xs:sequence>{wildcard}</xs:sequence></xs:complexType>"
    names = ("Place", "PlaceResponse")
    elements = [f'<xs:element name="{n}">{content}</xs:element>' for n in names]
    token = '<xs:element name="Token" abstract="true"/>'
    return wsdl(elements="".join([*elements, token]))


@pytest.mark.parametrize(
    ("contract", "problem"),
    [
        (_with_wildcard('<xs:any namespace="" processContents="lax"/>'), ""),
        # Only messages may stand in a message here, so that there is no valid one.
        (
            _with_wildcard("<xs:any/>"),
            "No matching global element declaration available",
        ),
    ],
)
def test_wildcards_that_hardly_anything_satisfies(
    generated: dict[str, Any], problem: str
) -> None:
    found = exchanged(generated)
    assert found["operations"] == {OPERATION: {"request": "", "reply": ""}}
    assert problem in found["schema"]
    assert bool(problem) == bool(found["schema"])


@pytest.mark.parametrize(
    ("file", "before", "after", "way", "problem"),
    [
        (
            "orders/operations.py",
            "n1:Item",
            "n1:Thing",
            "request",
            "the request is invalid: Element",
        ),
        (
            "_codec/orders/line.py",
            'write_string(value.code, "code")',
            '"AB123"',
            "request",
            "it says something else: ",
        ),
        (
            "orders/server.py",
            "n1:Number",
            "n1:Amount",
            "reply",
            "the reply is invalid: Element",
        ),
        (
            "orders/operations.py",
            "read_decimal(found[0]",
            "read_int(found[0]",
            "reply",
            "the client cannot read a reply: NameError",
        ),
    ],
)
def test_a_mistake_is_found(
    generated: dict[str, Any],
    file: str,
    before: str,
    after: str,
    way: str,
    problem: str,
) -> None:
    _edit(generated, file, before, after)
    found = exchanged(generated)["operations"][OPERATION]
    assert found[way].startswith(problem), found


def test_what_cannot_be_compiled_or_imported_is_found(
    generated: dict[str, Any],
) -> None:
    first = "from ssl import SSLContext"
    _edit(generated, "orders/client.py", first, f'{first}\nx = "\\w"')
    assert exchanged(generated)["import"].startswith("SyntaxError")
    _edit(generated, "orders/client.py", 'x = "\\w"', "import no_such_module")
    assert exchanged(generated)["import"].startswith("ModuleNotFoundError")


FAULT = with_fault('<xs:element name="Failed" type="xs:decimal"/>')


@pytest.mark.parametrize("contract", [FAULT])
@pytest.mark.parametrize(
    ("file", "before", "after", "problem"),
    [
        ("orders/server.py", "n1:Failed", "n1:Thing", "it was "),
        (
            "orders/server.py",
            "write_decimal(value",
            "write_decimal(77",
            "it says someth",
        ),
        (
            "orders/operations.py",
            "orders}Failed",
            "orders}Thing",
            "the client raises another error: SoapFault",
        ),
    ],
)
def test_a_mistake_in_a_fault_is_found(
    generated: dict[str, Any], file: str, before: str, after: str, problem: str
) -> None:
    _edit(generated, file, before, after)
    found = exchanged(generated)["operations"][OPERATION]
    assert found["fault"].startswith(problem), found


@pytest.mark.parametrize("contract", [FAULT])
def test_a_right_fault_comes_back(generated: dict[str, Any]) -> None:
    found = exchanged(generated)["operations"]
    assert found == {OPERATION: {"request": "", "reply": "", "fault": ""}}
