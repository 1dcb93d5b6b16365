"""Substitution groups: values of any member where the head is referred to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "substitution-groups"
NS = 'xmlns:n1="urn:example:orders"'


def _saved(package: Package, **arguments: Any) -> Any:
    """What the handler has seen of a call; what was sent is valid by the schema."""
    got: list[Any] = []

    def save(given: Any) -> None:
        got.append(given)

    assert package.client(save=save).save(id=1, **arguments) is None
    return got[0]


def _content(package: Package) -> str:
    start = f"<n1:Save {NS}><n1:Id>1</n1:Id>"
    return package.body().removeprefix(start).removesuffix("</n1:Save>")


def test_a_member_by_its_class(package: Package) -> None:
    card = package.types.GiftCard(amount=1, number="2", from_="Ann")
    assert _saved(package, pay=card).pay == card
    assert _content(package) == (
        "<n1:GiftCard><n1:Amount>1</n1:Amount><n1:Number>2</n1:Number>"
        "<n1:From>Ann</n1:From></n1:GiftCard>"
    )


def test_members_of_related_types_are_told_apart(package: Package) -> None:
    types = package.types
    payment = types.PayCash(types.Payment(amount=1))
    assert _saved(package, pay=payment).pay == payment
    assert _content(package) == "<n1:Cash><n1:Amount>1</n1:Amount></n1:Cash>"
    card = types.PayCash(types.Card(amount=1, number="2"))
    assert _saved(package, pay=card).pay == card
    assert 'xsi:type="n1:Card"' in _content(package)
    credit = types.PayCredit(types.Card(amount=1, number="2"))
    assert _saved(package, pay=credit).pay == credit
    assert _content(package).startswith("<n1:Credit><n1:Amount>")


def test_a_repeated_head_keeps_the_order(package: Package) -> None:
    types = package.types
    note = [types.NoteWarning("a"), types.Note("b"), types.NoteCode(None)]
    card = types.GiftCard(amount=1, number="2", from_="Ann")
    assert _saved(package, pay=card, note=note).note == note
    assert "<n1:Warning>a</n1:Warning><n1:Note>b</n1:Note><n1:Code" in _content(package)


@pytest.mark.parametrize(
    ("pay", "message"),
    [(None, "pay: a value is required"), ("cash", "pay: expected PayCash, PayCredit")],
)
def test_what_is_no_member(package: Package, pay: object, message: str) -> None:
    with pytest.raises(package.errors.EncodeError, match=message):
        package.client().save(id=1, pay=pay)


def test_a_reply_has_one_member_or_none(package: Package) -> None:
    card = "<n1:Amount>1</n1:Amount><n1:Number>2</n1:Number>"
    start, end = f"<n1:SaveResponse {NS}>", "</n1:SaveResponse>"
    pay = package.types.PayCash(package.types.Payment(amount=1))
    assert package.answered(start + end).save(id=1, pay=pay) is None
    client = package.answered(f"{start}<n1:Credit>{card}</n1:Credit>{end}")
    expected = package.types.Card(amount=1, number="2")
    assert client.save(id=1, pay=pay) == expected
    twice = f"<n1:Credit>{card}</n1:Credit>" * 2
    with pytest.raises(package.errors.ProtocolError, match="only one of these"):
        package.answered(f"{start}{twice}{end}").save(id=1, pay=pay)


def test_a_sample_is_of_the_first_member(package: Package) -> None:
    handler, _ = complete(package.server.OrdersHandler, None)
    client = package.client_of(package.server.OrdersApplication(handler))
    pay = package.types.PayCash(package.types.Payment(amount=1))
    assert client.save(id=1, pay=pay) == package.types.Card(amount=1, number="sample")
