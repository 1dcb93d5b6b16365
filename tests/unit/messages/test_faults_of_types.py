"""Declared faults whose part has a type: entries called like the fault or the part.

WSDL 1.1 §3.6 does not say how the entry is called.
"""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import SOAP
from tests.unit.messages.packages import Package

CASE = "declared-faults"
FAULTS = "urn:example:orders:faults"
DELAY = '<n1:Days xmlns:n1="urn:example:orders">2</n1:Days>'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
XS = "http://www.w3.org/2001/XMLSchema"


def _caught(package: Package, detail: str) -> Any:
    text = (
        f"<s:Fault xmlns:s='{SOAP}'><faultcode>s:Server</faultcode>"
        f"<faultstring>no</faultstring><detail>{detail}</detail></s:Fault>"
    )
    with pytest.raises(package.errors.SoapFault) as caught:
        package.answered(text, 500).cancel(number=7)
    return caught.value


@pytest.mark.parametrize(
    "detail",
    [
        f'<f:Late xmlns:f="{FAULTS}">{DELAY}</f:Late>',
        f'<f:Late xmlns:f="urn:of:the:server">{DELAY}</f:Late>',
        f"<Late>{DELAY}</Late>",
        f'<Late {XSI} xmlns:o="urn:example:orders" xsi:type="o:Delay">{DELAY}</Late>',
        f'<fault {XSI} xmlns:o="urn:example:orders" xsi:type="o:Delay">{DELAY}</fault>',
        f'<f:fault xmlns:f="{FAULTS}" {XSI} xmlns:o="urn:example:orders"'
        f' xsi:type="o:Delay">{DELAY}</f:fault>',
    ],
)
def test_an_entry_called_like_the_fault_or_the_part(
    detail: str, package: Package
) -> None:
    fault = _caught(package, detail)
    assert type(fault) is package.errors.Late
    assert fault.info == package.orders.Delay(days=2)
    assert len(fault.detail) == 1


@pytest.mark.parametrize("name", ["Plain", "fault"])
def test_an_entry_of_a_simple_type(name: str, package: Package) -> None:
    typed = f'{XSI} xmlns:xs="{XS}" xsi:type="xs:string"'
    fault = _caught(package, f"<{name} {typed}>why</{name}>")
    assert (type(fault), fault.info) == (package.errors.Plain, "why")


@pytest.mark.parametrize(
    "detail",
    [
        f"<fault>{DELAY}</fault>",
        f'<fault {XSI} xsi:type="Delay">{DELAY}</fault>',
        f"<Delay>{DELAY}</Delay>",
    ],
)
def test_what_may_be_several_faults_is_a_plain_one(
    detail: str, package: Package
) -> None:
    fault = _caught(package, detail)
    assert type(fault) is package.errors.SoapFault
    assert (fault.detail_problem, len(fault.detail)) == (None, 1)


@pytest.mark.parametrize(
    ("detail", "problem"),
    [
        ("<Late/>", "Late/Days: a required value is missing"),
        (f'<fault {XSI} xsi:type="p:Delay"/>', "a prefix that is not declared"),
        (f'<Late {XSI} xsi:type="Other">{DELAY}</Late>', "xsi:type says Other"),
    ],
)
def test_an_entry_that_cannot_be_read(
    detail: str, problem: str, package: Package
) -> None:
    fault = _caught(package, detail)
    assert type(fault) is package.errors.SoapFault
    assert problem in fault.detail_problem


@pytest.mark.parametrize("name", ["Late", "Plain"])
def test_a_handler_raises_it(name: str, package: Package) -> None:
    info = package.orders.Delay(days=2) if name == "Late" else "a & b"

    def fail(_: object) -> None:
        raise getattr(package.errors, name)(info)

    with pytest.raises(getattr(package.errors, name)) as caught:
        package.client(cancel=fail).cancel(number=7)
    assert caught.value.info == info
    (entry,) = etree.fromstring(package.answer.body).findall(".//detail/*")
    if name == "Plain":
        assert (entry.tag, entry.text) == ("Plain", "a & b")
    else:
        assert entry.tag == f"{{{FAULTS}}}Late"
        assert _is_valid(package, entry, "Delay")


def _is_valid(package: Package, element: Any, declared: str) -> bool:
    """Whether an element is valid by a type of the WSDL's schema."""
    inline = etree.parse(package.wsdl).getroot().find(f".//{{{XS}}}schema")
    assert inline is not None
    added = etree.SubElement(inline, f"{{{XS}}}element", name="Entry")
    added.set("type", f"tns:{declared}")
    element.tag = "{urn:example:orders}Entry"
    schema = etree.XMLSchema(etree.fromstring(etree.tostring(inline)))
    return bool(schema.validate(element))
