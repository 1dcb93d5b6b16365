"""N1 to N6, each alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from typedsoap.contract import Schema
from typedsoap.source.documents import load
from typedsoap.source.nodes import Element
from typedsoap.source.parsing import parse
from typedsoap.verify.empty_values import (
    Emptied,
    drop_nil_elements,
    fill_empty_samples,
)
from typedsoap.verify.normalise import (
    drop_declared_types,
    drop_empty_header,
    drop_envelope_layout,
    drop_layout,
    gather_header_blocks,
    move_to_soap_namespace,
)
from typedsoap.verify.shapes import Declared, declared_blocks
from typedsoap.verify.xml import ENVELOPE_NAMESPACES, qname
from typedsoap.wsdl.reading import read_contract

SOAP_11, SOAP_12 = ENVELOPE_NAMESPACES.values()
NAMES = (
    'xmlns:p="urn:example:parcels" xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
WSDL = Path(__file__).resolve().parents[2] / "documented" / "pages" / "parcels.wsdl"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return read_contract(load(WSDL))[0].schema


def envelope(content: str, soap: str = SOAP_11) -> Element:
    return parse(
        f'<E:Envelope xmlns:E="{soap}" {NAMES}>{content}</E:Envelope>'.encode(), "t"
    )


def declared(content: str, schema: Schema) -> Declared:
    """The first element of `content` with its global declaration."""
    element = envelope(content)[0]
    return declared_blocks([element], [*schema.elements.values()])[0]


def text_of(element: Element) -> str:
    """The element without the namespaces it is printed with."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return text.replace(f' xmlns:E="{SOAP_11}"', "").replace(f" {NAMES}", "")


def tree(element: Element) -> list[str]:
    return [str(e.tag) for e in element.iter()]


def test_n1_moves_the_envelope_to_the_bindings_version() -> None:
    root = envelope("<E:Header/><E:Body><E:Body/></E:Body>", SOAP_12)
    assert move_to_soap_namespace(root, SOAP_11) == 3
    inner = f"{{{SOAP_12}}}Body"
    names = [f"{{{SOAP_11}}}{name}" for name in ("Envelope", "Header", "Body")]
    assert tree(root) == [*names, inner]
    assert move_to_soap_namespace(root, SOAP_11) == 0


def test_n1_leaves_other_namespaces() -> None:
    root = envelope("<p:Token/><E:Body/>", "urn:other")
    assert move_to_soap_namespace(root, SOAP_11) == 0


def test_n2_gathers_blocks_into_one_header() -> None:
    root = envelope("<p:A/><p:B/><E:Body/><p:C/>")
    assert gather_header_blocks(root, SOAP_11) == 2
    assert [qname(child).name for child in root] == ["Header", "Body", "C"]
    assert [qname(child).name for child in root[0]] == ["A", "B"]
    assert gather_header_blocks(root, SOAP_11) == 0


def test_n2_adds_to_a_header_that_is_there() -> None:
    root = envelope("<E:Header><p:A/></E:Header><p:B/><E:Body/>")
    assert gather_header_blocks(root, SOAP_11) == 1
    assert [qname(child).name for child in root[0]] == ["A", "B"]


def test_n2_drops_a_header_that_holds_nothing() -> None:
    root = envelope("<E:Header/><E:Body><E:Header/></E:Body>")
    assert drop_empty_header(root, SOAP_11) == 1
    assert [qname(child).name for child in root] == ["Body"]
    kept = envelope(
        '<E:Header id="1"/><E:Header><p:A/></E:Header><E:Header/>x<E:Body/>'
    )
    assert drop_empty_header(kept, SOAP_11) == 0
    assert len(kept) == 4


def test_n3_drops_white_space_around_header_and_body() -> None:
    root = envelope("\n <E:Header> </E:Header>\n <E:Body>\n </E:Body>x")
    assert drop_envelope_layout(root, SOAP_11) == 4
    assert root[1].tail == "x"


def test_n3_drops_white_space_in_types_that_hold_elements(schema: Schema) -> None:
    item = declared(
        "<p:TrackParcel>\n <p:Number> </p:Number>\n text</p:TrackParcel>", schema
    )
    assert drop_layout(item, schema) == 1
    expected = "<p:TrackParcel><p:Number> </p:Number>\n text</p:TrackParcel>"
    assert text_of(item.element) == expected
    empty = declared("<p:Ping>\n </p:Ping>", schema)
    assert drop_layout(empty, schema) == 1
    assert empty.element.text is None


def test_n4_drops_only_the_declared_type(schema: Schema) -> None:
    item = declared(
        '<p:TrackParcel><p:Number xsi:type="xsd:int"/><p:Until xsi:type="xsd:date"/>'
        '<p:Where xsi:type="nobody:string"/><p:Other xsi:type="xsd:int"/>'
        "</p:TrackParcel>",
        schema,
    )
    dropped, problems = drop_declared_types(item, schema, "page.md")
    assert dropped == 1
    assert [str(problem) for problem in problems] == [
        "page.md:1: Until has xsi:type 'xsd:date', which is not its declared type",
        "page.md:1: Where has xsi:type 'nobody:string', which is not its declared type",
    ]
    assert [len(child.attrib) for child in item.element] == [0, 1, 1, 1]


def test_n4_knows_no_name_for_an_anonymous_type(schema: Schema) -> None:
    item = declared('<p:TrackParcel xsi:type="p:TrackParcel"/>', schema)
    dropped, problems = drop_declared_types(item, schema, "page.md")
    assert (dropped, len(problems)) == (0, 1)


@pytest.mark.parametrize(
    ("content", "count"),
    [
        ('<p:Where xsi:nil="true"/>', 1),
        ('<p:Where xsi:nil=" 1 "/>', 1),
        ('<p:Where xsi:nil="false"/>', 0),
        ('<p:Where xsi:nil="true">x</p:Where>', 0),
        ('<p:Where xsi:nil="true" other=""/>', 0),
        ('<p:Number xsi:nil="true"/>', 0),
        ('<p:Since xsi:nil="true"/>', 1),
        ('<p:Other xsi:nil="true"/>', 0),
    ],
)
def test_n5_drops_optional_nil_elements(
    schema: Schema, content: str, count: int
) -> None:
    item = declared(f"<p:TrackParcel>{content}</p:TrackParcel>", schema)
    assert drop_nil_elements(item, schema) == count
    assert len(item.element) == 1 - count


UNTIL = "<p:Until>0001-01-01T00:00:00</p:Until>"


@pytest.mark.parametrize(
    ("content", "expected", "emptied"),
    [
        ("<p:Until/>", UNTIL, Emptied(filled=1)),
        ("<p:Until> </p:Until>", UNTIL, Emptied(filled=1)),
        ("<p:Since/>", None, Emptied(dropped=1)),
        ("<p:Number/>", "<p:Number>0</p:Number>", Emptied(filled=1)),
        ("<p:Where/>", "<p:Where/>", Emptied()),
        ('<p:Since other=""/>', '<p:Since other=""/>', Emptied()),
        ("<p:Other/>", "<p:Other/>", Emptied()),
    ],
)
def test_n6_fills_or_drops_empty_values(
    schema: Schema, content: str, expected: str | None, emptied: Emptied
) -> None:
    item = declared(f"<p:TrackParcel>{content}</p:TrackParcel>", schema)
    assert fill_empty_samples(item, schema) == emptied
    assert [text_of(child) for child in item.element] == (
        [expected] if expected else []
    )
