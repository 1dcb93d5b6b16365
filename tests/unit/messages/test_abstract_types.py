"""Abstract types: only values of types derived from them can be sent and read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from tests.unit.messages.packages import Package, Zeep

CASE = "abstract-types"
NS = 'xmlns:n1="urn:example:orders"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
CARD = "<n1:Amount>5</n1:Amount><n1:Card>4711</n1:Card>"
GIRO = "<n1:Amount>7</n1:Amount><n1:Account>NO1</n1:Account>"


def test_values_say_which_derived_type_they_are_of(package: Package) -> None:
    orders = package.orders
    card = orders.ByCard(amount=Decimal(5), card="4711")
    urgent = orders.UrgentGiro(amount=Decimal(7), account="NO1")
    giro = orders.Giro(amount=Decimal(7), account="NO1")
    client = package.client(pay=lambda given: given.others[1])
    answer = client.pay(first=card, others=[urgent, giro], transfer=giro)
    assert (type(answer), answer) == (orders.Giro, giro)
    assert package.body() == (
        f'<n1:Pay {NS}><n1:First {XSI} xsi:type="n1:ByCard">{CARD}</n1:First><n1:Others>'
        f'<n1:Payment {XSI} xsi:type="n1:UrgentGiro">{GIRO}</n1:Payment>'
        f'<n1:Payment {XSI} xsi:type="n1:Giro">{GIRO}</n1:Payment></n1:Others>'
        f'<n1:Transfer {XSI} xsi:type="n1:Giro">{GIRO}</n1:Transfer></n1:Pay>'
    )
    assert package.body(package.answer.body) == (
        f'<n1:PayResponse {NS}><n1:Payment {XSI} xsi:type="n1:Giro">{GIRO}</n1:Payment>'
        "</n1:PayResponse>"
    )


def test_members_of_a_base_type_come_first_in_body(package: Package) -> None:
    card = package.orders.ByCard(amount=Decimal(5), card="4711")
    result = package.orders.SettleResponse(
        amount=Decimal(5), card="4711", settled=True, brand="b"
    )
    assert package.client(settle=lambda _: result).settle(settle=card) == result
    assert package.body() == (
        f'<n1:Settle {NS} {XSI} xsi:type="n1:ByCard">{CARD}</n1:Settle>'
    )
    assert package.body(package.answer.body) == (
        f'<n1:SettleResponse {NS} brand="b">{CARD}<n1:Settled>true</n1:Settled>'
        "</n1:SettleResponse>"
    )


def test_a_value_of_an_own_class_is_one_of_its_nearest_type(package: Package) -> None:
    orders: Any = package.orders

    @dataclass(kw_only=True)
    class Marked(orders.Giro):  # type: ignore[misc]
        mark: str

    client = package.client(pay=lambda given: given.first)
    marked = Marked(amount=Decimal(7), account="NO1", mark="own")
    answer = client.pay(first=marked)
    assert answer == orders.Giro(amount=Decimal(7), account="NO1")
    assert package.body() == (
        f'<n1:Pay {NS}><n1:First {XSI} xsi:type="n1:Giro">{GIRO}</n1:First></n1:Pay>'
    )


@pytest.mark.parametrize("name", ["Payment", "Transfer"])
def test_a_value_of_an_abstract_type_cannot_be_sent(
    name: str, package: Package
) -> None:
    value = getattr(package.orders, name)(amount=Decimal(1))
    card = package.orders.ByCard(amount=Decimal(5), card="4711")
    with pytest.raises(package.errors.EncodeError, match=f"{name} is abstract") as no:
        package.answered("").pay(first=card, others=[card, value])
    assert no.value.path == ("others", 1)
    assert no.value.outcome == "not_sent"


def test_an_own_class_of_an_abstract_type_cannot_be_sent(package: Package) -> None:
    orders: Any = package.orders

    class Own(orders.Transfer):  # type: ignore[misc]
        pass

    with pytest.raises(package.errors.EncodeError, match="Transfer is abstract"):
        package.answered("").pay(first=Own(amount=Decimal(1)))


BAD_TYPES = {
    "none": ("", "Payment is abstract, and xsi:type says no derived type"),
    "itself": ('xsi:type="n1:Payment"', "Payment is abstract, and xsi:type"),
    "an abstract one": ('xsi:type="n1:Transfer"', "Transfer is abstract, and xsi:type"),
    "an unrelated one": ('xsi:type="n1:Refund"', "xsi:type says .*Refund, expected"),
    "an unknown one": ('xsi:type="n1:Cheque"', "xsi:type says .*Cheque, expected"),
}


@pytest.mark.parametrize("case", BAD_TYPES)
def test_a_reply_has_to_say_a_type_that_is_not_abstract(
    case: str, package: Package
) -> None:
    attribute, text = BAD_TYPES[case]
    card = package.orders.ByCard(amount=Decimal(5), card="4711")
    client = package.answered(
        f"<n1:PayResponse {NS} {XSI}><n1:Payment {attribute}>{CARD}</n1:Payment>"
        "</n1:PayResponse>"
    )
    with pytest.raises(package.errors.ProtocolError, match=text) as caught:
        client.pay(first=card)
    assert caught.value.path == "Body/PayResponse/Payment"


def test_zeep_sends_the_same(package: Package) -> None:
    zeep = Zeep(package)
    card = zeep.client.get_type("{urn:example:orders}ByCard")
    client = package.client(pay=lambda given: given.first)
    client.pay(first=package.orders.ByCard(amount=Decimal(5), card="4711"))
    assert package.body() == package.body(
        zeep.request("Pay", First=card(Amount=5, Card="4711"))
    )
