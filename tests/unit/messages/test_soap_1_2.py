"""SOAP 1.2 from the client's side: requests, replies, faults, and the other version.

The envelopes are written by hand, from SOAP 1.2 part 1, section 5, and part 2, section 7.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from lxml import etree

from tests.support.wsgi import SOAP
from tests.unit.messages.packages import Package

CASE = "soap-1-2"
OVERLAY = '[failure]\nflag = "Accepted"\n'
SOAP_12 = "http://www.w3.org/2003/05/soap-envelope"
NS = "urn:example:orders"
PLACED = f'<PlaceResponse xmlns="{NS}"><Numbers><int>7</int></Numbers></PlaceResponse>'
REASON = '<e:Reason><e:Text xml:lang="en">no</e:Text></e:Reason>'
SENDER = "<e:Code><e:Value>e:Sender</e:Value></e:Code>"


def envelope(body: str, header: str = "", namespace: str = SOAP_12) -> str:
    header = f"<e:Header>{header}</e:Header>" if header else ""
    return (
        f'<e:Envelope xmlns:e="{namespace}" xmlns:o="{NS}">{header}'
        f"<e:Body>{body}</e:Body></e:Envelope>"
    )


def answered(package: Package, text: str, status: int = 200, kind: str = "") -> Any:
    kind = kind or "application/soap+xml"
    return package.answered(text, status, whole=True, media_type=kind)


def fault(package: Package, content: str, status: int = 500) -> Any:
    text = envelope(f"<e:Fault>{content}</e:Fault>")
    with pytest.raises(package.errors.SoapFault) as caught:
        answered(package, text, status).place(item="Bolt")
    assert (caught.value.http_status, caught.value.outcome) == (status, "refused")
    return caught.value


def sent_headers(package: Package, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    sent: list[Any] = []
    send = package.send

    def kept(request: Any) -> Any:
        sent.append(request.headers)
        return send(request)

    monkeypatch.setattr(package, "send", kept)
    return sent


def test_the_envelope(package: Package) -> None:
    client = answered(package, envelope(PLACED)).with_headers(locale="nb")
    assert client.place(item="Bolt") == [7]
    expected = envelope(
        "<o:Place><o:Item>Bolt</o:Item></o:Place>", "<o:Locale>nb</o:Locale>"
    )
    found, wanted = (etree.fromstring(text) for text in (package.sent, expected))
    assert [(e.tag, e.text) for e in found.iter()] == [
        (e.tag, e.text) for e in wanted.iter()
    ]


@pytest.mark.parametrize(
    ("method", "arguments", "content_type"),
    [
        (
            "place",
            {"item": "Bolt"},
            'application/soap+xml; charset=utf-8; action="urn:example:orders/Place"',
        ),
        # No action: a parameter without a value would not be a URI.
        ("note", {"text": "t"}, "application/soap+xml; charset=utf-8"),
    ],
)
def test_http_headers(
    method: str,
    arguments: dict[str, str],
    content_type: str,
    package: Package,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent = sent_headers(package, monkeypatch)
    getattr(answered(package, envelope(PLACED)), method)(**arguments)
    (headers,) = sent
    assert headers["Content-Type"] == content_type
    assert headers["Accept"] == "application/soap+xml"
    assert "SOAPAction" not in headers


@pytest.mark.parametrize(
    "kind", ["application/soap+xml", "text/xml", "application/xml"]
)
def test_content_types_of_a_reply(kind: str, package: Package) -> None:
    assert answered(package, envelope(PLACED), kind=kind).place(item="Bolt") == [7]


def test_another_content_type(package: Package) -> None:
    client = answered(package, envelope(PLACED), kind="application/json")
    with pytest.raises(
        package.errors.ProtocolError, match=r"expected application/soap\+xml"
    ):
        client.place(item="Bolt")


def test_an_envelope_of_soap_1_1(package: Package) -> None:
    client = answered(package, envelope(PLACED, namespace=SOAP), kind="text/xml")
    with pytest.raises(
        package.errors.ProtocolError, match=r"SOAP 1\.1 envelope, expected SOAP 1\.2"
    ):
        client.place(item="Bolt")


def test_a_fault_of_soap_1_1(package: Package) -> None:
    # A server that only knows SOAP 1.1 cannot say so in another way.
    text = envelope(
        "<e:Fault><faultcode>e:VersionMismatch</faultcode>"
        "<faultstring>1.1 only</faultstring></e:Fault>",
        namespace=SOAP,
    )
    with pytest.raises(package.errors.SoapFault) as caught:
        answered(package, text, 500, kind="text/xml").place(item="Bolt")
    assert caught.value.code == "VersionMismatch"
    assert caught.value.code_namespace == SOAP
    assert caught.value.reason == "1.1 only"


@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_fault(status: int, package: Package) -> None:
    error = fault(package, SENDER + REASON, status)
    assert (error.code, error.code_namespace) == ("Sender", SOAP_12)
    assert (error.reason, error.subcodes, error.detail) == ("no", (), ())
    assert (error.actor, error.node) == (None, None)
    assert "SOAP fault Sender: no" in str(error)


def test_everything_that_a_fault_can_say(package: Package) -> None:
    error = fault(
        package,
        """<e:Code><e:Value>e:Sender</e:Value><e:Subcode>
             <e:Value>o:Stock</e:Value><e:Subcode><e:Value>Left</e:Value></e:Subcode>
           </e:Subcode></e:Code>
           <e:Reason><e:Text xml:lang="nb">nei</e:Text>
             <e:Text xml:lang="en-GB">no</e:Text></e:Reason>
           <e:Node>urn:node</e:Node><e:Role>urn:role</e:Role>
           <e:Detail><o:A/><o:B>b</o:B></e:Detail>""",
    )
    assert (error.code, error.subcodes) == ("Sender", (f"{{{NS}}}Stock", "Left"))
    assert (error.reason, error.actor, error.node) == ("no", "urn:role", "urn:node")
    assert [item.name for item in error.detail] == [f"{{{NS}}}A", f"{{{NS}}}B"]
    assert "SOAP fault Sender (Left): no" in str(error)
    again = deepcopy(error)
    assert (again.subcodes, again.node) == (error.subcodes, error.node)


def test_a_reason_without_english(package: Package) -> None:
    texts = (
        '<e:Text xml:lang="nb">nei</e:Text><e:Text xml:lang="eng">x</e:Text>'
        '<e:Text xml:lang="de">nein</e:Text>'
    )
    assert fault(package, f"{SENDER}<e:Reason>{texts}</e:Reason>").reason == "nei"


def test_secrets_of_a_fault_are_masked(package: Package) -> None:
    text = envelope(
        "<e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value>o:s3cretive"
        f"</e:Value></e:Subcode></e:Code>{REASON}<e:Node>urn:s3cretive</e:Node></e:Fault>"
    )
    client = answered(package, text, 500)
    client = client.with_options(http_headers={"Authorization": "Bearer s3cretive"})
    with pytest.raises(package.errors.SoapFault) as caught:
        client.place(item="Bolt")
    error: Any = caught.value
    assert "s3cretive" not in f"{error} {error.subcodes} {error.node}"
    assert error.subcodes


def test_a_declared_fault(package: Package) -> None:
    error = fault(
        package,
        "<e:Code><e:Value>e:Receiver</e:Value><e:Subcode><e:Value>o:Stock</e:Value>"
        f"</e:Subcode></e:Code>{REASON}<e:Node>urn:node</e:Node>"
        "<e:Detail><o:SoldOut><o:Left>3</o:Left></o:SoldOut></e:Detail>",
    )
    assert type(error) is package.errors.SoldOut
    assert (error.info, error.code, error.reason) == (3, "Receiver", "no")
    assert (error.subcodes, error.node) == ((f"{{{NS}}}Stock",), "urn:node")


def test_the_failure_header(package: Package) -> None:
    text = envelope(PLACED, "<o:Accepted>false</o:Accepted>")
    with pytest.raises(package.errors.OperationFailed):
        answered(package, text).place(item="Bolt")


@pytest.mark.parametrize(
    ("attributes", "ours"),
    [
        ('e:mustUnderstand="true"', True),
        ('e:mustUnderstand="1"', True),
        (f'e:mustUnderstand="1" e:role="{SOAP_12}/role/next"', True),
        (f'e:mustUnderstand="1" e:role="{SOAP_12}/role/ultimateReceiver"', True),
        (f'e:mustUnderstand="1" e:role="{SOAP_12}/role/none"', False),
        ('e:mustUnderstand="1" e:role="urn:other"', False),
        ('e:mustUnderstand="false"', False),
        # An attribute of SOAP 1.1 says nothing here.
        (f'x:mustUnderstand="1" xmlns:x="{SOAP}"', False),
    ],
)
def test_blocks_that_must_be_understood(
    attributes: str, ours: bool, package: Package
) -> None:
    text = envelope(PLACED, f"<o:Other {attributes}/>")
    client = answered(package, text).with_options(strict=False)
    if not ours:
        assert client.place(item="Bolt") == [7]
        return
    with pytest.raises(package.errors.ProtocolError, match="must be understood"):
        client.place(item="Bolt")


def test_attributes_of_a_block(package: Package) -> None:
    block = (
        f'<o:Accepted e:role="{SOAP_12}/role/next" e:relay="true" '
        f'e:mustUnderstand="true" e:encodingStyle="{SOAP_12}/encoding/none">1</o:Accepted>'
    )
    reply = answered(package, envelope(PLACED, block)).with_response.place(item="Bolt")
    assert (reply.value, reply.headers.accepted) == ([7], True)


def test_a_large_reply_is_read_in_parts(
    package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    streaming = package.runtime("streaming")
    take, taken = streaming.ListReader.take, list[bool]()

    def counted(self: Any, *, complete: bool) -> None:
        taken.append(complete)
        take(self, complete=complete)

    monkeypatch.setattr(streaming.ListReader, "take", counted)
    numbers = list(range(330_000))
    items = "".join(f"<int>{number}</int>" for number in numbers)
    body = f'<PlaceResponse xmlns="{NS}"><Numbers>{items}</Numbers></PlaceResponse>'
    assert len(body) > streaming.STREAMED_FROM
    assert answered(package, envelope(body)).place(item="Bolt") == numbers
    assert len(taken) > 10
