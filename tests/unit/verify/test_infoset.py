"""Infosets: what counts as a difference, and how two of them are shown."""

from __future__ import annotations

import pytest

from typedsoap.source.parsing import parse
from typedsoap.verify.infoset import Node, first_difference, infoset, side_by_side

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def read(text: str) -> Node:
    return infoset(parse(text.encode(), "test"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('<a:x xmlns:a="urn:a"/>', '<x xmlns="urn:a"/>'),
        ("<x><y/></x>", "<x>\n  <y></y>\n</x>"),
        ('<x b="1" a="2"/>', "<x a='2' b='1'/>"),
        ("<x>a&amp;b</x>", "<x><![CDATA[a&b]]></x>"),
        ("<x><!-- note --><y/></x>", "<x><y/></x>"),
        (
            f'<x {XSI} xmlns:a="urn:a" xsi:type="a:T"/>',
            f'<x {XSI} xmlns:b="urn:a" xsi:type=" b:T "/>',
        ),
    ],
)
def test_same(left: str, right: str) -> None:
    assert first_difference(read(left), read(right)) is None


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        ("<x/>", "<y/>", "x: x against y"),
        ('<x xmlns="urn:a"/>', "<x/>", "x: {urn:a}x against x"),
        ("<x>1</x>", "<x>2</x>", "x: '1' against '2'"),
        ("<x> 1</x>", "<x>1</x>", "x: ' 1' against '1'"),
        ("<x/>", "<x> </x>", "x: '' against ' '"),
        ('<x a="1"/>', "<x/>", "x: attributes (('a', '1'),) against ()"),
        ("<x><y/></x>", "<x/>", "x: only the left has y"),
        ("<x><y/></x>", "<x><y/><z/></x>", "x: only the right has z"),
        ("<x><y/><z/></x>", "<x><z/><y/></x>", "x/y: y against z"),
        ("<x><y/>t<z/></x>", "<x><y/><z/></x>", "x: 't' against ''"),
        ("<x>t<y/><z/></x>", "<x><y/>t<z/></x>", "x: text between other elements"),
        (
            f'<x {XSI} xmlns:a="urn:a" xsi:type="a:T"/>',
            f'<x {XSI} xmlns:a="urn:b" xsi:type="a:T"/>',
            "x: attributes",
        ),
    ],
)
def test_different(left: str, right: str, message: str) -> None:
    difference = first_difference(read(left), read(right))
    assert difference is not None
    assert difference.startswith(message)


def test_side_by_side_marks_what_differs() -> None:
    left = read('<a xmlns="urn:a"><b>1</b><c/></a>')
    right = read('<a xmlns="urn:a"><b>2</b><c/><d> </d></a>')
    assert side_by_side(left, right, ("left", "right")).splitlines() == [
        "  left             | right",
        "  <n0:a>           | <n0:a>",
        "!   <n0:b>1</n0:b> |   <n0:b>2</n0:b>",
        "    <n0:c/>        |   <n0:c/>",
        ">                  |   <n0:d>' '</n0:d>",
        "  </n0:a>          | </n0:a>",
        "  n0 = urn:a",
    ]
