"""Header blocks and the details of faults in SOAP encoding, written by hand.

Source: SOAP 1.1 §4.2, §4.4 and §5; Axis 1 has what a detail refers to beside the fault.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import SOAP, call
from tests.unit.messages.packages import Package

CASE = "encoded-headers-and-faults"
ENC = "http://schemas.xmlsoap.org/soap/encoding/"
ENVELOPE = (
    f'<soap:Envelope xmlns:soap="{SOAP}" xmlns:soapenc="{ENC}"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:n1="urn:example:orders"'
    ' xmlns:n2="urn:example:orders:rpc" xmlns:n3="urn:example:orders:headers">'
    "{header}<soap:Body>{body}</soap:Body></soap:Envelope>"
)
STYLE = f'soap:encodingStyle="{ENC}"'
ROLES = (
    '<Roles xsi:type="soapenc:Array" soapenc:arrayType="xsd:string[1]">'
    '<item xsi:type="xsd:string">buyer</item></Roles>'
)
SESSION = (
    f'<n3:session {STYLE} xsi:type="n1:Session"><User xsi:type="xsd:string">ann</User>'
    f"{ROLES}</n3:session>"
)
LOCALE = f'<n3:locale {STYLE} xsi:type="xsd:string">nb</n3:locale>'
ORDER = f'<n2:Order {STYLE}><number xsi:type="xsd:int">7</number></n2:Order>'
ANSWER = (
    f'<n2:OrderResponse {STYLE}><code xsi:type="xsd:string">A</code></n2:OrderResponse>'
)
HEADERS = {"Content-Type": "text/xml", "SOAPAction": '"urn:example:orders/Order"'}


def envelope(body: str, *blocks: str) -> str:
    """An envelope with this content of Body, and header blocks."""
    header = f"<soap:Header>{''.join(blocks)}</soap:Header>" if blocks else ""
    return ENVELOPE.format(header=header, body=body)


def is_envelope(data: bytes, body: str, *blocks: str) -> bool:
    """Whether bytes are such an envelope; its prefixes stand in values as well."""
    canonical = [
        etree.tostring(etree.fromstring(text), method="c14n", exclusive=True)
        for text in (data, envelope(body, *blocks).encode())
    ]
    assert canonical[0].decode() == canonical[1].decode()
    return True


def fault(detail: str, *independent: str) -> str:
    """The content of Body of a fault."""
    return (
        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>no</faultstring>"
        f"<detail>{detail}</detail></soap:Fault>{''.join(independent)}"
    )


def raised(package: Package, body: str, *blocks: str) -> Any:
    """The error of a strict client that is answered with such an envelope."""
    client = package.answered(envelope(body, *blocks), 500, whole=True)
    with pytest.raises(package.errors.SoapFault) as caught:
        client.order(number=7)
    return caught.value


def test_header_blocks(package: Package) -> None:
    seen: list[Any] = []

    def order(_: Any) -> str:
        current = package.current_call()
        seen.append((current.request_headers.session, current.request_headers.locale))
        current.reply_headers.quota = 3
        return "A"

    session = package.orders.Session(user="ann", roles=["buyer"])
    client = package.client(order=order).with_headers(session=session, locale="nb")
    reply = client.with_response.order(number=7)
    assert (reply.value, reply.headers.quota) == ("A", 3)
    assert seen == [(session, "nb")]
    assert is_envelope(package.sent, ORDER, SESSION, LOCALE)
    quota = f'<n3:quota {STYLE} xsi:type="xsd:int">3</n3:quota>'
    assert is_envelope(package.answer.body, ANSWER, quota)


@pytest.mark.parametrize(
    "blocks",
    [
        ('<n3:session><n1:User>ann</n1:User><Roles href="#r"/></n3:session>',),
        ('<n3:session href="#s"/>',),
    ],
)
def test_header_blocks_that_refer_to_values(
    blocks: tuple[str, ...], package: Package
) -> None:
    seen: list[Any] = []

    def order(_: Any) -> str:
        seen.append(package.current_call().request_headers.session)
        return "A"

    others = (
        '<multiRef id="s" soapenc:root="0"><User>ann</User><Roles href="#r"/></multiRef>'
        '<multiRef id="r" soapenc:root="0"><i>buyer</i></multiRef>'
    )
    data = envelope(ORDER + others, *blocks).encode()
    answer = call(package.application(order=order), data, HEADERS)
    assert answer.status == 200, answer.body
    assert seen == [package.orders.Session(user="ann", roles=["buyer"])]


def test_a_header_block_that_refers_to_nothing(package: Package) -> None:
    data = envelope(ORDER, '<n3:session href="#no"/>').encode()
    answer = call(package.application(order=lambda _: "A"), data, HEADERS)
    assert answer.fault[0] == "soap:Client"
    assert "href to an element that is not in the message" in answer.fault[1]


def test_a_failure_header_that_refers_to_its_value(
    package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []

    def check(headers: Any) -> Any:
        told.append(headers.quota)
        return package.errors.SoapFault("Quota", "none left")

    client_module = import_module(f"{package.orders.__name__}.client")
    operation = replace(client_module.ORDER, check_headers=check)
    monkeypatch.setattr(client_module, "ORDER", operation)
    others = '<multiRef id="q" soapenc:root="0" xsi:type="xsd:int">3</multiRef>'
    error = raised(package, ANSWER + others, '<n3:quota href="#q"/>')
    assert (error.reason, told) == ("none left", [3])


def test_faults_of_the_generated_server(package: Package) -> None:
    shortage = package.orders.LongShortage(
        left=2, instead=["B"], until=date(2026, 11, 26)
    )

    def order(given: Any) -> str:
        if given.number == 1:
            raise package.errors.OutOfStock(shortage, "too few")
        raise package.errors.Refused("a < b", "no")

    client = package.client(order=order)
    with pytest.raises(package.errors.OutOfStock) as caught:
        client.order(number=1)
    assert caught.value.info == shortage
    detail = etree.fromstring(package.answer.body).find(".//detail")
    assert detail is not None
    assert is_envelope(
        envelope(etree.tostring(detail[0], encoding="unicode")).encode(),
        f'<n2:OutOfStock {STYLE} xsi:type="n1:LongShortage">'
        '<Left xsi:type="xsd:int">2</Left><Instead xsi:type="soapenc:Array"'
        ' soapenc:arrayType="xsd:string[1]"><item xsi:type="xsd:string">B</item>'
        '</Instead><Until xsi:type="xsd:date">2026-11-26</Until></n2:OutOfStock>',
    )
    with pytest.raises(package.errors.Refused) as refused:
        client.order(number=2)
    assert refused.value.info == "a < b"


SHORT = '<Left xsi:type="xsd:int">2</Left><Instead href="#w"/>'
WORDS = '<multiRef id="w" soapenc:root="0"><i xsi:type="xsd:string">B</i></multiRef>'


@pytest.mark.parametrize(
    ("detail", "others"),
    [
        (f"<n2:OutOfStock>{SHORT}</n2:OutOfStock>", ()),
        (f'<x:shortage xmlns:x="urn:x">{SHORT}</x:shortage>', ()),
        (f'<shortage xsi:type="n1:Shortage">{SHORT}</shortage>', ()),
        (
            '<n2:shortage href="#s"/>',
            (f'<multiRef id="s" xsi:type="n1:Shortage">{SHORT}</multiRef>',),
        ),
    ],
)
def test_faults_as_axis_writes_them(
    detail: str, others: tuple[str, ...], package: Package
) -> None:
    error = raised(package, fault(detail, *others, WORDS))
    assert isinstance(error, package.errors.OutOfStock)
    assert error.info == package.orders.Shortage(left=2, instead=["B"])
    assert (error.code, error.reason) == ("Server", "no")


def test_a_header_fault(package: Package) -> None:
    block = (
        f'<n3:expired {STYLE} xsi:type="xsd:dateTime">2026-11-26T10:00:00Z</n3:expired>'
    )
    error = raised(package, fault(""), block)
    assert isinstance(error, package.errors.Expired)
    assert error.info == datetime(2026, 11, 26, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        (
            '<n2:OutOfStock href="#no"/>',
            "href to an element that is not in the message",
        ),
        (
            '<n2:OutOfStock id="o"><Left href="#o"/></n2:OutOfStock>',
            "href to an element that it is part of",
        ),
        ("<n2:OutOfStock><Left>x</Left></n2:OutOfStock>", "not a value of xs:int"),
        ("<n2:OutOfStock/>", "a required value is missing"),
    ],
)
def test_a_detail_that_cannot_be_read_hides_no_fault(
    detail: str, told: str, package: Package
) -> None:
    error = raised(package, fault(detail))
    assert type(error) is package.errors.SoapFault
    assert told in error.detail_problem
    assert error.reason == "no"
