"""What the exchanges are judged by: sameness of elements, libxml2's schemas, the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.corpus.checking import checked, sample
from tests.corpus.index import Entry, entries
from tests.corpus.results import Result
from tests.corpus.sameness import differences
from tests.corpus.schemas import NotCompiled, compiled
from tests.corpus.small import write_corpus
from tests.corpus.table import problems, table
from tests.corpus.workers import Task, WorkerLost
from tests.support.wsdl_texts import XS, write, wsdl

GOOD: Task = {"read": 1, "generated": 1, "planned": True, "wrong": ""}
DONE: Task = {
    "schema": "",
    "import": "",
    "operations": {"a": {"request": "", "reply": ""}},
}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("<a>1.50</a>", "<a>1.5</a>", []),
        ("<a>true</a>", "<a>1</a>", []),
        ("<a>1E3</a>", "<a>1000.0</a>", []),
        ("<a>2024-01-01T00:00:00Z</a>", "<a>2024-01-01T00:00:00+00:00</a>", []),
        ("<a xmlns:p='u'>p:b</a>", "<a xmlns:q='u'>q:b</a>", []),
        ("<a>b</a>", "<a>c</a>", ["/a: text was 'b', became 'c'"]),
        ("<a x='1'/>", "<a/>", ["/a: attribute x was '1', became None"]),
        ("<a><b/><c/></a>", "<a><c/><b/></a>", ["/a: content was (b c), became (c b)"]),
        ("<a/>", "<b/>", ["/a: became b"]),
        ("<a>1 2</a>", "<a>1</a>", ["/a: text was '1 2', became '1'"]),
    ],
)
def test_elements_are_the_same_by_what_they_say(
    one: str, other: str, found: list[str]
) -> None:
    assert [*differences(etree.fromstring(one), etree.fromstring(other))] == found


def test_schemas_of_several_files_are_one(tmp_path: Path) -> None:
    other = f"""<xs:schema targetNamespace="urn:o" xmlns:xs="{XS}">
      <xs:include schemaLocation="more.xsd"/></xs:schema>"""
    write(tmp_path, other, "sub/other.xsd")
    more = f"""<xs:schema targetNamespace="urn:o" xmlns:xs="{XS}">
      <xs:element name="O" type="xs:int"/></xs:schema>"""
    write(tmp_path, more, "sub/more.xsd")
    schemas = f"""<xs:schema targetNamespace="urn:a" xmlns:o="urn:o">
      <xs:import namespace="urn:o" schemaLocation="sub/other.xsd"/>
      <xs:import namespace="urn:b"/>
      <xs:element name="A"><xs:complexType><xs:sequence><xs:element ref="o:O"/>
      </xs:sequence></xs:complexType></xs:element></xs:schema>
      <xs:schema targetNamespace="urn:b" xmlns:b="urn:b" xmlns:xs="{XS}">
      <xs:element name="B" type="b:T"/></xs:schema>
      <xs:schema targetNamespace="urn:b" xmlns:xs="{XS}"><xs:simpleType name="T">
      <xs:restriction base="xs:int"/></xs:simpleType></xs:schema>"""
    folder = tmp_path / "compiled"
    folder.mkdir()
    schema = compiled(write(tmp_path, wsdl(schemas=schemas)), folder, {})
    for text, valid in (
        ('<A xmlns="urn:a"><O xmlns="urn:o">1</O></A>', True),
        ('<A xmlns="urn:a"><O xmlns="urn:o">x</O></A>', False),
        ('<B xmlns="urn:b">1</B>', True),
        ('<B xmlns="urn:b">x</B>', False),
    ):
        assert schema.validate(etree.fromstring(text)) is valid, text


def test_a_schema_that_libxml2_refuses_is_told(tmp_path: Path) -> None:
    text = wsdl(types='<xs:element name="X" type="tns:None"/>')
    folder = tmp_path / "compiled"
    folder.mkdir()
    with pytest.raises(NotCompiled, match="None"):
        compiled(write(tmp_path, text), folder, {})


def _results(folder: Path) -> list[Result]:
    write_corpus(folder)
    good, encoded, broken, doubted = entries(folder)
    told = [
        ["TS150", "error", "nothing is left", "in/encoded.wsdl:1"],
        ["TS151", "warning", "it is sent in another way; it is left out", "a.wsdl:7"],
        ["TS131", "warning", "it is read as another", "a.wsdl:8"],
    ]
    refused = GOOD | {"generated": 0, "planned": False, "diagnostics": told}
    uncompiled = DONE | {"schema": "no reason"}
    return [
        Result(good, "a", GOOD, DONE),
        Result(encoded, "b", refused, None),
        Result(broken, "c", WorkerLost("no answer in 1 s"), None),
        Result(doubted, "d", GOOD, uncompiled),
    ]


def test_the_table_counts(tmp_path: Path) -> None:
    lines = [*table(_results(tmp_path))]
    rows = {line[:26].strip(): line[26:].split() for line in lines}
    assert rows["all"] == ["2", "1", "1", "2", "1", "1", "1", "1"]
    assert rows["other files"] == ["2", "1", "1", "2", "1", "1", "1", "0"]
    assert "1 of 2 VALID files are whole" in lines
    assert (
        "not whole encoded.wsdl: a.wsdl:7: TS151: it is sent in another way; it is left"
        " out"
    ) in lines
    assert rows["document/encoded"] == ["1", "0", "0", "1", "0", "0", "0", "0"]
    assert lines[-1] == "of the other files 1 are refused with a diagnostic"


def test_everything_wrong_is_told(tmp_path: Path) -> None:
    results = _results(tmp_path)
    assert [*problems(results)] == [
        "WRONG broken.wsdl: the generator no answer in 1 s",
        "not validated doubted.wsdl: no reason",
    ]
    bad: Task = {"schema": "", "import": "", "operations": {"a": {"reply": "no"}}}
    entry = results[0].entry
    wrong = [
        Result(entry, "a", GOOD | {"wrong": "half a client"}, bad),
        Result(entry, "a", GOOD, DONE | {"import": "ValueError"}),
        Result(entry, "a", GOOD, WorkerLost("ended")),
    ]
    assert [text for result in wrong for text in result.wrong()] == [
        "half a client",
        "a: no",
        "it cannot be imported: ValueError",
        "the generated code ended",
    ]


def _result(package: str, *features: str) -> Result:
    entry = Entry(package, features, (), (), "none", len(package), 0, 0, 3)
    return Result(entry, package, GOOD, DONE)


def test_a_sample_covers_the_features() -> None:
    found = [_result("aaa", "x"), _result("b", "y"), _result("cc", "x")]
    assert [result.package for result in sample(found, 2)] == ["aaa", "b"]
    assert [result.package for result in sample(found, 9)] == ["aaa", "b", "cc"]


def test_the_type_checker_sees_all_of_a_sample(tmp_path: Path) -> None:
    for package, text in (("good", "x: int = 1\n"), ("bad", "def f(x): return x\n")):
        write(tmp_path, "", f"{package}/{package}/__init__.py")
        write(tmp_path, text, f"{package}/{package}/inner.py")
    found = checked([_result("good"), _result("bad")], tmp_path)
    (line,) = found.errors
    assert line.startswith(
        "bad/bad/inner.py:1: error: Function is missing a type annotation"
    )
