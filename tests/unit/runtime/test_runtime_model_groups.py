"""`ModelGroup`: groups within groups (XML Schema Part 1 §3.8.4)."""

from __future__ import annotations

import pytest

from tests.unit.runtime.orders._runtime.errors import EncodeError
from tests.unit.runtime.orders._runtime.model_groups import ModelGroup

REQUIRED = ModelGroup("sequence", "a", ModelGroup("choice", "b", "c"), optional=True)
OPTIONAL = ModelGroup("sequence", "a", ModelGroup("sequence", "b", "c", optional=True))


def test_a_group_that_has_to_be_there() -> None:
    assert REQUIRED.check(a=None, b=None, c=None) == frozenset()
    assert REQUIRED.check(a=1, b=1, c=None) == frozenset()
    with pytest.raises(EncodeError, match="one of b, c is required"):
        REQUIRED.check(a=1, b=None, c=None)
    with pytest.raises(EncodeError, match="a is required where c is given"):
        REQUIRED.check(a=None, b=None, c=1)


def test_a_group_that_may_be_absent() -> None:
    assert OPTIONAL.check(a=1, b=None, c=None) == frozenset()
    assert OPTIONAL.check(a=1, b=1, c=1) == frozenset()
    with pytest.raises(EncodeError, match="c is required where b is given"):
        OPTIONAL.check(a=1, b=1, c=None)
