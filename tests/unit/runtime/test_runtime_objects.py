"""NIL, records, open enumerations and fragments as Python objects."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from tests.unit.runtime.orders._runtime.fragments import XmlFragment
from tests.unit.runtime.orders._runtime.nil import NIL
from tests.unit.runtime.orders.types import Order, Problem, SignInResult, State

PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)


def _copies(value: Any) -> list[Any]:
    pickled = [pickle.loads(pickle.dumps(value, p)) for p in PROTOCOLS]  # noqa: S301
    return [copy.copy(value), copy.deepcopy(value), *pickled]


def test_nil_stays_itself() -> None:
    assert repr(NIL) == "NIL"
    assert all(item is NIL for item in _copies(NIL))


def test_a_known_member_stays_itself() -> None:
    assert all(item is State.SENT for item in _copies(State.SENT))
    assert State("Sent") is State.SENT
    assert State.SENT.is_known
    assert repr(State.SENT) == "State.SENT"
    assert (str(State.SENT), f"{State.SENT:>6}", State.SENT.name) == (
        "Sent",
        "  Sent",
        "SENT",
    )


def test_an_unknown_member_keeps_its_text_and_is_not_kept() -> None:
    member = State("Lost")
    assert isinstance(member, State)
    assert (member.name, member.value, str(member), f"{member}") == ("Lost",) * 4
    assert not member.is_known
    assert repr(member) == "State('Lost')"
    assert list(State) == [State.NEW, State.SENT]
    assert "Lost" not in State.__members__
    assert State("Lost") is not member
    assert State("Lost") == member == "Lost"
    assert member != State.SENT
    assert len({member, State("Lost"), State.SENT, "Sent"}) == 2
    for item in _copies(member):
        assert item == member
        assert type(item) is State
        assert not item.is_known


def test_a_member_whose_text_is_another_ones_name_is_unknown() -> None:
    assert not State("SENT").is_known
    assert State("SENT") != State.SENT


def test_a_member_is_no_number() -> None:
    value: Any = 5
    with pytest.raises(ValueError, match="5 is not a valid State"):
        State(value)


def test_members_work_in_patterns() -> None:
    def told(state: State) -> str:
        match state:
            case State.SENT:
                return "sent"
            case _:
                return "other"

    assert told(State("Sent")) == "sent"
    assert told(State("Lost")) == "other"


def test_a_record_shows_no_secret_and_nothing_absent() -> None:
    order = Order(number=1, labels={"Pin": "0000", "colour": "red"}, state=State.NEW)
    assert (
        repr(order)
        == "Order(number=1, state=State.NEW, labels={'Pin': '***', 'colour': 'red'})"
    )
    assert order.labels == {"Pin": "0000", "colour": "red"}
    outer = Order(number=2, parts=[order])
    assert "0000" not in repr(outer)
    assert repr(SignInResult(session_key="s3cret")) == "SignInResult(session_key='***')"
    assert f"{SignInResult(session_key='')}" == "SignInResult(session_key='***')"


def test_a_record_that_contains_itself_has_a_repr() -> None:
    problem = Problem(text="a")
    problem.inner = problem
    assert repr(problem) == "Problem(text='a', inner=...)"


def test_a_record_is_a_dataclass() -> None:
    order = Order(number=1, from_="Shop")
    assert [field.name for field in dataclasses.fields(order)][:2] == [
        "access",
        "number",
    ]
    assert dataclasses.replace(order, number=2) == Order(number=2, from_="Shop")
    assert all(item == order and item is not order for item in _copies(order))
    assert dataclasses.asdict(order)["from_"] == "Shop"
    match order:
        case Order(number=number, from_=from_):
            assert (number, from_) == (1, "Shop")
    order_any: Any = order
    with pytest.raises(AttributeError):
        order_any.form = "typo"


def test_a_fragment_does_not_show_its_content() -> None:
    fragment = XmlFragment("{urn:x}Detail", b"<Detail>secret</Detail>")
    assert "secret" not in repr(fragment)
    assert all(item == fragment for item in _copies(fragment))
