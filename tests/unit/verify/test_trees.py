"""Trees of values: records are compared field by field, whatever their order."""

from __future__ import annotations

import pytest

from typedsoap.verify.trees import Tree, aligned


def record(**fields: Tree) -> Tree:
    return ["record", ".types:R", fields]


def list_of(*items: Tree) -> Tree:
    return ["list", [*items]]


def test_fields_take_the_order_of_the_other_record() -> None:
    one = record(a=["int", "1"], b=None, c=["int", "3"])
    found = aligned(one, record(c=None, x=None, a=None))
    assert found == one
    # A mapping is equal to one in another order; its text is not.
    assert str(found) == str(record(c=["int", "3"], a=["int", "1"], b=None))


def test_order_is_taken_at_any_depth() -> None:
    one = list_of(record(a=list_of(record(c=None, d=None))), record(a=None, b=None))
    other = list_of(record(a=list_of(record(d=None, c=None))))
    expected = list_of(
        record(a=list_of(record(d=None, c=None))), record(a=None, b=None)
    )
    assert str(aligned(one, other)) == str(expected)


SAME: list[tuple[Tree, Tree]] = [
    (["str", "a"], ["str", "b"]),
    (["dict", [["k", ["int", "1"]], ["l", None]]], ["dict", []]),
    (None, record(a=None)),
    (list_of(None), None),
    (["flags", ".types:F", ["A", "B"]], ["flags", ".types:F", ["B"]]),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_no_record_stays(one: Tree, other: Tree) -> None:
    assert str(aligned(one, other)) == str(one)
