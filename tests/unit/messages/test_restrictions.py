"""Restrictions as subclasses, and derived types whose classes are independent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "restrictions"
NS = 'xmlns:n1="urn:example:orders"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def _saved(package: Package, **arguments: Any) -> Any:
    """What the handler has seen of a call; what was sent is valid by the schema."""
    got: list[Any] = []
    page = package.types.Page(phone=["1", "2"], next=3)

    def save(given: Any) -> Any:
        got.append(given)
        return package.orders.SaveResponse(page=page, contact=given.contact)

    client = package.client(save=save)
    assert client.save(**arguments) == package.orders.SaveResponse(
        page=page, contact=arguments["contact"]
    )
    return got[0]


def _business(package: Package, **fields: Any) -> Any:
    given = {"name": "B", "phone": ["1"], "email": "e", "id": 7, **fields}
    return package.types.Business(**given)


def test_a_restriction_where_its_base_is_declared(package: Package) -> None:
    business = _business(package)
    assert isinstance(business, package.types.Contact)
    assert _saved(package, contact=business).contact == business
    inner = (
        "<n1:Name>B</n1:Name><n1:Phone>1</n1:Phone><n1:Email>e</n1:Email></n1:Contact>"
    )
    assert package.body() == (
        f'<n1:Save {NS}><n1:Contact {XSI} id="7" xsi:type="n1:Business">{inner}</n1:Save>'
    )


def test_a_restriction_of_a_restriction(package: Package) -> None:
    fields = {"name": "H", "phone": ["1"], "email": "e"}
    head = package.types.Head(id=1, **fields)
    assert _saved(package, contact=head, business=head).business == head
    client = package.client()
    contact = package.types.Contact(name="C")
    with pytest.raises(package.errors.EncodeError, match="fixes another value"):
        client.save(contact=contact, business=package.types.Head(id=2, **fields))
    fields["email"] = ""
    with pytest.raises(package.errors.EncodeError, match="id: the contract requires"):
        client.save(contact=contact, business=package.types.Head(**fields))


def test_an_extension_of_a_restriction(package: Package) -> None:
    partner = package.types.Partner(
        name="P", phone=["1"], email="e", id=1, since=date(2024, 1, 2)
    )
    given = _saved(package, contact=partner, business=partner)
    assert (given.contact, given.business) == (partner, partner)
    assert type(given.business) is package.types.Partner


def test_an_anonymous_extension_has_all_fields(package: Package) -> None:
    extra = package.types.SaveExtra(
        name="E",
        fax="f",
        rank=2,
        id=3,
        since=date(2024, 1, 2),
        other_attributes={"x": "y"},
    )
    contact = package.types.Contact(name="C")
    assert _saved(package, contact=contact, extra=extra).extra == extra
    assert not isinstance(extra, package.types.Contact)
    with pytest.raises(package.errors.EncodeError, match="extra: email, fax exclude"):
        package.client().save(
            contact=contact,
            extra=package.types.SaveExtra(name="E", email="e", fax="f", rank=1),
        )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"email": None}, "business.email: the contract requires this"),
        ({"id": None}, "business.id: the contract requires this"),
        ({"nick": "n"}, "business.nick: the contract does not have this"),
        ({"note": "n"}, "business.note: the contract does not have this"),
        ({"other_attributes": {"a": "b"}}, "business.other_attributes: the contract"),
    ],
)
def test_what_a_restriction_does_not_allow(
    package: Package, fields: dict[str, Any], message: str
) -> None:
    contact = package.types.Contact(name="C")
    package.sent = b""
    with pytest.raises(package.errors.EncodeError) as caught:
        package.client().save(contact=contact, business=_business(package, **fields))
    assert message in str(caught.value)
    assert package.sent == b""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<n1:Name>B</n1:Name><n1:Phone>1</n1:Phone>", "Contact/Email"),
        ("<n1:Name>B</n1:Name><n1:Nick>n</n1:Nick><n1:Email>e</n1:Email>", "Nick"),
    ],
)
def test_replies_are_held_to_the_restriction(
    package: Package, content: str, message: str
) -> None:
    client = package.answered(
        f"<n1:SaveResponse {NS}><n1:Page/><n1:Contact {XSI} xsi:type='n1:Business'"
        f" id='1'>{content}</n1:Contact></n1:SaveResponse>"
    )
    with pytest.raises(package.errors.ProtocolError, match=message):
        client.save(contact=package.types.Contact(name="C"))


def test_a_sample_is_one_of_the_restriction(package: Package) -> None:
    handler, _ = complete(package.server.OrdersHandler, None)
    client = package.client_of(package.server.OrdersApplication(handler))
    answer = client.save(contact=package.types.Contact(name="C"))
    assert answer.page == package.types.Page(phone=["sample"], next=1)
    assert answer.contact.email == "sample"
    assert package.types.Partner._without == ("nick", "fax", "note", "other_attributes")
