"""Choices, optional and nested sequences, named groups and xs:all: fields with checks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "model-groups"
NS = 'xmlns:n1="urn:example:orders"'
XSI = "http://www.w3.org/2001/XMLSchema-instance"

pytestmark = pytest.mark.usefixtures("unsent")


def _contact(package: Package, **fields: Any) -> Any:
    return package.types.Contact(**{"name": "Ann", "rank": 1, **fields})


def _refusal(package: Package, **fields: Any) -> str:
    client = package.client(find=lambda _: None)
    with pytest.raises(package.errors.EncodeError) as caught:
        client.find(contact=_contact(package, **fields))
    assert package.sent == b""
    return str(caught.value)


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        ({"email": "a@b"}, "<n1:Email>a@b</n1:Email><n1:Rank>1</n1:Rank>"),
        (
            {"phone": ["1", "2"], "telex": "3"},
            "<n1:Phone>1</n1:Phone><n1:Phone>2</n1:Phone><n1:Rank>1</n1:Rank>"
            "<n1:Telex>3</n1:Telex>",
        ),
        (
            {
                "street": "s",
                "city": "c",
                "from_": date(2024, 1, 2),
                "until": date(2024, 1, 3),
                "remark": "r",
            },
            "<n1:Street>s</n1:Street><n1:City>c</n1:City><n1:From>2024-01-02</n1:From>"
            "<n1:Until>2024-01-03</n1:Until><n1:Rank>1</n1:Rank><n1:Remark>r</n1:Remark>",
        ),
    ],
)
def test_one_alternative(
    package: Package, fields: dict[str, Any], content: str
) -> None:
    got: list[Any] = []
    response = package.orders.FindResponse(contact=_contact(package, **fields))

    def find(given: Any) -> Any:
        got.append((given.id, given.contact))
        return response

    contact = _contact(package, **fields)
    assert package.client(find=find).find(contact=contact) == response
    assert got == [(None, contact)]
    inner = f"<n1:Contact><n1:Name>Ann</n1:Name>{content}</n1:Contact>"
    assert package.body() == f"<n1:Find {NS}>{inner}</n1:Find>"
    assert package.body(package.answer.body) == (
        f"<n1:FindResponse {NS}>{inner}</n1:FindResponse>"
    )


def test_parameters_exclude_each_other(package: Package) -> None:
    client = package.client(find=lambda _: package.orders.FindResponse())
    with pytest.raises(package.errors.EncodeError, match="id, contact exclude each"):
        client.find(id=1, contact=_contact(package, email="e"))
    with pytest.raises(package.errors.EncodeError, match="one of id, contact is req"):
        client.find()
    assert package.sent == b""


def test_an_answer_of_no_alternative_is_a_fault(package: Package) -> None:
    client = package.client(find=lambda _: package.orders.FindResponse())
    with pytest.raises(package.errors.SoapFault):
        client.find(id=1)
    assert package.body() == f"<n1:Find {NS}><n1:Id>1</n1:Id></n1:Find>"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "contact: one of email, phone, street, zip, city is required"),
        ({"phone": []}, "contact: one of email, phone, street, zip, city is required"),
        ({"email": "e", "zip": "z"}, "contact: email, zip exclude each other"),
        ({"zip": "z"}, "contact: street is required where zip is given"),
        ({"street": "s"}, "contact: city is required where street is given"),
        (
            {"email": "e", "until": date(2024, 1, 2)},
            "contact: from_ is required where until is given",
        ),
        ({"email": "e", "fax": "f", "telex": "t"}, "contact: fax, telex exclude"),
    ],
)
def test_combinations_that_no_instance_has(
    package: Package, fields: dict[str, Any], message: str
) -> None:
    assert message in _refusal(package, **fields)


def test_a_derived_type_holds_the_groups_of_its_base(package: Package) -> None:
    partner = package.types.Partner(name="P", rank=2, email="e", free=False)
    response = package.orders.FindResponse(contact=partner)
    client = package.client(find=lambda _: response)
    assert client.find(contact=partner) == response
    assert "<n1:Free>false</n1:Free></n1:Contact>" in package.body()
    for fields, message in (
        ({"vat": "v", "free": True, "email": "e"}, "vat, free exclude each other"),
        ({"vat": "v"}, "one of email, phone"),
    ):
        with pytest.raises(package.errors.EncodeError, match=message):
            client.find(contact=package.types.Partner(name="P", rank=2, **fields))


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        ({}, ""),
        ({"desk": "3a"}, '<n1:Desk>3a</n1:Desk><n1:Shift xsi:nil="true"></n1:Shift>'),
        ({"desk": "3a", "shift": 2}, "<n1:Desk>3a</n1:Desk><n1:Shift>2</n1:Shift>"),
    ],
)
def test_none_is_nil_beside_others_of_a_sequence(
    package: Package, fields: dict[str, Any], content: str
) -> None:
    partner = package.types.Partner(name="P", rank=2, email="e", vat="v", **fields)
    response = package.orders.FindResponse(contact=partner)
    assert package.client(find=lambda _: response).find(contact=partner) == response
    sent = package.body().replace(f' xmlns:xsi="{XSI}"', "")
    assert f"<n1:Vat>v</n1:Vat>{content}</n1:Contact>" in sent


def test_nil_alone_is_still_said(package: Package) -> None:
    partner = package.types.Partner(name="P", rank=2, email="e", vat="v")
    partner.shift = package.runtime("nil").NIL
    with pytest.raises(
        package.errors.EncodeError, match="desk is required where shift"
    ):
        package.client(find=lambda _: None).find(contact=partner)


def test_all_in_any_order(package: Package) -> None:
    settings = package.types.Settings(color="red", size=3)
    client = package.answered(
        f"<n1:FindResponse {NS}><n1:Settings><n1:Size>3</n1:Size>"
        "<n1:Color>red</n1:Color></n1:Settings></n1:FindResponse>"
    )
    assert client.find(id=1) == package.orders.FindResponse(settings=settings)


def test_replies_are_not_checked(package: Package) -> None:
    client = package.answered(
        f"<n1:FindResponse {NS}><n1:Contact><n1:Name>A</n1:Name><n1:Rank>1</n1:Rank>"
        "</n1:Contact></n1:FindResponse>"
    )
    assert client.find(id=1).contact == package.types.Contact(name="A", rank=1)


def test_a_sample_takes_the_first_alternatives(package: Package) -> None:
    handler, _ = complete(package.server.OrdersHandler, None)
    client = package.client_of(package.server.OrdersApplication(handler))
    day = date(2024, 1, 1)
    assert client.find(id=1) == package.orders.FindResponse(
        contact=package.types.Contact(
            name="sample",
            email="sample",
            from_=day,
            until=day,
            rank=1,
            remark="sample",
            fax="sample",
        )
    )
    assert package.body(package.answer.body).startswith(f"<n1:FindResponse {NS}>")
