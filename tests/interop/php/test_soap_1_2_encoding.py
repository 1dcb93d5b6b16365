"""SOAP 1.2 encoding, with PHP's SoapServer and SoapClient on the other side."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from typing import Any

import pytest

from tests.interop.php.php_client import call_from_php
from tests.interop.php.server import php_script
from tests.interop.php.test_rpc_encoded import Server
from tests.unit.messages.packages import imported

CASE = "soap-1-2-encoding"


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
    customer = orders.Customer(name="Ann", picture=b"ab")
    order = orders.Order(number=7, note="n & m", customer=customer)
    day = date(2026, 11, 26)
    values = {"kind": orders.Kind.OPEN, "code": "A1", "rush": True, "due": day}
    assert server.client.store(order=order, **values) == 7
    written = {"Name": "Ann", "Picture": "ab"}
    sent = {"Number": 7, "Note": "n & m", "Customer": written}
    assert server.understood() == ("Store", [sent, "Open", "A1", True, "2026-11-26"])


def test_arrays(server: Server) -> None:
    orders = server.package.orders
    given = [orders.Order(number=1), orders.Order(number=2, note="n")]
    assert server.client.sort(orders=given) == given[::-1]
    sent = [{"Number": 1}, {"Number": 2, "Note": "n"}]
    assert server.understood() == ("Sort", [sent])
    assert server.client.sort(orders=[]) == []
    assert server.client.tag(words=["a", ""]) == [["a", ""], []]
    assert server.understood() == ("Tag", [["a", ""]])


def test_an_object_that_php_refers_to(server: Server) -> None:
    order = server.package.orders.Order(number=1, note="n")
    split = server.client.split(order=order)
    assert (split.first, split.rest) == (order, [order, order])
    assert split.first is not split.rest[0]


def test_no_parts_and_one_way(server: Server) -> None:
    assert server.client.reset() is None
    assert server.understood() == ("Reset", [])
    assert server.client.push(from_="Ann") is None
    assert server.understood() == ("Push", ["Ann"])


def test_php_calls_the_server(server: Server) -> None:
    orders = server.package.orders
    got: list[Any] = []

    def sort(given: Any) -> Any:
        got.append(given.orders)
        return [*reversed(given.orders)]

    sent = [{"Number": 1, "Customer": {"Name": "Ann"}}, {"Number": 2, "Kind": "Open"}]
    application = server.package.application(
        sort=sort, tag=lambda given: [given.words, []], reset=lambda _: None
    )
    wsdl = str(server.package.wsdl)
    read = call_from_php(application, wsdl, "Sort", [sent], soap_1_2=True)
    first = orders.Order(number=1, customer=orders.Customer(name="Ann"))
    assert got == [[first, orders.Order(number=2, kind=orders.Kind.OPEN)]]
    assert read.result == [*reversed(sent)]
    read = call_from_php(application, wsdl, "Tag", [["a", ""]], soap_1_2=True)
    assert read.result == [["a", ""], []]
    assert call_from_php(application, wsdl, "Reset", [], soap_1_2=True).fault is None
