"""Style rpc: an element named like the operation, and one in no namespace a part."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.messages.packages import Package, Zeep

CASE = "rpc-literal"
NS = 'xmlns:n1="urn:example:orders"'
RPC = 'xmlns:n2="urn:example:orders:rpc"'


def test_simple_and_complex_parts(package: Package) -> None:
    got: list[Any] = []

    def store(given: Any) -> int:
        got.append((given.order, given.kind, given.rush))
        return 9

    order = package.orders.Order(number=7, note="n")
    client = package.client(store=store)
    kind = package.orders.Kind.OPEN
    assert client.store(order=order, kind=kind, rush=True) == 9
    assert got == [(order, kind, True)]
    assert package.body() == (
        f"<n2:Store {RPC}><order><n1:Number {NS}>7</n1:Number>"
        f"<n1:Note {NS}>n</n1:Note></order><kind>Open</kind><rush>true</rush></n2:Store>"
    )
    assert package.body(package.answer.body) == (
        f"<n2:StoreResponse {RPC}><number>9</number></n2:StoreResponse>"
    )


def test_lists(package: Package) -> None:
    orders = [package.orders.Order(number=1), package.orders.Order(number=2)]
    client = package.client(sort=lambda given: [*reversed(given.orders)])
    assert client.sort(orders=orders) == orders[::-1]
    assert client.sort(orders=[]) == []
    assert package.body() == f"<n2:Sort {RPC}><orders></orders></n2:Sort>"


def test_several_parts_in_the_reply(package: Package) -> None:
    first, second = package.orders.Order(number=1), package.orders.Order(number=2)
    split = package.orders.SplitResponse(first=first, rest=[second])
    client = package.client(split=lambda _: split)
    assert client.split(order=first) == split
    assert package.body(package.answer.body) == (
        f"<n2:SplitResponse {RPC}><first><n1:Number {NS}>1</n1:Number></first>"
        f"<Rest><n1:Order {NS}><n1:Number>2</n1:Number></n1:Order></Rest>"
        "</n2:SplitResponse>"
    )


def test_no_parts(package: Package) -> None:
    client = package.client(reset=lambda _: None)
    assert client.with_response.reset().value is None
    assert package.body() == f"<n2:Reset {RPC}></n2:Reset>"
    assert package.body(package.answer.body) == (
        f"<n2:ResetResponse {RPC}></n2:ResetResponse>"
    )


def test_one_way(package: Package) -> None:
    pushed: list[str] = []
    client = package.client(push=lambda given: pushed.append(given.from_))
    assert client.with_response.push(from_="Ann").http.status == 202
    assert pushed == ["Ann"]
    assert package.body() == f"<n2:Push {RPC}><from>Ann</from></n2:Push>"


def test_selected_parts_are_in_the_order_of_the_message(package: Package) -> None:
    client = package.client(select=lambda given: given.first - given.second)
    assert client.with_headers(token="t").select(second=2, first=5) == 3
    assert package.body() == (
        f"<n2:Select {RPC}><first>5</first><second>2</second></n2:Select>"
    )
    assert b"<soap:Header><n1:Token>t</n1:Token></soap:Header>" in package.sent
    assert package.body(package.answer.body) == (
        f"<n2:SelectResponse {RPC}><result>3</result></n2:SelectResponse>"
    )


BAD_REPLIES = {
    "another element": ("<n2:Store {}/>", "expected", "Body/Store"),
    "another namespace": (
        '<StoreResponse xmlns="urn:x"><number>9</number></StoreResponse>',
        "expected",
        "Body/StoreResponse",
    ),
    "a qualified part": (
        "<n2:StoreResponse {}><n2:number>9</n2:number></n2:StoreResponse>",
        "does not know this element",
        "Body/StoreResponse/number",
    ),
    "no part": (
        "<n2:StoreResponse {}/>",
        "a required value is missing",
        "Body/StoreResponse/number",
    ),
}


@pytest.mark.parametrize("case", BAD_REPLIES)
def test_bad_reply(case: str, package: Package) -> None:
    body, text, path = BAD_REPLIES[case]
    order = package.orders.Order(number=7)
    client = package.answered(body.format(RPC))
    with pytest.raises(package.errors.ProtocolError, match=text) as caught:
        client.store(order=order, kind=package.orders.Kind.OPEN, rush=True)
    assert caught.value.path == path


def test_zeep_calls_the_server(package: Package) -> None:
    first, second = package.orders.Order(number=1), package.orders.Order(number=2)
    zeep = Zeep(
        package,
        store=lambda given: given.order.number + given.rush,
        sort=lambda given: [*reversed(given.orders)],
        split=lambda _: package.orders.SplitResponse(first=first, rest=[second]),
        reset=lambda _: None,
    ).service
    assert zeep.Store(order={"Number": 7, "Note": "n"}, kind="Open", rush=True) == 8
    sorted_ = zeep.Sort(orders={"Order": [{"Number": 1}, {"Number": 2}]})
    assert [found.Number for found in sorted_] == [2, 1]
    parts = zeep.Split(order={"Number": 1})
    assert (parts.first.Number, parts.Rest.Order[0].Number) == (1, 2)
    assert zeep.Reset() is None


def test_requests_are_those_that_zeep_sends(package: Package) -> None:
    zeep = Zeep(package)
    client = package.client(
        store=lambda _: 1,
        reset=lambda _: None,
        push=lambda _: None,
    )
    order = package.orders.Order(number=7, note="n")
    client.store(order=order, kind=package.orders.Kind.OPEN, rush=True)
    values = {"order": {"Number": 7, "Note": "n"}, "kind": "Open", "rush": True}
    assert package.body() == package.body(zeep.request("Store", **values))
    client.reset()
    assert package.body() == package.body(zeep.request("Reset"))
    client.push(from_="Ann")
    assert package.body() == package.body(zeep.request("Push", **{"from": "Ann"}))
