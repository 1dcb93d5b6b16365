"""Which elements stand where a sequence has them."""

from __future__ import annotations

import pytest
from lxml import etree

from typedsoap.contract import XSD_NAMESPACE, Element, QName
from typedsoap.source.nodes import Element as Node
from typedsoap.verify.places import out_of_place

MEMBERS = {
    QName("", name): Element(
        name=QName("", name), type=QName(XSD_NAMESPACE, "int"), max_occurs=most
    )
    for name, most in (("a", 1), ("b", 2), ("c", None), ("d", 1))
}


@pytest.mark.parametrize(
    ("names", "misplaced"),
    [
        ("", ""),
        ("a b b c c c d", ""),
        ("b d", ""),
        ("a x b x", ""),
        ("b a c", "ba"),
        ("a c b d", "cb"),
        ("d b c", "dbc"),
        ("a a b", "aa"),
        ("a b b b", "bbb"),
        ("x b x a", "ba"),
    ],
)
def test_out_of_place(names: str, misplaced: str) -> None:
    text = "".join(f"<{name}/>" for name in names.split())
    children: list[Node] = [*etree.fromstring(f"<p>{text}</p>")]
    found = out_of_place(children, MEMBERS)
    assert "".join(str(child.tag) for child in found) == misplaced
