"""SOAP encoding, with PHP's SoapServer and SoapClient on the other side."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.interop.php.any_messages import TEXTS
from tests.interop.php.php_client import Read, call_from_php
from tests.interop.php.server import php_script
from tests.unit.messages.packages import Method, Package, imported

CASE = "rpc-encoded"


@dataclass(frozen=True, slots=True)
class Server:
    """A running SoapServer, and a strict client of it."""

    package: Package
    client: Any
    log: Path

    def understood(self) -> tuple[str, Any]:
        """The last call: its operation and what PHP made of the arguments."""
        entry = json.loads(self.log.read_text("utf-8").splitlines()[-1])
        return entry["operation"], entry["arguments"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Generator[Server]:
    """A server for all tests."""
    folder = tmp_path_factory.mktemp(CASE)
    with imported(CASE, folder) as package:
        log = folder / "understood.jsonl"
        variables = (f"INTEROP_WSDL={package.wsdl}", f"INTEROP_LOG={log}")
        with (
            php_script("encoded.php", folder, *variables) as address,
            package.orders.OrdersClient(address, strict=True) as client,
        ):
            yield Server(package, client, log)


def test_simple_types_and_a_struct(server: Server) -> None:
    orders = server.package.orders
    customer = orders.Customer(name="Ann", picture=b"\x00\xff")
    order = orders.Order(number=7, note="n & m", customer=customer)
    day = date(2026, 11, 26)
    values = {"kind": orders.Kind.OPEN, "code": "A1", "rush": True, "due": day}
    assert server.client.store(order=order, **values) == 7
    # PHP does not know soapenc:base64 and leaves it as it is.
    written = {"Name": "Ann", "Picture": "AP8="}
    sent = {"Number": 7, "Note": "n & m", "Customer": written}
    arguments = [sent, "Open", "A1", True, "2026-11-26"]
    assert server.understood() == ("Store", arguments)


def test_arrays(server: Server) -> None:
    orders = server.package.orders
    urgent = orders.UrgentOrder(number=2, hours=3, step=["a", "b"])
    given_orders = [orders.Order(number=1), urgent]
    # PHP answers with the declared type.
    expected = [orders.Order(number=2), orders.Order(number=1)]
    lenient = server.client.with_options(strict=False)
    assert lenient.sort(orders=given_orders) == expected
    sent = [{"Number": 1}, {"Number": 2, "Hours": 3, "Step": ["a", "b"]}]
    assert server.understood() == ("Sort", [sent])
    assert server.client.sort(orders=[]) == []
    assert server.understood() == ("Sort", [[]])


def test_arrays_of_texts_and_of_arrays(server: Server) -> None:
    assert server.client.tag(words=["a", ""]) == [["a", ""], []]
    assert server.understood() == ("Tag", [["a", ""]])


def test_an_object_that_php_refers_to(server: Server) -> None:
    order = server.package.orders.Order(number=1, note="n")
    split = server.client.split(order=order)
    assert (split.first, split.rest) == (order, [order, order])
    assert split.first is not split.rest[0]


def test_a_derived_type_and_nil(server: Server) -> None:
    urgent = server.package.orders.UrgentOrder(number=5, hours=3, step=["a", "b"])
    assert server.client.find(number=5) == urgent
    assert server.client.find(number=-1) is None


def test_no_parts_and_one_way(server: Server) -> None:
    assert server.client.reset() is None
    assert server.understood() == ("Reset", [])
    assert server.client.push(from_="Ann") is None
    assert server.understood() == ("Push", ["Ann"])


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(TEXTS, max_size=3), max_size=3), st.data())
def test_any_values(server: Server, tree: list[list[str]], data: st.DataObject) -> None:
    """What is sent to PHP and back is what it was."""
    orders = server.package.orders
    customers = st.builds(
        orders.Customer,
        name=st.none() | TEXTS,
        orders=st.none()
        | st.lists(st.builds(orders.Order, number=st.integers(0, 9)), max_size=2),
    )
    order = data.draw(
        st.builds(
            orders.Order,
            number=st.integers(-(2**31), 2**31 - 1),
            note=st.none() | TEXTS,
            customer=st.none() | customers,
            kind=st.none() | st.sampled_from(orders.Kind),
        )
    )
    assert server.client.sort(orders=[order]) == [order]
    for words in tree:
        assert server.client.tag(words=words) == [words, []]


def called(
    server: Server, operation: str, arguments: object, **methods: Method
) -> Read:
    """What PHP's SoapClient read of the answer of a handler with these methods."""
    application = server.package.application(**methods)
    wsdl = str(server.package.wsdl)
    return call_from_php(application, wsdl, operation, arguments)


def test_php_calls_the_server(server: Server) -> None:
    orders = server.package.orders
    got: list[Any] = []

    def sort(given: Any) -> Any:
        got.append(given.orders)
        return [*reversed(given.orders), orders.UrgentOrder(number=3, hours=4)]

    sent = [{"Number": 1, "Customer": {"Name": "Ann"}}, {"Number": 2, "Kind": "Open"}]
    read = called(server, "Sort", [sent], sort=sort)
    first = orders.Order(number=1, customer=orders.Customer(name="Ann"))
    assert got == [[first, orders.Order(number=2, kind=orders.Kind.OPEN)]]
    assert read.result == [*reversed(sent), {"Number": 3, "Hours": 4}]
    read = called(server, "Tag", [["a", ""]], tag=lambda given: [given.words, []])
    assert read.result == [["a", ""], []]
    read = called(server, "Find", [1], find=lambda _: None)
    assert (read.result, read.fault) == (None, None)
    assert called(server, "Reset", [], reset=lambda _: None).fault is None
