"""The values that a mock answers with."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, make_dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

import pytest

from services86.messaging.server import MessagingHandler
from services86.principal import SoPrincipalCarrier, UserType
from services86.principal.server import SoPrincipalApplication, SoPrincipalHandler
from tests.unit.runtime.orders._runtime.characters import Char
from tests.unit.runtime.orders._runtime.durations import Duration
from tests.unit.runtime.orders._runtime.gregorian import GMonth
from tests.unit.runtime.orders._runtime.qnames import QName
from tests.unit.server.fakes import principal
from typedsoap.serve.samples import complete, sample


@dataclass(kw_only=True)
class Leaf:
    text: str
    child: Leaf | None = None


@dataclass(kw_only=True)
class Tree:
    name: str | None = None
    children: list[Tree] = field(default_factory=list["Tree"])
    by_name: dict[str, Tree | None] | None = None
    twin: Twin | None = None


@dataclass(kw_only=True)
class Twin:
    tree: Tree


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (None | str, "sample"),
        (type(None), None),
        (bool, True),
        (int, 1),
        (float, 1.5),
        (bytes, b"sample"),
        (datetime, datetime(2024, 1, 1, 12, tzinfo=UTC)),
        (Decimal, Decimal("1.5")),
        (date, date(2024, 1, 1)),
        (time, time(12, tzinfo=UTC)),
        (timedelta, timedelta(hours=1)),
        (UUID, UUID(int=1)),
        (GMonth | None, "--02"),
        (list[Char], ["x"]),
        (Duration, Duration(1, timedelta(hours=1))),
        (QName, QName("sample", "sample")),
        (UserType, UserType.UNKNOWN),
        (frozenset[UserType], frozenset({UserType.UNKNOWN})),
        (list[int], [1]),
        (list[list[str] | None], [["sample"]]),
        (dict[str, int | None], {"sample": 1}),
        (Leaf, Leaf(text="sample")),
        # What would hold itself is left out; what needs it is left out with it.
        (Tree, Tree(name="sample", by_name={"sample": None})),
    ],
)
def test_values(hint: Any, expected: object) -> None:
    assert sample(hint) == expected


def test_every_member_is_set() -> None:
    value: SoPrincipalCarrier = sample(SoPrincipalCarrier)
    assert "None" not in repr(value)
    assert value.secondary_groups == [1]


class Greeter(Protocol):
    def greet(self, *, name: str) -> str: ...

    def count(self) -> list[int]: ...


class Half:
    count = 3

    def greet(self, *, name: str) -> str:
        return f"Hello {name}"


def test_a_handler_is_completed() -> None:
    handler, samples = complete(Greeter, Half())
    assert handler.greet(name="Ann") == "Hello Ann"
    assert handler.count() == [1]
    assert samples == ["count"]


def test_answers_do_not_share_values() -> None:
    handler, _ = complete(Greeter, None)
    handler.count().append(2)
    assert handler.count() == [1]


def test_all_operations_have_an_answer() -> None:
    handler, samples = complete(MessagingHandler, None)
    assert len(samples) == 6
    assert handler.create_message(incoming_message=None) is None
    assert handler.get_plugins()[0].name == "sample"


def test_a_sample_sign_in_succeeds() -> None:
    handler, _ = complete(SoPrincipalHandler, None)
    served: Any = handler
    client = principal(SoPrincipalApplication(served))
    signed_in = client.authenticate_username_password(user_name="a", password="b")
    assert signed_in.credentials.ticket == "sample"
    assert signed_in.authentication_succeeded is True


def test_an_answer_ends_where_all_types_refer_to_all_others() -> None:
    """Of ways through ten types that meet none twice there are nearly a million."""
    names = [f"Node{number}" for number in range(10)]
    fields = [(name.lower(), f"{name} | None", None) for name in names]
    module = sys.modules[__name__]
    for name in names:
        place = {"__module__": __name__}
        setattr(module, name, make_dataclass(name, fields, namespace=place))
    made: list[Any] = [sample(vars(module)["Node0"])]
    count = 0
    while made:
        record = made.pop()
        members = [getattr(record, name.lower()) for name in names]
        made += [member for member in members if member is not None]
        count += 1
    assert 100 < count < 2_000
