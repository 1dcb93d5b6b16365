"""Two services that define types of one name differently, of which one has its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.support.goldens import GOLDEN
from tests.support.wsgi import InProcess
from tests.unit.messages.two_services import Answering, imported_services, run_of
from typedsoap.config import Config
from typedsoap.errors import TypedSoapError
from typedsoap.pipeline import plan

CASE = GOLDEN / "types-of-two-services"
FIRST = (CASE / "in.wsdl").read_text("utf-8")
SECOND = (CASE / "second.wsdl").read_text("utf-8")
ORDERS = """<FindOrdersResponse xmlns="urn:example:shop"><Orders>
<Order><Number>1</Number><State>Paid</State></Order></Orders></FindOrdersResponse>"""
SHIPPED = """<ShipOrdersResponse xmlns="urn:example:shop"
xmlns:t="urn:example:shop" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
<First i:type="t:{type}"><Number>7</Number><State>Shipped</State><Weight>2.5</Weight>
<Customer><Name>Ann</Name></Customer>{more}</First></ShipOrdersResponse>"""


def separate(run: Config) -> Config:
    """The run with types of its own for the second service."""
    first, second = run.services
    return replace(run, services=(first, replace(second, own_types=True)))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[tuple[Any, Any]]:
    with imported_services(separate(run_of(tmp_path, FIRST, SECOND))) as found:
        yield found


def valid(wsdl_text: str, envelope: bytes) -> bool:
    """Whether Body's content is what the WSDL's own schema says."""
    found = etree.fromstring(wsdl_text.encode()).find(".//{*}schema")
    assert found is not None
    (content,) = etree.fromstring(envelope).iterfind("{*}Body/*")
    schema = etree.XMLSchema(etree.fromstring(etree.tostring(found)))
    return schema.validate(etree.fromstring(etree.tostring(content)))


def test_what_is_the_same_is_shared(services: tuple[Any, Any]) -> None:
    first, second = services
    assert first.Customer is second.Customer
    assert not issubclass(second.SecondOrder, first.Order)
    assert second.SecondOrder.__doc__.startswith("The type Order.")


def test_each_service_sends_and_reads_its_own(services: tuple[Any, Any]) -> None:
    first, second = services
    with first.OrdersClient("http://localhost/", transport=Answering(ORDERS)) as client:
        (order,) = client.find_orders(customer=first.Customer(name="Ann"))
    assert order == first.Order(number=1, state=first.State.PAID)

    customer = second.Customer(name="Ann")
    state = second.SecondState.SHIPPED
    own = second.SecondOrder(number=7, state=state, weight=2.5, customer=customer)
    urgent = second.UrgentOrder(number=8, state=state, weight=1.0, hours=3)
    sink = Answering(SHIPPED.format(type="Order", more=""))
    with second.ShippingClient("http://localhost/", transport=sink) as client:
        assert client.ship_orders(orders=[own, urgent]) == own
    assert valid(SECOND, sink.sent)
    assert not valid(FIRST, sink.sent)
    assert b'xsi:type="n1:UrgentOrder"' in sink.sent


def test_a_derived_type_of_its_own_is_read_by_its_name(
    services: tuple[Any, Any],
) -> None:
    _, second = services
    sink = Answering(SHIPPED.format(type="UrgentOrder", more="<Hours>3</Hours>"))
    with second.ShippingClient("http://localhost/", transport=sink) as client:
        found = client.ship_orders()
    assert type(found) is second.UrgentOrder
    assert found.hours == 3


def test_a_type_of_another_service_is_refused(services: tuple[Any, Any]) -> None:
    first, second = services
    errors = import_module("sample.errors")
    order = first.Order(number=1, state=first.State.PAID)
    sink = Answering(ORDERS)
    with (
        second.ShippingClient("http://localhost/", transport=sink) as client,
        pytest.raises(errors.EncodeError, match="SecondOrder"),
    ):
        client.ship_orders(orders=[order])
    assert sink.sent == b""


def test_the_overlay_names_the_type_of_its_own(tmp_path: Path) -> None:
    overlay = '[types.Order]\nname = "Parcel"\n'
    with imported_services(separate(run_of(tmp_path, FIRST, SECOND, overlay))) as found:
        first, second = found
        assert second.Parcel.__doc__.startswith("The type Order.")
        assert first.Order is not second.Parcel


def test_the_server_takes_and_gives_its_own(services: tuple[Any, Any]) -> None:
    _, second = services
    server = import_module("sample.second.server")
    state = second.SecondState.SHIPPED
    orders = [
        second.SecondOrder(number=1, state=state, weight=1.0),
        second.UrgentOrder(number=2, state=state, weight=2.0, hours=3),
    ]

    class Shipping:
        def ship_orders(self, *, orders: Any) -> Any:
            self.taken = orders
            return orders[1]

    handler = Shipping()
    transport = InProcess(server.ShippingApplication(handler), valid=False)
    with second.ShippingClient("http://localhost/", transport=transport) as client:
        assert client.ship_orders(orders=orders) == orders[1]
    assert handler.taken == orders


def test_without_being_told_it_is_an_error_that_says_how(tmp_path: Path) -> None:
    with pytest.raises(TypedSoapError) as caught:
        plan(run_of(tmp_path, FIRST, SECOND))
    assert {found.code for found in caught.value.diagnostics} == {"TS303"}
    assert 'types = "own"' in (caught.value.diagnostics[0].hint or "")


def test_nothing_changes_where_nothing_differs(tmp_path: Path) -> None:
    run = run_of(tmp_path, FIRST, FIRST.replace("FindOrders", "ListOrders"))
    assert plan(run).files.files.keys() == plan(separate(run)).files.files.keys()


def test_parts_of_a_message_are_of_its_own_types(tmp_path: Path) -> None:
    text = (GOLDEN / "rpc-literal" / "in.wsdl").read_text("utf-8")
    other = text.replace('name="Number" type="xs:int"', 'name="Code" type="xs:int"')
    assert other != text
    with imported_services(separate(run_of(tmp_path, text, other))) as (first, second):
        hints = second.OrdersClient.store.__annotations__
        assert hints["order"] == "SecondOrder"
        errors = import_module("sample.errors")
        order, kind = second.SecondOrder(code=5), first.Kind.OPEN
        sink = Answering("")
        with (
            second.OrdersClient("http://localhost/", transport=sink) as client,
            pytest.raises(errors.ProtocolError),
        ):
            client.store(order=order, kind=kind, rush=True)
        assert b"Code>5</" in sink.sent
