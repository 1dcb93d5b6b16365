"""Faults in SOAP encoding, as PHP's SoapClient reads them by the WSDL."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from tests.interop.php.php_client import call_from_php
from tests.unit.messages.packages import Package, imported

CASE = "encoded-headers-and-faults"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generator[Package]:
    """The imported package."""
    folder: Path = tmp_path_factory.mktemp(CASE)
    with imported(CASE, folder) as found:
        yield found


def test_php_reads_the_details(package: Package) -> None:
    errors, orders = package.errors, package.orders

    def order(given: Any) -> str:
        if given.number == 1:
            raise errors.OutOfStock(orders.Shortage(left=2, instead=["B"]), "few")
        if given.number == 2:
            raise errors.Refused("a < b", "no")
        package.current_call().reply_headers.quota = 3
        return "A"

    application, wsdl = package.application(order=order), str(package.wsdl)
    read = call_from_php(application, wsdl, "Order", [7])
    assert (read.result, read.headers, read.fault) == ("A", {"quota": 3}, None)
    fault = call_from_php(application, wsdl, "Order", [1]).fault
    assert (fault["code"], fault["reason"]) == ("soap:Server", "few")
    assert fault["detail"] == {"OutOfStock": {"Left": 2, "Instead": ["B"]}}
    fault = call_from_php(application, wsdl, "Order", [2]).fault
    assert fault["detail"] == {"Refused": "a < b"}
