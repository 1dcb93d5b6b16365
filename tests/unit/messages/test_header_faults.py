"""Header faults: an exception class each, told by a header block beside a fault.

Source: WSDL 1.1 §3.7; SOAP 1.1 §4.4: what is wrong with a header block is told in Header.
"""

from __future__ import annotations

from datetime import date
from inspect import getdoc
from typing import Any

import pytest
from lxml import etree

from tests.support.schema_validation import schema_of
from tests.support.wsgi import SOAP
from tests.unit.messages.packages import Package

CASE = "header-faults"
NS = 'xmlns:n1="urn:example:orders"'
FAILED = (
    f"<n1:LoginFailed {NS}><n1:User>ann</n1:User><n1:Attempts>3</n1:Attempts>"
    "</n1:LoginFailed>"
)
EXPIRED = (
    f'<h:expired xmlns:h="urn:example:orders:headers" {NS}><n1:On>2026-11-26</n1:On>'
    "</h:expired>"
)
NOT_FOUND = f"<detail><n1:NotFound {NS}>7</n1:NotFound></detail>"


def _caught(package: Package, blocks: str, detail: str = "") -> Any:
    text = (
        f'<s:Envelope xmlns:s="{SOAP}"><s:Header>{blocks}</s:Header><s:Body><s:Fault>'
        f"<faultcode>s:Client</faultcode><faultstring>no</faultstring>{detail}</s:Fault>"
        "</s:Body></s:Envelope>"
    )
    with pytest.raises(package.errors.SoapFault) as caught:
        package.answered(text, 500, whole=True).load(number=7)
    return caught.value


def _raising(package: Package, error: Exception) -> Any:
    def fail(_: object) -> None:
        raise error

    with pytest.raises(package.errors.SoapFault) as caught:
        package.client(load=fail).load(number=7)
    return caught.value


def _blocks(package: Package) -> list[Any]:
    return etree.fromstring(package.answer.body).findall(f"{{{SOAP}}}Header/*")


def test_a_block_of_an_element(package: Package) -> None:
    fault = _caught(package, FAILED)
    assert type(fault) is package.errors.LoginFailed
    assert isinstance(fault, package.errors.SoapFault)
    assert fault.info == package.orders.LoginFailedDetail(user="ann", attempts=3)
    assert (fault.code, fault.reason, fault.http_status) == ("Client", "no", 500)
    assert [block.name for block in fault.headers] == [
        "{urn:example:orders}LoginFailed"
    ]
    assert fault.detail == ()


def test_a_block_of_a_type(package: Package) -> None:
    fault = _caught(package, EXPIRED)
    assert type(fault) is package.errors.Expired
    assert fault.info == package.orders.Expiry(on=date(2026, 11, 26))


def test_it_may_say_whom_it_is_for(package: Package) -> None:
    block = FAILED.replace(NS, f'{NS} xmlns:s="{SOAP}" s:mustUnderstand="1"', 1)
    assert type(_caught(package, block)) is package.errors.LoginFailed


def test_other_blocks_are_passed_over(package: Package) -> None:
    fault = _caught(package, f"<Trace xmlns='urn:t'>1</Trace>{FAILED}{EXPIRED}")
    assert type(fault) is package.errors.LoginFailed
    assert len(fault.headers) == 3


def test_the_detail_goes_first(package: Package) -> None:
    fault = _caught(package, FAILED, NOT_FOUND)
    assert (type(fault), fault.info) == (package.errors.NotFound, 7)
    assert len(fault.headers) == 1


@pytest.mark.parametrize("blocks", ["", "<Trace xmlns='urn:t'/>"])
def test_without_such_a_block_it_is_a_plain_fault(
    blocks: str, package: Package
) -> None:
    fault = _caught(package, blocks)
    assert (type(fault), fault.detail_problem) == (package.errors.SoapFault, None)


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        (FAILED.replace("3", "three"), "Header/LoginFailed/Attempts"),
        (f"<n1:LoginFailed {NS}/>", "User: a required value is missing"),
        (FAILED.replace(NS, f'{NS} mine="1"', 1), "does not know the attribute mine"),
    ],
)
def test_a_block_that_cannot_be_read_does_not_hide_the_fault(
    block: str, problem: str, package: Package
) -> None:
    fault = _caught(package, block)
    assert type(fault) is package.errors.SoapFault
    assert problem in fault.detail_problem
    assert len(fault.headers) == 1


def test_a_detail_that_cannot_be_read_is_still_told(package: Package) -> None:
    fault = _caught(package, FAILED, NOT_FOUND.replace("7", "seven"))
    assert type(fault) is package.errors.LoginFailed
    assert "NotFound" in fault.detail_problem


def test_a_handler_raises_it(package: Package) -> None:
    info = package.orders.LoginFailedDetail(user="a & b")
    fault = _raising(package, package.errors.LoginFailed(info, "why", "Client"))
    assert type(fault) is package.errors.LoginFailed
    assert (fault.info, fault.reason, fault.code) == (info, "why", "Client")
    assert etree.fromstring(package.answer.body).findall(".//detail") == []
    (block,) = _blocks(package)
    schema_of(package.wsdl).assertValid(etree.ElementTree(block))


def test_a_handler_raises_one_of_a_type(package: Package) -> None:
    info = package.orders.Expiry(on=date(2026, 11, 26))
    assert _raising(package, package.errors.Expired(info)).info == info
    (block,) = _blocks(package)
    expected = [(e.tag, e.text) for e in etree.fromstring(EXPIRED).iter()]
    assert [(e.tag, e.text) for e in block.iter()] == expected


def test_a_received_one_is_passed_on(package: Package) -> None:
    received = _caught(package, FAILED)
    assert _raising(package, received).info == received.info
    assert len(_blocks(package)) == 1


def test_a_successful_reply_may_have_the_block(package: Package) -> None:
    body = f"<n1:Number {NS}>7</n1:Number>"
    text = (
        f'<s:Envelope xmlns:s="{SOAP}"><s:Header>{FAILED}</s:Header><s:Body>{body}'
        "</s:Body></s:Envelope>"
    )
    client = package.answered(text, whole=True)
    with pytest.raises(
        package.errors.ProtocolError, match="does not know this element"
    ):
        client.load(number=7)


def test_operations_tell_of_it(package: Package) -> None:
    told = getdoc(package.orders.OrdersClient.load) or ""
    for name in ("NotFound", "LoginFailed", "Expired"):
        assert f"    {name}: The server answers with this fault." in told
