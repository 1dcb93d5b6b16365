"""The normal form: what stays, what goes, and what it looks like."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.support.goldens import GOLDEN
from tests.support.modules import ROOT
from typedsoap.source.normal_form import normal_form
from typedsoap.source.parsing import parse

XSD = "http://www.w3.org/2001/XMLSchema"
MESSY = f"""<?xml version='1.0'?>
<?order 66?><w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/"
  targetNamespace='urn:x' name="A"><!-- built on Monday --><w:types>
<s:schema xmlns:s="{XSD}" targetNamespace="urn:x" xmlns:b="urn:b" xmlns:a="urn:a"
   ><s:element   type="s:int" minOccurs="0" name="N" b:n="1" a:n="&#10;&quot;&lt;"/>
<s:annotation><s:documentation>
   Two   lines &amp; <b xmlns="">bold</b> <i>&#13;</i>
 </s:documentation><s:appinfo><f xmlns="urn:f"> </f
><g xmlns="urn:f">  <h/>  </g></s:appinfo>
</s:annotation></s:schema></w:types></w:definitions>"""
NORMAL = f"""<?xml version="1.0" encoding="UTF-8"?>
<w:definitions name="A" targetNamespace="urn:x" xmlns:w="http://schemas.xmlsoap.org/wsdl/">
  <w:types>
    <s:schema
        targetNamespace="urn:x"
        xmlns:a="urn:a"
        xmlns:b="urn:b"
        xmlns:s="{XSD}">
      <s:element name="N" type="s:int" a:n="&#10;&quot;&lt;" b:n="1" minOccurs="0"/>
      <s:annotation>
        <s:documentation>
   Two   lines &amp; <b>bold</b> <i>&#13;</i>
 </s:documentation>
        <s:appinfo>
          <f xmlns="urn:f"> </f>
          <g xmlns="urn:f">
            <h/>
          </g>
        </s:appinfo>
      </s:annotation>
    </s:schema>
  </w:types>
</w:definitions>
"""


def normal(text: str | bytes) -> bytes:
    data = text.encode() if isinstance(text, str) else text
    return normal_form(parse(data, "x.wsdl"), {})


def canonical(text: str | bytes, *, strip_text: bool = False) -> str:
    """lxml's own canonical form, which is the judge."""
    data = text.encode() if isinstance(text, str) else text
    # Which of several prefixes an attribute has is not known, and means nothing.
    return etree.canonicalize(
        from_file=io.BytesIO(data), strip_text=strip_text, rewrite_prefixes=True
    )


def test_what_it_looks_like() -> None:
    assert normal(MESSY).decode() == NORMAL


@pytest.mark.parametrize(
    "text",
    [
        '<a xmlns="urn:a"><b xmlns=""><c/></b><d xmlns="urn:d" b="1"/></a>',
        '<p:a xmlns:p="urn:a" xmlns:q="urn:a" q:x="1"><a p:y="2"/></p:a>',
    ],
)
def test_namespaces_stay(text: str) -> None:
    once = normal(text)
    assert canonical(once, strip_text=True) == canonical(text, strip_text=True)
    assert normal(once) == once


@pytest.mark.parametrize(
    "text",
    [
        '<a xml:lang="no" xml:space="preserve"> <b> </b>\n</a>',
        "<a>text <b/> tail</a>",
        "<a>]]&gt; &amp;lt; \u00e6\u2028\U0001f600</a>",
        '<a b=" x&#9;&#10;&#13;&amp;&quot;&gt;"/>',
        "<a><![CDATA[<b>]]></a>",
    ],
)
def test_text_stays(text: str) -> None:
    once = normal(text)
    assert canonical(once) == canonical(text)
    assert normal(once) == once


@pytest.mark.parametrize(
    "path",
    [*sorted(GOLDEN.glob("*/in.wsdl")), *sorted((ROOT / "wsdl").glob("*.wsdl"))],
    ids=lambda path: path.parent.name + "-" + path.stem,
)
def test_of_whole_contracts(path: Path) -> None:
    """Between elements white space is layout."""
    data = path.read_bytes()
    try:
        once = normal(data)
    except Exception:
        assert path.parent.name.startswith("error-")
        return
    assert canonical(once, strip_text=True) == canonical(data, strip_text=True)
    assert normal(once) == once
    assert max(map(len, once.decode().splitlines())) < 1000


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\r"),
    max_size=20,
)


@given(value=TEXTS, text=TEXTS, tail=TEXTS)
def test_any_text(value: str, text: str, tail: str) -> None:
    root = etree.Element("{urn:a}a", {"v": value}, {"p": "urn:a"})
    root.text, child = text, etree.SubElement(root, "b")
    child.tail = tail
    again = etree.fromstring(normal_form(root, {}))
    assert again.get("v") == value
    if (text + tail).strip(" \t\r\n"):
        assert (again.text or "", again[0].tail or "") == (text, tail)


def test_locations_are_replaced() -> None:
    text = (
        f'<s:schema xmlns:s="{XSD}"><s:import schemaLocation="https://a/b?c"/>'
        '<s:include schemaLocation="d.xsd"/></s:schema>'
    )
    root = parse(text.encode(), "x.xsd")
    stored = normal_form(root, {root[0]: "e.xsd"}).decode()
    assert '<s:import schemaLocation="e.xsd"/>' in stored
    assert '<s:include schemaLocation="d.xsd"/>' in stored
