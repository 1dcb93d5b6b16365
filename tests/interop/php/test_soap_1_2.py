"""PHP's SoapClient and SoapServer speak SOAP 1.2 with the generated other side."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest

from tests.interop.php.php_client import Read, call_from_php
from tests.interop.php.server import php_script
from tests.unit.messages.packages import Method, Package, imported

CASE = "soap-1-2"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Generator[Package]:
    """The package of the golden case."""
    with imported(CASE, tmp_path_factory.mktemp(CASE)) as found:
        yield found


def called(package: Package, operation: str, arguments: object, **m: Method) -> Read:
    application = package.application(**m)
    wsdl = str(package.wsdl)
    return call_from_php(application, wsdl, operation, arguments, soap_1_2=True)


def test_a_result(package: Package) -> None:
    def place(given: Any) -> list[int]:
        return [len(given.item), 7]

    read = called(package, "Place", {"Item": "Bolt"}, place=place)
    assert read.fault is None
    assert read.result == {"Numbers": {"int": [4, 7]}}


def test_one_way(package: Package) -> None:
    notes: list[str] = []
    read = called(
        package, "Note", {"Text": "n"}, note=lambda given: notes.append(given.text)
    )
    assert (read.fault, notes) == (None, ["n"])
    assert read.status.endswith(" 202 Accepted")


def test_a_declared_fault(package: Package) -> None:
    def place(given: object) -> None:
        raise package.errors.SoldOut(3, "gone", "Client")

    read = called(package, "Place", {"Item": "Bolt"}, place=place)
    assert read.status.endswith(" 400 Bad Request")
    # PHP has the text of the code, with whatever prefix it came.
    assert read.fault["code"] == "soap:Sender"
    assert read.fault["reason"] == "gone"
    assert read.fault["detail"] == {"SoldOut": {"Left": "3"}}


@pytest.fixture(scope="module")
def client(
    package: Package, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Any]:
    """A client of PHP's server."""
    folder = tmp_path_factory.mktemp("php-1-2")
    setting = f"INTEROP_WSDL={package.wsdl}"
    with (
        php_script("soap_1_2.php", folder, setting) as address,
        package.orders.OrdersClient(f"{address}/", strict=True) as made,
    ):
        yield made


def test_php_serves_a_result(client: Any) -> None:
    reply = client.with_response.place(item="Bolt \u00e6")
    assert reply.value == [7, 7]
    assert reply.http.headers["Content-Type"] == "application/soap+xml; charset=utf-8"


def test_php_serves_one_way(client: Any) -> None:
    assert client.with_response.note(text="n").value is None


def test_php_sends_a_declared_fault(client: Any, package: Package) -> None:
    with pytest.raises(package.errors.SoldOut) as caught:
        client.place(item="sold out")
    error: Any = caught.value
    assert (error.info, error.code, error.reason) == (3, "Receiver", "gone")
    assert error.http_status == 500


def test_php_reads_a_header_block(client: Any, package: Package) -> None:
    with pytest.raises(package.errors.SoapFault, match="nb") as caught:
        client.with_headers(locale="nb").place(item="refused")
    error: Any = caught.value
    assert (error.code, error.reason) == ("Sender", "nb")
