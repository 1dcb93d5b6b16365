"""Elements that are read by a content model, and wildcards beside them."""

from __future__ import annotations

import pytest
from lxml import etree

from typedsoap.contract import (
    XSD_NAMESPACE,
    Compositor,
    Element,
    Group,
    QName,
    Wildcard,
)
from typedsoap.source.nodes import Element as Node
from typedsoap.verify.content_models import ModelReader
from typedsoap.verify.infoset import infoset
from typedsoap.verify.values import Fragment, Text, Value


def element(name: str, least: int) -> Element:
    type_name = QName(XSD_NAMESPACE, "string")
    return Element(name=QName("", name), type=type_name, min_occurs=least)


MODEL = Group(
    compositor=Compositor.SEQUENCE,
    particles=(
        element("a", 1),
        Wildcard(min_occurs=0, max_occurs=None),
        element("b", 1),
    ),
)


def _read(child: Node, declaration: Element) -> tuple[Value, ...]:
    assert declaration.name.name == child.tag
    return (Text("string", child.text or ""),)


def _keep(child: Node) -> Fragment:
    return Fragment(etree.tostring(child).decode(), infoset(child))


@pytest.mark.parametrize(
    ("names", "kept", "problems"),
    [
        ("a x y b", "xy", []),
        ("a b", "", []),
        ("a x a b", "x", ["lacks the required b before a", "has no place here"]),
        ("a x", "x", ["lacks the required b"]),
    ],
)
def test_a_wildcard_leaves_what_the_model_names(
    names: str, kept: str, problems: list[str]
) -> None:
    text = "".join(f"<{name}/>" for name in names.split())
    found = ModelReader([*etree.fromstring(f"<p>{text}</p>")], _read, _keep)
    found.read(MODEL)
    fragments = [value for _, value in found.placed if isinstance(value, Fragment)]
    assert [fragment.node.name for fragment in fragments] == [*kept]
    assert [problem for _, problem in found.problems][: len(problems)] == problems
    assert bool(found.problems) is bool(problems)
