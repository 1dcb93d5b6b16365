"""Document/literal without a wrapper: Body's element is the one value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.wsgi import call
from tests.unit.messages.packages import END, START, Package, Zeep

CASE = "bare-messages"
NS = 'xmlns:n1="urn:example:orders"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def test_a_simple_type_in_and_a_record_out(package: Package) -> None:
    order = package.orders.Order(number=7, note="a & b")
    assert package.client(load=lambda _: order).load(order_number=7) == (order)
    assert package.body() == f"<n1:OrderNumber {NS}>7</n1:OrderNumber>"
    assert package.body(package.answer.body) == (
        f"<n1:Order {NS}><n1:Number>7</n1:Number><n1:Note>a &amp; b</n1:Note></n1:Order>"
    )


def test_a_derived_record_says_its_type(package: Package) -> None:
    urgent = package.orders.UrgentOrder(number=7, hours=2)
    client = package.client(store=lambda given: given.order)
    assert client.store(order=urgent) == urgent
    assert package.body() == (
        f'<n1:Order {NS} {XSI} xsi:type="n1:UrgentOrder"><n1:Number>7</n1:Number>'
        "<n1:Hours>2</n1:Hours></n1:Order>"
    )


def test_lists(package: Package) -> None:
    orders = [package.orders.Order(number=1), package.orders.Order(number=2)]
    client = package.client(
        sort=lambda given: [*reversed(given.orders)],
        orders=lambda given: len(given.orders),
    )
    assert client.sort(orders=orders) == orders[::-1]
    assert client.sort(orders=[]) == []
    assert package.body() == f"<n1:Orders {NS}></n1:Orders>"
    assert client.orders(orders=orders) == 2
    assert (
        package.body(package.answer.body) == f"<n1:OrderNumber {NS}>2</n1:OrderNumber>"
    )


def test_a_list_that_may_be_nil(package: Package) -> None:
    got: list[Any] = []

    def rename(given: Any) -> Any:
        got.append(given.names)
        return []

    assert package.client(rename=rename).rename(names=None) == []
    assert got == [None]
    assert package.body() == f'<n1:Names {NS} {XSI} xsi:nil="true"></n1:Names>'
    nil = package.answered(f'<n1:Names {NS} {XSI} xsi:nil="true"/>')
    assert nil.rename(names=None) == []


def test_dictionaries(package: Package) -> None:
    client = package.client(count=lambda given: {**given.stock, "Nut": 2})
    assert client.count(stock={"Bolt": 1}) == {"Bolt": 1, "Nut": 2}
    assert package.body() == (
        f"<n1:Stock {NS}><n1:Entry><n1:Key>Bolt</n1:Key><n1:Value>1</n1:Value>"
        "</n1:Entry></n1:Stock>"
    )


def test_an_enumeration(package: Package) -> None:
    kind = package.orders.Kind
    client = package.client(judge=lambda given: given.kind)
    assert client.judge(kind=kind.CLOSED) is kind.CLOSED
    assert package.body() == f"<n1:Kind {NS}>Closed</n1:Kind>"


@pytest.mark.parametrize("remark", [None, "", "text"])
def test_values_that_may_be_nil(remark: str | None, package: Package) -> None:
    got: list[str | None] = []
    client = package.client(comment=lambda given: got.append(given.remark))
    assert client.comment(remark=remark) is None
    assert got == [remark]
    assert package.body(package.answer.body) == (
        f'<n1:Latest {NS} {XSI} xsi:nil="true"></n1:Latest>'
    )


def test_an_anonymous_type_is_spread(package: Package) -> None:
    found = package.orders.Found(number=3)
    client = package.client(find=lambda _: found)
    assert client.find(item="Bolt", limit=4) == found
    assert package.body() == (
        f"<n1:Search {NS}><n1:Item>Bolt</n1:Item><n1:Limit>4</n1:Limit></n1:Search>"
    )


def test_one_way(package: Package) -> None:
    pushed: list[Any] = []
    order = package.orders.Order(number=7)
    client = package.client(push=lambda given: pushed.append(given.order))
    assert client.with_response.push(order=order).http.status == 202
    assert pushed == [order]


NO_VALUES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "int": ("order_number", lambda client: client.load(order_number=None)),
    "record": ("order", lambda client: client.store(order=None)),
    "list": ("orders", lambda client: client.sort(orders=None)),
    "dictionary": ("stock", lambda client: client.count(stock=None)),
    "enumeration": ("kind", lambda client: client.judge(kind=None)),
}


@pytest.mark.parametrize("case", NO_VALUES)
def test_none_cannot_be_sent(case: str, package: Package) -> None:
    path, send = NO_VALUES[case]
    with pytest.raises(package.errors.EncodeError) as caught:
        send(package.answered(""))
    assert caught.value.path == (path,)
    assert caught.value.outcome == "not_sent"


BAD_REPLIES = {
    "nil": (
        f'<n1:OrderNumber {NS} {XSI} xsi:nil="true"/>',
        "a required value is missing",
        "Body/OrderNumber",
    ),
    "no number": (
        f"<n1:OrderNumber {NS}>x</n1:OrderNumber>",
        "not a value of xs:int",
        "Body/OrderNumber",
    ),
    "another element": (f"<n1:Order {NS}/>", "expected", "Body/Order"),
    "two elements": (
        f"<n1:OrderNumber {NS}>1</n1:OrderNumber><n1:OrderNumber {NS}>1</n1:OrderNumber>",
        "a second element in Body",
        "Body/OrderNumber[2]",
    ),
}


@pytest.mark.parametrize("case", BAD_REPLIES)
def test_bad_reply(case: str, package: Package) -> None:
    body, text, path = BAD_REPLIES[case]
    with pytest.raises(package.errors.ProtocolError, match=text) as caught:
        package.answered(body).orders(orders=[])
    assert caught.value.path == path


MANY = "".join(
    f"<n1:Order><n1:Number>{number}</n1:Number></n1:Order>" for number in range(30)
)
LARGE_REPLIES = {
    "many": MANY,
    "blanks": f" {MANY} ",
    "a bad item": f"{MANY}<n1:Order><n1:Number>x</n1:Number></n1:Order>{MANY}",
    "a missing member": f"{MANY}<n1:Order/>{MANY}",
    "a nil item": f'{MANY}<n1:Order {XSI} xsi:nil="true"/>{MANY}',
    "an unknown child": f"{MANY}<n1:New/>{MANY}",
    "an unknown attribute": f'{MANY}<n1:Order new="1"/>',
    "too deep": MANY + "<n1:Order>" * 200 + "</n1:Order>" * 200,
    "cut off": f"{MANY}<n1:Order>",
    "two elements": f"{MANY}</n1:Orders><n1:Orders>{MANY}",
}


@pytest.mark.parametrize("case", LARGE_REPLIES)
@pytest.mark.parametrize("strict", [False, True])
def test_a_large_list_is_read_in_parts(
    case: str, strict: bool, package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = f"<n1:Orders {NS}>{LARGE_REPLIES[case]}</n1:Orders>"
    client = package.answered(body).with_options(strict=strict)
    whole = _outcome(client, package)
    streaming = package.runtime("streaming")
    read: list[Any] = []
    parse = streaming.parse_list

    def parse_list(data: bytes, limits: Any, reader: Any, response: str) -> Any:
        read.append(reader)
        return parse(data, limits, reader, response)

    monkeypatch.setattr(streaming, "_PART", 64)
    monkeypatch.setattr(package.runtime("replies"), "STREAMED_FROM", 0)
    monkeypatch.setattr(package.runtime("replies"), "parse_list", parse_list)
    assert _outcome(client, package) == whole
    assert case == "cut off" or all(reader.array is not None for reader in read)
    assert len(read) == 1


def _outcome(client: Any, package: Package) -> object:
    try:
        return client.sort(orders=[])
    except package.errors.ProtocolError as error:
        return error.path, error.message


def test_a_nil_request_is_a_fault(package: Package) -> None:
    body = f'{START}<n1:OrderNumber {NS} {XSI} xsi:nil="true"/>{END}'
    application = package.application(load=lambda _: None)
    code, reason = call(application, body.encode()).fault
    assert code.endswith("Client")
    assert "Body/OrderNumber: a required value is missing" in reason


def test_zeep_calls_the_server(package: Package) -> None:
    order = package.orders.Order(number=7, note="n")
    zeep = Zeep(
        package,
        load=lambda given: package.orders.Order(number=given.order_number),
        sort=lambda given: [order, *given.orders],
        count=lambda given: {**given.stock, "Nut": 2},
        judge=lambda given: given.kind,
        comment=lambda _: None,
        find=lambda given: package.orders.Found(number=given.limit),
    ).service
    assert zeep.Load(5).Number == 5
    assert [found.Number for found in zeep.Sort([{"Number": 1}])] == [7, 1]
    stock = zeep.Count([{"Key": "Bolt", "Value": 1}])
    assert [(entry.Key, entry.Value) for entry in stock] == [("Bolt", 1), ("Nut", 2)]
    assert zeep.Judge("Closed") == "Closed"
    assert zeep.Comment("text").Number is None
    assert zeep.Find(Item="Bolt", Limit=4).Number == 4


def test_requests_are_those_that_zeep_sends(package: Package) -> None:
    zeep = Zeep(package)
    client = package.client(
        load=lambda _: package.orders.Order(number=1),
        store=lambda _: package.orders.UrgentOrder(number=1, hours=2),
        judge=lambda given: given.kind,
    )
    client.load(order_number=5)
    assert package.body() == package.body(zeep.request("Load", 5))
    client.store(order=package.orders.Order(number=1, note=""))
    assert package.body() == package.body(zeep.request("Store", Number=1, Note=""))
    client.judge(kind=package.orders.Kind.OPEN)
    assert package.body() == package.body(zeep.request("Judge", "Open"))
