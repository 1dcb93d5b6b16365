"""Elements and attributes whose fixed value is a member of an enumeration."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from tests.support.schema_validation import schema_of
from tests.unit.messages.packages import Package
from typedsoap.serve.samples import complete

CASE = "default-and-fixed"
NS = 'xmlns:n1="urn:example:orders"'
START = (
    '<n1:Version>1.0 &amp; "more"</n1:Version><n1:Draft/><n1:Currency>NOK</n1:Currency>'
)


def _item(package: Package, **fields: Any) -> Any:
    known = {"currency": "NOK", "weight": Decimal(2), "layout": Decimal(1)}
    return package.types.Item(**{**known, **fields})


def _reply(content: str, attributes: str = "") -> str:
    return (
        f"<n1:PlaceResponse {NS}><n1:Item{attributes}>{START}<n1:Weight>2</n1:Weight>"
        f"{content}</n1:Item><n1:Status>done</n1:Status></n1:PlaceResponse>"
    )


def _valid(package: Package, content: str) -> bool:
    return schema_of(package.wsdl).validate(etree.ElementTree(etree.XML(content)))


def test_both_ways(package: Package) -> None:
    size, lid = package.types.Size, package.types.ItemLid
    item = _item(package, box=size.SMALL, lid=[lid.ON, lid.ON])
    assert item.unit is size.LARGE
    response = package.orders.PlaceResponse(item=item, status="well")
    got: list[Any] = []

    def place(given: Any) -> Any:
        got.append((given.item, given.parcel))
        return response

    assert package.client(place=place).place(item=item, priority=1) == response
    assert got == [(item, size.LARGE)]
    body = package.body()
    assert "<n1:Box>small</n1:Box><n1:Lid>on</n1:Lid><n1:Lid>on</n1:Lid>" in body
    assert '<n1:Item layout="1.0" unit="large">' in body
    assert "<n1:Parcel>large</n1:Parcel>" in body
    package.body(package.answer.body)


def test_what_is_empty_or_absent(package: Package) -> None:
    size, lid = package.types.Size, package.types.ItemLid
    reply = _reply("<n1:Box/><n1:Lid/><n1:Lid>on</n1:Lid>")
    assert _valid(package, reply)
    item = package.answered(reply).place(priority=1).item
    assert (item.box, item.lid, item.unit) == (size.SMALL, [lid.ON, lid.ON], size.LARGE)
    item = package.answered(_reply("")).place(priority=1).item
    assert (item.box, item.lid, item.unit) == (None, [], size.LARGE)


@pytest.mark.parametrize("content", ["<n1:Box>large</n1:Box>", "<n1:Lid>off</n1:Lid>"])
def test_another_member_in_a_reply(package: Package, content: str) -> None:
    reply = _reply(content)
    assert not _valid(package, reply)
    with pytest.raises(package.errors.ProtocolError, match="fixes another value"):
        package.answered(reply).place(priority=1)


def test_another_member_cannot_be_sent(package: Package) -> None:
    size, lid = package.types.Size, package.types.ItemLid
    client = package.client()
    package.sent = b""
    for fields, path in (
        ({"box": size.LARGE}, "item.box"),
        ({"lid": [lid.ON, lid.OFF]}, "item.lid[1]"),
        ({"unit": size.SMALL}, "item.unit"),
    ):
        with pytest.raises(package.errors.EncodeError, match="another value") as caught:
            client.place(item=_item(package, **fields), priority=1)
        assert path in str(caught.value)
    with pytest.raises(package.errors.EncodeError, match="parcel: the contract"):
        client.place(item=_item(package), priority=1, parcel=size.SMALL)
    assert package.sent == b""


def test_the_mock_server_answers_with_the_fixed_member(package: Package) -> None:
    handler, samples = complete(package.server.OrdersHandler, None)
    assert "place" in samples
    client = package.client(place=lambda given: handler.place(**vars(given)))
    item = client.place(priority=1).item
    assert item.box is package.types.Size.SMALL
    package.body(package.answer.body)
