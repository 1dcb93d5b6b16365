"""What generated modules import is never the name of something in the contract."""

from __future__ import annotations

import pytest

from typedsoap import reserved
from typedsoap.naming import (
    Scope,
    class_name,
    constant_name,
    module_name,
    snake_case,
)
from typedsoap.views.module_names import fixed_names
from typedsoap.views.scalars import SCALAR_VIEWS


@pytest.mark.parametrize("name", sorted(n for n in fixed_names() if n[0].isupper()))
def test_no_class_is_named_like_an_import(name: str) -> None:
    scope = Scope(reserved.CLASSES, ignore_case=True)
    assert scope.claim("type", class_name(name)).casefold() != name.casefold()


@pytest.mark.parametrize(
    "name", sorted(n for n in fixed_names() if n.startswith(("read_", "write_")))
)
def test_no_codec_function_is_named_like_an_import(name: str) -> None:
    scalars = {view.suffix for view in SCALAR_VIEWS}
    scope = Scope(reserved.CODECS | scalars)
    suffix = name.partition("_")[2]
    assert scope.claim("type", suffix) != suffix


@pytest.mark.parametrize("names", [reserved.FIELDS, reserved.CLIENT_METHODS])
def test_no_member_hides_a_type_of_an_annotation(names: frozenset[str]) -> None:
    for name in ("bytes", "bool", "dict", "float", "frozenset", "int", "list", "str"):
        assert name in names


@pytest.mark.parametrize(
    ("names", "style"),
    [
        (reserved.PARAMETERS, snake_case),
        (reserved.FIELDS, snake_case),
        (reserved.CONSTANTS, constant_name),
        (reserved.CLIENT_METHODS, snake_case),
        (reserved.CLIENT_OPTIONS, snake_case),
        (reserved.MODULES, module_name),
    ],
)
def test_every_reserved_name_can_be_wanted(
    names: frozenset[str], style: object
) -> None:
    assert callable(style)
    assert {name for name in names if style(name) != name} == set()
