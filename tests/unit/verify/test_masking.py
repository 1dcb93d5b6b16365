"""What is masked in infosets that are printed."""

from __future__ import annotations

from typedsoap.source.parsing import parse
from typedsoap.verify.infoset import Node, infoset
from typedsoap.verify.masking import Masking
from typedsoap.verify.trees import as_node

MASKING = Masking(frozenset({"Token", "token"}), frozenset({"password"}))


def masked(text: str) -> Node:
    return MASKING.masked(infoset(parse(text.encode(), "test")))


def read(text: str) -> Node:
    return infoset(parse(text.encode(), "test"))


def test_elements_by_local_name_with_all_they_hold() -> None:
    text = '<a xmlns:p="urn:p"><p:Token>x<b>y</b></p:Token><b>z</b><Token/></a>'
    expected = '<a xmlns:p="urn:p"><p:Token>***<b>***</b></p:Token><b>z</b><Token/></a>'
    assert masked(text) == read(expected)


def test_values_under_a_secret_key() -> None:
    text = "<a><p><k>Password</k><v>x</v></p><p><k>user</k><v>x</v></p></a>"
    assert masked(text) == read(text.replace("x", "***", 1))


def test_trees_of_values() -> None:
    tree = as_node(
        "result",
        [
            "record",
            ".m:C",
            {
                "token": ["str", "x"],
                "settings": ["dict", [["Password", ["str", "x"]], ["user", None]]],
            },
        ],
    )
    token, settings = MASKING.masked(tree).children
    assert token.text == "***"
    assert [child.text for child in settings.children] == ["***", "None"]
