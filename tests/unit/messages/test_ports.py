"""Several ports and several port types in one WSDL: a client for each port type."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from tests.support.wsgi import SOAP
from tests.unit.messages.packages import Package, Zeep

CASE = "ports-and-port-types"


def test_operations_of_one_name_do_not_collide(package: Package) -> None:
    assert package.client(get=lambda given: f"no. {given.number}").get(number=7) == (
        "no. 7"
    )
    assert package.body() == (
        '<n1:Get xmlns:n1="urn:example:orders"><n1:Number>7</n1:Number></n1:Get>'
    )
    folder = package.orders.__name__.partition(".")[0]
    stock: Any = import_module(f"{folder}.orders_stock")
    server: Any = import_module(f"{folder}.orders_stock.server")

    class Handler:
        def get(self, *, item: str) -> int:
            return len(item)

    package.serve(server.StockApplication(Handler(), strict=True))
    with stock.StockClient("http://localhost/", transport=package) as client:
        assert client.get(item="Bolt") == 4
    assert package.body() == (
        '<n1:GetStock xmlns:n1="urn:example:orders"><n1:Item>Bolt</n1:Item>'
        "</n1:GetStock>"
    )


@pytest.mark.parametrize(
    ("module", "client", "address"),
    [
        ("orders", "OrdersClient", "https://orders.example.com/orders.asmx"),
        ("orders_stock", "StockClient", "https://orders.example.com/stock.asmx"),
    ],
)
def test_default_endpoint_is_that_of_the_soap_1_1_port(
    package: Package, module: str, client: str, address: str
) -> None:
    folder = package.orders.__name__.partition(".")[0]
    made = getattr(import_module(f"{folder}.{module}"), client)(transport=package)
    assert address in repr(made)


def test_request_is_the_one_that_zeep_sends(package: Package) -> None:
    zeep = Zeep(package)
    package.answered(
        '<GetResponse xmlns="urn:example:orders"><Item>Bolt</Item></GetResponse>'
    ).get(number=7)
    assert SOAP.encode() in package.sent
    assert package.body() == package.body(zeep.request("Get", 7))
