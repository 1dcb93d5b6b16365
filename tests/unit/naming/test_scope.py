"""Scope: stable, collision-free names."""

from __future__ import annotations

import keyword
from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typedsoap import reserved
from typedsoap.errors import Location, TypedSoapError
from typedsoap.naming import Scope, class_name, constant_name, module_name, snake_case

identifiers = st.from_regex(r"[a-cA-C](_?[2-3a])?_?", fullmatch=True)


def test_collisions_are_numbered_in_claim_order() -> None:
    scope = Scope()
    assert [scope.claim(key, "item") for key in "abc"] == ["item", "item_2", "item_3"]


def test_a_key_keeps_its_name() -> None:
    scope = Scope()
    assert scope.claim("a", "item") == "item"
    assert scope.claim("b", "item") == "item_2"
    assert scope.claim("a", "item") == "item"
    assert scope.claim("b", "other") == "item_2"


def test_a_number_that_is_taken_is_skipped() -> None:
    scope = Scope()
    assert scope.claim("a", "item_2") == "item_2"
    assert scope.claim("b", "item") == "item"
    assert scope.claim("c", "item") == "item_3"


def test_names_that_differ_in_unicode_form_alone_collide() -> None:
    scope = Scope()
    spelled = ["Ａfield", "Afield", "aﬁeld"]
    claimed = [scope.claim(name, snake_case(name)) for name in spelled]
    assert claimed == ["afield", "afield_2", "afield_3"]


def test_case_matters_unless_told_otherwise() -> None:
    assert Scope().claim("a", "Order") == "Order"
    sensitive, folded = Scope(), Scope(ignore_case=True)
    assert [sensitive.claim(n, n) for n in ("Order", "ORDER")] == ["Order", "ORDER"]
    assert [folded.claim(n, n) for n in ("Order", "ORDER")] == ["Order", "ORDER_2"]


def test_a_keyword_loses_its_underscore_to_the_number() -> None:
    scope = Scope()
    assert [scope.claim(n, snake_case(n)) for n in ("From", "from")] == [
        "from_",
        "from_2",
    ]


@pytest.mark.parametrize(
    ("names", "wanted", "expected"),
    [
        (reserved.PARAMETERS, "self", "self_"),
        (reserved.PARAMETERS, "list", "list"),
        (reserved.FIELDS, "field", "field_"),
        (reserved.FIELDS, "str", "str_"),
        (reserved.FIELDS, "datetime", "datetime_"),
        (reserved.CLIENT_METHODS, "list", "list_"),
        (reserved.CLIENT_METHODS, "close", "close_"),
        (reserved.CLIENT_METHODS, "with_headers", "with_headers_"),
        (reserved.CLIENT_OPTIONS, "timeout", "timeout_"),
        (reserved.CLIENT_OPTIONS, "time_zone", "time_zone"),
        (reserved.MODULES, "errors", "errors_"),
        (reserved.MODULES, "con", "con_"),
        (reserved.CLASSES, "Sequence", "Sequence_"),
        (reserved.CLASSES, "Order", "Order"),
    ],
)
def test_reserved_names_get_an_underscore(
    names: frozenset[str], wanted: str, expected: str
) -> None:
    assert Scope(names).claim("key", wanted) == expected


def test_reserved_names_are_folded_like_the_others() -> None:
    assert Scope({"NIL"}, ignore_case=True).claim("key", "Nil") == "Nil_"


@pytest.mark.parametrize("name", ["", "from", "a b", "é", "2nd", "ﬁeld"])
def test_only_an_ascii_identifier_can_be_claimed(name: str) -> None:
    with pytest.raises(ValueError, match="no usable identifier"):
        Scope().claim("key", name)


@given(st.lists(identifiers), identifiers)
def test_a_later_name_renames_no_earlier_one(earlier: list[str], later: str) -> None:
    before, after = Scope({"a", "b_2"}), Scope({"a", "b_2"})
    names = [before.claim(index, name) for index, name in enumerate(earlier)]
    again = [after.claim(index, name) for index, name in enumerate(earlier)]
    last = after.claim("later", later)
    assert again == names
    assert last not in names
    assert len(set(names)) == len(names)
    assert not {"a", "b_2"} & {*names, last}
    assert all(name.isidentifier() and not keyword.iskeyword(name) for name in names)


@given(st.lists(identifiers))
def test_folded_names_differ_in_more_than_case(wanted: list[str]) -> None:
    scope = Scope(ignore_case=True)
    names = [scope.claim(index, name).casefold() for index, name in enumerate(wanted)]
    assert len(set(names)) == len(names)


@given(st.lists(st.text(max_size=6)))
def test_any_values_make_an_enumeration(values: list[str]) -> None:
    scope = Scope(reserved.ENUM_MEMBERS)
    members = {scope.claim(v, constant_name(v)): v for v in [*values, "mro", "title"]}
    names = list(members)
    make: Any = Enum  # mypy takes literal names alone
    assert [member.name for member in make("Made", names)] == names


def test_an_override_is_taken_as_it_is() -> None:
    scope = Scope()
    assert scope.override("a", "sender", snake_case) == "sender"
    assert scope.claim("a", "from_") == "sender"
    assert scope.claim("b", "sender") == "sender_2"
    assert scope.override("a", "sender", snake_case) == "sender"


@pytest.mark.parametrize(
    ("name", "style", "would_do"),
    [
        ("from", snake_case, "from_"),
        ("Sender", snake_case, "sender"),
        ("_sender", snake_case, "sender"),
        ("a b", snake_case, "a_b"),
        ("é", snake_case, "e"),
        ("order", class_name, "Order"),
        ("order", constant_name, "ORDER"),
        ("x" * 61, module_name, "x" * 60),
    ],
)
def test_an_override_of_another_style_is_refused(
    name: str, style: Callable[[str], str], would_do: str
) -> None:
    where = Location("shop.overlay.toml", 7)
    with pytest.raises(TypedSoapError) as caught:
        Scope().override("a", name, style, where)
    [diagnostic] = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.where) == ("TS301", where)
    assert diagnostic.hint == f"{would_do!r} would do"


@pytest.mark.parametrize("name", ["taken", "self"])
def test_an_override_that_collides_is_refused(name: str) -> None:
    scope = Scope(reserved.PARAMETERS)
    scope.override("other", "taken", snake_case)
    with pytest.raises(TypedSoapError) as caught:
        scope.override("a", name, snake_case)
    assert [d.code for d in caught.value.diagnostics] == ["TS302"]
