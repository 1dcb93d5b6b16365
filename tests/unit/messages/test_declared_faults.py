"""Declared faults: an exception class each, with the detail decoded."""

from __future__ import annotations

import logging
import pickle
from importlib import import_module
from typing import Any

import pytest
from lxml import etree

from tests.support.schema_validation import schema_of
from tests.unit.messages.packages import PREFIXES, Package

CASE = "declared-faults"
NS = f'xmlns:n1="{PREFIXES["n1"]}"'
NOT_FOUND = f"<n1:OrderNotFound {NS}><n1:Number>7</n1:Number></n1:OrderNotFound>"


def _fault(detail: str) -> str:
    return (
        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>no</faultstring>"
        f"<detail>{detail}</detail></soap:Fault>"
    )


def _caught(package: Package, detail: str) -> Any:
    client = package.answered(_fault(detail), 500)
    with pytest.raises(package.errors.SoapFault) as caught:
        client.cancel(number=7)
    return caught.value


def _raising(package: Package, error: Exception) -> Any:
    def fail(_: object) -> None:
        raise error

    client = package.client(cancel=fail)
    with pytest.raises(package.errors.SoapFault) as caught:
        client.cancel(number=7)
    return caught.value


def _detail(package: Package) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    (entry,) = etree.fromstring(package.answer.body).findall(".//detail/*")
    return entry


def test_the_detail_of_a_record(package: Package) -> None:
    fault = _caught(package, NOT_FOUND)
    assert type(fault) is package.errors.OrderNotFoundFault
    assert fault.info == package.orders.OrderNotFound(number=7)
    assert (fault.code, fault.reason, fault.http_status) == ("Server", "no", 500)
    assert fault.outcome == "refused"
    assert [item.name for item in fault.detail] == ["{urn:example:orders}OrderNotFound"]


def test_the_detail_of_a_simple_type(package: Package) -> None:
    fault = _caught(package, f"<n1:Reason {NS}>late</n1:Reason>")
    assert (type(fault), fault.info) == (package.errors.Reason, "late")


def test_the_detail_of_an_anonymous_type(package: Package) -> None:
    fault = _caught(
        package,
        f"<n1:Refused {NS}><n1:Item>x</n1:Item><n1:Left>2</n1:Left></n1:Refused>",
    )
    assert type(fault) is package.errors.Refused  # which Cancel does not declare
    assert fault.info == package.orders.RefusedDetail(item="x", left=2)


def test_a_detail_without_content(package: Package) -> None:
    fault = _caught(package, f"<n1:Closed {NS}/>")
    assert (type(fault), fault.info) == (package.errors.Closed, None)


def test_the_known_entry_of_several(package: Package) -> None:
    fault = _caught(package, f"<trace xmlns=''>at 1</trace>{NOT_FOUND}<n1:Other {NS}/>")
    assert type(fault) is package.errors.OrderNotFoundFault
    assert len(fault.detail) == 3


@pytest.mark.parametrize("detail", ["", "text", "<other/>"])
def test_unknown_details_are_plain_faults(package: Package, detail: str) -> None:
    fault = _caught(package, detail)
    assert type(fault) is package.errors.SoapFault
    assert fault.detail_problem is None


@pytest.mark.parametrize(
    ("number", "problem"),
    [("<n1:Number>seven</n1:Number>", "OrderNotFound/Number"), ("", "is missing")],
)
def test_a_detail_that_cannot_be_read_does_not_hide_the_fault(
    package: Package, number: str, problem: str
) -> None:
    detail = f"<n1:OrderNotFound {NS}>{number}</n1:OrderNotFound>"
    fault = _caught(package, detail)
    assert type(fault) is package.errors.SoapFault
    assert fault.reason == "no"
    assert problem in fault.detail_problem


def test_a_handler_raises_it(package: Package) -> None:
    info = package.orders.OrderNotFound(number=7, hint="a & b")
    fault = _raising(package, package.errors.OrderNotFoundFault(info))
    assert type(fault) is package.errors.OrderNotFoundFault
    assert (fault.info, fault.reason) == (info, "OrderNotFound")
    assert package.answer.status == 500
    entry = _detail(package)
    assert schema_of(package.wsdl).validate(entry)
    texts = [(etree.QName(child).localname, child.text) for child in entry]
    assert texts == [("Number", "7"), ("Hint", "a & b")]


@pytest.mark.parametrize(
    ("name", "info"), [("Reason", "late"), ("Closed", None), ("Refused", ("x", 2))]
)
def test_a_handler_raises_every_kind(package: Package, name: str, info: Any) -> None:
    if isinstance(info, tuple):
        info = package.orders.RefusedDetail(item="x", left=2)
    fault = _raising(package, getattr(package.errors, name)(info, "why", "Client"))
    assert type(fault).__name__ == name
    assert (fault.info, fault.reason, fault.code) == (info, "why", "Client")
    assert schema_of(package.wsdl).validate(_detail(package))


def test_a_received_fault_is_passed_on(package: Package) -> None:
    received = _caught(package, NOT_FOUND)
    assert _raising(package, received).info.number == 7


def test_a_detail_that_cannot_be_written_does_not_hide_the_fault(
    package: Package, caplog: pytest.LogCaptureFixture
) -> None:
    info = package.orders.OrderNotFound(number="seven")
    with caplog.at_level(logging.ERROR):
        fault = _raising(package, package.errors.OrderNotFoundFault(info, "no"))
    assert type(fault) is package.errors.SoapFault
    assert (fault.code, fault.reason, fault.detail) == ("Server", "no", ())
    assert "detail cannot be encoded" in caplog.text


def test_it_can_be_pickled(package: Package) -> None:
    fault = _caught(package, NOT_FOUND)
    again = pickle.loads(pickle.dumps(fault))  # noqa: S301
    assert (type(again), again.info, str(again)) == (
        type(fault),
        fault.info,
        str(fault),
    )


def test_operations_know_their_faults(package: Package) -> None:
    operations = import_module(f"{package.orders.__name__}.operations")
    assert operations.PLACE.declared_faults == (
        "{urn:example:orders}Refused",
        "{urn:example:orders}Closed",
    )
    assert "    Refused: " in package.orders.OrdersClient.place.__doc__
